"""The content of a paper: lines of text and tables of cells, with no places yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Align = Literal["left", "centre", "right"]
RecordKind = Literal["balance_sheet", "income_statement", "cash_flow", "bank_statement", "invoice"]
Frame = Literal["grid", "columns", "open"]
#: section: a heading among the rows.   subtotal: a line above its figures.   total: a line above, two below.
RowStyle = Literal["plain", "section", "subtotal", "total", "strong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One figure that will be printed.

    label     the caption of its line as printed; "" without one
    concept   of the chart, None for what the chart has no word for (bank lines, invoice amounts)
    period    last day of its column; of a bank line or an invoice, its date
    span      "instant", "year", "year_to_date", "month"; "day" for bank lines and invoices
    value     main units, positive on the concept's normal side; bank amounts positive when money comes in
    field     which figure of its record: "amount", "balance", "opening", "net", …; "" on statements
    item      number of the bank line or invoice line that it stands in, from 1
    """

    label: str
    concept: str | None
    period: date
    span: str
    value: Decimal
    printed: str
    field: str = ""
    item: int | None = None


Cell = str | Entry | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.   width: share of the table's width"""

    caption: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; it may have fewer cells than the table has columns."""

    cells: tuple[Cell, ...]
    style: RowStyle = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns.

    frame    "grid": every cell in a box; "columns": only the outside and between columns; "open": no box
    header   print the captions, again on each page
    size     of the letters, points; gap: white above the table
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frame: Frame = "grid"
    header: bool = True
    size: float = 8.0
    row_height: float = 14.0
    gap: float = 4.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in three parts; a part may be a figure.   gap: points of white above it"""

    left: Cell = None
    centre: Cell = None
    right: Cell = None
    size: float = 9.0
    strong: bool = False
    gap: float = 4.0


Block = Line | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document's content.   footer: printed on each page, {page} and {pages} filled in   height: of the page, points"""

    record: RecordKind
    language: str
    face: str
    blocks: tuple[Block, ...]
    footer: str = ""
    margin: float = 46.0
    height: float = 841.89

    def entries(self) -> Iterator[Entry]:
        """Every figure, in the order in which it is printed."""
        for block in self.blocks:
            cells = (
                (block.left, block.centre, block.right) if isinstance(block, Line) else (cell for row in block.rows for cell in row.cells)
            )
            yield from (cell for cell in cells if isinstance(cell, Entry))

    def changed(self, change: Callable[[Entry], Entry]) -> Paper:
        """The same paper with `change` applied to each of its figures."""

        def cell(content: Cell) -> Cell:
            return change(content) if isinstance(content, Entry) else content

        blocks: list[Block] = []
        for block in self.blocks:
            if isinstance(block, Line):
                blocks.append(replace(block, left=cell(block.left), centre=cell(block.centre), right=cell(block.right)))
            else:
                rows = tuple(replace(row, cells=tuple(cell(content) for content in row.cells)) for row in block.rows)
                blocks.append(replace(block, rows=rows))
        return replace(self, blocks=tuple(blocks))


def main_units(minor: int) -> Decimal:
    """Minor units (fen, pence) in the main unit, exact."""
    return Decimal(minor).scaleb(-2)


def rounded(minor: int) -> Decimal:
    """Minor units to whole main units, a half away from zero, as accountants round."""
    return Decimal(minor).scaleb(-2).quantize(Decimal(1), ROUND_HALF_UP)


def grouped(value: Decimal) -> str:
    """12,345.67 with the decimals that `value` has."""
    return f"{value:,f}"


def bracketed(value: Decimal) -> str:
    """British: (12,345) below zero, a dash for nothing."""
    if not value:
        return "-"
    return f"({-value:,f})" if value < 0 else f"{value:,f}"
