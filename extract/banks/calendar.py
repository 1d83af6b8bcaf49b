"""Dates of bank rows: which number is the day, and which year a day without one belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from extract.dates import parse_date, parse_partial

_YEAR_FIRST = re.compile(r"^\s*(?P<year>\d{2})[-/.](?P<month>\d{2})[-/.](?P<day>\d{2})(?P<rest>(?:\s.*)?)$")
_TWO_NUMBERS = re.compile(r"^\s*(?P<one>\d{1,2})[-/](?P<other>\d{1,2})(?!\d)(?:[-/](?P<year>\d{4}|\d{2})(?!\d))?")
#: A statement that is this many times as long when its dates are read the other way has them this way.
_MUCH_LONGER = 4


def with_whole_years(texts: Sequence[str | None], *, start: date | None, end: date | None) -> list[str | None]:
    """`texts`, years of two digits that stand first written in full (25-10-09 as 2025-10-09), where more of them are days of the
    period that way, or without a period, where they lie closer together."""
    found = [(_YEAR_FIRST.match(text) if text else None) for text in texts]
    matches = [match for match in found if match]
    if not matches or len(matches) < sum(text is not None for text in texts):
        return list(texts)
    whole = [f"20{match['year']}-{match['month']}-{match['day']}{match['rest']}" for match in matches]
    ours = [parse_date(text) for text in whole]
    best = _fit(ours, start, end)
    printed = [text for text in texts if text]
    if any(_fit([parse_date(text, day_first=day_first) for text in printed], start, end) >= best for day_first in (True, False)):
        return list(texts)
    filled = iter(whole)
    return [None if match is None else next(filled) for match in found]


def _fit(days: Sequence[date | None], start: date | None, end: date | None) -> tuple[int, int]:
    """How many of `days` are days, and of the period; then how close together they lie."""
    known = [day for day in days if day is not None]
    inside = sum(start <= day <= end for day in known) if start is not None and end is not None else len(known)
    return inside, -(max(known) - min(known)).days if known else 0


def is_day_first(texts: Sequence[str], *, stated: bool | None, otherwise: bool, start: date | None = None, end: date | None = None) -> bool:
    """How a column of dates is meant.

    Numbers above twelve decide, by their majority. Then the printed period, which one reading leaves; then what the layout states; then the
    order of all rows, which runs one way only when they are read right; then their span, where one reading strews them over the year;
    then `otherwise`.
    """
    told = _told(texts, stated=stated, start=start, end=end)
    return otherwise if told is None else told


def is_certain(texts: Sequence[str], *, stated: bool | None, start: date | None, end: date | None) -> bool:
    """Whether the order of day and month is known, or is the same for every row."""
    pairs = [match for text in texts if (match := _TWO_NUMBERS.match(text))]
    if all(match["one"].zfill(2) == match["other"].zfill(2) for match in pairs):
        return True
    return _told(texts, stated=stated, start=start, end=end) is not None


def _told(texts: Sequence[str], *, stated: bool | None, start: date | None, end: date | None) -> bool | None:
    pairs = [match for text in texts if (match := _TWO_NUMBERS.match(text))]
    above = sum(int(match["one"]) > 12 for match in pairs) - sum(int(match["other"]) > 12 for match in pairs)
    if above:
        return above > 0
    if start is not None and end is not None:
        inside = [sum(_is_in(match, day_first, start, end) for match in pairs) for day_first in (True, False)]
        if inside[0] != inside[1]:
            return inside[0] > inside[1]
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
    return None


def _is_in(match: re.Match[str], day_first: bool, start: date, end: date) -> bool:
    day, month = (match["one"], match["other"]) if day_first else (match["other"], match["one"])
    years = [int(match["year"]) % 100 + 2000] if match["year"] else range(start.year, end.year + 1)
    for year in years:
        try:
            if start <= date(year, int(month), int(day)) <= end:
                return True
        except ValueError:
            continue
    return False


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
