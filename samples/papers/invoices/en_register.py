"""A day book of an accounts package: date, number, name, net, tax and gross, credits with a minus."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import SIGNS, american, slashed, tax_word
from samples.papers.invoices.register import TOTAL, cell, issued, numbered, of_language
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import Form

_AMOUNTS = ("net", "tax", "total")


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Form)
    sign = SIGNS.get(record.currency, record.currency)
    columns = (
        Column("Date", 0.11),
        Column("Type", 0.1),
        Column("Invoice no.", 0.15),
        Column("Customer" if issued(record) else "Supplier", 0.28),
        Column(f"Net {sign}", 0.12, "right"),
        Column(f"{tax_word(look)} {sign}", 0.11, "right"),
        Column(f"Gross {sign}", 0.13, "right"),
    )
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = tuple(cell(record, row, name) for name in _AMOUNTS)
        if line.name == TOTAL:
            rows.append(Row((None, None, None, line.label, *amounts), "total"))
            continue
        texts = line.texts
        name = f"{line.label} ({texts['status'].lower()})" if texts.get("status") else line.label
        rows.append(Row((_day(texts.get("day", ""), record), texts.get("kind", ""), texts.get("number", ""), name, *amounts)))
    shown = american if record.currency == "USD" else slashed
    return Paper(
        record="invoice_register",
        language="en",
        face=look.face,
        blocks=(
            Line(left=record.entity, size=12, strong=True),
            Line(left=record.title, size=11, gap=4),
            Line(left=f"From {shown(record.start)} to {shown(record.end)}", size=9),
            Table(columns=columns, rows=tuple(rows), frame="open", size=8.0, row_height=13.5, gap=12),
        ),
        margin=44.0,
        footer="Page {page} of {pages}",
    )


def _day(text: str, form: Form) -> str:
    """The ISO day as the country writes it."""
    year, month, day = text.split("-")
    return f"{month}/{day}/{year}" if form.currency == "USD" else f"{day}/{month}/{year}"


LAYOUT = Layout(name="en_register_day_book", split="develop", language="en", suits=of_language("GBP", "USD"), draw=draw)
