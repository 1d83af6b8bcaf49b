"""Captions that were broken over two lines, and where the captions end and the figures begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.numerals import parse
from extract.place import Box
from extract.statements.caption import captions_in
from extract.tables.lines import Chunk, Row


def with_whole_captions(rows: Sequence[Row]) -> list[Row]:
    """The rows with every caption broken over two lines put together on the lower one ("2025年12月" over "31日")."""
    result = list(rows)
    for index, row in enumerate(rows):
        if is_body(row):
            break
        for lower in range(index + 1, min(index + 3, len(rows))):
            if is_body(rows[lower]):
                break
            for chunk in row.chunks:
                _join(result, index, lower, chunk)
    return result


def _join(rows: list[Row], upper: int, lower: int, chunk: Chunk) -> None:
    """Put `chunk` of the upper row before the chunk right under it, where only both together are a caption, or say more than each."""
    if chunk not in rows[upper].chunks:
        return
    for under in rows[lower].chunks:
        near = under.box.top - chunk.box.bottom < 1.3 * chunk.box.height and under.box.overlap_x(chunk.box) > 0
        if not near or len(chunk.text) + len(under.text) > 40:
            continue
        first, second = captions_in(chunk), captions_in(under)
        text = f"{chunk.text} {under.text}"
        whole = replace(under, text=text, box=Box.around([chunk.box, under.box]), words=(*chunk.words, *under.words))
        both = captions_in(whole)
        if len(both) != 1 or not both[0][1].strong or (first and second):
            continue
        rows[upper] = replace(rows[upper], chunks=tuple(item for item in rows[upper].chunks if item is not chunk))
        rows[lower] = replace(rows[lower], chunks=tuple(whole if item is under else item for item in rows[lower].chunks))
        return


def is_body(row: Row) -> bool:
    """A row that carries a label with its amounts, or amounts alone: no head of a column."""
    amounts = [chunk for chunk in row.chunks if parse(chunk.text) is not None and not _year(chunk.text)]
    labels = [chunk for chunk in row.chunks if parse(chunk.text) is None and not captions_in(chunk)]
    money = [chunk for chunk in amounts if re.search(r"\d[,.]\d", chunk.text)]
    return (
        bool(amounts)
        and (bool(labels) or len(money) >= 2)
        and (len(amounts) >= 2 or bool(money) or (len(row.chunks) == 2 and bool(labels) and not re.search(r"\d$|[:：]", labels[0].text)))
    )


def _year(text: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d{2}(?:\s*[£$€])?", text.strip()) is not None  # an amount has its sign before it
