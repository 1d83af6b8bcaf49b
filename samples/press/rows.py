"""Cells and rows of a table: text broken into lines, rows with their height, before they are put on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from samples.papers.paper import Align, Cell, Entry, Row, Table
from samples.press.display import Fill, Rule, Text
from samples.press.typefaces import runs, width

PADDING = 3.0
#: Down to this share of its size a text is set smaller to stay on one line; longer ones are wrapped.
_SMALLEST = 0.8
_LEADING = 1.25
#: Where a line may be broken: after a space or hyphen, and after any Chinese sign.
_BREAKS = re.compile(r"[^\s\-/\u2e80-\uffef]*(?:[\s\-/]+|[\u2e80-\uffef]|$)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The text of a cell, broken into lines of one size; each line is (font, part) runs.   entry: when it is a figure"""

    lines: tuple[tuple[tuple[str, str], ...], ...]
    size: float
    entry: Entry | None = None

    @property
    def leading(self) -> float:
        return self.size * _LEADING

    @property
    def height(self) -> float:
        """From the top of the first line to the baseline of the last one."""
        return self.size + (len(self.lines) - 1) * self.leading

    def placed(self, left: float, right: float, baseline: float, align: Align) -> list[Text]:
        """The texts between `left` and `right`, the first line's baseline at `baseline`."""
        texts: list[Text] = []
        for number, line in enumerate(self.lines):
            widths = [width(part, font, self.size) for font, part in line]
            whole = sum(widths)
            x = {"left": left, "centre": (left + right - whole) / 2, "right": right - whole}[align]
            for (font, part), wide in zip(line, widths, strict=True):
                texts.append(
                    Text(x=x, y=baseline + number * self.leading, width=wide, text=part, font=font, size=self.size, entry=self.entry)
                )
                x += wide
        return texts


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets cells in one family."""

    face: str

    def _runs(self, text: str, *, strong: bool, whole: bool = False) -> tuple[tuple[str, str], ...]:
        return tuple(runs(text, self.face, strong=strong, whole=whole))

    def natural(self, cell: Cell, size: float, *, strong: bool = False) -> float:
        """Width of the cell on one line at `size`."""
        text, entry = _text(cell)
        return sum(width(part, font, size) for font, part in self._runs(text, strong=strong, whole=entry is not None))

    def one_line(self, cell: Cell, size: float, *, strong: bool = False) -> Lines:
        text, entry = _text(cell)
        return Lines((self._runs(text.replace("\n", " "), strong=strong, whole=entry is not None),), size, entry)

    def cell(self, cell: Cell, room: float, size: float, *, strong: bool = False) -> Lines:
        """The cell within `room` points: as it is, a little smaller, or on several lines; a figure stays on one line."""
        text, entry = _text(cell)
        if not text:
            return Lines((), size)
        forced = [text] if entry is not None else text.split("\n")
        widest = (
            max(self.natural(part, size, strong=strong) for part in forced) if entry is None else self.natural(cell, size, strong=strong)
        )
        ratio = min(1.0, room / widest) if widest else 1.0
        if ratio >= _SMALLEST or entry is not None:
            size *= ratio
            return Lines(tuple(self._runs(part, strong=strong, whole=entry is not None) for part in forced), size, entry)
        size *= 0.92  # what is wrapped is usually set a little tighter, too
        broken = [line for part in forced for line in self._broken(part, room, size, strong=strong)]
        widest = max(self.natural(part, size, strong=strong) for part in broken)
        size *= min(1.0, room / widest)  # a single word may still be too long
        return Lines(tuple(self._runs(part, strong=strong) for part in broken), size)

    def _broken(self, text: str, room: float, size: float, *, strong: bool) -> list[str]:
        lines, line = [], ""
        for piece in _BREAKS.findall(text):
            if line and self.natural((line + piece).rstrip(), size, strong=strong) > room:
                lines.append(line.rstrip())
                line = ""
            line += piece
        return [*lines, line.rstrip()] if line.strip() else lines


@dataclass(frozen=True, slots=True)
class Strip:
    """A row: what it consists of, with heights from its top."""

    height: float
    texts: tuple[Text, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True)
class Pieces:
    """A table before it is put on pages.   edges: left edges of the columns and the right edge of the last"""

    edges: tuple[float, ...]
    captions: Strip | None
    rows: tuple[Strip, ...]


def table_pieces(table: Table, setter: Setter, left: float, room: float) -> Pieces:
    """The rows of `table` in a paper whose text begins at `left` and is `room` wide."""
    edges = _edges(table, left, room)
    captions = _captions(table, setter, edges) if table.header else None
    rows = tuple(_row(table, row, number, setter, edges) for number, row in enumerate(table.rows))
    return Pieces(edges, captions, rows)


def _edges(table: Table, left: float, room: float) -> tuple[float, ...]:
    left += table.left * room
    whole = table.width * room / sum(column.width for column in table.columns)
    edges = [left]
    for column in table.columns:
        edges.append(edges[-1] + column.width * whole)
    return tuple(edges)


def _grey(share: float) -> tuple[float, float, float]:
    return (share, share, share)


def _first_baseline(height: float, lines: Lines) -> float:
    """So that the lines stand in the middle of a row of `height`."""
    return height / 2 - (len(lines.lines) - 1) * lines.leading / 2 + lines.size * 0.36


def _captions(table: Table, setter: Setter, edges: Sequence[float]) -> Strip:
    texts: list[Text] = []
    rules: list[Rule] = []
    top = 0.0
    open_frame = table.frame == "open"
    if table.spans:
        at = 0
        for text, count in table.spans:
            x0, x1 = edges[at], edges[at + count]
            lines = setter.cell(text, x1 - x0 - 2 * PADDING, table.size, strong=True)
            texts += lines.placed(x0 + PADDING, x1 - PADDING, _first_baseline(table.row_height, lines), "centre")
            if text and (open_frame or count > 1):
                inset = 4.0 if open_frame else 0.0
                rules.append(Rule(x0 + inset, table.row_height, x1 - inset, table.row_height))
            at += count
        top = table.row_height
    sets = [
        setter.cell(column.caption, x1 - x0 - 2 * PADDING, table.size, strong=True)
        for column, x0, x1 in zip(table.columns, edges, edges[1:], strict=False)
    ]
    height = max([table.row_height, *(lines.height + table.row_height - table.size for lines in sets)])
    for column, lines, x0, x1 in zip(table.columns, sets, edges, edges[1:], strict=False):
        align: Align = column.align if open_frame else "centre"
        texts += lines.placed(x0 + PADDING, x1 - PADDING, top + _first_baseline(height, lines), align)
    height += top
    width = 0.7 if open_frame else 0.5
    rules.append(Rule(edges[0], height, edges[-1], height, width))
    fills = () if table.wash is None else (Fill(edges[0], 0.0, edges[-1], height, _grey(table.wash)),)
    return Strip(height, tuple(texts), tuple(rules), fills)


def _row(table: Table, row: Row, number: int, setter: Setter, edges: Sequence[float]) -> Strip:
    open_frame = table.frame == "open"
    strong = row.style in {"section", "strong"} or (row.style == "total" and open_frame)
    sets: list[tuple[int, float, Lines]] = []
    for index, (cell, _) in enumerate(zip(row.cells, table.columns, strict=False)):
        alone = row.style == "section" and open_frame and not any(_text(other)[0] for other in row.cells[index + 1 :])
        right = edges[-1] if alone else edges[index + 1]
        sets.append((index, right, setter.cell(cell, right - edges[index] - 2 * PADDING, table.size, strong=strong)))
    height = max([table.row_height, *(lines.height + table.row_height - table.size for _, _, lines in sets if lines.lines)])
    texts: list[Text] = []
    rules: list[Rule] = []
    for index, right, lines in sets:
        baseline = _first_baseline(height, lines)
        texts += lines.placed(edges[index] + PADDING, right - PADDING, baseline, table.columns[index].align)
        if open_frame and row.style in {"subtotal", "total"} and lines.entry is not None:
            x0, x1 = edges[index] + 12, right - PADDING + 1
            rules.append(Rule(x0, 1.5, x1, 1.5, 0.6))
            if row.style == "total":
                rules += [Rule(x0, height - 1.5, x1, height - 1.5, 0.6), Rule(x0, height + 0.3, x1, height + 0.3, 0.6)]
    fills = (Fill(edges[0], 0.0, edges[-1], height, _grey(table.stripe)),) if table.stripe is not None and number % 2 else ()
    return Strip(height, tuple(texts), tuple(rules), fills)


def _text(cell: Cell) -> tuple[str, Entry | None]:
    if isinstance(cell, Entry):
        return cell.printed, (cell if cell.printed else None)
    return cell or "", None
