"""Pennine: debits and credits, a balance for each day, DR when overdrawn, the year only above the column of dates."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, last_of_days, numbered, of_bank, overdrawn, pages
from samples.papers.banks.texts import MONTHS, narrative, short
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Break, Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_ROWS = 38


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=overdrawn("DR"))
    columns = (
        Column(f"{record.end.year}\nDate", 0.1),
        Column("\nDescription", 0.46),
        Column("\nDebits", 0.14, "right"),
        Column("\nCredits", 0.14, "right"),
        Column("\nBalance", 0.16, "right"),
    )
    closes = last_of_days(record)
    blocks: list[Block] = [
        Line(left=record.bank_name, size=22, strong=True),
        Line(left=record.holder, right="Business Reserve and Current", size=10, gap=26),
        Line(left=record.address, right=f"{record.sort_code}   {record.account}", size=9),
        Line(left=None, right=f"{short(record.start)} to {short(record.end)}", size=9),
    ]
    sheets = pages(numbered(record), _ROWS, first=_ROWS - 6)
    for number, (sheet, following) in enumerate(pairwise([*sheets, None]), start=1):
        assert sheet is not None
        if number > 1:
            blocks += (Break(), Line(left=record.bank_name, right=f"{record.sort_code}   {record.account}", size=11))
        label = "Start balance" if number == 1 else "Balance from previous page"
        start = figures.opening(label) if number == 1 else figures.at_edge(label, sheet[0][0] - 1, "brought_forward")
        rows = [Row((_date(record.start) if number == 1 else None, label, None, None, start))]
        day = None
        for row in sheet:
            rows.append(_row(figures, row, dated=row[1].day != day, closing=row[0] in closes))
            day = row[1].day
        if following is not None:
            label = "Balance to next page"
            rows.append(Row((None, label, None, None, figures.at_edge(label, sheet[-1][0], "carried_forward"))))
        else:
            rows.append(Row((_date(record.end), "End balance", None, None, figures.closing("End balance")), "total"))
        blocks.append(Table(columns=columns, rows=tuple(rows), frame="open", size=8.8, row_height=15.0, gap=12))
    blocks.append(Line(left="Payments", centre=figures.debits("Payments"), size=9, gap=14))
    blocks.append(Line(left="Receipts", centre=figures.credits("Receipts"), size=9))
    return Paper(record="bank_statement", language="en", face=look.face, blocks=tuple(blocks), margin=52.0, footer="Page {page} of {pages}")


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _row(figures: Figures, row: Numbered, *, dated: bool, closing: bool) -> Row:
    text = narrative(row[1], 44, 1)[0]
    return Row((_date(row[1].day) if dated else None, text, *figures.out_in(row), figures.balance(row) if closing else None))


LAYOUT = Layout(name="en_bank_pennine", split="test", language="en", suits=of_bank("pennine"), draw=draw, bank="pennine")
