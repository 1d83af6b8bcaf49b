"""The heads of the columns: captions in one row or several, read from the top down, and the period that each column is of.

A caption above several others holds for all of them ("2025" over "Actual | Budget"); what stands lowest is the head of a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, pairwise

from extract.numerals import parse
from extract.place import Box
from extract.records import Span, StatementKind
from extract.statements.caption import Caption, captions_in, said_together
from extract.statements.period import day_without_year, in_year, last_day_of_month, span_between
from extract.statements.unit import Unit
from extract.statements.wrapped import is_body, with_whole_captions
from extract.tables.lines import Chunk, Row

#: More captions than this in one row are no head of a statement.
_MOST = 16
_LONGEST_UNKNOWN = 24
_OF_HEADING = re.compile(r"(?:as|at|for|position|period|years?|months?|weeks?|twelve|\d{1,2} (?:months|weeks))\b|截[至止]", re.IGNORECASE)
#: Points between a caption and the figures it is of, from left to right.
_FAR = 60.0
#: A caption that names the day a paper was made, not one that a column is of.
_NOT_A_COLUMN = re.compile(r"(?:期[起止]?|日期?|时间|号码?|date|period|printed|page|no\.?)\s*[:：]?\s*$", re.IGNORECASE)

_ONE_MONTH = re.compile(r"\b(?:1|one)[\s-]months?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColumnHeader:
    """One column, or group of columns, of one period.

    end    last day, None where the paper does not say
    role   "current", "prior", "open" (年初余额: the balance on the last day before the year), or "other" (a budget, a variance: no period)
    unit   of this column alone, where the columns have different ones
    """

    box: Box
    end: date | None
    span: Span
    role: str
    unit: Unit | None = None


@dataclass(slots=True, eq=False)
class _Head:
    """One caption.   row: how many chunks its row has   known: it is understood   children: those in lower rows that it holds for"""

    chunk: Chunk
    says: Caption
    row: int
    known: bool = True
    parent: _Head | None = None
    children: list[_Head] = field(default_factory=list)

    @property
    def box(self) -> Box:
        return self.chunk.box


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a column so far, from the statement's heading and the captions above.   month_day: of a day whose year is not

    calendar: a year is one from January to December   months: how many the column covers"""

    end: date | None
    span: Span
    role: str | None = None
    month_day: tuple[int, int] | None = None
    calendar: bool = False
    months: int | None = None


def column_headers(rows: Sequence[Row], kind: StatementKind, end: date | None, span: Span) -> tuple[list[ColumnHeader], int]:
    """The headers of the figure columns, left to right, and the index of the first row below them.

    rows   from the title down   end, span: what the heading says

    Looks at the rows down to the first that carries a label with amounts. Returns ([], 0) when none is found.
    """
    found: list[tuple[int, list[_Head]]] = []
    below = 0
    rows = with_whole_captions(rows)
    for index, row in enumerate(rows):
        if is_body(row):
            break
        heads, strict = _heads_of(row)
        if heads and (strict or (found and below == index)):
            found.append((index, heads))
        if heads or (found and below == index and _only_under(row)):
            below = index + 1
    if not found:
        return [], 0
    leaves = _over_columns(_leaves([heads for _, heads in found]), rows[below:])
    if not any(len(heads) >= 2 for _, heads in found) and not _stands_alone(rows, found):
        return [], 0
    calendar = any(re.search(r"[一-鿿]", row.text) for row in rows)
    known = _Known(end, span, month_day=None if end is not None else day_without_year(rows[:below]), calendar=calendar)
    headers = [_header(leaf, kind, known) for leaf in leaves]
    if span == "year_to_date" and any(_ONE_MONTH.search(row.text) for row in rows) and {header.span for header in headers} == {"month"}:
        headers = [replace(header, span=span) for header in headers]  # the first month of a year is all of it so far
    return _settled(leaves, headers, kind, end), below


def _over_columns(leaves: Sequence[_Head], body: Sequence[Row]) -> list[_Head]:
    """Without what stands alone in its line, under and over no other caption, and nearest to no figures: a line of the heading."""
    figures = [
        chunk.box
        for row in body
        for chunk in row.chunks
        if parse(chunk.text) is not None and re.search(r"\d[,.]\d|\d{3}|^[-—–]$", chunk.text)
    ]
    kept = []
    for leaf in leaves:
        others = [other.box for other in leaves if other is not leaf]
        near = [box for box in figures if _gap(box, leaf.box) <= _FAR and all(_gap(box, leaf.box) < _gap(box, other) for other in others)]
        alone = leaf.row == 1 and leaf.parent is None
        if alone and _OF_HEADING.match(leaf.chunk.text) and sum(other.row > 1 and other.says.dated for other in leaves) >= 2:
            continue
        if others and not near and (not leaf.known or alone):
            continue
        kept.append(leaf)
    return kept


def _gap(one: Box, other: Box) -> float:
    return max(0.0, -one.overlap_x(other)) + 0.01 * abs(one.centre - other.centre)


def _stands_alone(rows: Sequence[Row], found: Sequence[tuple[int, list[_Head]]]) -> bool:
    """Whether one caption alone in its row heads a column: beside the caption of the labels, or right of all labels under the heading."""
    index, heads = found[-1]
    row = rows[index]
    if any(said.label or said.note for chunk in row.chunks for _, said in captions_in(chunk)):
        return True
    return index > 0 and len(row.chunks) == len(heads)


def _heads_of(row: Row) -> tuple[list[_Head], bool]:
    """The captions of columns in a row, and whether the row is surely one of captions and no line of the heading."""
    if len(row.chunks) > _MOST:
        return [], False
    heads: list[_Head] = []
    weak: list[_Head] = []
    unknown: list[_Head] = []
    others, labels = 0, 0
    before: Chunk | None = None
    for chunk in row.chunks:
        parts = captions_in(chunk)
        if not parts or (len(parts) > 1 and chunk.text.isascii() and any(says.label for _, says in parts)):  # "Current assets"
            others += 1
            before = chunk
            if chunk is not row.chunks[0] and len(chunk.text) <= _LONGEST_UNKNOWN:
                unknown.append(_Head(chunk, Caption(), len(row.chunks), known=False))
            continue
        for part, says in parts:
            labels += says.label or says.note
            if says.strong and not (says.label or says.note):
                if before is not None and _NOT_A_COLUMN.search(before.text):
                    return [], False
                heads.append(_Head(part, says, len(row.chunks)))
            elif not (says.label or says.note):
                weak.append(_Head(part, says, len(row.chunks)))
        before = None
    if any(head.says.role == "other" for head in heads):  # 金额 beside 比重: the one has a period, the other none
        heads = sorted([*heads, *weak], key=lambda head: head.box.x0)
    if unknown and heads and (labels or len(heads) >= 2):  # a caption that nobody knows, among others: its column has a place
        return sorted([*heads, *unknown], key=lambda head: head.box.x0), True
    if len(heads) >= 2:
        return (heads, True) if others <= 1 or labels >= 1 else ([], False)
    return (heads, True) if heads and not others else ([], False)


def _only_under(row: Row) -> bool:
    """A line of currency signs and captions under the periods: £, Notes, (unaudited), (restated)."""
    says = [captions_in(chunk) for chunk in row.chunks]
    return all(says) and not all(said.label for parts in says for _, said in parts)


def _leaves(rows: Sequence[list[_Head]]) -> list[_Head]:
    """Hang every caption under the one above it, and return those that have none below, left to right."""
    above: list[_Head] = []
    for heads in rows:
        if above:
            _hang(above, heads)
        childless = [head for head in above if not head.children]
        above = sorted([*heads, *childless], key=lambda head: head.box.centre)
    return above


def _hang(above: Sequence[_Head], heads: Sequence[_Head]) -> None:
    """Give each of `heads` the caption above that it belongs to: neighbours in order, each group as centred under its caption as can be.

    A group that its caption does not stand over belongs to none: it stands beside it, a line lower.
    """
    groups = [0] * len(heads) if len(above) == 1 else _grouped(above, heads)
    for index, parent in enumerate(above):
        own = [head for head, group in zip(heads, groups, strict=True) if group == index]
        if not own:
            continue
        first, last = own[0].box, own[-1].box
        if parent.box.overlap_x(Box(first.x0, first.top, last.x1, last.bottom)) < -2.0:
            continue
        for head in own:
            head.parent = parent
        parent.children.extend(own)


def _grouped(parents: Sequence[_Head], heads: Sequence[_Head]) -> list[int]:
    """For each head the index of its parent; a parent may have none, at a price."""
    centres = [head.box.centre for head in heads]
    gaps = [right - left for left, right in pairwise(centres)]
    price = 0.6 * min(gaps, default=60.0)
    count = len(heads)
    best: tuple[float, list[int]] | None = None
    for size in range(1, min(len(parents), count) + 1):
        for chosen in combinations(range(len(parents)), size):
            for cuts in combinations(range(1, count), size - 1):
                bounds = [0, *cuts, count]
                cost = price * (len(parents) - size)
                for place, parent in enumerate(chosen):
                    cost += _off_centre(parents[parent].box, heads[bounds[place]].box, heads[bounds[place + 1] - 1].box)
                if best is None or cost < best[0]:
                    best = (cost, [parent for place, parent in enumerate(chosen) for _ in range(bounds[place], bounds[place + 1])])
        if size >= 6:  # wider tables than any statement: what was found so far stands
            break
    assert best is not None
    return best[1]


def _off_centre(parent: Box, first: Box, last: Box) -> float:
    return min(abs(parent.centre - (first.x0 + last.x1) / 2), abs(parent.x0 - first.x0) + 2.0, abs(parent.x1 - last.x1) + 2.0)


def _header(leaf: _Head, kind: StatementKind, known: _Known) -> ColumnHeader:
    if not leaf.known:
        return ColumnHeader(leaf.box, None, known.span, "prior")
    for head in reversed(_chain(leaf)):
        known = _after(known, head.says, kind)
    return ColumnHeader(leaf.box, known.end if known.role != "other" else None, known.span, known.role or "")


def _after(known: _Known, says: Caption, kind: StatementKind) -> _Known:
    """What is known of a column once a caption of it is read."""
    role = "other" if "other" in (says.role, known.role) else says.role if says.role in ("open", "prior") else known.role or says.role
    end, month_day = _end_of(known, says)
    exact = says.dated
    if not exact and end is not None and says.role == "open":
        end = date(end.year - 1, 12, 31)
    elif exact and says.role == "open" and says.day is None and says.year is not None:
        end = date(says.year - 1, 12, 31)
    elif not exact and end is not None and says.role == "prior":
        end = _a_year_before(end)
    span = _span_of(known, says, kind, end, says.months or known.months)
    months = None if says.months is not None and says.dated else says.months or known.months  # of "January to April" no month below it is
    return _Known(end, span, role, month_day, known.calendar, months)


def _a_year_before(end: date) -> date:
    if end == last_day_of_month(end.year, end.month):
        return last_day_of_month(end.year - 1, end.month)
    return date(end.year - 1, end.month, end.day)


def _end_of(known: _Known, says: Caption) -> tuple[date | None, tuple[int, int] | None]:
    """The last day that a caption names, with what is known from above, and a day that still lacks its year."""
    end, month_day = known.end, says.month_day or known.month_day
    year = says.year
    if says.day is not None:
        return says.day, None
    if says.quarter is not None or says.month is not None:
        if says.month is None and says.quarter is not None and end is not None and known.span == "year" and end.month != 12:
            return _quarter_of(in_year(end, year) if year is not None else end, says.quarter), month_day
        month = says.month or 3 * (says.quarter or 1)
        if year is None and end is not None:
            year = end.year if month <= end.month or says.quarter is not None else end.year - 1
        return (last_day_of_month(year, month), month_day) if year is not None else (None, (month, 31))
    if month_day is not None and (year is not None or end is not None):
        return _day(year if year is not None else end.year if end is not None else 0, month_day), month_day
    if year is not None and known.calendar and says.span == "year":
        return date(year, 12, 31), month_day
    if year is not None:
        return (in_year(end, year) if end is not None else date(year, 12, 31) if known.calendar else None), month_day
    return end, month_day


def _quarter_of(year_end: date, quarter: int) -> date:
    """The last day of a quarter of the year that closes on `year_end`."""
    months = year_end.year * 12 + year_end.month - 1 - 3 * (4 - quarter)
    return last_day_of_month(months // 12, months % 12 + 1)


def _day(year: int, month_day: tuple[int, int]) -> date:
    last = last_day_of_month(year, month_day[0])
    return last if month_day[1] >= last.day or month_day == (2, 28) else date(year, *month_day)


def _span_of(known: _Known, says: Caption, kind: StatementKind, end: date | None, months: int | None) -> Span:
    if kind == "balance_sheet":
        return "instant"
    span = says.span
    if span is None and months is not None and end is not None:
        if known.span == "year_to_date" and not known.calendar and 1 < months < 12:  # an interim period begins with the firm's own year
            return known.span
        first = end.year * 12 + end.month - months
        span = span_between(date(first // 12, first % 12 + 1, 1), end) or ("year" if months >= 12 else "year_to_date")
    if span == "year_to_date" and end is not None and end.month == 12 and known.calendar:
        return "year"
    return span or known.span


def _settled(leaves: Sequence[_Head], headers: Sequence[ColumnHeader], kind: StatementKind, end: date | None) -> list[ColumnHeader]:
    """The headers with what each says only beside the others: a month beside months, last year beside this year."""
    result = list(headers)
    periods = [index for index, header in enumerate(result) if header.role != "other"]
    if kind != "balance_sheet":
        result = _spans_beside(leaves, result, periods)
    ends = [result[index].end for index in periods]
    years = [year for index in periods if (year := _chain_says(leaves[index]).year) is not None]
    if (
        end is not None
        and end.month == 1
        and years
        and max(years) == end.year - 1
        and all(leaves[index].says.day is None for index in periods)
    ):
        result = [  # a 52-week year that ran over
            replace(header, end=in_year(header.end, header.end.year + 1)) if header.end is not None else header for header in result
        ]
        ends = [result[index].end for index in periods]
    newest = max((day for day in ends if day is not None), default=None)
    settled: list[ColumnHeader] = []
    for header in result:
        role = header.role or ("current" if (header.end is None and not settled) or header.end == newest else "prior")
        settled.append(replace(header, role=role))
    return settled


def _spans_beside(leaves: Sequence[_Head], headers: list[ColumnHeader], periods: Sequence[int]) -> list[ColumnHeader]:
    """本期 beside 本年累计 is the last part of the year; months in a row are months, and their total is all of them."""
    said = [_chain_says(leaves[index]) for index in range(len(leaves))]
    result = list(headers)
    givers = [_cumulating(leaves[i]) for i in periods if headers[i].role in ("", "current")]
    months = [
        i
        for i in periods
        if leaves[i].says.month is not None and not _counted(leaves[i]) and said[i].span is None and headers[i].end is not None
    ]
    ends = sorted({(day.year * 12 + day.month) for i in months if (day := headers[i].end) is not None})
    in_a_row = any(right - left == 1 for left, right in pairwise(ends))
    for i in periods:
        header, says = headers[i], said[i]
        cumulated = any(giver is not None and giver not in _chain(leaves[i]) for giver in givers)
        if (
            cumulated and header.role == "current" and says.span is None and says.months is None and header.span in ("year_to_date", "year")
        ) or ((in_a_row or cumulated) and i in months):
            result[i] = replace(header, span="month")
        elif header.end is None and says.year is not None and says.quarter is None:
            last = [headers[j].end for j in periods if said[j].quarter == 4 and said[j].year == says.year]
            result[i] = replace(header, end=last[0] if last else None)  # a year beside its own four quarters ends with the fourth
        elif in_a_row and says.total and not says.dated:
            days = [day for i in months if (day := headers[i].end) is not None]
            span = span_between(min(days).replace(day=1), max(days)) if len(days) == ends[-1] - ends[0] + 1 else None
            result[i] = replace(header, end=max(days) if span else None, span=span or header.span)
    return result


def _chain(leaf: _Head) -> list[_Head]:
    """A caption and all above it, the lowest first."""
    chain = [leaf]
    while chain[-1].parent is not None:
        chain.append(chain[-1].parent)
    return chain


def _cumulating(leaf: _Head) -> _Head | None:
    """The caption that says that a column is of several months, or of the year so far; None where none does."""
    return next((head for head in _chain(leaf) if head.says.span == "year_to_date" or (head.says.months or 0) > 1), None)


def _counted(leaf: _Head) -> bool:
    """Whether a column says how many months it has: in its own caption, or in one above that names no day itself ("12 months to")."""
    return leaf.says.months is not None or any(head.says.months is not None and not head.says.dated for head in _chain(leaf))


def _chain_says(leaf: _Head) -> Caption:
    """All that the captions of a column say, the lower ones first."""
    says, *above = (head.says for head in _chain(leaf))
    for said in above:
        says = said_together(says, said)
    return says
