"""Calder: an account kept on a telephone: newest first, weekdays, one signed amount, nothing ruled."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, by_day, numbered, of_bank, signed
from samples.papers.banks.texts import SIGNS, WEEKDAYS, narrative, short
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    sign = SIGNS[record.currency]
    figures = Figures(record, amount_shown=signed, with_sign=True)
    rows = []
    for day in by_day(list(reversed(numbered(record)))):
        first = day[0][1].day
        rows.append(Row((f"{WEEKDAYS[first.weekday()]} {short(first)}",), "section"))
        for row in day:
            line = row[1]
            rows.append(Row((line.counterparty or line.summary, narrative(line, 40, 1)[0], figures.amount(row), figures.balance(row))))
    columns = (
        Column("Who", 0.3),
        Column("What", 0.4),
        Column(f"Amount {sign}", 0.15, "right"),
        Column(f"Balance {sign}", 0.15, "right"),
    )
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(left=record.bank_name.split()[0].lower(), right=f"Generated on {short(record.printed)}", size=20, strong=True),
            Line(left="Business account", size=11),
            Line(left=record.holder, size=11, strong=True, gap=16),
            Line(left=f"Account {record.account}   Sort code {record.sort_code}", size=9),
            Line(left=f"{short(record.start)} to {short(record.end)}", size=9),
            Line(left="Balance at the start", right=figures.opening("Balance at the start"), size=10, gap=16),
            Line(left="Money in", right=figures.credits("Money in", signed), size=10),
            Line(left="Money out", right=figures.debits("Money out"), size=10),
            Line(left="Balance at the end", right=figures.closing("Balance at the end"), size=10, strong=True),
            Table(columns=columns, rows=tuple(rows), frame="open", size=8.8, row_height=16.0, gap=14),
        ),
        margin=58.0,
        footer=record.bank_name + ". Page {page} of {pages}",
    )


LAYOUT = Layout(name="en_bank_calder", split="develop", language="en", suits=of_bank("calder"), draw=draw, bank="calder")
