"""An American invoice on Letter paper: bill to and ship to, terms in a strip, sales tax on the sum, month first."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.english import american, money, of_kind, title
from samples.papers.invoices.figures import Figures, numbered, percent, rates
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import Invoice

_COLUMNS = (
    Column("QTY", 0.1, "centre"),
    Column("ITEM", 0.14),
    Column("DESCRIPTION", 0.42),
    Column("RATE", 0.16, "right"),
    Column("AMOUNT", 0.18, "right"),
)
_STRIP = tuple(Column(caption, 1, "centre") for caption in ("INVOICE #", "DATE", "TERMS", "DUE DATE"))


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Invoice)
    figures = Figures(record)
    seller, buyer = record.seller, record.buyer
    days = (record.due - record.day).days if record.due else 0
    strip = Row((record.number, american(record.day), f"Net {days}" if days else "Due on receipt", american(record.due or record.day)))
    rows = [
        Row((figures.quantity(row), row[1].category, row[1].description, figures.price(row), figures.line_net(row)))
        for row in numbered(record)
    ]
    charged = [rate for rate in rates(record) if percent(rate) != "0%"]
    label = f"Sales tax ({percent(charged[0])})" if len(charged) == 1 else "Sales tax"
    due = "BALANCE DUE" if record.kind == "invoice" else "TOTAL"
    sums = Table(
        columns=(Column("", 0.55), Column("", 0.45, "right")),
        rows=(
            Row(("Subtotal", figures.net("Subtotal"))),
            Row((label, figures.tax(label))),
            Row((due, figures.total(due, money(record))), "strong"),
        ),
        header=False,
        size=9.4,
        row_height=18.0,
        width=0.45,
        left=0.55,
        gap=0,
    )
    parties = Table(
        columns=(Column("BILL TO", 0.5), Column("SHIP TO", 0.5)),
        rows=(Row((buyer.name, buyer.name)), Row((buyer.address, buyer.address))),
        frame="columns",
        size=9.0,
        row_height=16.0,
        gap=14,
    )
    return Paper(
        record="invoice",
        language="en",
        face=look.face,
        blocks=(
            Line(left=seller.name, right=title(record).upper(), size=16, strong=True),
            Line(left=seller.address, size=9),
            Line(left=seller.phone, right=f"EIN {seller.tax_id}" if seller.tax_id else None, size=9),
            parties,
            Table(columns=_STRIP, rows=(strip,), size=9.0, row_height=17.0, wash=0.88, gap=10),
            Table(columns=_COLUMNS, rows=tuple(rows), frame="columns", size=9.0, row_height=18.0, wash=0.88, gap=10),
            sums,
            Line(left=record.note, size=9, gap=12),
            Line(centre="Thank you for your business!", size=10, gap=18),
        ),
        margin=46.0,
        width=612.0,
        height=792.0,
    )


LAYOUT = Layout(
    name="en_invoice_american", split="develop", language="en", suits=of_kind("invoice", "credit_note", currencies=("USD",)), draw=draw
)
