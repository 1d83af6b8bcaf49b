"""Captions in a row of their own above the amounts that they name, or below them, as boxes of application forms and bills have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from extract.forms.amounts import nothing
from extract.forms.captions import meanings
from extract.forms.heading import is_pair
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.pieces import Piece, worded
from extract.forms.table import Cell, Line
from extract.numerals import Numeral
from extract.place import Box
from extract.tables.lines import Row, joined

#: Printed lines of one box stand this near to each other, in heights of a letter; rows of a table stand further apart.
_NEAR = 0.3
#: Points by which edges or middles of a caption and its amount may miss each other.
_ASLANT = 7.0
#: A row of a credit report with more boxes than this is a loan with its lender.
_MOST_BOXES = 3
#: Heights of a letter between a row of captions and the row of their amounts.
_APART = 3.2


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that are one row of boxes.   rows: their indexes   pieces: what stands in each box, left to right"""

    rows: tuple[int, ...]
    pieces: tuple[Piece, ...]
    box: Box
    page: int | None

    @property
    def captions(self) -> bool:
        """Whether all that stands in it may be captions."""
        return bool(self.pieces) and all(worded(piece) and len(piece.text) <= 150 for piece in self.pieces)

    @property
    def amounts(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.amount]


def stacked(rows: Sequence[Row], pieces: Sequence[tuple[Piece, ...]], kind: FormKind, meaning: ColumnMeaning) -> dict[int, list[Line]]:
    """Lines of each row of amounts that is named by captions above or below it, by the row's index; rows of captions have an empty list.

    A table's head looks alike: a row of captions over more than one row of amounts is left to the reader of tables.
    """
    bands = list(_bands(rows, [_nothings(line) for line in pieces]))
    above = _paired(bands, kind, below=False)
    below = _paired(bands, kind, below=True)
    chosen = max((below, above), key=_worth)
    other = above if chosen is below else below
    unsure = bool(other) and _worth(other) == _worth(chosen) and chosen is not other
    result: dict[int, list[Line]] = {}
    for captions, amounts, _ in chosen:
        lines = [_doubted(line) if unsure else line for line in _lines(captions, amounts, rows, meaning)]
        for index in (*captions.rows, *amounts.rows):
            result[index] = []
        result[amounts.rows[-1]] = lines
    return result


def _worth(found: Sequence[tuple[Band, Band, int]]) -> tuple[int, int]:
    """Amounts that get a caption, and captions over amounts that are known: the right way leaves no row over."""
    return sum(len(amounts.amounts) for _, amounts, _ in found), sum(known for _, _, known in found)


def _doubted(line: Line) -> Line:
    """A line whose caption may as well be that of the next row: its amount is not believed."""
    return replace(line, cells=tuple(replace(cell, numeral=replace(cell.numeral, malformed=True)) for cell in line.cells))


def _nothings(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A row of amounts in which 无 or None stands for nothing."""
    nil = Numeral(Decimal(0), Decimal(1), nil=True)
    return tuple(Piece(piece.chunk, nil) if not piece.amount and nothing(piece.text) else piece for piece in pieces)


def _bands(rows: Sequence[Row], pieces: Sequence[tuple[Piece, ...]]) -> Iterator[Band]:
    group: list[int] = []
    for index, row in enumerate(rows):
        before = rows[group[-1]] if group else None
        if before is not None and not (
            row.page == before.page and row.box.top - before.box.bottom < _NEAR * min(row.box.height, before.box.height)
        ):
            yield _band(group, rows, pieces)
            group = []
        group.append(index)
    if group:
        yield _band(group, rows, pieces)


def _band(group: Sequence[int], rows: Sequence[Row], pieces: Sequence[tuple[Piece, ...]]) -> Band:
    boxes: list[list[Piece]] = []
    for index in group:
        for piece in pieces[index]:
            home = next((one for one in boxes if any(_over(part.box, piece.box) for part in one)), None) if len(group) > 1 else None
            if home is None:
                boxes.append([piece])
            else:
                home.append(piece)
    joined = sorted((_joined(one) for one in boxes), key=lambda piece: piece.box.x0)
    return Band(tuple(group), tuple(joined), Box.around(rows[index].box for index in group), rows[group[0]].page)


def _joined(parts: Sequence[Piece]) -> Piece:
    """Printed lines of one box; a box with an amount beside words stays as its first part."""
    if len(parts) == 1 or any(piece.amount for piece in parts):
        return parts[0]
    text = parts[0].text.strip()
    for part in parts[1:]:
        text += part.text.strip() if not text[-1:].isascii() or not part.text[:1].isascii() else f" {part.text.strip()}"
    return Piece(replace(parts[0].chunk, text=text, box=Box.around(piece.box for piece in parts)))


def _over(one: Box, other: Box) -> bool:
    return one.overlap_x(other) > 0.4 * min(one.width, other.width)


def _paired(bands: Sequence[Band], kind: FormKind, *, below: bool) -> list[tuple[Band, Band, int]]:
    """(captions, amounts, how many of the captions over amounts the form knows) of bands that belong together."""
    found: list[tuple[Band, Band, int]] = []
    place = 0
    while place + 1 < len(bands):
        captions, amounts = (bands[place + 1], bands[place]) if below else (bands[place], bands[place + 1])
        captions = _parted(captions, amounts)
        beyond = bands[place + 2] if place + 2 < len(bands) else None
        known = _known(captions, amounts, kind)
        if known is None or (not below and beyond is not None and _goes_on(captions, beyond)):
            place += 1
            continue
        found.append((captions, amounts, known))
        place += 2
    total = sum(known for _, _, known in found)
    answered = sum(len(amounts.amounts) for _, amounts, _ in found)
    if not total or (total * 3 < answered and len(found) < 2):
        return []
    return [one for run in _runs(found) if any(known for _, _, known in run) for one in run]


def _runs(found: Sequence[tuple[Band, Band, int]]) -> Iterator[list[tuple[Band, Band, int]]]:
    """Pairs that stand next to each other."""
    run: list[tuple[Band, Band, int]] = []
    for one in found:
        first = min(one[0].rows[0], one[1].rows[0])
        if run and first != max(run[-1][0].rows[-1], run[-1][1].rows[-1]) + 1:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _parted(captions: Band, amounts: Band) -> Band:
    """The captions, those that were taken for one phrase cut where the next amount's box begins."""
    if len(captions.pieces) >= len(amounts.pieces):
        return captions
    pieces: list[Piece] = []
    for piece in captions.pieces:
        under = [one.box for one in amounts.pieces if _aligned(piece.box, one.box) and one.box.centre > piece.box.x0 - _ASLANT]
        pieces += _cut(piece, under) if len(under) > 1 and len(piece.chunk.words) >= len(under) else [piece]
    return replace(captions, pieces=tuple(pieces))


def _cut(piece: Piece, under: Sequence[Box]) -> list[Piece]:
    """A phrase cut before the words that stand where a box begins; where none does, at its widest gaps."""
    words = piece.chunk.words
    starts = [at for at in range(1, len(words)) if any(abs(words[at].box.x0 - box.x0) < _ASLANT for box in under[1:])]
    if len(starts) != len(under) - 1:
        gaps = sorted(range(1, len(words)), key=lambda at: words[at - 1].box.x1 - words[at].box.x0)
        starts = sorted(gaps[: len(under) - 1])
    groups = [words[left:right] for left, right in pairwise((0, *starts, len(words)))]
    return [
        Piece(replace(piece.chunk, text=joined(group), box=Box.around(word.box for word in group), words=tuple(group))) for group in groups
    ]


def _known(captions: Band, amounts: Band, kind: FormKind) -> int | None:
    """How many captions over amounts are known; None where the two bands do not belong together."""
    if captions.page != amounts.page or not captions.captions or not amounts.amounts or any(is_pair(one.text) for one in amounts.pieces):
        return None
    gap = max(amounts.box.top - captions.box.bottom, captions.box.top - amounts.box.bottom)
    height = min(piece.box.height for piece in (*captions.pieces, *amounts.pieces))
    if gap > _APART * height or len(amounts.pieces) > len(captions.pieces):
        return None
    if any(not piece.amount and _means(kind, piece.text) for piece in amounts.pieces):
        return None  # a row that names its amount itself
    if kind.type == "credit_report" and len(captions.pieces) > _MOST_BOXES and worded(amounts.pieces[0]):
        return None  # a loan with its lender and class
    pairs = _matched(captions, amounts)
    first = kind.meaning(captions.pieces[0].text)
    if pairs is None or (first is not None and first.holds == "label" and not amounts.pieces[0].amount):
        return None  # or a table of one row
    return sum(_means(kind, caption.text) for caption, piece in pairs if piece.amount)


def _matched(captions: Band, amounts: Band) -> list[tuple[Piece, Piece]] | None:
    """Each box of the one with its box of the other; None where one has none."""
    pairs: list[tuple[Piece, Piece]] = []
    for piece in amounts.pieces:
        near = [one for one in captions.pieces if _aligned(one.box, piece.box)]
        best = max(near, key=lambda one: (one.box.overlap_x(piece.box), -abs(one.box.x0 - piece.box.x0)), default=None)
        if best is None or any(best is caption for caption, _ in pairs):
            return None
        pairs.append((best, piece))
    return pairs if all(left[0].box.x0 < right[0].box.x0 for left, right in pairwise(pairs)) else None


def _aligned(caption: Box, amount: Box) -> bool:
    edges = (caption.x0 - amount.x0, caption.x1 - amount.x1, caption.centre - amount.centre)
    return caption.overlap_x(amount) > 0 or min(map(abs, edges)) < _ASLANT


def _goes_on(captions: Band, beyond: Band) -> bool:
    """Whether amounts stand below the amounts under the same captions: the captions head a table."""
    return bool(beyond.amounts) and len(captions.pieces) > 1 and _matched(captions, beyond) is not None and len(beyond.pieces) > 1


def _means(kind: FormKind, text: str) -> bool:
    return any(one.confidence >= 0.9 for one in meanings(kind.captions, text, near=False))


def _lines(captions: Band, amounts: Band, rows: Sequence[Row], meaning: ColumnMeaning) -> Iterator[Line]:
    for caption, piece in _matched(captions, amounts) or ():
        row = next((rows[index] for index in amounts.rows if piece.chunk in rows[index].chunks), rows[amounts.rows[0]])
        if piece.amount and piece.numeral is not None:
            yield Line(
                caption.text.strip().rstrip(":："), None, (Cell(meaning, piece.chunk, piece.numeral, piece.unit, piece.scale),), (), row
            )
        else:
            yield Line(caption.text.strip().rstrip(":："), None, (), (("", piece.text.strip()),), row)
