"""An invoice in a second currency with the rate it was booked at, and the tax once more in the currency of home."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import SIGNS, money, of_kind, payment, tax_number, tax_word, title, written
from samples.papers.invoices.figures import Figures, numbered, percent
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table, grouped
from samples.records.record import Invoice


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    tax, home = tax_word(look), look.firm.currency
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), percent(line.rate), figures.line_net(row))
        rows.append(Row((line.description, *amounts)))
    rows += [
        Row(("Total net", None, None, None, figures.net("Total net")), "subtotal"),
        Row((f"Total {tax}", None, None, None, figures.tax(f"Total {tax}"))),
        Row((f"Invoice total in {record.currency}", None, None, None, figures.total("Invoice total", money(record))), "total"),
    ]
    columns = (
        Column("Description", 0.42),
        Column("Quantity", 0.12, "right"),
        Column(f"Price {record.currency}", 0.17, "right"),
        Column(tax, 0.1, "right"),
        Column(f"Amount {record.currency}", 0.19, "right"),
    )
    sign = SIGNS.get(home, f"{home} ")
    seller, buyer = record.seller, record.buyer
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(left=seller.name, right=f"{title(record)} {record.number}", size=14, strong=True),
            Line(left=seller.address, right=written(record.day), size=9),
            Line(left=tax_number(seller, look), right=f"Payable by {written(record.due)}" if record.due else None, size=9),
            Line(left="Customer", size=9, strong=True, gap=16),
            Line(left=buyer.name, size=10),
            Line(left=buyer.address, right=buyer.tax_id, size=9),
            Line(left=f"All amounts in {record.currency} unless stated otherwise", size=9, gap=14),
            Table(columns=columns, rows=tuple(rows), size=9.0, row_height=19.0, frame="open", wash=0.93, gap=6),
            Line(left=f"Exchange rate: 1 {record.currency} = {record.exchange_rate} {home}", size=9, gap=16),
            Line(
                left=f"{tax} in {home} at that rate:",
                centre=figures.home_tax(f"{tax} in {home}", lambda value: f"{sign}{grouped(value)}"),
                size=9,
            ),
            Line(left=record.note, size=9, gap=10),
            Line(left=payment(record), size=8.5, gap=10),
        ),
        margin=50.0,
    )


LAYOUT = Layout(name="en_invoice_foreign", split="develop", language="en", suits=of_kind("invoice", "credit_note", foreign=True), draw=draw)
