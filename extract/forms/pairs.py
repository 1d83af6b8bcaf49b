"""Rows that print captions and amounts beside each other in pairs, as bills, applications and summaries do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.forms.captions import meanings
from extract.forms.header import Leaf
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.pieces import Piece, worded
from extract.forms.table import Cell, Line
from extract.tables.lines import Row

#: Columns of words that hold numbers: words in one of them are the caption of something else.
NUMERIC = frozenset({"previous_reading", "current_reading", "price", "multiplier", "rate", "quantity"})


def paired(pieces: Sequence[Piece], words: Sequence[Leaf], headed: bool) -> bool:
    """Whether a row is pairs: a caption stands behind an amount, where no column of words is."""
    seen = False
    for place, piece in enumerate(pieces):
        if piece.amount and piece.number is None:
            seen = True
        elif seen and worded(piece) and len(piece.text.strip()) > 1 and place + 1 < len(pieces):
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
