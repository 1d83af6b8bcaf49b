"""A credit note: its own title, what it credits and why, amounts in brackets, nothing to pay."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import SIGNS, bracketed, of_kind, tax_number, tax_word, written
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import Invoice


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record, bracketed)
    sign = SIGNS.get(record.currency, record.currency)
    tax = tax_word(look)
    rows = []
    for row in numbered(record):
        line = row[1]
        rows.append(Row((line.description, figures.quantity(row), percent(line.rate), figures.line_net(row), figures.line_tax(row))))
    rows.append(Row((f"Totals, net and {tax}", None, None, figures.net("Total net"), figures.tax(f"Total {tax}")), "subtotal"))
    rows.append(Row(("Total credited", None, None, None, figures.total("Total credited")), "total"))
    columns = (
        Column("Goods or services credited", 0.44),
        Column("Quantity", 0.12, "right"),
        Column("Rate", 0.1, "right"),
        Column(f"Net {sign}", 0.17, "right"),
        Column(f"{tax} {sign}", 0.17, "right"),
    )
    seller, buyer = record.seller, record.buyer
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(left="CREDIT NOTE", size=18, strong=True),
            Line(left=f"Number {record.number}", right=f"Date {written(record.day)}", size=10, gap=8),
            Line(left="From", right="To", size=9, strong=True, gap=16),
            Line(left=seller.name, right=buyer.name, size=10),
            Line(left=seller.address, right=buyer.address, size=8.5),
            Line(left=tax_number(seller, look), right=tax_number(buyer, look), size=8.5),
            Line(left=record.note, size=10, gap=18),
            Table(columns=columns, rows=tuple(rows), frame="open", size=9.2, row_height=19.0, gap=10),
            Line(left="This amount has been credited to your account. Please do not pay it.", size=9, gap=20),
        ),
        margin=54.0,
    )


LAYOUT = Layout(name="en_credit_note", split="develop", language="en", suits=of_kind("credit_note", foreign=None), draw=draw)
