"""Where each statement begins and ends: titles as they are printed, and what follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.concepts import chart, normalise
from extract.dates import find_dates
from extract.numerals import parse
from extract.records import StatementKind
from extract.statements.layout import layouts
from extract.tables.lines import Row

_QUALIFIER = (
    r"(?:(?:un)?audited|abridged|abbreviated|consolidated|condensed|company|group|micro-?entity|interim|individual|parent|statutory|"
    r"summary|draft|detailed|trading|filleted|the|full|comparative|classified|pro\s?forma)"
)
#: What may follow a title on its line: a date, a period, a registration number, a page mark, "(continued)".
_TAIL = (
    r"(?:\s*[-–:,(].*|\s+(?:as (?:at|of)|at|for|year|period|of the|dated?)\b.*|\s+\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}.*|\s+\(?continued\)?"
    r"|\s+(?:[a-z0-9]+\s+){0,5}(?:to|at|of|ended|ending)\s+.{0,20}\b(?:19|20)\d{2}\b.*"
    r"|\s+registered.*|\s+company.*|\s+page \d+)?"
)
#: A title of prose ("Balance sheet total must not exceed…") is longer than any real one.
_LONGEST_TITLE = 110
#: Rows above a title that may name the firm or the unit.
_HEADING_ROWS = 8
#: Lines that must be recognised before a region without a title is believed to be a statement.
_LINES_WITHOUT_TITLE = 5
_LINES_WITH_TITLE = 2


#: The lines that end a statement.
_LAST_LINES: dict[StatementKind, set[str | None]] = {
    "balance_sheet": {"total_equity", "total_liabilities_and_equity"},
    "income_statement": {"net_profit", "total_comprehensive_income"},
    "cash_flow": {"cf_closing_cash"},
}


@dataclass(frozen=True, slots=True)
class Region:
    """Rows of one statement.   title: index of its title's row; the rows above it are the page's heading   titled: it has one"""

    kind: StatementKind
    rows: tuple[Row, ...]
    titled: bool
    title: int = 0


def title_of(row: Row) -> StatementKind | None:
    """Which statement `row` announces, or None.

    A contents line (title, then a page number) announces nothing, and neither does a line with amounts: "Profit and loss
    account" is a reserve as well.
    """
    chunks = row.chunks
    if len(chunks) > 1 and re.fullmatch(r"\d{1,3}\s*(?:-|to)\s*\d{1,3}", chunks[-1].text.strip()):
        return None
    if find_dates(row.text) and len(row.text) <= _LONGEST_TITLE and (kind := _kind_of(row.text)) is not None:
        return kind  # "Balance sheet as at 31 March 2025", however wide its words are set
    if any(parse(chunk.text) is not None and not re.fullmatch(r"(?:19|20)\d{2}", chunk.text.strip()) for chunk in chunks):
        return None
    for text in (row.text, *(chunk.text for chunk in chunks)):
        if len(text) > _LONGEST_TITLE:
            continue
        kind = _kind_of(text)
        if kind is not None:
            return kind
    return None


def _kind_of(text: str) -> StatementKind | None:
    tight = re.sub(r"\s+", "", text)
    chinese = re.search(r"[一-鿿]", tight) is not None
    if chinese and (parse(tight) is not None or re.search(r"[，。；]", tight)):
        return None
    plain = text.strip().rstrip(".:")
    if re.search(r"\d\.\d|\.{4}", re.sub(r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b", "", plain)):
        return None
    for spaced, kind, pattern in _titles():
        if spaced == chinese and pattern.match(tight if spaced else plain):
            return kind
    return None


@cache
def _titles() -> tuple[tuple[bool, StatementKind, re.Pattern[str]], ...]:
    """(spaced, kind, pattern of a title with its qualifiers and what may follow it) of every layout."""
    found = []
    for layout in layouts():
        for kind, title in layout.titles.items():
            if layout.spaced:
                pattern = rf"^.{{0,24}}(?:{title})(?:[（(].{{0,12}}[)）])?(?:续表?)?.{{0,24}}$"
            else:
                pattern = rf"^(?:{_QUALIFIER},?\s+)*(?:{title}){_TAIL}$"
            found.append((layout.spaced, kind, re.compile(pattern, re.IGNORECASE)))
    return tuple(found)


def concept_of(kind: StatementKind, text: str) -> str | None:
    """The concept that a label certainly means in a statement of `kind`."""
    return chart().by_label.get((kind, normalise(text)))


def recognised_lines(kind: StatementKind, rows: Sequence[Row]) -> int:
    """How many different concepts of `kind` the rows with amounts carry."""
    concepts = set()
    for row in rows:
        if not any(parse(chunk.text) is not None for chunk in row.chunks):
            continue
        for chunk in row.chunks:
            concept = concept_of(kind, chunk.text) if parse(chunk.text) is None else None
            if concept is not None:
                concepts.add(concept)
    return len(concepts)


def regions(pages: Sequence[Sequence[Row]]) -> list[Region]:
    """All statements of a document whose pages' (or sheets') rows are given, in reading order.

    A page without a title continues the statement before it when its lines belong there, and is a statement of its own when
    enough of its lines do.
    """
    found: list[Region] = []
    for rows in pages:
        found.extend(_regions_of_page(rows, found[-1] if found else None))
    return _joined(found)


def _regions_of_page(rows: Sequence[Row], before: Region | None) -> list[Region]:
    titles: list[tuple[int, StatementKind]] = []
    for index, row in enumerate(rows):
        kind = title_of(row)
        if kind is not None and not (titles and titles[-1][1] == kind and index - titles[-1][0] < 4):
            titles.append((index, kind))
    result: list[Region] = []
    first = titles[0][0] if titles else len(rows)
    head = rows[:first]
    if before is not None and not _ended(before, head) and recognised_lines(before.kind, head) >= _LINES_WITH_TITLE:
        result.append(Region(before.kind, tuple(head), titled=False))
    elif recognised := _untitled(head):
        result.append(Region(recognised, tuple(head), titled=False))
    for position, (start, kind) in enumerate(titles):
        end = titles[position + 1][0] if position + 1 < len(titles) else len(rows)
        # The heading above a title (entity, registration) belongs to the first statement of the page.
        begin = max(0, start - _HEADING_ROWS) if position == 0 and not result else start
        body = tuple(rows[begin:end])
        if kind == "notes" or recognised_lines(kind, body) >= _LINES_WITH_TITLE or _figures_with_label(body) >= _LINES_WITHOUT_TITLE:
            result.append(Region(kind, body, titled=True, title=start - begin))
        elif (other := _untitled(body)) is not None:
            result.append(Region(other, body, titled=False))
    return result


def _closed(region: Region) -> bool:
    """Whether a statement has printed the line that ends it: what follows overleaf is a note, not its next lines."""
    if region.kind not in _LAST_LINES:
        return True
    labels = {concept_of(region.kind, chunk.text) for row in region.rows[region.title :] for chunk in row.chunks if len(row.chunks) > 1}
    return not labels.isdisjoint(_LAST_LINES[region.kind])


def _ended(before: Region, rows: Sequence[Row]) -> bool:
    """Whether `rows`, without a title, are no part of the statement before them. Its supplement is (补充资料), though it has closed."""
    supplement = any(re.match(r"补充资料", re.sub(r"\s+", "", row.text)) for row in rows[:3])
    return _closed(before) and not (supplement and before.kind == "cash_flow")


def _untitled(rows: Sequence[Row]) -> StatementKind | None:
    kinds: tuple[StatementKind, ...] = ("balance_sheet", "income_statement", "cash_flow")
    best = max(kinds, key=lambda kind: recognised_lines(kind, rows))
    return best if recognised_lines(best, rows) >= _LINES_WITHOUT_TITLE else None


def _figures_with_label(rows: Sequence[Row]) -> int:
    return sum(
        1
        for row in rows
        if parse(row.chunks[0].text) is None
        and len(row.chunks[0].text) < 80
        and any(parse(chunk.text) is not None for chunk in row.chunks[1:])
    )


def _joined(found: Sequence[Region]) -> list[Region]:
    """Join a region without a title to the one of its kind just before it: the statement went on overleaf.

    Elsewhere, lines like those of a statement whose titled self stands in the same document are its notes.
    """
    titled = {region.kind for region in found if region.titled}
    result: list[Region] = []
    for region in found:
        before = result[-1] if result else None
        if not region.titled and before is not None and before.kind == region.kind and not _ended(before, region.rows):
            result[-1] = Region(region.kind, before.rows + region.rows, before.titled, before.title)
        elif region.titled or region.kind not in titled:
            result.append(region)
    return [region for region in result if region.kind not in ("notes", "equity_changes")]  # read by a reader of their own
