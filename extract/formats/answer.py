"""What a child says, as JSON, and its way back into nouns.

A child that a document has taken over can say anything, so nothing is believed: each field is checked for its type, range
and length. Compact lists instead of objects, because a year of bank statements has half a million words.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import isfinite
from typing import Any, TypeVar, get_args

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.limits import (
    MAX_ATTACHMENTS,
    MAX_CELLS,
    MAX_FILES,
    MAX_MARKUP_ELEMENTS,
    MAX_PAGE_SIDE,
    MAX_PAGES,
    MAX_SHEETS,
    MAX_STROKES_PER_PAGE,
    MAX_TEXT,
    MAX_WORDS_PER_PAGE,
)
from extract.page import Cell, Element, Exchange, ExchangeFormat, Fact, Markup, Node, Page, Sheet, Source, Stroke, Word
from extract.place import Box

#: Coordinates may leave the page a little (a bleed, a mark outside the crop), never by more than a page.
_FAR = MAX_PAGE_SIDE * 2
_SOURCES: dict[str, Source] = {"text_layer": "text_layer", "none": "none"}
_TAXONOMIES = frozenset({"frc", "ifrs", "us_gaap", ""})
_FORMATS: dict[str, ExchangeFormat] = {name: name for name in get_args(ExchangeFormat)}
_MAX_WARNINGS = 1_000
Item = TypeVar("Item")


def packed(opened: Opened) -> dict[str, Any]:
    """`opened` as JSON values. Words and strokes with impossible coordinates are left out."""
    return {
        "media_type": opened.media_type,
        "page_count": opened.page_count,
        "pages": [_packed_page(page) for page in opened.pages],
        "sheets": [[sheet.name, sheet.delimited, [_packed_cell(cell) for cell in sheet.cells]] for sheet in opened.sheets],
        "facts": [
            [one.name, one.taxonomy, one.value, one.unit, one.start, one.end, list(one.dims), one.shown, one.place, one.hidden]
            for one in opened.facts
        ],
        "exchange": None if opened.exchange is None else _packed_exchange(opened.exchange),
        "markups": [
            [markup.name, markup.namespace, [[element.path, element.text] for element in markup.elements]] for markup in opened.markups
        ],
        "warnings": [[warning.code, warning.text, warning.page, warning.text_zh] for warning in opened.warnings],
    }


def _packed_cell(cell: Cell) -> list[Any]:
    sides = [] if cell.left is None or cell.right is None else [round(cell.left, 2), round(cell.right, 2)]
    return [cell.row, cell.column, cell.text, cell.place, cell.span, *sides]


def _packed_page(page: Page) -> list[Any]:
    words = [
        [word.text, *_rounded(word.box), round(word.size, 2), word.confidence, *([] if word.seen is None else _rounded(word.seen))]
        for word in page.words
        if _sane(word.box) and isfinite(word.size) and (word.seen is None or _sane(word.seen))
    ]
    strokes = [_rounded(stroke.box) for stroke in page.strokes if _sane(stroke.box)]
    return [page.number, round(page.width, 3), round(page.height, 3), page.source, words, strokes]


def _packed_exchange(exchange: Exchange) -> list[Any]:
    return [exchange.format, [[node.depth, node.step, node.text, node.line] for node in exchange.nodes]]


def _rounded(box: Box) -> list[float]:
    return [round(box.x0, 3), round(box.top, 3), round(box.x1, 3), round(box.bottom, 3)]


def _sane(box: Box) -> bool:
    inside = all(isfinite(side) and abs(side) <= _FAR for side in (box.x0, box.top, box.x1, box.bottom))
    return inside and box.x0 <= box.x1 and box.top <= box.bottom


def unpacked(raw: dict[str, Any], name: str, sha256: str) -> Opened:
    """The nouns in a child's answer. Raises Refused when anything about it is not as `packed` makes it."""
    try:
        pages = tuple(_page(item) for item in _items(raw["pages"], MAX_PAGES))
        sheets = tuple(_sheet(item) for item in _items(raw["sheets"], MAX_SHEETS))
        if sum(len(sheet.cells) for sheet in sheets) > MAX_CELLS:
            raise ValueError("too many cells")
        if len({page.number for page in pages}) != len(pages):
            raise ValueError("a page twice")
        return Opened(
            name=name,
            sha256=sha256,
            media_type=_text(raw["media_type"], 100),
            page_count=_whole(raw["page_count"], 0, 10_000_000),
            pages=pages,
            sheets=sheets,
            exchange=None if raw["exchange"] is None else _exchange(raw["exchange"]),
            markups=tuple(_markup(item) for item in _items(raw["markups"], MAX_ATTACHMENTS)),
            facts=tuple(_fact(item) for item in _items(raw["facts"], MAX_MARKUP_ELEMENTS)),
            warnings=tuple(_warning(item) for item in _items(raw["warnings"], _MAX_WARNINGS)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _senseless(name) from error


def rendered_pages(raw: dict[str, Any], name: str) -> tuple[int, ...]:
    """The page numbers of a child's rendering answer."""
    return _listed(raw, "rendered", name, MAX_PAGES, lambda item: _whole(item, 1, 10_000_000))


def unpacked_names(raw: dict[str, Any], name: str) -> tuple[str, ...]:
    """The file names of a child's unpacking answer, in the order of the numbered files it wrote."""
    return _listed(raw, "files", name, MAX_FILES, lambda item: _text(item, 1_000))


def decoded_texts(raw: dict[str, Any], name: str) -> tuple[str, ...]:
    """The texts of a child's decoding answer."""
    return _listed(raw, "codes", name, 50, _text)


def decoded_pages(raw: dict[str, Any], name: str) -> dict[int, tuple[str, ...]]:
    """The texts of a child's decoding answer for several pages, by number of the page."""
    found: dict[int, tuple[str, ...]] = {}
    for number, text in _listed(raw, "codes", name, MAX_PAGES * 10, lambda item: (_whole(item[0], 1, 10_000_000), _text(item[1]))):
        found[number] = (*found.get(number, ()), text)
    return found


def unpacked_warnings(raw: dict[str, Any], name: str) -> tuple[DocumentWarning, ...]:
    """The warnings of a child's unpacking answer."""
    return _listed(raw, "warnings", name, _MAX_WARNINGS, _warning)


def _listed(raw: dict[str, Any], key: str, name: str, most: int, take: Callable[[Any], Item]) -> tuple[Item, ...]:
    try:
        return tuple(take(item) for item in _items(raw[key], most))
    except (KeyError, TypeError, ValueError) as error:
        raise _senseless(name) from error


def _senseless(name: str) -> Refused:
    problem, problem_zh = "Its reader gave an answer that makes no sense.", "读取程序给出的结果不合理。"
    remedy, remedy_zh = "Print it to a new file and send that.", "请打印为新文件后发送。"
    return Refused("document-crashed-reader", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)


def _items(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("not a list of the allowed length")
    return value


def _text(value: Any, most: int = MAX_TEXT) -> str:
    if not isinstance(value, str) or len(value) > most or "\x00" in value:
        raise ValueError("not a text of the allowed length")
    value.encode()  # a lone surrogate is no text: UnicodeEncodeError is a ValueError
    return value


def _whole(value: Any, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError("not a whole number in its range")
    return value


def _number(value: Any, least: float, most: float) -> float:
    if type(value) not in (int, float) or not least <= value <= most:  # NaN fails the comparison
        raise ValueError("not a number in its range")
    return float(value)


def _box(values: list[Any]) -> Box:
    x0, top, x1, bottom = (_number(value, -_FAR, _FAR) for value in values)
    if x0 > x1 or top > bottom:
        raise ValueError("a box turned inside out")
    return Box(x0, top, x1, bottom)


def _page(raw: Any) -> Page:
    number, width, height, source, words, strokes = raw
    return Page(
        number=_whole(number, 1, 10_000_000),
        width=_number(width, 0.1, MAX_PAGE_SIDE),
        height=_number(height, 0.1, MAX_PAGE_SIDE),
        words=tuple(_word(item) for item in _items(words, MAX_WORDS_PER_PAGE)),
        strokes=tuple(Stroke(_box(item)) for item in _items(strokes, MAX_STROKES_PER_PAGE)),
        source=_SOURCES[source],
    )


def _word(raw: list[Any]) -> Word:
    seen = _box(raw[7:]) if len(raw) > 7 else None
    return Word(_text(raw[0]), _box(raw[1:5]), _number(raw[6], 0, 1), size=_number(raw[5], 0, _FAR), seen=seen)


def _sheet(raw: Any) -> Sheet:
    name, delimited, cells = raw
    if type(delimited) is not bool:
        raise ValueError("not a yes or no")
    return Sheet(_text(name), tuple(_cell(item) for item in _items(cells, MAX_CELLS)), delimited)


def _markup(raw: Any) -> Markup:
    name, namespace, elements = raw
    return Markup(_text(name), _text(namespace), tuple(_element(item) for item in _items(elements, MAX_MARKUP_ELEMENTS)))


def _element(raw: Any) -> Element:
    path, text = raw
    if not _text(path).startswith("/"):
        raise ValueError("no path from a root")
    return Element(path, _text(text))


def _cell(raw: Any) -> Cell:
    row, column, text, place, span, *sides = raw
    left, right = (_number(side, -_FAR, _FAR) for side in sides) if sides else (None, None)
    if left is not None and right is not None and left > right:
        raise ValueError("a cell turned inside out")
    whole = _whole(row, 1, 10_000_000), _whole(column, 1, 100_000)
    return Cell(*whole, _text(text), _text(place), _whole(span, 1, 100_000), left, right)


def _fact(raw: Any) -> Fact:
    name, taxonomy, value, unit, start, end, dims, shown, place, hidden = raw
    if type(hidden) is not bool or taxonomy not in _TAXONOMIES:
        raise ValueError("no fact")
    return Fact(
        name=_text(name, 300), taxonomy=taxonomy, value=None if value is None else _text(value), unit=_text(unit, 60),
        start=_day(start), end=_day(end), dims=tuple(_text(item, 600) for item in _items(dims, 50)), shown=_text(shown), place=_text(place),
        hidden=hidden,
    )  # fmt: skip


def _day(value: Any) -> str | None:
    return None if value is None else date.fromisoformat(_text(value, 10)).isoformat()


def _exchange(raw: Any) -> Exchange:
    name, nodes = raw
    return Exchange(_FORMATS[name], tuple(_node(item) for item in _items(nodes, MAX_CELLS)))


def _node(raw: Any) -> Node:
    depth, step, text, line = raw
    return Node(_whole(depth, 1, 100), _text(step, 200), _text(text), _whole(line, 1, 100_000_000))


def _warning(raw: Any) -> DocumentWarning:
    code, text, page, text_zh = raw
    return DocumentWarning(_text(code, 100), _text(text), None if page is None else _whole(page, 1, 10_000_000), _text(text_zh))
