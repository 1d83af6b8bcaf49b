"""Rows to the lines of a form: which captions head the columns, and what of each row stands in which of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extract.forms.heading import is_pair
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.recognised import mended
from extract.numerals import Numeral, parse, parse_recognised
from extract.page import Word
from extract.place import Box
from extract.tables.columns import amount_part
from extract.tables.lines import Chunk, Row, display_width

#: A number of a line: 7, 12a, L15, M1-10, 1002.01.
_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,4}(?:[.\-]\d{1,4})*[a-z]?|\d{4,10}", re.IGNORECASE)
#: The column of amounts of a form whose paper heads none.
_BARE = ColumnMeaning("", "")
#: A caption that runs over two printed lines has its parts this near to each other, in heights of a letter.
_WRAPPED = 0.9
_LONGEST_CAPTION = 40
#: Points that a word may begin left of its column's caption.
_ASLANT = 4.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its caption.   box: of the caption, both rows of it where it has two"""

    meaning: ColumnMeaning
    box: Box


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount in its column.

    meaning       None where it stands in a column that this form does not know
    unit, scale   printed with it
    trust         in what its column is about, where that is less than sure
    """

    meaning: ColumnMeaning | None
    chunk: Chunk
    numeral: Numeral
    unit: str | None = None
    scale: Decimal | None = None
    trust: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed.

    heading   words above it that open a part of the form
    concept   of its column, where the caption of that is the line
    """

    label: str
    number: str | None
    cells: tuple[Cell, ...]
    words: tuple[tuple[str, str], ...]
    row: Row
    heading: str = ""
    concept: str | None = None


@dataclass(slots=True)
class _Parts:
    """What of one row stands where."""

    labels: list[Chunk] = field(default_factory=list)
    number: str | None = None
    cells: list[Cell] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)


def header_at(rows: Sequence[Row], index: int, kind: FormKind) -> list[Column]:
    """The columns that the row at `index` heads, the row above it read together with it; empty when it heads none."""
    row = rows[index]
    pieces = [piece for chunk in _captions(row) for piece in _pieces(chunk, kind)]
    if any(_amount(piece, row) is not None and not _caption_sign(piece.text) for piece in pieces):
        return []
    upper = _upper(rows, index)
    columns: list[Column] = []
    for piece in pieces:
        meaning, box = _meaning(kind, piece, upper)
        if meaning is not None:
            columns.append(Column(meaning, box))
    known = {column.meaning.holds for column in columns}
    amounts = sum(column.meaning.holds == "amount" for column in columns)
    if not amounts or len(columns) < 2 or (len(columns) * 2 < len(pieces)):
        return []
    return columns if amounts >= 2 or known & {"number", "label", "words"} else []


def lines_of(rows: Sequence[Row], kind: FormKind) -> tuple[list[Line], list[Row]]:
    """The lines of a form, and the rows that belong to none: its heading and its foot."""
    lines: list[Line] = []
    others: list[Row] = []
    columns: list[Column] = []
    heading = ""
    headers = {index: found for index in range(len(rows)) if (found := header_at(rows, index, kind))}
    first = min(headers, default=0)
    for index, row in enumerate(rows):
        if index in headers:
            columns = headers[index]
            if others and others[-1] is rows[index - 1] and _upper(rows, index):
                others.pop()  # the upper row of the captions
            continue
        line = _line(row, columns, kind) if index > first or not headers else None
        if line is None:
            others.append(row)
            if len(row.chunks) == 1 and columns:
                heading = row.chunks[0].text.strip()
            continue
        lines.append(replace(line, heading=heading))
    return _joined(lines, others), others


def _line(row: Row, columns: Sequence[Column], kind: FormKind) -> Line | None:
    """The line that `row` prints; None for words without anything in a column."""
    parts = _Parts()
    for position, piece in enumerate(piece for chunk in row.chunks for piece in _cut(chunk, columns)):
        _place(parts, position, amount_part(piece), row, columns)
    if not parts.cells and not parts.labels:
        return None
    if not parts.cells and (any(is_pair(chunk.text) for chunk in row.chunks) or not (parts.words or parts.number)):
        return None
    if not columns and not (parts.cells and parts.labels):
        return None
    label = " ".join(chunk.text.strip() for chunk in parts.labels)
    named = next((words for name, words in parts.words if name == kind.label), "") if kind.label else ""
    if not label and parts.cells and parts.words and kind.label:
        label = parts.words[0][1]
    return Line(named or label, parts.number, tuple(parts.cells), tuple(parts.words), row)


def _place(parts: _Parts, position: int, chunk: Chunk, row: Row, columns: Sequence[Column]) -> None:
    numeral = _amount(chunk, row)
    column = _nearest(chunk.box, columns)
    holds = column.meaning.holds if column is not None else None
    if holds == "number" and column is not None:
        if _NUMBER.fullmatch(chunk.text.strip()) or (numeral is not None and numeral.step == 1):
            parts.number = chunk.text.strip()
            return
        column = _nearest(chunk.box, [one for one in columns if one.meaning.holds != "number"])
        holds = column.meaning.holds if column is not None else None
    if holds == "words" and column is not None and _worded(parts, chunk, numeral, column, columns):
        parts.words.append((column.meaning.name, chunk.text.strip()))
        return
    if numeral is not None and (position > 0 or (holds == "amount" and columns)):
        if not columns and _line_number(parts, numeral, chunk):
            parts.number = chunk.text.strip()
            return
        amounts = [one for one in columns if one.meaning.holds == "amount"]
        home = _nearest(chunk.box, amounts)
        taken = home is not None and any(cell.meaning is home.meaning for cell in parts.cells)
        meaning = _BARE if home is None and not columns else home.meaning if home is not None and not taken else None
        parts.cells.append(Cell(meaning, chunk, numeral))
    elif numeral is not None and not parts.labels and _NUMBER.fullmatch(chunk.text.strip()):
        parts.number = chunk.text.strip()
    elif parts.labels and holds == "amount" and column is not None:
        parts.words.append((column.meaning.name, chunk.text.strip()))
    else:
        parts.labels.append(chunk)


def _worded(parts: _Parts, chunk: Chunk, numeral: Numeral | None, column: Column, columns: Sequence[Column]) -> bool:
    """Whether what stands nearest to a column of words is its words: no amount that slid there, and not the row's label."""
    if numeral is not None:
        return not _looks_paid(numeral) or column.box.overlap_x(chunk.box) > 0
    return bool(parts.labels) or not _label_missing(columns, chunk)


def _cut(chunk: Chunk, columns: Sequence[Column]) -> list[Chunk]:
    """Words that run from one column of words into the next ("Credit note CN-38435"), cut where the next column begins."""
    under = [column for column in columns if column.meaning.holds == "words" and column.box.overlap_x(chunk.box) > 0]
    if len(under) < 2 or len(chunk.words) < 2:
        return [chunk]
    starts = sorted(column.box.x0 for column in under)[1:]
    pieces: list[list[Word]] = [[]]
    for word in chunk.words:
        if pieces[-1] and starts and word.box.x0 >= starts[0] - _ASLANT:
            starts.pop(0)
            pieces.append([])
        pieces[-1].append(word)
    return [
        replace(chunk, text=" ".join(word.text for word in words), box=Box.around(word.box for word in words), words=tuple(words))
        for words in pieces
    ]


def _looks_paid(numeral: Numeral) -> bool:
    """Two decimals: an amount, whatever stands above it."""
    return numeral.step < 1 and not numeral.nil


def _label_missing(columns: Sequence[Column], chunk: Chunk) -> bool:
    """Whether a row's first words stand left of every column of words: they are its label."""
    words = [column for column in columns if column.meaning.holds == "words"]
    return bool(words) and all(chunk.box.x1 < column.box.x0 for column in words)


def _line_number(parts: _Parts, numeral: Numeral, chunk: Chunk) -> bool:
    return (
        not parts.cells
        and parts.number is None
        and numeral.step == 1
        and 0 < numeral.value < 100
        and len(chunk.text.strip()) <= 2
        and bool(parts.labels)
    )


def _amount(chunk: Chunk, row: Row) -> Numeral | None:
    return parse_recognised(chunk.text) if row.recognised else parse(chunk.text)


def _caption_sign(text: str) -> bool:
    return re.fullmatch(r"[£$¥￥#-]+", text.strip()) is not None


def _pieces(chunk: Chunk, kind: FormKind) -> Iterator[Chunk]:
    """A chunk in which several captions were taken for one phrase ("行次 项目"), cut where every part is a caption."""
    parts = chunk.text.split()
    if len(parts) < 2 or kind.meaning(chunk.text) is not None or any(kind.meaning(part) is None for part in parts):
        yield chunk
        return
    step = chunk.box.width / max(1, sum(display_width(part) for part in parts) + len(parts) - 1)
    left = chunk.box.x0
    for part in parts:
        right = left + step * display_width(part)
        yield replace(chunk, text=part, box=Box(left, chunk.box.top, right, chunk.box.bottom), words=())
        left = right + step


def _upper(rows: Sequence[Row], index: int) -> list[Chunk]:
    """The captions in the row above: words only, close by, fewer than below."""
    if index == 0:
        return []
    above, row = rows[index - 1], rows[index]
    if above.page != row.page or row.box.top - above.box.bottom > 2.2 * row.box.height or len(above.chunks) >= len(row.chunks):
        return []
    if any(parse(chunk.text) is not None or len(chunk.text) > 24 or re.search(r"[:：]|\d{4}", chunk.text) for chunk in above.chunks):
        return []
    return _captions(above)


def _captions(row: Row) -> list[Chunk]:
    return [mended(chunk) for chunk in row.chunks] if row.recognised else list(row.chunks)


def _meaning(kind: FormKind, piece: Chunk, upper: Sequence[Chunk]) -> tuple[ColumnMeaning | None, Box]:
    """What the column under `piece` is about, by its caption with the nearest one above it, else by itself."""
    if len(piece.text) > _LONGEST_CAPTION:
        return None, piece.box
    if upper:
        over = min(upper, key=lambda chunk: abs(chunk.box.centre - piece.box.centre))
        meaning = kind.meaning(f"{over.text}/{piece.text}") or kind.meaning(f"{over.text}{piece.text}")
        if meaning is not None and meaning.holds == "amount":
            return meaning, piece.box
    return kind.meaning(piece.text), piece.box


def _nearest(box: Box, columns: Sequence[Column]) -> Column | None:
    return min(columns, key=lambda column: _distance(column.box, box), default=None)


def _distance(caption: Box, box: Box) -> float:
    """Points between a caption and what stands under it: overlap first, then the nearer edge or middle."""
    overlap = caption.overlap_x(box)
    aligned = min(abs(caption.x1 - box.x1), abs(caption.x0 - box.x0), abs(caption.centre - box.centre))
    return (0.0 if overlap > 0 else -overlap) + 0.05 * aligned


def _joined(lines: Sequence[Line], others: list[Row]) -> list[Line]:
    """A line without a label whose caption wraps above and below it gets both parts."""
    result = []
    for line in lines:
        if line.label or not line.cells or line.row.page is None:
            result.append(line)
            continue
        around = [row for row in others if _touches(row, line.row)]
        if 1 <= len(around) <= 2:
            for row in around:
                others.remove(row)
            line = replace(line, label="".join(_spaced(row.chunks[0].text) for row in sorted(around, key=lambda row: row.box.top)).strip())
        result.append(line)
    return result


def _touches(row: Row, line: Row) -> bool:
    near = max(line.box.top - row.box.bottom, row.box.top - line.box.bottom) < _WRAPPED * line.box.height
    return row.page == line.page and len(row.chunks) == 1 and near and row.box.x0 < line.box.x0


def _spaced(text: str) -> str:
    return text.strip() if re.search(r"[一-鿿]", text) else f"{text.strip()} "
