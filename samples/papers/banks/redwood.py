"""Redwood: activity apart by sign, checks three to a row with a star where numbers skip, daily balances three to a row."""

from __future__ import annotations

from collections.abc import Sequence

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, Numbered, numbered, of_bank
from samples.papers.banks.sections import check_number, daily_balances, is_check
from samples.papers.banks.texts import american, narrative
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Cell, Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_ACROSS = 3


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows = numbered(record)
    deposits = [row for row in rows if row[1].amount >= 0]
    checks = [row for row in rows if is_check(row)]
    others = [row for row in rows if row[1].amount < 0 and not is_check(row)]
    blocks: list[Block] = [
        Line(left=record.bank_name, size=16, strong=True),
        Line(left=record.holder, right=f"Statement Period: {american(record.start)} - {american(record.end)}", size=9.5, gap=20),
        Line(left=record.address, right=f"Account Number: {record.account}", size=9.5),
        Line(left="Balance Summary", size=12, strong=True, gap=20),
        Line(left=f"Previous balance as of {record.start:%m/%d/%Y}", right=figures.opening("Previous balance"), size=9.5),
        Line(left=f"+ {len(deposits)} deposits and other credits", right=figures.credits("Deposits and other credits"), size=9.5),
        Line(left=f"- {len(checks) + len(others)} checks and other debits", right=figures.debits("Checks and other debits"), size=9.5),
        Line(left=f"Ending balance as of {record.end:%m/%d/%Y}", right=figures.closing("Ending balance"), size=9.5, strong=True),
    ]
    if deposits:
        blocks += (Line(left="Deposits and Other Credits", size=12, strong=True, gap=18), _activity(figures, deposits))
    if others:
        blocks += (Line(left="Withdrawals and Other Debits", size=12, strong=True, gap=18), _activity(figures, others))
    if checks:
        total = figures.summed("Total checks", checks, "debits", "section_total", 2)
        blocks += (
            Line(left="Checks (* a break in the sequence)", size=12, strong=True, gap=18),
            _checks(figures, checks),
            Line(left="Total checks", right=total, size=9.0),
        )
    if rows:
        blocks += (Line(left="Daily Balances", size=12, strong=True, gap=18), daily_balances(figures, _ACROSS))
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=tuple(blocks),
        margin=54.0,
        width=612.0,
        height=792.0,
        footer="Page {page} of {pages}",
        head=record.bank_name + "    " + record.account,
    )


def _activity(figures: Figures, rows: Sequence[Numbered]) -> Table:
    printed = []
    for row in rows:
        words = narrative(row[1], 60, 2)
        printed.append(Row((f"{row[1].day:%m/%d/%y}", words[0], figures.amount(row))))
        printed += [Row((None, text)) for text in words[1:]]
    columns = (Column("Date", 0.13), Column("Description", 0.67), Column("Amount", 0.2, "right"))
    return Table(columns=columns, rows=tuple(printed), frame="open", size=8.4, row_height=12.5, wash=0.92)


def _checks(figures: Figures, checks: Sequence[Numbered]) -> Table:
    """By number, three to a row; a star marks a number that does not follow the one before."""
    ordered = sorted(checks, key=lambda row: (check_number(row), row[0]))
    rows = []
    before = 0
    cells: list[Cell] = []
    for row in ordered:
        number = int(check_number(row) or 0)
        star = "*" if before and number != before + 1 else ""
        before = number
        cells += (f"{number}{star}", f"{row[1].day:%m/%d}", figures.amount(row), None)
        if len(cells) == 4 * _ACROSS:
            rows.append(Row(tuple(cells)))
            cells = []
    if cells:
        rows.append(Row(tuple(cells)))
    columns = (Column("Number", 0.25), Column("Date", 0.2), Column("Amount", 0.45, "right"), Column("", 0.1)) * _ACROSS
    return Table(columns=columns, rows=tuple(rows), frame="open", size=8.4, row_height=12.5)


LAYOUT = Layout(name="en_bank_redwood", split="test", language="en", suits=of_bank("redwood"), draw=draw, bank="redwood")
