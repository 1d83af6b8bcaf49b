"""A card slip with the goods on it: net and tax of each item in columns, on a wider strip."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import american, money, of_kind, slashed, tax_number, tax_word
from samples.papers.invoices.figures import Figures, numbered
from samples.papers.invoices.receipts import strip_height, tender, till_time
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import Invoice


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    tax = tax_word(look)
    day = american(record.day) if look.firm.country == "US" else slashed(record.day)
    rows = [Row((row[1].description, figures.line_net(row), figures.line_tax(row))) for row in numbered(record)]
    rows.append(Row(("SUBTOTAL", figures.net("SUBTOTAL"), figures.tax(tax.upper())), "subtotal"))
    columns = (Column("ITEM", 0.5), Column("PRICE", 0.27, "right"), Column(tax.upper(), 0.23, "right"))
    seller = record.seller
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(left=seller.name.upper(), size=10, strong=True),
            Line(left=seller.address, size=7),
            Line(left=tax_number(seller, look), size=7),
            Line(left="SALES RECEIPT", right=record.number, size=9, gap=10),
            Line(left=f"{day}  {till_time(look.source)}", right=f"TILL {look.source.randint(1, 6)}", size=8),
            Table(columns=columns, rows=tuple(rows), frame="open", size=8.0, row_height=13.0, gap=8),
            Line(left="AMOUNT PAID", right=figures.total("AMOUNT PAID", money(record)), size=12, strong=True, gap=10),
            Line(left=tender(look.source), size=8, gap=6),
        ),
        margin=18.0,
        width=289.13,
        height=strip_height(record, 240.0, 30.0),
    )


LAYOUT = Layout(name="en_receipt_slip", split="test", language="en", suits=of_kind("receipt", foreign=None), draw=draw)
