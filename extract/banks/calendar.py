"""Dates of bank rows: which number is the day, and which year a day without one belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from extract.dates import parse_date, parse_partial

_TWO_NUMBERS = re.compile(r"^\s*(?P<one>\d{1,2})[-/](?P<other>\d{1,2})(?!\d)(?:[-/](?P<year>\d{4}|\d{2})(?!\d))?")
#: A statement that is this many times as long when its dates are read the other way has them this way.
_MUCH_LONGER = 4


def is_day_first(texts: Sequence[str], *, stated: bool | None, otherwise: bool) -> bool:
    """How a column of dates is meant.

    Numbers above twelve decide, by their majority. Then what the layout states; then the order of all rows, which runs one way only
    when they are read right; then their span, where one reading strews them over the year; then `otherwise`.
    """
    pairs = [match for text in texts if (match := _TWO_NUMBERS.match(text))]
    above = sum(int(match["one"]) > 12 for match in pairs) - sum(int(match["other"]) > 12 for match in pairs)
    if above:
        return above > 0
    if stated is not None:
        return stated
    day_first = [_day_number(match["year"], match["other"], match["one"]) for match in pairs]
    month_first = [_day_number(match["year"], match["one"], match["other"]) for match in pairs]
    turns = _turns(day_first) - _turns(month_first)
    if turns:
        return turns < 0
    if len(pairs) > 2:
        spans = (max(day_first) - min(day_first), max(month_first) - min(month_first))
        if min(spans) * _MUCH_LONGER < max(spans):
            return spans[0] < spans[1]
    return otherwise


def _day_number(year: str | None, month: str, day: str) -> int:
    """A number that grows with the date; a missing year is the same one for all."""
    return (int(year or 0) * 12 + int(month)) * 31 + int(day)


def _turns(days: Sequence[int]) -> int:
    """How many neighbours run against the rest: forwards in a print that runs backwards, or the other way round."""
    forwards = sum(earlier < later for earlier, later in pairwise(days))
    backwards = sum(earlier > later for earlier, later in pairwise(days))
    return min(forwards, backwards)


def days_of(
    texts: Sequence[str | None], *, day_first: bool, start: date | None, end: date | None, anchor: date | None
) -> list[date | None]:
    """The date of each row.

    A day without a year lies in the statement's period. Without a period it is the last such day not after `anchor` (the
    statement's own date), or follows the nearest row above that has a year: December after January is the year before.
    """
    found: list[date | None] = []
    last: date | None = None
    for text in texts:
        day = None
        if text is not None:
            day = parse_date(text, day_first=day_first)
            if day is None:
                day = _placed(text, day_first, start, end, anchor, last)
        found.append(day)
        last = day or last
    return found


def _placed(text: str, day_first: bool, start: date | None, end: date | None, anchor: date | None, last: date | None) -> date | None:
    if start is not None or end is not None:
        first, final = start or end, end or start
        assert first is not None and final is not None
        candidates = [
            day for year in range(first.year - 1, final.year + 2) if (day := parse_partial(text, year, day_first=day_first)) is not None
        ]
        return min(candidates, key=lambda day: (_outside(day, first, final), -day.toordinal()), default=None)
    reference = anchor or last
    if reference is None:
        return None
    candidates = [
        day for year in (reference.year - 1, reference.year, reference.year + 1)
        if (day := parse_partial(text, year, day_first=day_first)) is not None
    ]  # fmt: skip
    if anchor is not None:
        earlier = [day for day in candidates if day <= anchor]
        return max(earlier, default=None)
    return min(candidates, key=lambda day: abs((day - reference).days), default=None)


def _outside(day: date, start: date, end: date) -> int:
    """Days by which `day` misses the period."""
    return max((start - day).days, (day - end).days, 0)
