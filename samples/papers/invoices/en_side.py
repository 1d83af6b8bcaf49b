"""A designer's invoice: everything at the left, large total first, lines without rules, tax in words beneath."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import american, band, money, of_kind, payment, tax_number, tax_word, title, written
from samples.papers.invoices.figures import Figures, numbered
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Image, Line, Paper, Row, Table
from samples.records.record import Invoice


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, money(record))
    tax = tax_word(look)
    shown = american if look.firm.country == "US" else written
    seller, buyer = record.seller, record.buyer
    rows = [Row((row[1].description, figures.quantity(row), figures.price(row), figures.line_net(row))) for row in numbered(record)]
    rows += [
        Row(("Net", None, None, figures.net("Net")), "subtotal"),
        Row((tax, None, None, figures.tax(tax))),
    ]
    columns = (Column("", 0.5), Column("", 0.12, "right"), Column("", 0.18, "right"), Column("", 0.2, "right"))
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Image(png=band(30, 30, 30), width=36.0, height=36.0),
            Line(left=seller.name, size=12, strong=True, gap=10),
            Line(left=seller.address, size=8.5),
            Line(left=tax_number(seller, look), size=8.5),
            Line(left=title(record), size=9, gap=26),
            Line(left=figures.total("Total", money(record)), size=26, strong=True),
            Line(left=f"including {tax}, {'due ' + shown(record.due) if record.due else 'due on receipt'}", size=9),
            Line(left=f"{record.number}   {shown(record.day)}", size=10, gap=18),
            Line(left=buyer.name, size=10, strong=True, gap=10),
            Line(left=buyer.address, size=9),
            Table(columns=columns, rows=tuple(rows), header=False, frame="open", size=9.4, row_height=19.0, gap=18),
            Line(left=record.note, size=9, gap=12),
            Line(left=payment(record), size=8.5, gap=20),
        ),
        margin=72.0,
    )


LAYOUT = Layout(name="en_invoice_side", split="test", language="en", suits=of_kind("invoice"), draw=draw)
