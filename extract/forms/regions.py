"""Which forms a document holds, and which rows belong to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.forms.captions import meanings
from extract.forms.catalogue import kinds
from extract.forms.header import headers
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.lists.reading import Listed, is_sheet, lists_in
from extract.forms.pieces import pieces_of, worded
from extract.forms.prose import sentence_lines
from extract.forms.recognised import levelled
from extract.forms.slant import realigned
from extract.forms.stacked import stacked
from extract.forms.table import header_at
from extract.numerals import parse
from extract.tables.lines import Row

#: How far down a page a title may stand.
_TITLE_ROWS = 14
#: A title of prose is longer than any real one.
_LONGEST_TITLE = 70
#: Rows that are looked at for known captions: a form of a small firm is short, and a list shows its captions early.
_LOOKED_AT = 250
#: Titled, and its table or its lines are met.
TITLED = 0.97
#: Titled by words that other papers print as well, or known by its lines alone.
UNTITLED = 0.8
#: Invoices that must be listed before a table without a title is a register.
_LISTED = 3


@dataclass(frozen=True, slots=True)
class Region:
    """Rows of one form.   title: as printed; None where it has none   listed: it is a list of a sheet"""

    kind: FormKind
    rows: tuple[Row, ...]
    title: str | None
    evidence: float
    listed: Listed | None = None


def regions(pages: Sequence[Sequence[Row]]) -> list[Region]:
    """The forms of a document whose pages' (or sheets') rows are given, in order; a page without a title continues the form before it."""
    found: list[Region] = []
    for page in pages:
        lists = lists_in(page) if is_sheet(page) else []
        if lists:
            found += [Region(one.kind, one.rows, one.title, one.evidence, one) for one in lists]
            continue
        rows = levelled(realigned(page))
        titled = _titled(rows)
        if titled is None:
            if found and found[-1].listed is None:
                found[-1] = Region(found[-1].kind, (*found[-1].rows, *rows), found[-1].title, found[-1].evidence)
            elif (untitled := _untitled(rows)) is not None:
                found.append(untitled)
            continue
        if found and found[-1].listed is None and _repeated(found[-1], titled):
            found[-1] = Region(found[-1].kind, (*found[-1].rows, *titled.rows), found[-1].title, found[-1].evidence)
        else:
            found.append(titled)
    return found


def _repeated(before: Region, region: Region) -> bool:
    """A form that went on overleaf under the same heading."""
    if before.kind is not region.kind or before.title != region.title:
        return False
    heading = {row.text for row in before.rows[:_TITLE_ROWS]}
    top = [row.text for row in region.rows[:6] if not any(parse(chunk.text) is not None for chunk in row.chunks)]
    return bool(top) and all(text in heading for text in top[:3])


def _titled(rows: Sequence[Row]) -> Region | None:
    """The form that a title near the top of the page announces; of several kinds the one whose captions are met most."""
    best: tuple[tuple[float, int, int], Region] | None = None
    counted: dict[str, tuple[int, bool]] = {}
    captions = captions_in(rows)
    for text, own in _titles(rows):
        for kind in kinds():
            if not kind.titled(text):
                continue
            if kind.form not in counted:
                counted[kind.form] = (known_lines(captions, kind), _headed(rows, kind))
            lines, headed = counted[kind.form]
            if kind.captions and not lines and not headed:  # a letter, or captions that stand over their amounts
                lines = len(told_elsewhere(rows, kind))
            if not lines and not headed:
                continue
            region = Region(kind, tuple(rows), own.strip(), TITLED if headed or lines >= 2 else 0.5)
            worth = (region.evidence, lines, len(text))
            if best is None or worth > best[0]:
                best = (worth, region)
    return best[1] if best is not None else None


def told_elsewhere(rows: Sequence[Row], kind: FormKind) -> list[str]:
    """Captions whose amounts stand in sentences, or in a row above or below."""
    plain = ColumnMeaning("")
    told = [*sentence_lines(rows, kind, plain).values(), *stacked(rows, [pieces_of(row) for row in rows], kind, plain).values()]
    return [line.label for lines in told for line in lines]


def _titles(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Texts near the top of a page that may be a title, and how they are printed; one that runs over two rows is one.

    What stands beside an amount is no title: a movement of an account is called "VAT return" as well.
    """
    for index, row in enumerate(rows[:_TITLE_ROWS]):
        if any(parse(chunk.text) is not None and re.search(r"\d[,.]\d", chunk.text) for chunk in row.chunks):
            continue
        texts = [row.text, *(chunk.text for chunk in row.chunks)]
        for text in dict.fromkeys(texts):
            if len(text) <= _LONGEST_TITLE and not any(mark in text for mark in "，。；"):
                yield text, text
        below = rows[index + 1] if index + 1 < len(rows) else None
        if (
            below is not None
            and len(row.chunks) <= 2
            and len(below.chunks) == 1
            and len(row.chunks[0].text) + len(below.text) <= _LONGEST_TITLE
        ):
            yield row.chunks[0].text + below.text, row.chunks[0].text


def _headed(rows: Sequence[Row], kind: FormKind) -> bool:
    """Whether captions of that form's columns stand on the page."""
    if kind.label:
        return any(header_at(rows, index, kind) for index in range(min(len(rows), 40)))
    top = rows[:40]
    return bool(headers(top, [pieces_of(row) for row in top], kind))


def _untitled(rows: Sequence[Row]) -> Region | None:
    """A form known by its lines, or a list of invoices known by its columns."""
    captions = captions_in(rows)
    counted = [(known_lines(captions, kind), kind) for kind in kinds() if kind.captions]
    lines, kind = max(counted, key=lambda item: item[0] - item[1].deciding, default=(0, None))
    if kind is not None and lines >= kind.deciding:
        return Region(kind, tuple(rows), None, UNTITLED)
    for register in (kind for kind in kinds() if kind.label):
        for index in range(min(len(rows), _TITLE_ROWS)):
            names = {column.meaning.name for column in header_at(rows, index, register)}
            if {"number", "day"} <= names and len({"net", "tax", "total"} & names) >= 2 and len(rows) - index > _LISTED:
                return Region(register, tuple(rows), None, TITLED)
    return None


def known_lines(captions: Sequence[str], kind: FormKind) -> int:
    """How many of the captions `kind` knows."""
    return sum(any(one.confidence == 1.0 for one in meanings(kind.captions, caption, near=False)) for caption in captions)


def captions_in(rows: Sequence[Row]) -> list[str]:
    """The different words that stand in rows with amounts."""
    found: dict[str, None] = {}
    for row in rows[:_LOOKED_AT]:
        pieces = pieces_of(row)
        if any(piece.amount for piece in pieces):
            found.update(dict.fromkeys(piece.text for piece in pieces if len(piece.text) < 60 and worded(piece)))
    return list(found)
