"""Texts and numbers of a row of items to the columns that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.invoices.columns import NEAR, NUMBERS, ItemHeader, distance
from extract.invoices.printed import amount_in
from extract.numerals import DecimalMark, Numeral
from extract.page import Word
from extract.place import Box
from extract.tables.lines import Chunk, Row

#: What it costs, in points, to leave a number without a column.
_SKIPPED = 60.0


def parted(row: Row, header: ItemHeader, decimal: DecimalMark | None) -> Iterator[Chunk]:
    """The chunks of a row; an amount close behind a description or before a unit, each under its own column, is one of its own."""
    for chunk in row.chunks:
        words = chunk.words
        if len(words) > 1 and amount_in(chunk.text, decimal) is None and " ".join(word.text for word in words) == chunk.text:
            if _cell(words[-1], header, decimal):
                yield Chunk(" ".join(word.text for word in words[:-1]), Box.around(word.box for word in words[:-1]), words[:-1])
                yield Chunk(words[-1].text, words[-1].box, words[-1:])
                continue
            if _cell(words[0], header, decimal) and re.search(r"[^\W\d]{2}", words[1].text):
                yield Chunk(words[0].text, words[0].box, words[:1])
                yield Chunk(" ".join(word.text for word in words[1:]), Box.around(word.box for word in words[1:]), words[1:])
                continue
        yield chunk


def _cell(word: Word, header: ItemHeader, decimal: DecimalMark | None) -> bool:
    """Whether a word is a number set to the edge of a column of numbers, or one with cents under it and not under the descriptions."""
    if amount_in(word.text, decimal) is None:
        return False
    if any(column.role in NUMBERS and abs(column.box.x1 - word.box.x1) < 3 for column in header.columns):
        return True
    if not re.search(r"\d[.,]\d{2,4}$", word.text):
        return False
    under = [column for column in header.columns if column.box.overlap_x(word.box) > 0]
    return any(column.role in NUMBERS for column in under) and not any(column.role == "description" for column in under)


def nearest(header: ItemHeader, chunk: Chunk) -> int | None:
    """The column that `chunk` stands in, whatever it holds."""
    index = min(range(len(header.columns)), key=lambda one: _cost(header.columns[one].box, chunk))
    return index if distance(header.columns[index].box, chunk.box) <= NEAR else None


def placed(header: ItemHeader, numbers: Sequence[tuple[Numeral, Chunk]]) -> dict[int, tuple[Numeral, Chunk]]:
    """Numbers to columns, in their order, each column once: the way with the least distance altogether."""
    if header.sheet:
        found: dict[int, tuple[Numeral, Chunk]] = {}
        for numeral, chunk in numbers:
            index = next((at for at, column in enumerate(header.columns) if column.box.overlap_x(chunk.box) > 0), None)
            if index is not None and header.columns[index].role in NUMBERS:
                found.setdefault(index, (numeral, chunk))
        return found
    order = sorted(range(len(header.columns)), key=lambda index: header.columns[index].box.centre)
    # best[k]: least cost with the columns up to the k-th of `order`, and the columns chosen
    best: list[tuple[float, tuple[int | None, ...]]] = [(0.0, ())] * (len(order) + 1)
    for _, chunk in numbers:
        following = [(best[0][0] + _SKIPPED, (*best[0][1], None))]
        for at, index in enumerate(order, 1):
            column = header.columns[index]
            cost = _cost(column.box, chunk) + (0.0 if column.role in NUMBERS else 3.0)
            taken = (best[at - 1][0] + cost, (*best[at - 1][1], index)) if distance(column.box, chunk.box) <= NEAR else None
            choices = [following[at - 1], (best[at][0] + _SKIPPED, (*best[at][1], None)), *([taken] if taken else [])]
            following.append(min(choices, key=lambda choice: choice[0]))
        best = following
    chosen = best[-1][1]
    return {
        index: number
        for index, number in zip(chosen, numbers, strict=True)
        if index is not None and header.columns[index].role != "description"
    }


def _cost(name: Box, chunk: Chunk) -> float:
    """How ill `chunk` stands under a column's name, points; edges that meet count a little where both stand in reach."""
    box = chunk.box
    edges = min(abs(name.x1 - box.x1), abs(name.x0 - box.x0), abs(name.centre - box.centre))
    return distance(name, box) + 0.05 * edges
