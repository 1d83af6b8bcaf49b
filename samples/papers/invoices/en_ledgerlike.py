"""The all-purpose document of a stock system: codes, a grid, tax analysed by rate beneath; invoices and credits, any currency."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import money, of_kind, tax_number, tax_word, title
from samples.papers.invoices.figures import Figures, numbered, percent, rates
from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Column, Line, Paper, Row, Table
from samples.records.record import Invoice

_COLUMNS = (
    Column("Code", 0.13),
    Column("Description", 0.35),
    Column("Qty", 0.1, "right"),
    Column("Each", 0.14, "right"),
    Column("Goods", 0.14, "right"),
    Column("Tax", 0.14, "right"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    tax = tax_word(look)
    seller, buyer = record.seller, record.buyer
    rows = []
    for row in numbered(record):
        line = row[1]
        amounts = (figures.quantity(row), figures.price(row), figures.line_net(row), figures.line_tax(row))
        rows.append(Row((line.category, line.description, *amounts)))
    analysis = tuple(
        Row(
            (
                percent(rate),
                figures.of_rate(percent(rate), rate, "rate_net", place),
                figures.of_rate(percent(rate), rate, "rate_tax", place),
            )
        )
        for place, rate in enumerate(rates(record), start=1)
    )
    sums = (
        Row(("Goods total", figures.net("Goods total"))),
        Row((f"{tax} total", figures.tax(f"{tax} total"))),
        Row((f"Document total {record.currency}", figures.total("Document total", money(record))), "strong"),
    )
    columns = (Column(f"{tax} rate", 0.3), Column("On", 0.35, "right"), Column(tax, 0.35, "right"))
    rate: tuple[Block, ...] = ()
    if record.exchange_rate:
        rate = (Line(left=f"Rate of exchange {record.exchange_rate} {look.firm.currency} per {record.currency}", size=9, gap=8),)
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(left=f"{title(record).upper()} {record.number}", right=f"{record.day}", size=13, strong=True),
            Line(left=f"Supplier: {seller.name}", right=tax_number(seller, look), size=9, gap=10),
            Line(left=seller.address, right=seller.phone, size=9),
            Line(left=f"Customer: {buyer.name}", right=f"Due {record.due}" if record.due else None, size=9, gap=8),
            Line(left=buyer.address, size=9),
            Table(columns=_COLUMNS, rows=tuple(rows), size=8.6, row_height=17.0, wash=0.85, gap=12),
            Table(columns=columns, rows=analysis, size=8.4, row_height=15.0, width=0.5, gap=12),
            Table(
                columns=(Column("", 0.6), Column("", 0.4, "right")),
                rows=sums,
                header=False,
                size=9.4,
                row_height=18.0,
                width=0.45,
                left=0.55,
                gap=10,
            ),
            *rate,
            Line(left=record.note, size=9, gap=10),
            Line(left=f"Bank: {seller.bank} {seller.account}".strip() if seller.account else None, size=9, gap=10),
        ),
        margin=42.0,
        footer=f"{record.number}   " + "{page} of {pages}",
    )


LAYOUT = Layout(name="en_invoice_ledgerlike", split="test", language="en", suits=of_kind("invoice", "credit_note", foreign=None), draw=draw)
