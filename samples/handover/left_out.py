"""A bank's print of which somebody kept pages back: what is handed in has the bank's own page numbers, with gaps (F28)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samples.case import Document
from samples.papers.paper import Block, Break, Entry, Paper, Row, Table
from samples.press.display import Display, Page, Text
from samples.press.typeset import display
from samples.records.record import BankStatement


def kept_back(document: Document) -> bool:
    """Whether pages of this paper were kept back."""
    return "missing_pages" in document.hints and isinstance(document.genuine, BankStatement)


def without_pages(document: Document, whole: Paper) -> Display | None:
    """The pages of `whole` (the paper with all its rows) that were handed in, or None when this layout does not keep rows in order.

    The rows that the record has lost must stand on pages of their own, so a new page starts where they start and end.
    """
    assert isinstance(document.genuine, BankStatement) and isinstance(document.record, BankStatement)
    left = {line.id for line in document.record.lines}
    numbers: dict[int, int] = {}
    for item, line in enumerate(document.genuine.lines, start=1):
        if line.id in left:
            numbers[item] = len(numbers) + 1
    blocks = list(_parted(whole, numbers))
    if sum(isinstance(block, Break) for block in blocks) > 4 + len(document.genuine.lines) // 8:
        return None
    pages = []
    for page in display(replace(whole, blocks=tuple(blocks))).pages:
        items = {text.entry.item for text in page.texts if text.entry is not None and text.entry.item is not None}
        if not items or items & set(numbers):
            pages.append(_renumbered(page, numbers))
    return Display(pages=tuple(pages))


def _parted(paper: Paper, kept: dict[int, int]) -> Iterator[Block]:
    """The blocks with a new page wherever rows that are handed in meet rows that are not."""
    before: bool | None = None
    for block in paper.blocks:
        if not isinstance(block, Table):
            yield block
            continue
        rows: list[Row] = []
        for row in block.rows:
            item = next((cell.item for cell in row.cells if isinstance(cell, Entry) and cell.item is not None), None)
            here = before if item is None else item in kept
            if before is not None and here != before:
                if rows:
                    yield replace(block, rows=tuple(rows))
                yield Break()
                rows = []
            rows.append(row)
            before = here
        yield replace(block, rows=tuple(rows))


def _renumbered(page: Page, numbers: dict[int, int]) -> Page:
    """The page with each row's figures under its number among the rows that are left."""

    def text(one: Text) -> Text:
        entry = one.entry
        if entry is None or entry.item is None:
            return one
        return replace(one, entry=replace(entry, item=numbers.get(entry.item, entry.item)))

    return replace(page, texts=tuple(text(one) for one in page.texts))
