"""Albion: the ledger sheet of an older system: 03MAR in capitals, several lines of details, OD after an overdrawn balance."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, last_of_days, numbered, of_bank, overdrawn, pages
from samples.papers.banks.texts import MONTHS, narrative
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Break, Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_ROWS = 40
_COLUMNS = (
    Column("DATE", 0.1),
    Column("DETAILS", 0.42),
    Column("PAYMENTS", 0.16, "right"),
    Column("RECEIPTS", 0.16, "right"),
    Column("BALANCE", 0.16, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=overdrawn(" OD"))
    closes = last_of_days(record)
    blocks: list[Block] = []
    sheets = pages(numbered(record), _ROWS, height=lambda row: len(_words(row)))
    for number, (sheet, following) in enumerate(pairwise([*sheets, None]), start=1):
        assert sheet is not None
        if number > 1:
            blocks.append(Break())
        blocks += _head(record, number)
        label = "BALANCE BROUGHT FORWARD"
        start = figures.opening(label) if number == 1 else figures.at_edge(label, sheet[0][0] - 1, "brought_forward")
        rows = [Row((_date(record.start) if number == 1 else None, label, None, None, start))]
        for row in sheet:
            rows += _rows(figures, row, closing=row[0] in closes)
        if following is None:
            rows.append(Row((None, "TOTALS", figures.debits("TOTALS"), figures.credits("TOTALS")), "subtotal"))
            rows.append(Row((_date(record.end), "CLOSING BALANCE", None, None, figures.closing("CLOSING BALANCE"))))
        else:
            label = "BALANCE CARRIED FORWARD"
            rows.append(Row((None, label, None, None, figures.at_edge(label, sheet[-1][0], "carried_forward"))))
        blocks.append(Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=8.4, row_height=13.0, gap=10))
    blocks.append(Line(left="OD: overdrawn", size=8, gap=10))
    return Paper(record="bank_statement", language="en", face=look.face, blocks=tuple(blocks), margin=54.0)


def _head(record: BankStatement, number: int) -> tuple[Block, ...]:
    return (
        Line(left=record.bank_name.upper(), right="STATEMENT OF ACCOUNT", size=13, strong=True),
        Line(left=record.holder.upper(), right=f"SHEET {record.number * 10 + number - 1}", size=9, gap=12),
        Line(left=f"{record.branch.upper()} BRANCH", right=f"A/C {record.sort_code}  {record.account}", size=9),
        Line(left=None, right=f"{_date(record.start)}{record.start.year} TO {_date(record.end)}{record.end.year}", size=9),
    )


def _words(row: Numbered) -> list[str]:
    return narrative(row[1], 30, 3)


def _date(day: date) -> str:
    return f"{day.day:02d}{MONTHS[day.month - 1].upper()}"


def _rows(figures: Figures, row: Numbered, *, closing: bool) -> list[Row]:
    """The figures stand on the first printed line, the rest of the details beneath."""
    words = _words(row)
    first = Row((_date(row[1].day), words[0], *figures.out_in(row), figures.balance(row) if closing else None))
    return [first, *(Row((None, text)) for text in words[1:])]


LAYOUT = Layout(name="en_bank_albion", split="develop", language="en", suits=of_bank("albion"), draw=draw, bank="albion")
