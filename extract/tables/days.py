"""Columns of days on recognised pages: those whose strokes or figures were misread, by how all others of the column are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.place import Box
from extract.tables.lines import Chunk, Row

#: Printed forms of a day, with 9 for each figure.
_SHAPES = {
    f"{parts[0]}{stroke}{parts[1]}{stroke}{parts[2]}": parts for stroke in "-/." for parts in (("9999", "99", "99"), ("99", "99", "9999"))
} | {"99999999": ("9999", "99", "99")}
#: Days of one form in a column before the others are believed to be damaged ones of that form.
_FEWEST = 5
#: Letters that are taken for figures, and figures that they are.
_FIGURES = str.maketrans("OoQDIl|!iZzSsBb", "000011111225588")


@dataclass(slots=True)
class _Column:
    shape: str
    box: Box
    days: int = 0


def with_days(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, with the damaged days of its columns of days put right where one day alone fits."""
    if not any(row.recognised for row in rows):
        return list(rows)
    column = _column(rows)
    if column is None:
        return list(rows)
    mended = [_mended(row, column) if row.recognised else row for row in rows]
    return _in_their_year(mended, column)


def _column(rows: Sequence[Row]) -> _Column | None:
    """The column with most days of one form."""
    columns: list[_Column] = []
    for row in rows:
        for chunk in row.chunks:
            if _day(chunk.text, shape := _shape(chunk.text)) is None:
                continue
            home = next((one for one in columns if one.shape == shape and one.box.overlap_x(chunk.box) > 0.6 * chunk.box.width), None)
            if home is None:
                columns.append(_Column(shape, chunk.box, 1))
            else:
                home.days += 1
    best = max(columns, key=lambda one: one.days, default=None)
    return best if best is not None and best.days >= _FEWEST else None


def _shape(text: str) -> str:
    return re.sub(r"\d", "9", text)


def _day(text: str, shape: str) -> date | None:
    """The day that `text` prints in that form; where it leaves open which is the month, either that there is."""
    parts = _SHAPES.get(shape)
    if parts is None or _shape(text) != shape:
        return None
    figures = re.sub(r"\D", "", text)
    year, one, other = (figures[:4], figures[4:6], figures[6:]) if len(parts[0]) == 4 else (figures[4:], figures[2:4], figures[:2])
    if not 1990 <= int(year) <= 2099:
        return None
    orders = [(one, other)] if len(parts[0]) == 4 else [(one, other), (other, one)]
    for month, day in orders:
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _mended(row: Row, column: _Column) -> Row:
    """The row with what stands in the column of days as one day, where its figures make one."""
    inside = [chunk for chunk in row.chunks if column.box.overlap_x(chunk.box) > 0.6 * chunk.box.width]
    if not inside or (len(inside) == 1 and _day(inside[0].text, column.shape) is not None):
        return row
    figures = re.sub(r"\D", "", "".join(chunk.text for chunk in inside).translate(_FIGURES))
    if len(figures) != column.shape.count("9") or len(figures) < 0.6 * sum(len(chunk.text.replace(" ", "")) for chunk in inside):
        return row
    poured = iter(figures)
    text = "".join(next(poured) if mark == "9" else mark for mark in column.shape)
    if _day(text, column.shape) is None:
        return row
    words = tuple(word for chunk in inside for word in chunk.words)
    whole = Chunk(text, Box.around(chunk.box for chunk in inside), words)
    return replace(row, chunks=tuple(sorted([whole, *(chunk for chunk in row.chunks if chunk not in inside)], key=lambda one: one.box.x0)))


def _in_their_year(rows: Sequence[Row], column: _Column) -> list[Row]:
    """The same, days put into the year of those before and after them where one figure of it was misread and the order then holds."""
    places = [
        (index, position, day)
        for index, row in enumerate(rows)
        if row.recognised
        for position, chunk in enumerate(row.chunks)
        if column.box.overlap_x(chunk.box) > 0.6 * chunk.box.width and (day := _day(chunk.text, column.shape)) is not None
    ]
    result = list(rows)
    years = Counter(day.year for _, _, day in places)
    for number in range(1, len(places) - 1):
        (index, position, day), before, after = places[number], places[number - 1][2], places[number + 1][2]
        if day.year == before.year or before.year != after.year or years[day.year] >= _FEWEST:
            continue
        other, meant = str(day.year), str(before.year)
        if sum(left != right for left, right in zip(other, meant, strict=True)) != 1:
            continue
        text = result[index].chunks[position].text.replace(other, meant, 1)
        fitting = _day(text, column.shape)
        if fitting is not None and min(before, after) <= fitting <= max(before, after):
            chunks = list(result[index].chunks)
            chunks[position] = replace(chunks[position], text=text)
            result[index] = replace(result[index], chunks=tuple(chunks))
    return result
