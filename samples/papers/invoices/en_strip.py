"""A till receipt on a narrow strip: items with their tax in them, then net, tax and total."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import money, of_kind, slashed, tax_number, tax_word
from samples.papers.invoices.figures import Figures, numbered, percent, rates
from samples.papers.invoices.receipts import strip_height, tender, till_time
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import Invoice

_ITEMS = (Column("", 0.13, "right"), Column("", 0.55), Column("", 0.32, "right"))
_PAIR = (Column("", 0.66), Column("", 0.34, "right"))


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    tax = tax_word(look)
    seller = record.seller
    rows = []
    for row in numbered(record):
        rows.append(Row((figures.quantity(row), f"{row[1].unit} {row[1].description}".strip(), figures.line_total(row))))
    charged = rates(record)
    label = f"{tax} {percent(charged[0])}" if len(charged) == 1 else tax
    sums = (
        Row(("TOTAL", figures.total("TOTAL", money(record))), "strong"),
        Row((f"Net of {tax}", figures.net(f"Net of {tax}"))),
        Row((label, figures.tax(label))),
    )
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(centre=seller.name, size=10, strong=True),
            Line(centre=seller.address, size=6.5),
            Line(centre=seller.phone, size=6.5),
            Line(centre=tax_number(seller, look), size=6.5),
            Line(left=f"{slashed(record.day)} {till_time(look.source)}", right=f"No {record.number}", size=7, gap=10),
            Table(columns=_ITEMS, rows=tuple(rows), header=False, frame="open", size=7.6, row_height=12.0, gap=6),
            Table(columns=_PAIR, rows=sums, header=False, frame="open", size=8.4, row_height=14.0, gap=8),
            Line(left=tender(look.source), right="APPROVED", size=7.5, gap=8),
            Line(centre="Thank you. Please keep this receipt.", size=7, gap=10),
        ),
        margin=14.0,
        width=226.77,
        height=strip_height(record, 260.0, 36.0),
    )


LAYOUT = Layout(name="en_receipt_strip", split="develop", language="en", suits=of_kind("receipt", foreign=None), draw=draw)
