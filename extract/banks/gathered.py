"""Movements whose cells wrap, each line of a cell beside, above or below the line of its amounts, put on one row.

A printer that fills cells sets the lines of one cell closer together than the rows of the table, and the shorter cells beside it in the
middle. Lines that stand so close are one row, where each such group holds amounts on one line only; else everything stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from extract.banks import generic
from extract.banks.amount import is_day, parsed
from extract.banks.cells import pieces_of, whole_days
from extract.banks.header import role_of
from extract.numerals import DecimalMark
from extract.place import Box
from extract.tables.lines import Chunk, Row, joined

#: Share of the white between rows that the white within a row stays below.
_CLOSE = 0.75
#: Letter heights by which the white between rows is wider than that between the lines of a cell.
_CLEAR = 0.12
#: A column of amounts holds this share of the entries of the fullest one.
_SHARE = 0.25


_CENTS = re.compile(r"\d[.,]\d{2}(?!\d)")


@dataclass(slots=True)
class _Column:
    x1: float
    x0: float
    lines: set[int]


def with_whole_rows(rows: Sequence[Row], decimal: DecimalMark | None) -> Sequence[Row]:
    """`rows` of paper with those of one movement put together; the same rows where nothing wraps."""
    if not rows or rows[0].page is None:
        return rows
    rows = _levelled(rows, decimal)
    anchors = _anchors(rows, decimal)
    result: list[Row] = []
    at = 0
    for _, group in groupby(rows, key=lambda row: row.page):
        page = list(group)
        result.extend(_page(page, frozenset(index - at for index in anchors if at <= index < at + len(page))))
        at += len(page)
    return result if len(result) < len(rows) else rows


def _levelled(rows: Sequence[Row], decimal: DecimalMark | None) -> Sequence[Row]:
    """`rows` with one put together whose amounts stand at one height, and were parted by cells beside them that stand higher and lower."""
    result: list[Row] = []
    for row in rows:
        last = result[-1] if result else None
        if last is not None and last.page == row.page and _one_level(last, row, decimal):
            chunks = tuple(sorted((*last.chunks, *row.chunks), key=lambda chunk: chunk.box.x0))
            result[-1] = replace(last, chunks=chunks)
        else:
            result.append(row)
    return result if len(result) < len(rows) else rows


def _one_level(upper: Row, lower: Row, decimal: DecimalMark | None) -> bool:
    if lower.box.top >= upper.box.bottom:
        return False
    own, other = ([chunk for chunk in row.chunks if _prints_cents(chunk.text, decimal)] for row in (upper, lower))
    level = any(abs(one.box.middle - two.box.middle) < 0.2 * one.box.height for one in own for two in other)
    return level and not any(one.box.overlap_x(two.box) > 0 for one in upper.chunks for two in lower.chunks)


def _anchors(rows: Sequence[Row], decimal: DecimalMark | None) -> frozenset[int]:
    """The lines that print an amount in a column of amounts: those of narratives stand in none."""
    entries = [
        (index, chunk) for index, row in enumerate(rows) for chunk in pieces_of(row) if _prints_cents(chunk.text, decimal)
    ]  # fmt: skip
    columns: list[_Column] = []
    for index, chunk in sorted(entries, key=lambda entry: entry[1].box.x1):
        last = columns[-1] if columns else None
        if last is not None and chunk.box.x1 - last.x1 < 3.0:
            last.x1 = chunk.box.x1
            last.lines.add(index)
        else:
            columns.append(_Column(chunk.box.x1, chunk.box.x0, {index}))
    lefts: dict[int, set[int]] = {}
    for index, chunk in entries:  # amounts may be set flush left as well
        lefts.setdefault(round(chunk.box.x0 / 3.0), set()).add(index)
    sets = [column.lines for column in columns] + list(lefts.values())
    most = max((len(lines) for lines in sets), default=0)
    return frozenset(index for lines in sets if len(lines) >= max(2.0, _SHARE * most) for index in lines)


def _prints_cents(text: str, decimal: DecimalMark | None) -> bool:
    numeral = parsed(text, decimal)
    return numeral is not None and not numeral.nil and numeral.step < 1 and "元" not in text


def _page(rows: list[Row], anchors: frozenset[int]) -> list[Row]:
    heights = sorted(row.box.height for row in rows)
    height = heights[len(heights) // 2]
    gaps = [lower.box.top - upper.box.bottom for upper, lower in pairwise(rows)]
    groups = _groups(gaps, anchors, height)
    result: list[Row] = []
    for group in (part for whole in groups for part in _without_captions(whole, rows, anchors)):
        held = [index for index in group if index in anchors]
        lines = [rows[index] for index in group]
        if len(group) > 1 and (held or _overlapping(lines)):
            result.append(_merged(lines, lines[group.index(held[0])] if held else max(lines, key=lambda row: len(row.chunks))))
        else:
            result.extend(lines)
    return result


def _groups(gaps: Sequence[float], anchors: frozenset[int], height: float) -> list[list[int]]:
    """The lines by row: the widest white that leaves no group two lines of amounts, and is clearly less than the next wider one."""
    apart = [gap for index, gap in enumerate(gaps) if index in anchors and index + 1 in anchors]
    cap = min(_CLOSE * min(apart), height) if apart else height
    known = sorted(set(gaps))
    limits = [low + 0.01 for low, high in pairwise([*known, 10 * height]) if low < cap and high - low > _CLEAR * height]
    for limit in reversed(limits):
        groups: list[list[int]] = [[0]]
        for index, gap in enumerate(gaps, start=1):
            if gap < limit:
                groups[-1].append(index)
            else:
                groups.append([index])
        if all(sum(index in anchors for index in group) <= 1 for group in groups):
            return groups
    return [[index] for index in range(len(gaps) + 1)]


def _without_captions(group: list[int], rows: Sequence[Row], anchors: frozenset[int]) -> list[list[int]]:
    """A group, parted below the names of columns that stand as close to the first row as its own lines."""
    names = [index for index in group if index not in anchors and _is_captions(rows[index])]
    if not names or not any(index in anchors for index in group):
        return [group]
    cut = group.index(names[-1]) + 1
    bottom = rows[names[-1]].box.bottom
    while cut < len(group) and group[cut] not in anchors and rows[group[cut]].box.top < bottom - 0.2 * rows[group[cut]].box.height:
        cut += 1  # the second line of a name
    return [part for part in (group[:cut], group[cut:]) if part]


def _is_captions(row: Row) -> bool:
    """Whether a line prints names of columns: two at least, or nothing else."""
    known = sum(role_of(chunk.text, generic.LAYOUT) is not None for chunk in row.chunks)
    return known >= 2 or known == len(row.chunks)


def _overlapping(lines: Sequence[Row]) -> bool:
    """Whether lines without amounts are one row of captions: each begins before the one above it has ended."""
    return all(lower.box.top < upper.box.bottom - 0.1 * upper.box.height for upper, lower in pairwise(lines))


def _merged(lines: Sequence[Row], main: Row) -> Row:
    """One row of all `lines`, at the height of `main`: what stands above each other is one text."""
    chunks: list[list[Chunk]] = []
    for line in lines if main in lines and any(_CENTS.search(chunk.text) for chunk in main.chunks) else _parted(lines):
        for chunk in whole_days(line.chunks):
            over = [group for group in chunks if all(_stands_below(other, chunk) for other in group) and _over(group, chunk)]
            if len(over) == 1 and not (is_day(chunk.text) and is_day(over[0][-1].text)):
                over[0].append(chunk)
            else:
                chunks.append([chunk])
    level = main.box
    joined = [_text(group, level) for group in chunks]
    return replace(main, chunks=tuple(sorted(joined, key=lambda chunk: chunk.box.x0)))


def _parted(lines: Sequence[Row]) -> list[Row]:
    """Lines of captions, those parted that run over several of another line ("Deposit Type" over "(+)", "of payment")."""
    result = []
    for line in lines:
        others = [chunk for other in lines if other is not line for chunk in other.chunks]
        pieces: list[Chunk] = []
        for chunk in line.chunks:
            under = [other for other in others if other.box.overlap_x(chunk.box) > 0]
            if len(under) < 2 or len(chunk.words) < 2:
                pieces.append(chunk)
                continue
            homes = [_nearest(word.box, under) for word in chunk.words]
            for _, group in groupby(zip(homes, chunk.words, strict=True), key=lambda pair: pair[0]):
                words = tuple(word for _, word in group)
                pieces.append(Chunk(joined(words), Box.around(word.box for word in words), words))
        result.append(replace(line, chunks=tuple(pieces)))
    return result


def _nearest(box: Box, chunks: Sequence[Chunk]) -> int:
    return max(range(len(chunks)), key=lambda at: chunks[at].box.overlap_x(box))


def _stands_below(upper: Chunk, lower: Chunk) -> bool:
    return lower.box.middle > upper.box.middle + 0.3 * upper.box.height


def _over(group: Sequence[Chunk], chunk: Chunk) -> bool:
    return Box.around(other.box for other in group).overlap_x(chunk.box) > 0


def _text(group: Sequence[Chunk], level: Box) -> Chunk:
    first = group[0]
    if len(group) == 1:
        whole = first
    else:
        text = first.text
        for chunk in group[1:]:
            spaced = text[-1:].isascii() or chunk.text[:1].isascii()
            text += f" {chunk.text}" if spaced else chunk.text
        whole = Chunk(text, Box.around(chunk.box for chunk in group), tuple(word for chunk in group for word in chunk.words))
    return whole if len(group) == 1 else replace(whole, box=replace(whole.box, top=level.top, bottom=level.bottom))
