"""Tables of web pages: the grid of their cells, the width of its columns, and their rows laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from extract.formats.style import length, local
from extract.formats.web_layout import LINE, Flow, Origin, Piece, text_width
from extract.numerals import parse

if TYPE_CHECKING:
    from extract.formats.web_layout import Layout

_MAX_COLUMNS = 300
_MAX_SPAN = 200
#: A label's natural width ends here: longer ones are broken into lines.
_LONGEST = 260.0
_SHORTEST = 4.0


@dataclass(slots=True)
class GridCell:
    element: etree._Element
    column: int
    span: int


def lay_out(layout: Layout, element: etree._Element, flow: Flow) -> float:
    """Lay out a table in `flow`; answers where the next block begins."""
    y = flow.y
    rows: list[list[GridCell]] = []
    taken: dict[int, int] = {}  # column -> rows that a cell from above still covers
    order: list[tuple[str, etree._Element, list[GridCell]]] = []
    for kind, part in layout.rows_of(element):
        if kind == "row":
            cells = _cells(layout, part, taken)
            rows.append(cells)
            order.append((kind, part, cells))
        else:
            order.append((kind, part, []))
    widths = _widths(layout, element, rows, flow.width)
    for kind, part, cells in order:
        if layout.full:
            break
        if kind == "block":
            y = layout.block(part, flow.x, flow.width, y, flow.align, flow.origin, flow.pre)
        else:
            y = _row(layout, part, cells, widths, flow, y)
    return y


def _cells(layout: Layout, row: etree._Element, taken: dict[int, int]) -> list[GridCell]:
    cells: list[GridCell] = []
    column = 0
    for child in row:
        if not isinstance(child.tag, str) or layout.role(child) == "skip":
            continue
        while taken.get(column, 0) > 0 and column < _MAX_COLUMNS:
            column += 1
        if column >= _MAX_COLUMNS:
            break
        span, down = _whole(child.get("colspan")), _whole(child.get("rowspan"))
        cells.append(GridCell(child, column, span))
        for covered in range(column, column + span):
            taken[covered] = -down  # negative: fresh in this row
        column += span
    for covered, rows in list(taken.items()):
        # What began here counts from the next row on; what came from above has one row less to cover.
        taken[covered] = -rows - 1 if rows < 0 else max(0, rows - 1)
    return cells


def _whole(text: str | None) -> int:
    return max(1, min(int(text), _MAX_SPAN)) if text and re.fullmatch(r"\s*\d{1,6}\s*", text) else 1


def _widths(layout: Layout, element: etree._Element, rows: Sequence[Sequence[GridCell]], whole: float) -> list[float]:
    count = min(max((cell.column + cell.span for row in rows for cell in row), default=0), _MAX_COLUMNS)
    style = layout.style(element)
    total = length(style.get("width"), whole) or length(element.get("width"), whole)
    stated: list[float] = [0.0] * count
    natural: list[float] = [0.0] * count
    for index, width in enumerate(_columns(layout, element, whole)[:count]):
        stated[index] = width
    cells = sorted((cell for row in rows for cell in row), key=lambda cell: cell.span)
    for cell in cells:
        inside = range(cell.column, min(cell.column + cell.span, count))
        own = length(layout.style(cell.element).get("width"), total or whole) or length(cell.element.get("width"), total or whole) or 0.0
        if own > 1:
            open_columns = [index for index in inside if not stated[index]]
            left = own - sum(stated[index] for index in inside)
            for index in open_columns:
                stated[index] = max(left / len(open_columns), 0.0) if cell.span > 1 else own
            if cell.span == 1:
                stated[cell.column] = max(stated[cell.column], own)
        wide = _natural(cell.element)
        lacking = wide - sum(natural[index] or _SHORTEST for index in inside)
        if lacking > 0:
            for index in inside:
                natural[index] = (natural[index] or _SHORTEST) + lacking / len(inside)
    widths = [own or max(fits, _SHORTEST) for own, fits in zip(stated, natural, strict=True)]
    total = min(total, whole) if total else None
    return _filled(widths, stated, total, whole)


def _filled(widths: list[float], stated: Sequence[float], total: float | None, whole: float) -> list[float]:
    """Widths that add up to the table's own, or at most to what there is."""
    now = sum(widths)
    goal = total or min(now, whole)
    if not now or abs(now - goal) < 1:
        return widths
    free = sum(width for width, own in zip(widths, stated, strict=True) if not own)
    if free and now < goal:
        return [width if own else width + width / free * (goal - now) for width, own in zip(widths, stated, strict=True)]
    return [width * goal / now for width in widths]


def _columns(layout: Layout, element: etree._Element, whole: float) -> list[float]:
    found: list[float] = []
    for child in element.iter():
        name = local(child)
        if name == "tr" or len(found) >= _MAX_COLUMNS:
            break
        if name == "col" or (name == "colgroup" and not len(child)):
            own = length(layout.style(child).get("width"), whole) or length(child.get("width"), whole) or 0.0
            found.extend([own] * _whole(child.get("span")))
    return found


def _natural(element: etree._Element) -> float:
    """Width of the longest text in `element`; texts of one line may be in several elements, so short ones add up."""
    texts = [" ".join(str(text).split()) for text in element.itertext()]
    return min(max(text_width(" ".join(text for text in texts if text)), 0.0), _LONGEST) + (8.0 if any(texts) else 0.0)


def _row(layout: Layout, row: etree._Element, cells: Sequence[GridCell], widths: Sequence[float], flow: Flow, y: float) -> float:
    outer, page = layout.pieces, layout.page
    filled: list[tuple[GridCell, list[Piece], float]] = []
    row_style = layout.style(row)
    for cell in cells:
        style = layout.style(cell.element)
        x = flow.x + sum(widths[: cell.column])
        width = sum(widths[cell.column : cell.column + cell.span])
        layout.pieces = []
        align = style.get("text-align") or row_style.get("text-align") or (row.get("align") or "").lower() or _plain(flow.align)
        inner = (
            Origin(x, 0.0, width) if style.get("position") == "relative" else Origin(flow.origin.x, flow.origin.y - y, flow.origin.width)
        )
        bottom = layout.block(cell.element, x, width, 0.0, align, inner, flow.pre)
        if align == "center" or local(cell.element) == "th":
            _widened(layout.pieces, x, width)
        filled.append((cell, layout.pieces, bottom))
    layout.pieces = outer
    tall = max((bottom for _, _, bottom in filled), default=0.0)
    broken = [pieces for _, pieces, _ in filled if len({round(piece.y) for piece in pieces}) > 1]
    if broken and _are_texts(broken) and (len(broken) == 1 or any(_holds_amount(pieces) for _, pieces, _ in filled)):
        for index, (cell, pieces, _) in enumerate(filled):
            if pieces in broken:
                filled[index] = (cell, [_joined(pieces)], LINE)
        tall = LINE
    for cell, pieces, bottom in filled:
        aligned = layout.style(cell.element).get("vertical-align") or row_style.get("vertical-align") or cell.element.get("valign")
        lower = 0.0 if (aligned or "").lower() == "top" or not broken else max(0.0, tall - bottom)
        for piece in pieces:
            # Where each cell is one line, they are one line together, whatever stands empty above it in a cell.
            piece.y = y + lower + (piece.y if broken else 0.0)
        outer.extend(pieces)
    stated = length(layout.style(row).get("height"), 0.0) or 0.0
    if page != layout.page and outer:
        return y + max(tall, 1.0)
    return y + max(tall, min(stated, 400.0), 1.0)


def _widened(pieces: Sequence[Piece], x: float, width: float) -> None:
    """Give a caption in the middle of its cell the cell's own width: a short text at the left of the column below is its own."""
    if len(pieces) == 1 and parse(pieces[0].text) is None:
        pieces[0].x0, pieces[0].x1 = x, x + max(width - 1.0, 1.0)


def _plain(align: str) -> str:
    """What a table inherits from a centred block is the block's place, not its cells'."""
    return "left" if align == "center" else align


def _are_texts(cells: Sequence[Sequence[Piece]]) -> bool:
    """Whether the cells of several lines each say one thing: no line is an amount, and no table stands in them."""
    return not any(
        parse(piece.text) is not None and len(pieces) == len({round(one.y) for one in pieces}) for pieces in cells for piece in pieces
    ) and all(len(pieces) == len({round(piece.y) for piece in pieces}) for pieces in cells)


def _holds_amount(pieces: Sequence[Piece]) -> bool:
    return len(pieces) == 1 and parse(pieces[0].text) is not None


def _joined(pieces: Sequence[Piece]) -> Piece:
    """The lines of one cell as one."""
    text = pieces[0].text
    for piece in pieces[1:]:
        tight = text[-1:] > "\u2e80" and piece.text[:1] > "\u2e80"
        text += piece.text if tight else f" {piece.text}"
    first = pieces[0]
    tagged = [one for piece in pieces for one in piece.tagged]
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    return Piece(text, left, right, first.y, first.page, first.element, 1, tagged)
