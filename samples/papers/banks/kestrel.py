"""Kestrel: across the page, entry and value dates, debit and credit, CR or DR after every balance, references in a column."""

from __future__ import annotations

from datetime import date

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, flagged, numbered, of_bank
from samples.papers.banks.texts import MONTHS, narrative, short
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("Entry date", 0.09),
    Column("Value date", 0.09),
    Column("Type", 0.06, "centre"),
    Column("Transaction details", 0.31),
    Column("Reference", 0.13),
    Column("Debit", 0.1, "right"),
    Column("Credit", 0.1, "right"),
    Column("Balance", 0.12, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    figures = Figures(record, balance_shown=flagged(" CR", " DR"))
    rows = [Row((_date(record.start), None, None, "Balance brought forward", None, None, None, figures.opening("Balance brought forward")))]
    for row in numbered(record):
        line = row[1]
        day = _date(line.day)
        text = narrative(line._replace(reference=""), 46, 1, coded=True)[0]
        rows.append(Row((day, day, line.summary, text, line.reference[:18], *figures.out_in(row), figures.balance(row))))
    out, into = counted(record)
    totals = (figures.debits("Turnover"), figures.credits("Turnover"))
    rows.append(Row((None, None, None, f"Turnover: {out} debits, {into} credits", None, *totals, None), "subtotal"))
    rows.append(
        Row((_date(record.end), None, None, "Balance carried forward", None, None, None, figures.closing("Carried forward")), "total")
    )
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(left=record.bank_name.upper(), right="Account statement", size=14, strong=True),
            Line(left=f"Account name: {record.holder}", right=f"Statement no. {record.number}/{record.count}", size=9, gap=8),
            Line(
                left=f"IBAN: {record.iban}" if record.iban else f"Sort code: {record.sort_code}",
                right=f"Currency: {record.currency}",
                size=9,
            ),
            Line(left=f"Account: {record.account}", right=f"From {short(record.start)} to {short(record.end)}", size=9),
            Table(columns=_COLUMNS, rows=tuple(rows), size=7.6, row_height=14.0, wash=0.9, gap=8),
        ),
        margin=36.0,
        width=841.89,
        height=595.28,
        footer="Printed " + short(record.printed) + "    Page {page}/{pages}",
    )


def _date(day: date) -> str:
    return f"{day.day:02d}-{MONTHS[day.month - 1]}-{day:%y}"


LAYOUT = Layout(name="en_bank_kestrel", split="develop", language="en", suits=of_bank("kestrel"), draw=draw, bank="kestrel")
