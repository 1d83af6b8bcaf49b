"""Northmere: paid out, paid in, a balance after the last row of each day only, no year in the rows, pages brought and carried forward."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, last_of_days, numbered, of_bank, pages
from samples.papers.banks.texts import MONTHS, long, narrative
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Break, Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_ROWS = 44
_WIDTH = 34
_COLUMNS = (
    Column("Date", 0.1),
    Column("Type", 0.07),
    Column("Details", 0.41),
    Column("Paid out", 0.14, "right"),
    Column("Paid in", 0.14, "right"),
    Column("Balance", 0.14, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=lambda value: f"{-value:,f} D" if value < 0 else f"{value:,f}")
    closes = last_of_days(record)
    sheets = pages(numbered(record), _ROWS, height=lambda row: len(_words(row)), first=_ROWS - 6)
    blocks: list[Block] = [
        Line(left=record.bank_name.upper(), right="Business Current Account", size=15, strong=True),
        Line(left=record.holder, right=f"Sort code {record.sort_code}", size=10, gap=22),
        Line(left=record.address, right=f"Account number {record.account}", size=9),
        Line(left=f"Statement number {record.number}", right=f"{long(record.start)} to {long(record.end)}", size=9, gap=12),
        Line(left=f"IBAN {record.iban}" if record.iban else None, right=f"BIC {record.bic}" if record.bic else None, size=8),
    ]
    for number, (sheet, following) in enumerate(pairwise([*sheets, None]), start=1):
        assert sheet is not None
        if number > 1:
            blocks += (Break(), Line(left=record.bank_name.upper(), right=f"{record.holder}  {record.account}", size=10, strong=True))
        rows = [_edge(figures, sheet, number)]
        day = None
        for row in sheet:
            rows += _rows(figures, row, dated=row[1].day != day, closing=row[0] in closes)
            day = row[1].day
        if following is None:
            rows.append(Row((None, None, "BALANCE CARRIED FORWARD", None, None, figures.closing("Balance carried forward")), "strong"))
        else:
            forward = figures.at_edge("Balance carried forward", sheet[-1][0], "carried_forward")
            rows.append(Row((None, None, "BALANCE CARRIED FORWARD", None, None, forward), "strong"))
        blocks.append(Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=8.6, row_height=13.5, gap=10))
    blocks.append(Line(left="Total paid out", centre=figures.debits("Total paid out"), size=9, gap=12))
    blocks.append(Line(left="Total paid in", centre=figures.credits("Total paid in"), size=9))
    return Paper(record="bank_statement", language="en", face=look.face, blocks=tuple(blocks), margin=50.0, footer="Page {page} of {pages}")


def _words(row: Numbered) -> list[str]:
    return narrative(row[1], _WIDTH, 2, coded=True)


def _edge(figures: Figures, sheet: list[Numbered], number: int) -> Row:
    label = "BALANCE BROUGHT FORWARD"
    if number == 1:
        return Row((_date(figures.record.start), None, label, None, None, figures.opening("Balance brought forward")), "strong")
    after = sheet[0][0] - 1
    return Row((None, None, label, None, None, figures.at_edge("Balance brought forward", after, "brought_forward")), "strong")


def _date(day: date) -> str:
    return f"{day.day:02d} {MONTHS[day.month - 1]}"


def _rows(figures: Figures, row: Numbered, *, dated: bool, closing: bool) -> list[Row]:
    """A row of the record: the figures stand on its last printed line."""
    line = row[1]
    words = _words(row)
    start = (_date(line.day) if dated else None, line.summary)
    end = (*figures.out_in(row), figures.balance(row) if closing else None)
    if len(words) == 1:
        return [Row((*start, words[0], *end))]
    return [Row((*start, words[0])), Row((None, None, words[1], *end))]


LAYOUT = Layout(name="en_bank_northmere", split="develop", language="en", suits=of_bank("northmere"), draw=draw, bank="northmere")
