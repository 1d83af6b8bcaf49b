"""A spreadsheet print of invoices: numbered rows in a grid, ISO dates, tax numbers, status in its own column, across the page."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.invoices.register import TOTAL, cell, issued, numbered, of_language
from samples.papers.layout import Layout, Look
from samples.papers.paper import Cell, Column, Line, Paper, Row, Table
from samples.records.record import Form


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, Form)
    columns = (
        Column("#", 0.04, "right"),
        Column("Reference", 0.15),
        Column("Invoice date", 0.1),
        Column("Account", 0.28),
        Column("Tax number", 0.13),
        Column("Status", 0.08),
        Column("Total", 0.12, "right"),
        Column("of which tax", 0.11, "right"),
        Column("Net", 0.12, "right"),
    )
    rows = []
    for row in numbered(record):
        item, line = row
        amounts = tuple(cell(record, row, name) for name in ("total", "tax", "net"))
        if line.name == TOTAL:
            rows.append(Row((None, line.label, None, None, None, None, *amounts), "strong"))
            continue
        texts = line.texts
        start: tuple[Cell, ...] = (str(item), texts.get("number", ""), texts.get("day", ""), line.label, texts.get("tax_id", ""))
        rows.append(Row((*start, texts.get("status", "") or "Open", *amounts)))
    kind = "Invoices issued" if issued(record) else "Invoices received"
    return Paper(
        record="invoice_register",
        language="en",
        face=look.face,
        blocks=(
            Line(left=f"{kind}: {record.entity}", right=f"{record.start} - {record.end}", size=10, strong=True),
            Line(right=f"Currency {record.currency}", size=8.5),
            Table(columns=columns, rows=tuple(rows), size=7.4, row_height=13.5, wash=0.85, stripe=0.96),
        ),
        margin=30.0,
        width=841.89,
        height=595.28,
        footer="{page}/{pages}",
    )


LAYOUT = Layout(name="en_register_grid", split="test", language="en", suits=of_language("GBP", "USD"), draw=draw)
