"""Dates of bank rows: which number is the day, and which year a day without one belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.dates import parse_date, parse_partial

_TWO_NUMBERS = re.compile(r"^\s*(\d{1,2})[-/](\d{1,2})(?!\d)")


def is_day_first(texts: Sequence[str], *, stated: bool | None, otherwise: bool) -> bool:
    """How a column of dates is meant: a number above twelve decides, then what the layout states, then `otherwise`."""
    for text in texts:
        match = _TWO_NUMBERS.match(text)
        if match and int(match.group(1)) > 12:
            return True
        if match and int(match.group(2)) > 12:
            return False
    return otherwise if stated is None else stated


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
