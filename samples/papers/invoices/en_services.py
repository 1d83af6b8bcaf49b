"""An invoice for work: numbered items with hours or units and a rate, tax shown once, a day of performance, boxed."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import money, of_kind, payment, tax_number, tax_word, written
from samples.papers.invoices.figures import Figures, numbered
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import Invoice

_COLUMNS = (
    Column("", 0.05, "centre"),
    Column("Work done", 0.47),
    Column("Hours / units", 0.14, "right"),
    Column("Rate", 0.16, "right"),
    Column("Amount", 0.18, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, money(record))
    tax = tax_word(look)
    rows = [
        Row((f"{row[0]}.", row[1].description, figures.quantity(row), figures.price(row), figures.line_net(row)))
        for row in numbered(record)
    ]
    rows += [
        Row((None, None, None, "Net", figures.net("Net"))),
        Row((None, None, None, tax, figures.tax(tax))),
        Row((None, None, None, "To pay", figures.total("To pay")), "strong"),
    ]
    seller, buyer = record.seller, record.buyer
    terms = f"Payment within {(record.due - record.day).days} days, by {written(record.due)}." if record.due else "Payment on receipt."
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(centre=seller.name, size=14, strong=True),
            Line(centre=seller.address, size=9),
            Line(centre="   ".join(part for part in (seller.phone, tax_number(seller, look)) if part), size=9),
            Line(left=buyer.name, right=written(record.day), size=10, gap=30),
            Line(left=buyer.address, size=10),
            Line(left=f"Invoice {record.number}", size=12, strong=True, gap=22),
            Line(left=f"For work and services to {written(record.day)}", size=10),
            Line(left="", size=5),
            Table(columns=_COLUMNS, rows=tuple(rows), size=9.2, row_height=22.0),
            Line(left=record.note, size=9, gap=12),
            Line(left=terms, size=9, gap=12),
            Line(left=payment(record), size=9),
        ),
        margin=64.0,
    )


LAYOUT = Layout(name="en_invoice_services", split="develop", language="en", suits=of_kind("invoice", currencies=("GBP", "USD")), draw=draw)
