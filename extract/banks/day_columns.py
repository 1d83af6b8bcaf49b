"""Which of several columns of days holds the movements' own: they are listed by it, so it runs one way.

A day may be printed once for all movements of it, so the movements' own column may hold far fewer entries than one of days of value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from extract.dates import parse_date, parse_partial

#: Days within which a day of value lies from the movement's own, and the share of rows on which it must.
_CLOSE, _MOSTLY = 10, 0.8
#: Fewer entries than this are no column that a group of rows shares.
_LEAST = 3
#: A leap year, for days that are printed without theirs; a step of more days than this goes over the end of the year.
_ANY_YEAR, _OVER_NEW_YEAR = 2024, 180


def turns(texts: Sequence[str]) -> int:
    """How many neighbours in a column of days run against the rest."""
    return min(_against(_parsed(texts, day_first=day_first)) for day_first in (True, False))


def shared(sparse: Mapping[int, str], dense: Mapping[int, str]) -> bool:
    """Whether a column of few days is one of days all the same: on their rows they lie close to those of a full column.

    Both by row.
    """
    rows = [row for row in sparse if row in dense]
    if len(rows) < _LEAST or len(rows) < _MOSTLY * len(sparse):
        return False
    for day_first in (True, False):
        own = _parsed([sparse[row] for row in rows], day_first=day_first)
        other = _parsed([dense[row] for row in rows], day_first=day_first)
        near = sum(one is not None and two is not None and abs(_step(one, two)) <= _CLOSE for one, two in zip(own, other, strict=True))
        if near >= _MOSTLY * len(rows):
            return True
    return False


def _parsed(texts: Sequence[str], *, day_first: bool) -> list[date | None]:
    return [parse_date(text, day_first=day_first) or parse_partial(text, _ANY_YEAR, day_first=day_first) for text in texts]


def _step(before: date, after: date) -> int:
    """Days from one to the other; of days without a year the shorter way."""
    days = (after - before).days
    if before.year == after.year == _ANY_YEAR and abs(days) > _OVER_NEW_YEAR:
        return days - 366 if days > 0 else days + 366
    return days


def _against(days: Sequence[date | None]) -> int:
    known = [day for day in days if day is not None]
    steps = [_step(before, after) for before, after in pairwise(known)]
    lost = len(days) - len(known)
    return min(sum(step > 0 for step in steps), sum(step < 0 for step in steps)) + lost
