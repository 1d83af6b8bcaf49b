"""A credit report in its parts: loans by lender, what is owed in all, and the balances of earlier year ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samples.case import AnyRecord
from samples.papers.layout import Look
from samples.papers.paper import Block, Line, Paper
from samples.papers.returns.form_page import Numbered, Page, framed, table
from samples.records.record import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Headings of the parts.   texts: columns of words beside a loan's figures"""

    loans: str
    totals: str
    history: str
    texts: tuple[tuple[str, str], ...]
    item: str


def drawn(record: AnyRecord, look: Look, page: Page, parts: Parts) -> Paper:
    """The report `record` as a paper."""
    assert isinstance(record, Form)
    numbered = list(enumerate(record.lines, start=1))
    totals = [(item, line) for item, line in numbered if line.name in {"total", "guarantees"}]
    history = [(item, line) for item, line in numbered if "history" in line.amounts]
    apart = {item for item, _ in (*totals, *history)}
    loans = [(item, line) for item, line in numbered if item not in apart]
    blocks: list[Block] = [*page.heading(record, look)]
    blocks += _part(record, replace(page, texts=parts.texts, label=0.26, item=parts.item), parts.loans, loans)
    blocks += _part(record, replace(page, label=0.6), parts.totals, totals)
    blocks += _part(record, replace(page, label=0.6), parts.history, history)
    return framed(record, look, page, blocks)


def _part(record: Form, page: Page, caption: str, lines: Sequence[Numbered]) -> list[Block]:
    if not lines:
        return []
    used = {name for _, line in lines for name in line.amounts}
    columns = [column for column in record.columns if column.name in used]
    return [Line(left=caption, size=page.size + 1, strong=True, gap=12), table(record, page, lines, columns=columns)]
