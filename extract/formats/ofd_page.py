"""One page of an OFD file: its texts as words where they are seen, and its drawn lines.

Source: GB/T 33190-2016 (8.5 graphic units and their matrix, 9.1 path data, 11.3 text codes: each letter's place is the first
one's plus the offsets listed, where "g n d" stands for n offsets of d).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

from lxml import etree

from extract.document import DocumentWarning
from extract.formats.pdf_page import clean
from extract.limits import MAX_PAGE_SIDE, MAX_STROKES_PER_PAGE, MAX_WORDS_PER_PAGE
from extract.page import Page, Stroke, Word
from extract.place import Box

#: Lengths are millimetres.
_POINTS = 72 / 25.4
_A4 = (0.0, 0.0, 210.0, 297.0)
#: Units of graphics within each other, and of all on one page.
_DEEPEST, _MOST_UNITS = 30, 100_000
_MOST_LETTERS = 4_000
#: Parts of the letter size: what stands above the base line, the room that parts two words, a line's greatest thickness in mm.
_ASCENT, _WORD_GAP, _THIN = 0.85, 0.3, 0.8

Matrix = tuple[float, float, float, float, float, float]


def local(element: etree._Element) -> str:
    """The element's name without its namespace, of whatever kind."""
    return str(element.tag).rpartition("}")[2].lstrip(":").rpartition(":")[2]


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    if element is None:
        return []
    return [item for item in element if isinstance(item.tag, str) and local(item) == name]


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(iter(children(element, name)), None)


def text_of(element: etree._Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def numbers(text: str | None) -> list[float]:
    """The finite numbers in `text`; anything else ends them."""
    found: list[float] = []
    for part in (text or "").split():
        try:
            value = float(part)
        except ValueError:
            break
        if not isfinite(value) or abs(value) > 1e6:
            break
        found.append(value)
    return found


def sides(text: str) -> tuple[float, float, float, float] | None:
    """x, y, width and height in millimetres; None for anything else."""
    values = numbers(text)
    if len(values) < 4 or values[2] <= 0 or values[3] <= 0:
        return None
    return values[0], values[1], values[2], values[3]


def offsets(text: str | None, most: int = _MOST_LETTERS) -> list[float]:
    """The listed offsets, "g n d" written out."""
    parts = (text or "").split()
    found: list[float] = []
    at = 0
    while at < len(parts) and len(found) < most:
        if parts[at] == "g" and at + 2 < len(parts) and parts[at + 1].isdigit():
            value = numbers(parts[at + 2])
            found.extend(value * min(int(parts[at + 1]), most))
            at += 3
        else:
            found.extend(numbers(parts[at]))
            at += 1
    return found[:most]


def drawn(
    layers: Sequence[etree._Element],
    number: int,
    area: tuple[float, float, float, float] | None,
    warnings: list[DocumentWarning],
) -> tuple[Page, Mapping[str, str]]:
    """The page that `layers` draw, the lowest first, and the text of each text object by its id."""
    left, top, width, height = area or _A4
    words: list[Word] = []
    strokes: list[Stroke] = []
    texts: dict[str, str] = {}
    for unit in _units(layers):
        if local(unit) == "TextObject":
            texts[unit.get("ID", "")] = "".join(text_of(code) for code in children(unit, "TextCode"))
            words.extend(_words(unit, left, top))
        else:
            strokes.extend(_lines(unit, left, top))
    seen = [word for word in words if -1 <= word.box.centre <= width * _POINTS + 1 and -1 <= word.box.middle <= height * _POINTS + 1]
    if len(seen) < len(words):
        text = f"{len(words) - len(seen)} texts stand outside the visible page; they were not read."
        text_zh = f"有 {len(words) - len(seen)} 处文字位于可见页面之外，未读取。"
        warnings.append(DocumentWarning("text-outside-page", text, number, text_zh))
    if len(seen) > MAX_WORDS_PER_PAGE:
        text, text_zh = f"Only the first {MAX_WORDS_PER_PAGE} words are read.", f"只读取前 {MAX_WORDS_PER_PAGE} 个词。"
        warnings.append(DocumentWarning("too-many-words", text, number, text_zh))
    page = Page(
        number=number, width=min(max(width * _POINTS, 1.0), MAX_PAGE_SIDE), height=min(max(height * _POINTS, 1.0), MAX_PAGE_SIDE),
        words=tuple(seen[:MAX_WORDS_PER_PAGE]), strokes=tuple(strokes[:MAX_STROKES_PER_PAGE]),
    )  # fmt: skip
    return page, texts


def _units(layers: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Text and path objects in the order in which they are painted, those in blocks with them."""
    stack: list[tuple[etree._Element, int]] = [(layer, 0) for layer in reversed(layers)]
    found = 0
    while stack and found < _MOST_UNITS:
        element, depth = stack.pop()
        if local(element) in {"TextObject", "PathObject"}:
            found += 1
            if element.get("Visible", "true") != "false":
                yield element
        elif depth < _DEEPEST:
            stack.extend((item, depth + 1) for item in reversed(element) if isinstance(item.tag, str))


def _matrix(unit: etree._Element) -> Matrix:
    values = numbers(unit.get("CTM"))
    if len(values) != 6:
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return values[0], values[1], values[2], values[3], values[4], values[5]


def _words(unit: etree._Element, left: float, top: float) -> Iterator[Word]:
    boundary, (a, b, c, d, e, f) = numbers(unit.get("Boundary")), _matrix(unit)
    size = next(iter(numbers(unit.get("Size"))), 0.0)
    if len(boundary) < 2 or not 0 < size < 1_000:
        return
    x, y = 0.0, 0.0
    for code in children(unit, "TextCode"):
        x, y = (next(iter(numbers(code.get(name))), before) for name, before in (("X", x), ("Y", y)))
        letters = (code.text or "").strip("\r\n\t")[:_MOST_LETTERS]
        for text, x0, x1, base in _runs(letters, x, y, size, offsets(code.get("DeltaX")), offsets(code.get("DeltaY"))):
            corners = [
                (a * px + c * py + e + boundary[0] - left, b * px + d * py + f + boundary[1] - top)
                for px in (x0, x1) for py in (base - _ASCENT * size, base + (1 - _ASCENT) * size)
            ]  # fmt: skip
            across, down = [point[0] * _POINTS for point in corners], [point[1] * _POINTS for point in corners]
            yield Word(clean(text), Box(min(across), min(down), max(across), max(down)), size=size * abs(d or 1.0) * _POINTS)


def _runs(
    letters: str, x: float, y: float, size: float, across: Sequence[float], down: Sequence[float]
) -> Iterator[tuple[str, float, float, float]]:
    """Words with their left and right edge and base line: cut at spaces, at a new line, and where letters stand apart."""
    run, start, end, base = "", x, x, y
    for index, letter in enumerate(letters):
        width = size * (1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.5)
        new = bool(run) and (abs(y - base) > 0.2 * size or x < start - 0.01 or x - end > _WORD_GAP * size)
        if (letter.isspace() or new) and run:
            yield run, start, end, base
            run = ""
        step = across[index] if index < len(across) else (0.0 if across else width)
        if not letter.isspace():
            if not run:
                start, base = x, y
            run += letter
            end = x + (step if 0 < step <= 1.3 * width else width)
        x += step
        y += down[index] if index < len(down) else 0.0
    if run.strip():
        yield run, start, end, base


def _lines(unit: etree._Element, left: float, top: float) -> Iterator[Stroke]:
    """The straight lines of a path that run along the page's sides."""
    boundary, (a, b, c, d, e, f) = numbers(unit.get("Boundary")), _matrix(unit)
    if len(boundary) < 2:
        return
    at: tuple[float, float] | None = None
    for sign, x, y in re.findall(r"([ML])\s+(-?[\d.]{1,12})\s+(-?[\d.]{1,12})", text_of(child(unit, "AbbreviatedData"))[:20_000]):
        point = numbers(f"{x} {y}")
        if len(point) < 2:
            continue
        here = (a * point[0] + c * point[1] + e + boundary[0] - left, b * point[0] + d * point[1] + f + boundary[1] - top)
        if sign == "L" and at is not None and min(abs(here[0] - at[0]), abs(here[1] - at[1])) < _THIN:
            x0, x1 = sorted((at[0] * _POINTS, here[0] * _POINTS))
            y0, y1 = sorted((at[1] * _POINTS, here[1] * _POINTS))
            if max(x1 - x0, y1 - y0) > 2.0:
                yield Stroke(Box(x0, y0, x1, y1))
        at = here
