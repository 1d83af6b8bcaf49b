"""Days that are not printed as one: broken over two lines ("2025年12月" over "30日") and put together on the row of their amounts, or
six digits.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from extract.banks.amount import is_day
from extract.place import Box
from extract.tables.lines import Chunk, Row, joined

_BEGUN = re.compile(
    r"(?:\d{4}\s*[年/.-]\s*(?:\d{1,2}\s*[月/.-]?)?|\d{1,2}[/.-]\d{1,2}[/.-]|[A-Z][a-z]{2,8}\.? \d{1,2},|\d{1,2}[ -][A-Z][a-z]{2,8}-?)"
)
_SIX = re.compile(r"\d{6}(?: \d{1,2}:\d{2}(?::\d{2})?)?")
#: Rows below the first half of a day in which the other stands.
_REACH = 2


def with_whole_days(rows: Sequence[Row]) -> Sequence[Row]:
    """`rows` with broken days whole; on the row between both halves where there is one, else on the first."""
    rows = _with_marked_days(rows)
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


def _with_marked_days(rows: Sequence[Row]) -> Sequence[Row]:
    """`rows` with days that are printed as six digits (250304) written out, where such days fill a column and no others do.

    A column of numbers that happen to be days is told apart by its years: days of one statement lie within two that follow each other.
    """
    columns: dict[int, list[str]] = {}
    days = 0
    for row in rows:
        days += row.page is not None and any(is_day(chunk.text) for chunk in row.chunks[:3])
        for chunk in row.chunks:
            if _SIX.fullmatch(chunk.text):
                columns.setdefault(round(chunk.box.x0), []).append(chunk.text)
    found = {}
    for left, texts in columns.items():
        years = {text[:2] for text in texts}
        one = all(is_day(_marked(text)) for text in texts) and max(map(int, years)) - min(map(int, years)) <= 1
        if one and (len(set(texts)) >= 3 or len(texts) >= 3) and days * 2 <= len(texts):
            found[left] = texts
    if not found:
        return rows
    return [
        replace(
            row,
            chunks=tuple(piece for chunk in row.chunks for piece in _marked_pieces(chunk, found)),
        )
        for row in rows
    ]


def _marked_pieces(chunk: Chunk, found: Container[int]) -> Iterator[Chunk]:
    """A chunk whose day of six digits is written out; one into which the day runs from the column beside it is parted."""
    if _SIX.fullmatch(chunk.text) and round(chunk.box.x0) in found:
        yield replace(chunk, text=_marked(chunk.text), words=())
        return
    at = next((index for index, word in enumerate(chunk.words) if _SIX.fullmatch(word.text) and round(word.box.x0) in found), None)
    if at is None or len(chunk.words) == 1:
        yield chunk
        return
    day = chunk.words[at]
    for words in (chunk.words[:at], (day,), chunk.words[at + 1 :]):
        if words:
            text = _marked(day.text) if words == (day,) else joined(words)
            yield Chunk(text, Box.around(word.box for word in words), () if words == (day,) else words)


def _marked(text: str) -> str:
    return f"20{text[:2]}-{text[2:4]}-{text[4:6]}"


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
