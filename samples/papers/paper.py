"""The content of a paper: lines of text and tables of cells, with no places yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Align = Literal["left", "centre", "right"]
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
    header   print the captions, again on each page; spans: a row above the captions, (text, number of columns it spans)
    size     of the letters, points; gap: white above the table
    wash     grey (0 to 1) behind the captions; stripe: behind every other row; None for white
    width    share of the paper's width between the margins; left: share of it that stays free on the left
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frame: Frame = "grid"
    header: bool = True
    size: float = 8.0
    row_height: float = 14.0
    gap: float = 4.0
    spans: tuple[tuple[str, int], ...] = ()
    wash: float | None = None
    stripe: float | None = None
    width: float = 1.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in three parts; a part may be a figure.   gap: points of white above it"""

    left: Cell = None
    centre: Cell = None
    right: Cell = None
    size: float = 9.0
    strong: bool = False
    gap: float = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture among the blocks (a QR code, a logo).   png: its bytes   width, height: points   beside: takes no room of its own"""

    png: bytes
    width: float
    height: float
    align: Align = "left"
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """The next block starts a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A stamp, pressed on when the paper is finished.

    kind   "round": 公章 or a bank's e-seal; "oval": 发票专用章; "square": 财务专用章; "name": a person's; "signature": ink
    over   "figures": over the last figures, as custom has it; "foot": where the signatures stand; "head": over the title
    """

    kind: Literal["round", "oval", "square", "name", "signature"]
    text: str
    over: Literal["figures", "foot", "head"] = "foot"
    below: str = ""


Block = Line | Table | Image | Break


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document's content.

    footer, head   printed on each page, {page} and {pages} filled in   width, height: of the page, points (A4 upright by default)
    seals          stamps that belong on it; the press decides whether this copy has them
    face           font family
    said           what stands on it beside its figures, (name, text): the number of an invoice, a tax number; only where a test asks for it
    """

    record: str
    language: str
    face: str
    blocks: tuple[Block, ...]
    footer: str = ""
    margin: float = 46.0
    height: float = 841.89
    width: float = 595.28
    head: str = ""
    seals: tuple[Seal, ...] = ()
    said: tuple[tuple[str, str], ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Every figure, in the order in which it is printed."""
        for block in self.blocks:
            if isinstance(block, Line):
                cells: tuple[Cell, ...] = (block.left, block.centre, block.right)
            elif isinstance(block, Table):
                cells = tuple(cell for row in block.rows for cell in row.cells)
            else:
                continue
            yield from (cell for cell in cells if isinstance(cell, Entry))


def main_units(minor: int) -> Decimal:
    """Minor units (fen, pence) in the main unit, exact."""
    return Decimal(minor).scaleb(-2)


def grouped(value: Decimal) -> str:
    """12,345.67 with the decimals that `value` has."""
    return f"{value:,f}"
