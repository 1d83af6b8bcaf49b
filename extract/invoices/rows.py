"""Rows of an invoice made ready for reading: captions that forms set wide are put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.invoices.captions import CaptionNames
from extract.tables.lines import Chunk, Row

_SPACED = re.compile(r"(?P<before>.*?)\s*(?P<last>[\u4e00-\u9fff])$")


def rejoined(rows: Sequence[Row], names: CaptionNames) -> list[Row]:
    """`rows` with captions such as 名　　称：, cut at the gap or joined to the letter beside the box, as one chunk each."""
    return [_row(row, names) if any("\u4e00" <= chunk.text[:1] <= "\u9fff" for chunk in row.chunks[1:]) else row for row in rows]


def _row(row: Row, names: CaptionNames) -> Row:
    chunks: list[Chunk] = []
    for chunk in row.chunks:
        before = chunks[-1] if chunks else None
        parts = _SPACED.fullmatch(before.text) if before is not None else None
        if before is None or parts is None or not _completes(parts["last"], chunk.text, names):
            chunks.append(chunk)
            continue
        if parts["before"]:
            words = before.words[:-1] if before.words and before.words[-1].text == parts["last"] else before.words
            chunks[-1] = replace(before, text=parts["before"], words=words)
        else:
            chunks.pop()
        chunks.append(replace(chunk, text=parts["last"] + chunk.text))
    return row if len(chunks) == len(row.chunks) and all(one is other for one, other in zip(chunks, row.chunks, strict=True)) else (
        replace(row, chunks=tuple(chunks))
    )  # fmt: skip


def _completes(last: str, text: str, names: CaptionNames) -> bool:
    """Whether `last` before `text` makes a caption of it that it is not alone."""
    match = names.pattern.match(last + text)
    return match is not None and match.start("name") == 0 and match.end("name") > 1 and names.pattern.match(text) is None
