"""Printed captions of an invoice and the text that belongs to each: behind it, in the next chunk, or beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.invoices import generic
from extract.invoices.layout import Field, InvoiceLayout
from extract.tables.lines import Chunk, Row

_TAX_NUMBER = re.compile(r"[A-Z]{2}\s?\d{3}|\d{2}-\d{7}\b")
#: Rows below a caption in which its value may stand, where nothing stands beside it.
_BELOW = 2


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption as printed.

    rank    place of the caption in the layout's list: 0 is the surest
    value   what follows it in the same chunk, "" when nothing does
    row     index of its row;   position: of its chunk in the row
    """

    field: Field
    rank: int
    name: str
    value: str
    chunk: Chunk
    row: int
    position: int


@dataclass(frozen=True, slots=True)
class CaptionNames:
    """The captions of a layout, ready for searching."""

    pattern: re.Pattern[str]
    meaning: Mapping[str, tuple[Field, int]]


def names_of(layout: InvoiceLayout) -> CaptionNames:
    """The captions of `layout`; a field that it leaves open has the generic ones."""
    fields = {} if layout.alone else dict(generic.LAYOUT.captions)
    fields.update(layout.captions)
    return _compiled(tuple((field, names) for field, names in fields.items()))


@lru_cache(maxsize=32)
def _compiled(fields: tuple[tuple[Field, tuple[str, ...]], ...]) -> CaptionNames:
    meaning: dict[str, tuple[Field, int]] = {}
    for field, names in sorted(fields, key=lambda item: item[0] == "skip"):
        for rank, name in enumerate(names):
            meaning.setdefault(_key(name), (field, rank))
    every = sorted({name for _, names in fields for name in names}, key=len, reverse=True)
    alternation = "|".join(_loose(name) for name in every)
    pattern = re.compile(
        rf"(?:^|(?<=[\s；;|,，（(/方息位]))(?P<name>{alternation})"
        r"\s*(?:\.?\s?[（(][^（）()]{0,24}[)）]|\.|[)）])?\s*(?P<mark>[:：.]|(?=[\s￥¥£$€\d#@\-])|$)\s*",
        re.IGNORECASE,
    )
    return CaptionNames(pattern, meaning)


def _loose(name: str) -> str:
    """A pattern for `name`: a space, or nothing between Chinese characters, matches any or no space; points may be left out."""
    if name.isascii():
        return r"[\s.]*".join(re.escape(part) for part in re.split(r"[\s.]+", name) if part)
    if re.search(r"[\u4e00-\u9fff]", name):
        return r"\s*".join(re.escape(character) for character in name)
    return r"[\s.]*".join(re.escape(part) for part in re.split(r"[\s.]+", name) if part)


def _key(name: str) -> str:
    return re.sub(r"[\s.]", "", name.lower())


def is_caption(text: str, names: CaptionNames) -> bool:
    """Whether `text` is a caption: all of it, or with a colon. A firm called "Supplier Ltd" is none."""
    match = names.pattern.match(text)
    return match is not None and (match.end() == len(text) or match.group("mark") in {":", "："})


def find_captions(rows: Sequence[Row], names: CaptionNames) -> list[Captioned]:
    """Every caption of `rows`, in reading order. Longer captions win over the shorter ones inside them."""
    found: list[Captioned] = []
    for index, row in enumerate(rows):
        for position, chunk in enumerate(row.chunks):
            if len(chunk.text) > 300:
                continue
            matches = [match for match in names.pattern.finditer(chunk.text) if _stands(match, names)]
            for number, match in enumerate(matches):
                end = matches[number + 1].start() if number + 1 < len(matches) else len(chunk.text)
                meaning = names.meaning[_key(match.group("name"))]
                value = chunk.text[match.end() : end].strip(" :：;；|,，")
                if not value and end < len(chunk.text) and meaning[0] in {"buyer", "seller"} and match.group("mark") not in {":", "："}:
                    continue  # "Customer reference: 120/35"
                found.append(Captioned(meaning[0], meaning[1], match.group("name"), value, chunk, index, position))
    return found


def _stands(match: re.Match[str], names: CaptionNames) -> bool:
    """Whether a caption is one where it stands: inside running text only with its colon, or before what can only be a tax number."""
    meaning = names.meaning.get(_key(match.group("name")))
    if meaning is None:
        return False
    if meaning[0] == "number" and match.group("name").isalpha() and re.match(r"[-\d]", match.string[match.end("name") :]):
        return False  # INV-0042 is a number, and nothing that names one
    inside = match.start() > 0 and match.group("mark") not in {":", "："} and re.search(r"[a-z]", match.group("name"), re.I)
    if not inside or match.group("name").endswith("#"):
        return True
    return meaning[0] == "tax_id" and _TAX_NUMBER.match(match.string[match.end() :]) is not None


def values_of(item: Captioned, rows: Sequence[Row], names: CaptionNames) -> Iterator[tuple[str, Chunk]]:
    """The texts that may be the value of `item`, likeliest first: behind it, right of it, beneath it."""
    row = rows[item.row]
    if item.value:
        yield item.value, item.chunk
        return
    for chunk in row.chunks[item.position + 1 : item.position + 3]:
        if is_caption(chunk.text, names):
            break
        yield chunk.text.lstrip(" :："), chunk
    if (cell := _beneath_in_order(item, rows, names)) is not None:
        yield cell.text, cell
    for below in rows[item.row + 1 : item.row + 1 + _BELOW]:
        if below.page != row.page:
            return
        for chunk in below.chunks:
            if chunk.box.overlap_x(item.chunk.box) > 0:
                if is_caption(chunk.text, names):
                    return
                yield chunk.text, chunk


def _beneath_in_order(item: Captioned, rows: Sequence[Row], names: CaptionNames) -> Chunk | None:
    """The chunk at the caption's place in the row beneath a row of nothing but captions, which may be set to another edge."""
    row = rows[item.row]
    below = rows[item.row + 1] if item.row + 1 < len(rows) else None
    if below is None or below.page != row.page or len(row.chunks) < 2 or len(below.chunks) != len(row.chunks):
        return None
    if sum(is_caption(chunk.text, names) for chunk in row.chunks) * 2 <= len(row.chunks):
        return None
    if any(is_caption(chunk.text, names) for chunk in below.chunks) or not any(re.search(r"\d", chunk.text) for chunk in below.chunks):
        return None
    return below.chunks[item.position]
