"""What stands above a statement's figures: whose it is, as of when, in which currency and unit, and what each column covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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
_REGISTERED = re.compile(r"\s*\(?\s*(?:registered|registration|company)\s+(?:no|number|registration|reg)\b.*$", re.IGNORECASE)


def entity_of(rows: Sequence[Row]) -> str | None:
    """The firm the statement is of: 编制单位, or the first heading that carries a legal form."""
    for row in rows:
        for position, chunk in enumerate(row.chunks):
            match = re.match(r"^(?:编制单位|编报单位|单位名称|纳税人名称|企业名称|会计主体)\s*[:：]?\s*(.*)$", chunk.text)
            if match:
                name = match.group(1).strip() or (row.chunks[position + 1].text if position + 1 < len(row.chunks) else "")
                name = re.sub(r"\s*(?:\d{4}\s*年.*|单位[:：].*|金额单位.*|税款所属.*)$", "", name).strip()
                if name and not find_dates(name):
                    return name
    for row in rows[:12]:
        for chunk in row.chunks:
            text = _REGISTERED.sub("", chunk.text).strip(" -–,")
            if 4 <= len(text) <= 90 and _COMPANY.search(text) and parse(text) is None and len(text.split()) <= 10:
                return text
    return None


def with_whole_dates(row: Row) -> Row:
    """The row with a date that was set wide ("2025  年  12  月  31  日") as one chunk, so that its numbers are no amounts."""
    chunks: list[Chunk] = []
    for chunk in row.chunks:
        before = chunks[-1] if chunks else None
        joined = f"{before.text} {chunk.text}" if before is not None else ""
        goes_on = re.fullmatch(r".*(?:^|\D)\d{4} ?年?(?: ?\d{1,2} ?月?)?(?: ?\d{1,2} ?日?)?", joined) is not None and "年" in joined
        near = before is not None and chunk.box.x0 - before.box.x1 < 3 * chunk.box.height
        part = re.fullmatch(r"(?!\d{4})[年月日\d ]+", chunk.text) is not None
        if before is not None and goes_on and near and part and re.search(r"[年月]|\d{4}$", before.text):
            box = Box.around([before.box, chunk.box])
            chunks[-1] = replace(before, text=joined, box=box, words=(*before.words, *chunk.words))
        else:
            chunks.append(chunk)
    return replace(row, chunks=tuple(chunks)) if len(chunks) < len(row.chunks) else row


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
