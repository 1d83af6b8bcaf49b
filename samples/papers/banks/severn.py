"""Severn: a summary box, then every row dated in full with its balance, money out before money in, boxed columns."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, numbered, of_bank
from samples.papers.banks.texts import SIGNS, narrative, short
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    sign = SIGNS[record.currency]
    figures = Figures(record)
    rows = [Row((f"{record.start:%d/%m/%Y}", "Opening balance", None, None, None, figures.opening("Opening balance")), "strong")]
    for row in numbered(record):
        line = row[1]
        text = " ".join(narrative(line, 44, 1, coded=True))
        rows.append(Row((f"{line.day:%d/%m/%Y}", text, line.summary, *figures.out_in(row), figures.balance(row))))
    rows.append(Row((f"{record.end:%d/%m/%Y}", "Closing balance", None, None, None, figures.closing("Closing balance")), "strong"))
    columns = (
        Column("Date", 0.12),
        Column("Description", 0.38),
        Column("Type", 0.08, "centre"),
        Column(f"Money out ({sign})", 0.14, "right"),
        Column(f"Money in ({sign})", 0.14, "right"),
        Column(f"Balance ({sign})", 0.14, "right"),
    )
    summary = Table(
        columns=(Column("", 0.6), Column("", 0.4, "right")),
        rows=(
            Row(("Total money in", figures.credits("Total money in"))),
            Row(("Total money out", figures.debits("Total money out"))),
        ),
        header=False,
        size=9.0,
        row_height=15.0,
        width=0.45,
        left=0.55,
        gap=8,
    )
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(left=record.bank_name, size=18, strong=True),
            Line(left="Your business account statement", right=f"Issued {short(record.printed)}", size=12, gap=6),
            Line(left=record.holder, right=f"Sort code: {record.sort_code}", size=10, gap=20),
            Line(left=record.address, right=f"Account no: {record.account}", size=9),
            Line(right=f"Statement period: {short(record.start)} - {short(record.end)}", size=9),
            summary,
            Line(left="Your transactions", size=12, strong=True, gap=14),
            Table(columns=columns, rows=tuple(rows), frame="columns", size=8.2, row_height=15.0, wash=0.88),
            Line(left="Please check this statement and tell us at once about anything that you do not recognise.", size=8, gap=12),
        ),
        margin=44.0,
        footer=record.bank_name + "    Page {page} of {pages}",
    )


LAYOUT = Layout(name="en_bank_severn", split="develop", language="en", suits=of_bank("severn"), draw=draw, bank="severn")
