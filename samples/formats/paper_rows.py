"""A statement as a sheet: what a layout would print, line by line, in cells."""

from __future__ import annotations

import re
from decimal import Decimal

from samples.case import AnyRecord
from samples.formats.workbook import Number, SheetCell
from samples.papers.layout import Layout, Look
from samples.papers.paper import Cell, Entry, Line, Paper, Table
from samples.population.registry import declared
from samples.population.splits import Split, of

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def drawn(record: AnyRecord, look: Look, split: Split) -> Paper:
    """The paper of one of the layouts of that side which suit the record; which one follows from the firm."""
    layouts: list[Layout] = of(split, declared("samples.papers.statements", "LAYOUT"))
    fit = [layout for layout in layouts if layout.language == look.firm.language and layout.suits(record)]
    if not fit:
        raise ValueError(f"no layout of {split} prints a {record.record}")
    return fit[look.firm.seed % len(fit)].draw(record, look)


def rows_of(paper: Paper, *, typed: bool) -> tuple[list[list[SheetCell]], frozenset[int]]:
    """The rows of the sheet, and which of them are captions.   typed: figures as numbers in the printed unit, else as text"""
    rows: list[list[SheetCell]] = []
    captions = set()
    for block in paper.blocks:
        if isinstance(block, Line):
            parts = [part for part in (block.left, block.centre, block.right) if part]
            if parts:
                rows.append([_cell(part, typed=typed) for part in parts])
        elif isinstance(block, Table):
            if block.header and any(column.caption for column in block.columns):
                rows.append([column.caption.replace("\n", " ") or None for column in block.columns])
                captions.add(len(rows))
            rows += [[_cell(content, typed=typed) for content in row.cells] for row in block.rows]
    return rows, frozenset(captions)


def _cell(content: Cell, *, typed: bool) -> SheetCell:
    if not isinstance(content, Entry) or not typed:
        return content
    value = stored(content.printed)
    return content if value is None else Number(content, value)


def stored(printed: str) -> Decimal | None:
    """The number in a printed figure, negative with brackets or a minus; None for a dash or a blank."""
    found = _DIGITS.search(printed)
    if not found:
        return None
    value = Decimal(found[0].replace(",", ""))
    return -value if re.search(r"[-−(（△]", printed[: found.start()]) else value
