"""The invoice of an online accounts package: a band of colour, big title, totals in a block at the right, tax by line."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import band, money, of_kind, payment, tax_number, tax_word, title, written
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Image, Line, Paper, Row, Table
from samples.records.record import Invoice

_MARGIN = 48.0
_COLOURS = ((28, 94, 132), (46, 112, 84), (140, 52, 60), (70, 70, 110))


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    tax = tax_word(look)
    seller, buyer = record.seller, record.buyer
    # The colour is the seller's: the same on all of its invoices.
    colour = _COLOURS[sum(map(ord, seller.name)) % len(_COLOURS)]
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), percent(line.rate), figures.line_tax(row), figures.line_net(row))
        rows.append(Row((line.description, *amounts)))
    columns = (
        Column("Item", 0.37),
        Column("Quantity", 0.11, "right"),
        Column("Price", 0.15, "right"),
        Column(f"{tax} %", 0.09, "right"),
        Column(f"{tax}", 0.12, "right"),
        Column("Amount", 0.16, "right"),
    )
    sums = Table(
        columns=(Column("", 0.5), Column("", 0.5, "right")),
        rows=(
            Row(("Subtotal", figures.net("Subtotal"))),
            Row((f"Total {tax}", figures.tax(f"Total {tax}"))),
            Row((f"Amount due {record.currency}", figures.total("Amount due", money(record))), "total"),
        ),
        header=False,
        frame="open",
        size=10.0,
        row_height=20.0,
        width=0.42,
        left=0.58,
        gap=10,
    )
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Image(png=band(*colour), width=595.28 - 2 * _MARGIN, height=9.0),
            Line(left=title(record), right=seller.name, size=20, strong=True, gap=14),
            Line(right=seller.address, size=9),
            Line(right=tax_number(seller, look), size=9),
            Line(left="Billed to", right=f"Number  {record.number}", size=9, strong=True, gap=18),
            Line(left=buyer.name, right=f"Issued  {written(record.day)}", size=10),
            Line(left=buyer.address, right=f"Due  {written(record.due)}" if record.due else None, size=9),
            Line(left="", size=6),
            Table(columns=columns, rows=tuple(rows), frame="open", size=9.2, row_height=21.0, wash=0.9, stripe=0.97),
            sums,
            Line(left=record.note, size=9, gap=14),
            Line(left=payment(record), size=8.5, gap=14),
        ),
        margin=_MARGIN,
        footer=f"{seller.name}   " + "{page}/{pages}",
    )


LAYOUT = Layout(
    name="en_invoice_band", split="develop", language="en", suits=of_kind("invoice", "credit_note", currencies=("GBP", "USD")), draw=draw
)
