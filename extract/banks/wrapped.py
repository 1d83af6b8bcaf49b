"""Days that a narrow column breaks over two lines ("2025年12月" over "30日"), put together on the row of their amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.banks.amount import is_day
from extract.tables.lines import Chunk, Row

_BEGUN = re.compile(
    r"(?:\d{4}\s*[年/.-]\s*(?:\d{1,2}\s*[月/.-]?)?|\d{1,2}[/.-]\d{1,2}[/.-]|[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2}[ -][A-Z][a-z]{2,8}-?)"
)
#: Rows below the first half of a day in which the other stands.
_REACH = 2


def with_whole_days(rows: Sequence[Row]) -> Sequence[Row]:
    """`rows` with broken days whole; on the row between both halves where there is one, else on the first."""
    if not rows or rows[0].page is None or not any(_BEGUN.fullmatch(chunk.text) for row in rows for chunk in row.chunks):
        return rows
    result: list[Row] = list(rows)
    for index, row in enumerate(rows):
        for chunk in row.chunks:
            if not _BEGUN.fullmatch(chunk.text):
                continue
            for below in range(index + 1, min(len(rows), index + 1 + _REACH)):
                if rows[below].page != row.page or rows[below].box.top - row.box.bottom > 2.5 * row.box.height:
                    break
                rest = next((other for other in rows[below].chunks if _belongs(chunk, other)), None)
                if rest is not None:
                    _join(result, index, below, chunk, rest)
                    break
    return [row for row in result if row.chunks]


def _belongs(begun: Chunk, rest: Chunk) -> bool:
    if abs(begun.box.x0 - rest.box.x0) > 12.0 or len(rest.text) > 10:
        return False
    if is_day(begun.text) and not re.fullmatch(r"\d{4}", rest.text):
        return False
    return any(is_day(f"{begun.text}{mark}{rest.text}") for mark in ("", " "))


def _join(result: list[Row], index: int, below: int, begun: Chunk, rest: Chunk) -> None:
    text = begun.text + rest.text if is_day(begun.text + rest.text) else f"{begun.text} {rest.text}"
    whole = Chunk(text, begun.box.union(rest.box), begun.words + rest.words)
    home = index + 1 if below == index + 2 else index
    for at, part in ((index, begun), (below, rest)):
        result[at] = replace(result[at], chunks=tuple(chunk for chunk in result[at].chunks if chunk is not part))
    level = (
        replace(whole.box, top=rest.box.top, bottom=rest.box.bottom)
        if not result[home].chunks
        else replace(whole.box, top=result[home].box.top, bottom=result[home].box.bottom)
    )
    chunks = [*result[home].chunks, replace(whole, box=level)]
    result[home] = replace(result[home], chunks=tuple(sorted(chunks, key=lambda chunk: chunk.box.x0)))
