"""The plain British VAT invoice of a word processor: letterhead, buyer at the left, one ruled list, totals beneath the figures."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import SIGNS, money, of_kind, payment, slashed, tax_number, tax_word
from samples.papers.invoices.figures import Figures, numbered, percent, rates
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Line, Paper, Row, Table
from samples.records.record import Invoice


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    sign = SIGNS.get(record.currency, record.currency)
    tax = tax_word(look)
    rows = [
        Row(
            (row[1].description, figures.quantity(row), row[1].unit, figures.price(row), percent(row[1].rate), figures.line_net(row)),
        )
        for row in numbered(record)
    ]
    charged = rates(record)
    label = f"{tax} at {percent(charged[0])}" if len(charged) == 1 else f"Total {tax}"
    rows += [
        Row((None, None, None, "Subtotal", None, figures.net("Subtotal")), "subtotal"),
        Row((None, None, None, label, None, figures.tax(label))),
        Row((None, None, None, "Total due", None, figures.total("Total due", money(record))), "total"),
    ]
    columns = (
        Column("Description", 0.4),
        Column("Qty", 0.09, "right"),
        Column("Unit", 0.08, "centre"),
        Column(f"Unit price {sign}", 0.17, "right"),
        Column(tax, 0.09, "right"),
        Column(f"Net {sign}", 0.17, "right"),
    )
    seller, buyer = record.seller, record.buyer
    due: tuple[Block, ...] = (Line(right=f"Due date: {slashed(record.due)}", size=10),) if record.due else ()
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(left=seller.name, right="INVOICE", size=16, strong=True, gap=8),
            Line(left=seller.address, size=9, gap=6),
            Line(left=seller.phone and f"Telephone {seller.phone}", size=9),
            Line(left=tax_number(seller, look), size=9),
            Line(left=f"Invoice to: {buyer.name}", right=f"Invoice number: {record.number}", size=10, gap=26),
            Line(left=buyer.address, right=f"Invoice date: {slashed(record.day)}", size=10),
            *due,
            Line(left="", size=8, gap=6),
            Table(columns=columns, rows=tuple(rows), frame="open", size=9.4, row_height=20.0),
            Line(left=record.note, size=9, gap=14),
            Line(left=payment(record), size=8.5, gap=16),
        ),
        margin=56.0,
    )


LAYOUT = Layout(name="en_invoice_classic", split="develop", language="en", suits=of_kind("invoice", currencies=("GBP",)), draw=draw)
