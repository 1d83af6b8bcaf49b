"""Thornbury: the passbook manner of a building society: withdrawals and receipts, short texts, no types, the year in a heading row."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, numbered, of_bank
from samples.papers.banks.texts import MONTHS, long
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("Date", 0.12),
    Column("Particulars", 0.4),
    Column("Withdrawals", 0.16, "right"),
    Column("Receipts", 0.16, "right"),
    Column("Balance £", 0.16, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows = [Row((str(record.start.year),), "strong"), Row((None, "Brought forward", None, None, figures.opening("Brought forward")))]
    year = record.start.year
    for row in numbered(record):
        line = row[1]
        if line.day.year != year:
            year = line.day.year
            rows.append(Row((str(year),), "strong"))
        text = (line.counterparty or line.text or line.summary)[:34]
        rows.append(Row((f"{line.day.day} {MONTHS[line.day.month - 1]}", text, *figures.out_in(row), figures.balance(row))))
    rows.append(Row((None, "Totals for the period", figures.debits("Totals"), figures.credits("Totals"), None), "subtotal"))
    rows.append(Row((None, "Carried forward", None, None, figures.closing("Carried forward")), "strong"))
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(centre=record.bank_name.upper(), size=14, strong=True),
            Line(centre="Business Account", size=11, gap=3),
            Line(left=record.holder, right=f"Account {record.account}", size=10, gap=14),
            Line(left=record.address, right=f"Sort code {record.sort_code}", size=9),
            Line(left=f"From {long(record.start)} to {long(record.end)}", size=9, gap=8),
            Table(columns=_COLUMNS, rows=tuple(rows), size=8.6, row_height=16.0, gap=8),
        ),
        margin=56.0,
        footer="Statement prepared " + long(record.printed) + "   {page}/{pages}",
    )


LAYOUT = Layout(name="en_bank_thornbury", split="develop", language="en", suits=of_bank("thornbury"), draw=draw, bank="thornbury")
