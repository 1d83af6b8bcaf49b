"""Harbour: money in before money out, the sign of the currency before every figure, two lines of narrative."""

from __future__ import annotations

from decimal import Decimal

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, numbered, of_bank
from samples.papers.banks.texts import SIGNS, long, narrative, short
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("Date", 0.13),
    Column("Transaction", 0.39),
    Column("Money in", 0.15, "right"),
    Column("Money out", 0.15, "right"),
    Column("Balance", 0.18, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    sign = SIGNS[record.currency]

    def shown(value: Decimal) -> str:
        return f"-{sign}{-value:,f}" if value < 0 else f"{sign}{value:,f}"

    figures = Figures(record, amount_shown=shown, balance_shown=shown)
    rows = [Row((short(record.start), "Balance at start of period", None, None, figures.opening("Balance at start of period")), "strong")]
    for row in numbered(record):
        words = narrative(row[1], 36, 2)
        rows.append(Row((short(row[1].day), words[0], *figures.in_out(row), figures.balance(row))))
        rows += [Row((None, text)) for text in words[1:]]
    rows.append(Row((short(record.end), "Balance at end of period", None, None, figures.closing("Balance at end of period")), "strong"))
    totals = Table(
        columns=(Column("Total money in", 0.5, "centre"), Column("Total money out", 0.5, "centre")),
        rows=(Row((figures.credits("Total money in", shown), figures.debits("Total money out", shown))),),
        size=9.5,
        row_height=18.0,
        wash=0.85,
        gap=10,
    )
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(right=record.bank_name, size=17, strong=True),
            Line(left=record.holder, size=10.5, gap=10),
            Line(left=record.address, size=9.5),
            Line(left="Account statement", size=14, strong=True, gap=24),
            Line(left=f"{long(record.start)} to {long(record.end)}", right=f"Statement {record.number}", size=9.5),
            Line(
                left=f"Sort code {record.sort_code}   Account {record.account}", right=f"BIC {record.bic}" if record.bic else None, size=9.5
            ),
            totals,
            Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=8.4, row_height=13.5, gap=10, wash=0.85),
        ),
        margin=46.0,
        footer=record.bank_name + "    {page} of {pages}",
    )


LAYOUT = Layout(name="en_bank_harbour", split="test", language="en", suits=of_bank("harbour"), draw=draw, bank="harbour")
