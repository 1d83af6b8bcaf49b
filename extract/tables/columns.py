"""Columns of figures: which printed amounts stand under each other, and which period's header they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.numerals import Numeral, parse, parse_recognised
from extract.place import Box
from extract.tables.lines import Chunk, Row

#: Amounts left of their labels before these are believed to be a column.
_LEADING = 4


@dataclass(frozen=True, slots=True)
class Amount:
    """A chunk that prints an amount, with its row's index in the region."""

    chunk: Chunk
    numeral: Numeral
    row: int


@dataclass(frozen=True, slots=True)
class Column:
    """Amounts that stand under each other.   box: around all of them"""

    box: Box
    amounts: tuple[Amount, ...]

    @property
    def small_whole_numbers(self) -> bool:
        """Only 1 to 99 without a decimal or a bracket: note references or line numbers, not money."""
        return all(
            amount.numeral.step == 1 and 0 < amount.numeral.value < 100 and not amount.numeral.bracketed and not amount.numeral.nil
            for amount in self.amounts
        )


def amounts_of(rows: Sequence[Row], start: int = 0) -> list[Amount]:
    """Every chunk that prints an amount.

    One at the very start of its row with text behind it is an ordinal, not an amount, unless such figures stand in a column of
    their own left of the labels (last year's, in the margin).
    """
    found: list[Amount] = []
    leading: list[Amount] = []
    for index, row in enumerate(rows[start:], start):
        for position, chunk in enumerate(row.chunks):
            chunk = amount_part(chunk)
            numeral = parse_recognised(chunk.text) if row.recognised else parse(chunk.text)
            if numeral is None:
                continue
            ordinal = position == 0 and len(row.chunks) > 1 and parse(row.chunks[1].text) is None
            (leading if ordinal else found).append(Amount(chunk, numeral, index))
    solid = [amount.chunk.box for amount in leading if re.search(r"\d,\d{3}|\d[.,]\d{2}$", amount.chunk.text)]
    if len(solid) >= _LEADING:
        margin = Box.around(solid)
        found.extend(amount for amount in leading if margin.overlap_x(amount.chunk.box) > 0)
        found.sort(key=lambda amount: (amount.row, amount.chunk.box.x0))
    return found


def amount_part(chunk: Chunk) -> Chunk:
    """The amount of a chunk in which a note reference was taken together with it ("16(485,943)"); else the chunk itself."""
    glued = re.fullmatch(r"(\d{1,2})\s*(\([\d,.]+\))", chunk.text)
    if glued is None:
        return chunk
    box = chunk.box
    left = box.x0 + box.width * glued.start(2) / len(chunk.text)
    return Chunk(glued.group(2), Box(left, box.top, box.x1, box.bottom), chunk.words, chunk.cell, chunk.path)


def columns_of(amounts: Sequence[Amount]) -> list[Column]:
    """Group amounts whose horizontal ranges share more than half of the narrower one, left to right.

    Nil dashes are narrow and set left, right or centred in their column: they join the nearest column at the end, and only
    make one of their own where nothing else is near.
    """
    columns: list[list[Amount]] = []
    spans: list[Box] = []
    solid = [amount for amount in amounts if not amount.numeral.nil]
    for amount in sorted(solid, key=lambda item: -item.chunk.box.width):
        box = amount.chunk.box
        best = max(range(len(spans)), key=lambda index: spans[index].overlap_x(box), default=None)
        if best is not None and spans[best].overlap_x(box) > 0.5 * min(box.width, spans[best].width):
            columns[best].append(amount)
            continue
        columns.append([amount])
        spans.append(box)
    for amount in amounts:
        if not amount.numeral.nil:
            continue
        box = amount.chunk.box
        near = min(range(len(spans)), key=lambda index: distance(spans[index], box), default=None)
        if near is not None and distance(spans[near], box) <= 15.0:
            columns[near].append(amount)
        else:
            columns.append([amount])
            spans.append(box)
    joined = [Column(Box.around(amount.chunk.box for amount in members), tuple(members)) for members in columns]
    return sorted(joined, key=lambda column: column.box.x1)


def assign_periods(columns: Sequence[Column], headers: Sequence[Box]) -> list[int]:
    """For each column the index of the header it belongs to, both left to right.

    A UK statement prints sub-amounts in an inner and totals in an outer column under one header. Two amounts of one row
    never belong to the same period, so of all ways to cut the columns into as many neighbours as there are headers, the one
    with the fewest such rows wins, and then the one whose columns lie nearest to their headers.

    Raises ValueError without headers.
    """
    if not headers:
        raise ValueError("no headers to assign columns to")
    count, wanted = len(columns), len(headers)
    if count <= wanted:
        return _nearest_in_order(columns, headers)
    best: tuple[int, float, list[int]] | None = None
    for cuts in combinations(range(1, count), wanted - 1):
        bounds = [0, *cuts, count]
        groups = [index for index in range(wanted) for _ in range(bounds[index], bounds[index + 1])]
        clashes = _clashes(columns, groups)
        far = sum(distance(headers[group], column.box) for group, column in zip(groups, columns, strict=True))
        if best is None or (clashes, far) < best[:2]:
            best = (clashes, far, groups)
    assert best is not None
    return best[2]


def _nearest_in_order(columns: Sequence[Column], headers: Sequence[Box]) -> list[int]:
    """Fewer columns than headers: keep the order, choose the headers that lie nearest."""
    chosen = min(
        combinations(range(len(headers)), len(columns)),
        key=lambda picks: sum(distance(headers[pick], column.box) for pick, column in zip(picks, columns, strict=True)),
    )
    return list(chosen)


def _clashes(columns: Sequence[Column], groups: Sequence[int]) -> int:
    seen: dict[tuple[int, int], int] = {}
    for column, group in zip(columns, groups, strict=True):
        for amount in column.amounts:
            seen[(amount.row, group)] = seen.get((amount.row, group), 0) + 1
    return sum(count - 1 for count in seen.values())


def nearest_header(column: Column, headers: Sequence[Box]) -> int:
    """The index of the header that `column` lies nearest to."""
    return min(range(len(headers)), key=lambda index: distance(headers[index], column.box))


def distance(one: Box, other: Box) -> float:
    """Points between two ranges from left to right: 0 where they overlap, plus a hundredth of what their centres differ."""
    return max(0.0, -one.overlap_x(other)) + 0.01 * abs(one.centre - other.centre)
