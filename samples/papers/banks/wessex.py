"""Wessex: one amount with CR behind what comes in, a balance after each row, posting times, the type at the end, across the page."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.papers.banks.figures import Figures, counted, flagged, numbered, of_bank, overdrawn
from samples.papers.banks.texts import narrative
from samples.papers.layout import Layout, Look
from samples.papers.paper import Column, Line, Paper, Row, Table
from samples.records.record import BankStatement

_COLUMNS = (
    Column("No.", 0.05, "right"),
    Column("Posted", 0.13),
    Column("Description", 0.36),
    Column("Amount", 0.15, "right"),
    Column("Balance", 0.15, "right"),
    Column("Code", 0.12, "centre"),
)


def draw(record: AnyRecord, look: Look) -> Paper:
    assert isinstance(record, BankStatement)
    show = flagged(" CR", "")
    figures = Figures(record, amount_shown=show, balance_shown=overdrawn(" OD"), with_sign=True)
    rows = []
    for row in numbered(record):
        line = row[1]
        text = narrative(line, 52, 1, coded=True)[0]
        stamp = f"{line.day} {line.time[:5]}".strip()
        rows.append(Row((str(row[0]), stamp, text, figures.amount(row), figures.balance(row), line.summary)))
    out, into = counted(record)
    summary = Table(
        columns=tuple(Column(caption, 1, "centre") for caption in ("Opening balance", "Debits", "Credits", "Closing balance")),
        rows=(
            Row(
                (figures.opening("Opening balance"), figures.debits("Debits"), figures.credits("Credits", show), figures.closing("Closing"))
            ),
            Row((None, f"{out} items", f"{into} items", None)),
        ),
        size=9.0,
        row_height=16.0,
        gap=8,
    )
    return Paper(
        record="bank_statement",
        language="en",
        face=look.face,
        blocks=(
            Line(left=record.bank_name.upper(), centre="Transaction report", right=record.currency, size=12, strong=True),
            Line(left=record.holder, right=f"{record.sort_code} / {record.account}", size=9.5, gap=8),
            Line(left=f"Period {record.start} to {record.end}", right=f"Report run {record.printed}", size=9),
            summary,
            Table(columns=_COLUMNS, rows=tuple(rows), size=8.0, row_height=14.0, stripe=0.94, gap=10),
        ),
        margin=40.0,
        width=841.89,
        height=595.28,
        footer="{page} / {pages}",
    )


LAYOUT = Layout(name="en_bank_wessex", split="test", language="en", suits=of_bank("wessex"), draw=draw, bank="wessex")
