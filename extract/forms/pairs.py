"""Rows that print captions and amounts beside each other in pairs, as bills, applications and summaries do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from extract.forms.captions import meanings
from extract.forms.header import Leaf
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.pieces import Piece, worded
from extract.forms.table import Cell, Line
from extract.place import Box
from extract.tables.lines import Row, joined

#: Columns of words that hold numbers: words in one of them are the caption of something else.
NUMERIC = frozenset({"previous_reading", "current_reading", "price", "multiplier", "rate", "quantity"})

#: Captions that begin at one place make a column of captions; points by which they may miss it.
_COLUMN, _ASLANT = 2, 3.0


def paired(pieces: Sequence[Piece], words: Sequence[Leaf], headed: bool) -> bool:
    """Whether a row is pairs: a caption stands behind an amount, where no column of words is."""
    seen = False
    for place, piece in enumerate(pieces):
        if piece.amount and piece.number is None:
            seen = True
        elif seen and worded(piece) and len(piece.text.strip()) > 1 and place + 1 < len(pieces):
            if re.search(r"[:：]\s*$", piece.text) and pieces[place + 1].amount:
                return True
            under = [leaf for leaf in words if leaf.box.overlap_x(piece.box) > 0]
            if not headed or not under or all(leaf.meaning is not None and leaf.meaning.name in NUMERIC for leaf in under):
                return True
    return False


def pairs_of(row: Row, pieces: Sequence[Piece], kind: FormKind, meaning: ColumnMeaning) -> Iterator[Line]:
    """A line for each amount with its caption; pairs of words are fields of the heading."""
    labels: list[Piece] = []
    amounts: list[Piece] = []
    number: str | None = None
    for piece in (*pieces, None):
        if piece is not None and piece.amount and piece.number is None:
            amounts.append(piece)
            continue
        if amounts and labels:
            yield _pair(row, labels, amounts, number, kind, meaning)
        if amounts:
            labels, amounts, number = [], [], None
        if piece is None:
            break
        if piece.number is not None:
            number = piece.number
        elif worded(piece):
            labels.append(piece)


def parted(lines: Sequence[tuple[Piece, ...]], kind: FormKind) -> list[tuple[Piece, ...]]:
    """The rows, words that run into the next caption cut where captions of other rows begin ("Dunmore Ltd Net income (£)")."""
    starts = Counter(round(piece.box.x0) for line in lines for piece, after in pairwise(line) if worded(piece) and after.amount)
    columns = [start for start, count in starts.items() if count + starts[start + 1] + starts[start - 1] >= _COLUMN]
    return [tuple(part for piece, after in zip_longest(line, line[1:]) for part in _at(piece, after, columns, kind)) for line in lines]


def _at(piece: Piece, after: Piece | None, columns: Sequence[int], kind: FormKind) -> Iterator[Piece]:
    words = piece.chunk.words
    if after is not None and after.amount and worded(piece):
        for place in range(1, len(words)):
            rest = joined(words[place:])
            begins = any(abs(words[place].box.x0 - start) < _ASLANT for start in columns)
            if begins and any(one.confidence == 1.0 for one in meanings(kind.captions, rest)):
                for group in (words[:place], words[place:]):
                    yield Piece(replace(piece.chunk, text=joined(group), box=Box.around(word.box for word in group), words=tuple(group)))
                return
    yield piece


def _pair(row: Row, labels: Sequence[Piece], amounts: Sequence[Piece], number: str | None, kind: FormKind, meaning: ColumnMeaning) -> Line:
    caption, others = _caption(labels, kind)
    cells = tuple(Cell(meaning, piece.chunk, piece.numeral, piece.unit, piece.scale) for piece in amounts)  # type: ignore[arg-type]
    return Line(caption.text.strip().rstrip(":："), number, cells, tuple(("", piece.text.strip()) for piece in others), row)


def _caption(labels: Sequence[Piece], kind: FormKind) -> tuple[Piece, Sequence[Piece]]:
    """Which of several words before an amount is its caption: the one that is known, else the last of pairs, else the first."""
    known = [piece for piece in labels if any(one.confidence == 1.0 for one in meanings(kind.captions, piece.text))]
    if known:
        chosen = known[-1]
    elif len(labels) % 2 or re.fullmatch(r"[一-鿿]", labels[0].text.strip()):
        chosen = labels[-1]
    else:
        chosen = labels[-2]
    return chosen, [piece for piece in labels if piece is not chosen]
