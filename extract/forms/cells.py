"""Printed lines of one cell put together: a caption that wraps while its amount stands in the middle of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extract.forms.pieces import Piece, worded
from extract.place import Box
from extract.tables.lines import Row

#: Printed lines of one cell stand this near to each other, in heights of a letter, and in parts of the distance between rows.
_NEAR, _SHARE = 0.3, 0.6
_ASLANT = 3.0

Pieces = tuple[Piece, ...]


def celled(rows: Sequence[Row], pieces: Sequence[Pieces]) -> tuple[list[Row], list[Pieces]]:
    """The rows with all that stands in their cells: a row of amounts takes the words that touch it from above and below."""
    limit = _limit(rows, pieces)
    left_rows: list[Row] = []
    left_pieces: list[Pieces] = []
    for group in _groups(rows, limit):
        main = [index for index in group if _amounts(pieces[index])]
        fits = len(group) > 1 and len(main) == 1 and _fits([pieces[index] for index in group], pieces[main[0]])
        if not fits or (rows[main[0]].recognised and not _centred([rows[index] for index in group], rows[main[0]])):
            left_rows += [rows[index] for index in group]
            left_pieces += [pieces[index] for index in group]
            continue
        left_rows.append(rows[main[0]])
        left_pieces.append(tuple(_joined([piece for index in group for piece in pieces[index]])))
    return left_rows, left_pieces


def _limit(rows: Sequence[Row], pieces: Sequence[Pieces]) -> float:
    """How far the printed lines of one cell are apart at most, heights of a letter: less than rows of amounts are."""
    filled = [row for row, line in zip(rows, pieces, strict=True) if _amounts(line)]
    apart = [
        (below.box.top - above.box.bottom) / above.box.height
        for above, below in pairwise(filled)
        if above.page == below.page and above.box.height > 0
    ]
    near = [one for one in apart if one > 0]
    return min(_NEAR, _SHARE * median(near)) if near else _NEAR


def _amounts(pieces: Pieces) -> bool:
    return any(piece.amount and piece.number is None for piece in pieces)


def _groups(rows: Sequence[Row], limit: float) -> Iterator[list[int]]:
    group: list[int] = []
    for index, row in enumerate(rows):
        before = rows[group[-1]] if group else None
        near = (
            before is not None
            and row.page == before.page
            and row.box.top - before.box.bottom < limit * min(row.box.height, before.box.height)
        )
        if group and not near:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _fits(lines: Sequence[Pieces], main: Pieces) -> bool:
    """Whether the words around a row of amounts are the rest of its captions: words alone, left of an amount or over a caption of it."""
    for line in lines:
        if line is main:
            continue
        for piece in line:
            if not _words(piece) or re.search(r"(?<!其中)[:：]\s*\S", piece.text):
                return False
            after = any(one.amount and one.box.x0 >= piece.box.x0 for one in main)
            if not after or any(one.amount and one.box.overlap_x(piece.box) > 0.3 * one.box.width for one in main):
                return False
    return True


def _centred(group: Sequence[Row], main: Row) -> bool:
    """Whether the amounts stand in the middle of the words: on pixels, where lines slant, nothing less says that these belong to them."""
    box = Box.around(row.box for row in group)
    if group[0] is main or group[-1] is main:
        return False
    return abs((box.top + box.bottom) - (main.box.top + main.box.bottom)) < 0.4 * main.box.height


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Words that stand over each other joined, top to bottom; all left to right."""
    boxes: list[list[Piece]] = []
    for piece in pieces:
        home = None
        if _words(piece):
            home = next(
                (one for one in boxes if all(_words(part) for part in one) and any(_over(part.box, piece.box) for part in one)), None
            )
        if home is None:
            boxes.append([piece])
        else:
            home.append(piece)
    return sorted((_whole(one) for one in boxes), key=lambda piece: piece.box.x0)


def _words(piece: Piece) -> bool:
    """Words, or what is left of them on the last line of a cell: a closing bracket, a colon, one sign."""
    return worded(piece) or (not piece.amount and re.fullmatch(r"[)）:：]+|[一-鿿][)）:：]*", piece.text.strip()) is not None)


def _whole(parts: Sequence[Piece]) -> Piece:
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=lambda piece: piece.box.top)
    text = ordered[0].text.strip()
    for part in ordered[1:]:
        space = " " if text[-1:].isascii() and part.text.strip()[:1].isascii() else ""
        text = f"{text}{space}{part.text.strip()}"
    words = tuple(word for part in ordered for word in part.chunk.words)
    return Piece(replace(ordered[0].chunk, text=text, box=Box.around(piece.box for piece in ordered), words=words))


def _over(one: Box, other: Box) -> bool:
    return one.overlap_x(other) > 0.4 * min(one.width, other.width) or abs(one.x0 - other.x0) < _ASLANT
