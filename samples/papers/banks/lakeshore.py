"""Lakeshore: one list in the order of days, additions and subtractions apart, a balance after each row, Letter paper."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, numbered, of_bank
from samples.papers.banks.texts import narrative
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("Date", 0.09),
    Column("Description", 0.46),
    Column("Additions", 0.14, "right"),
    Column("Subtractions", 0.15, "right"),
    Column("Balance", 0.16, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=lambda value: f"({-value:,f})" if value < 0 else f"{value:,f}")
    rows = [Row((f"{record.start:%m-%d}", "Beginning balance", None, None, figures.opening("Beginning balance")), "strong")]
    for row in numbered(record):
        words = narrative(row[1], 44, 2)
        rows.append(Row((f"{row[1].day:%m-%d}", words[0], *figures.in_out(row), figures.balance(row))))
        rows += [Row((None, text)) for text in words[1:]]
    rows.append(
        Row((f"{record.end:%m-%d}", "Ending totals", figures.credits("Ending totals"), figures.debits("Ending totals")), "subtotal")
    )
    rows.append(Row((None, "Ending balance", None, None, figures.closing("Ending balance")), "total"))
    out, into = counted(record)
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(left=record.bank_name, right="Commercial Checking Statement", size=13, strong=True),
            Line(left=record.holder, right=f"Account {record.account}", size=10, gap=16),
            Line(left=record.address, right=f"Statement dates {record.start:%m/%d/%y} thru {record.end:%m/%d/%y}", size=9),
            Line(left=None, right=f"{into} deposits/credits    {out} checks/debits", size=9),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="open", size=8.6, row_height=13.5, stripe=0.95, gap=14),
            Line(left="In case of errors or questions about your electronic transfers, call or write us.", size=8, gap=14),
        ),
        margin=48.0,
        width=612.0,
        height=792.0,
        footer=record.bank_name + "    Page {page} of {pages}",
    )


LAYOUT = Layout(name="en_bank_lakeshore", split="develop", language="en", suits=of_bank("lakeshore"), draw=draw, bank="lakeshore")
