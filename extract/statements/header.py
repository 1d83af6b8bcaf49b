"""What stands above a statement's figures: whose it is, as of when, in which currency and unit, and what each column covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.dates import find_dates
from extract.numerals import parse
from extract.place import Box
from extract.records import StatementKind
from extract.statements.caption import is_label_caption as is_label_caption
from extract.statements.caption import is_note_caption as is_note_caption
from extract.statements.heads import ColumnHeader as ColumnHeader
from extract.statements.heads import column_headers as column_headers
from extract.statements.period import in_year, is_month_end, year_end_before
from extract.statements.unit import Unit as Unit
from extract.statements.unit import unit_of as unit_of
from extract.tables.lines import Chunk, Row

_COMPANY = re.compile(r"\b(?:limited|ltd|llp|plc|inc|llc|corp(?:oration)?|company|co|l\.?p|gmbh|b\.?v|s\.?a)\b\.?", re.IGNORECASE)
#: What a program or an accountant prints behind the firm's name: "Alder Ltd - Management accounts".
_BEHIND_NAME = re.compile(r"(?<=[\w.]) +[-–—|] +[^-–—|]*$")
_REGISTERED = re.compile(r"\s*\(?\s*(?:registered|registration|company)\s+(?:no|number|registration|reg)\b.*$", re.IGNORECASE)


def entity_of(rows: Sequence[Row]) -> str | None:
    """The firm the statement is of: 编制单位, or the first heading that carries a legal form."""
    for row in rows:
        for position, chunk in enumerate(row.chunks):
            match = re.match(r"^(?:编制单位|编报单位|单位名称|纳税人名称|企业名称|公司名称|会计主体)\s*[:：]?\s*(.*)$", chunk.text)
            if match:
                name = match.group(1).strip() or (row.chunks[position + 1].text if position + 1 < len(row.chunks) else "")
                name = re.sub(r"\s*(?:\d{4}\s*年.*|单位[:：].*|金额单位.*|税款所属.*)$", "", name).strip()
                if name and not find_dates(name):
                    return name
    for row in rows[:12]:
        for chunk in row.chunks:
            text = _REGISTERED.sub("", chunk.text).strip(" -–,")
            name = _BEHIND_NAME.sub("", text)
            text = name if _COMPANY.search(name) else text
            if 4 <= len(text) <= 90 and _COMPANY.search(text) and parse(text) is None and len(text.split()) <= 10:
                return text
    return None


_MONTH_WORD = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?"
_ENGLISH_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH_WORD}|{_MONTH_WORD}(?: \d{{1,2}}(?:st|nd|rd|th)?,?)?) (?:19|20)\d{{2}}", re.IGNORECASE
)


def with_whole_dates(row: Row) -> Row:
    """The row with a date that was set wide ("2025  年  12  月", "31  March  2025") as one chunk, so that its numbers are no amounts."""
    if len(row.chunks) < 2 or row.page is None:  # a cell is whole
        return row
    chunks: list[Chunk] = []
    place = 0
    while place < len(row.chunks):
        count = next((size for size in (6, 5, 4, 3, 2) if _is_date(row.chunks[place : place + size], size)), 1)
        parts = row.chunks[place : place + count]
        if count > 1:
            words = tuple(word for part in parts for word in part.words)
            whole = replace(parts[0], text=" ".join(part.text for part in parts), box=Box.around(part.box for part in parts), words=words)
            chunks.append(whole)
        else:
            chunks.append(parts[0])
        place += count
    return replace(row, chunks=tuple(chunks)) if len(chunks) < len(row.chunks) else row


def _is_date(chunks: Sequence[Chunk], size: int) -> bool:
    """Whether so many chunks, close to each other, are the pieces of one date."""
    if len(chunks) < size or any(after.box.x0 - before.box.x1 > 2.5 * after.box.height for before, after in pairwise(chunks)):
        return False
    text = " ".join(chunk.text for chunk in chunks)
    tight = re.sub(r"\s+", "", text)
    if re.fullmatch(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}年度?", tight):
        return True
    if size == 2 and re.fullmatch(r"\d{1,2} (?:months?|weeks?)\b.{0,24}", text):
        return not find_dates(chunks[0].text)  # "2 months to 28/02/2026" beside "Budget"
    if size == 2 and re.search(rf"\b{_MONTH_WORD} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d{{2}}$", text, re.IGNORECASE):
        return re.fullmatch(r"\d{4}", chunks[1].text) is not None
    return _ENGLISH_DATE.fullmatch(text) is not None and not any(_ENGLISH_DATE.fullmatch(chunk.text) for chunk in chunks)


def with_exact_days(headers: Sequence[ColumnHeader], pages: Sequence[Sequence[Row]]) -> list[ColumnHeader]:
    """Prior columns of a 52- or 53-week year with the day that the paper itself names elsewhere, or with none."""
    current = next((header.end for header in headers if header.role == "current"), None)
    if current is None or is_month_end(current):
        return list(headers)
    named = Counter(day for rows in pages for row in rows for day in find_dates(row.text) if 363 <= (current - day).days <= 372)
    day = named.most_common(1)[0][0] if named else None  # 52 or 53 weeks before: without a printed day nobody can say
    return [replace(header, end=day) if header.role == "prior" else header for header in headers]


def at_year_end(headers: Sequence[ColumnHeader], kind: StatementKind, pages: Sequence[Sequence[Row]]) -> list[ColumnHeader]:
    """The prior column of an interim balance sheet, headed by a year alone, at the end of the year before the interim period.

    The interim period is what another statement of the paper says of itself: "for the 3 months ended 31 January 2025".
    """
    current = next((header.end for header in headers if header.role == "current"), None)
    if kind != "balance_sheet" or current is None:
        return list(headers)
    begun = next((last for rows in pages for row in rows if (last := year_end_before(row.text, current)) is not None), None)
    if begun is None:
        return list(headers)
    taken = in_year(current, begun.year)  # what a year alone was taken for
    if any(taken in find_dates(row.text) for rows in pages for row in rows):
        return list(headers)
    same_day = [header for header in headers if header.role == "prior" and header.end in (None, taken)]
    return [replace(header, end=begun) if header in same_day else header for header in headers]
