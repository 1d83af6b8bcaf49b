"""Amounts in sentences: a letter that applies for a loan says what a form asks, in words around the amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.forms.captions import known, meanings
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.pieces import Piece, pieces_of
from extract.forms.table import Cell, Line
from extract.place import Box
from extract.tables.lines import Row, display_width

#: Between the caption and its amount stands no more than this: 为, 约人民币, of about, was.
_BETWEEN = r"[^\d，。,.;；]{0,12}?"
_AMOUNT = r"(?:人民币|RMB|[£$¥￥])?\s?\d[\d,]*(?:\.\d+)?\s?(?:亿元|万元|千元|元|个月|months|人|名)?"


def sentence_lines(row: Row, kind: FormKind, meaning: ColumnMeaning) -> Iterator[Line]:
    """A line for each amount that stands in a sentence behind a caption that the form knows."""
    for chunk in row.chunks:
        if len(chunk.text) < 12:
            continue
        for caption, amount in _found(chunk.text, kind):
            edge = [chunk.box.x0 + chunk.box.width * display_width(chunk.text[:at]) / display_width(chunk.text) for at in amount.span(1)]
            part = replace(chunk, text=amount[1].strip(), box=Box(edge[0], chunk.box.top, edge[1], chunk.box.bottom))
            piece = next(iter(pieces_of(replace(row, chunks=(part,)))), Piece(part))
            if piece.numeral is None and (plain := re.sub(r"人民币|RMB", "", part.text)) != part.text:
                piece = next(iter(pieces_of(replace(row, chunks=(replace(part, text=plain),)))), piece)
            if piece.numeral is not None:
                yield Line(caption, None, (Cell(meaning, part, piece.numeral, piece.unit, piece.scale),), (), row)


def _found(text: str, kind: FormKind) -> Iterator[tuple[str, re.Match[str]]]:
    taken: list[tuple[int, int]] = []
    for caption in sorted(_captions(kind), key=len, reverse=True):
        spaced = r"\s*".join(map(re.escape, caption))
        for found in re.finditer(rf"{spaced}{_BETWEEN}({_AMOUNT})", text, re.IGNORECASE):
            if any(start < found.end(1) and found.start(1) < end for start, end in taken):
                continue
            taken.append(found.span(1))
            yield text[found.start() : found.start(1)].strip(" 为:：约是共计人民币") or caption, found


def _captions(kind: FormKind) -> list[str]:
    return [caption for caption in known(kind.captions) if len(caption) >= 4 and meanings(kind.captions, caption, near=False)]
