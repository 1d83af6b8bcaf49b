"""Days on which banks are shut, by currency: weekends and public holidays, and in China the weekend days worked in exchange."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache

import holidays

#: Where banks of a currency keep their days.
_COUNTRIES: Mapping[str, tuple[str, str | None]] = {"CNY": ("CN", None), "GBP": ("GB", "ENG"), "USD": ("US", None)}
_FRIDAY = 4


def is_rest_day(day: date, currency: str) -> bool | None:
    """None where nobody can say: another currency, or a year whose exchanged days are not announced or not known to the calendar."""
    if currency not in _COUNTRIES:
        return None
    known = _years(currency, day.year)
    return None if known is None else known(day)


@cache
def _years(currency: str, year: int) -> Callable[[date], bool] | None:
    country, region = _COUNTRIES[currency]
    if currency == "USD":
        calendar = holidays.country_holidays(country, years=(year, year + 1))
        # The Federal Reserve moves a holiday from Sunday to Monday, never from Saturday to Friday.
        shut = {day for day in calendar if not (day.weekday() == _FRIDAY and "observed" in calendar[day])}
        return lambda day: day.weekday() > _FRIDAY or day in shut
    calendar = holidays.country_holidays(country, subdiv=region, years=year)
    if currency == "CNY" and not _exchanged(calendar, year):
        return None
    return lambda day: not calendar.is_working_day(day)


def _exchanged(calendar: holidays.HolidayBase, year: int) -> bool:
    """Whether weekend days worked in exchange for holidays are known for that year: every year has some once it is announced."""
    every = (date(year, 1, 1) + timedelta(days=offset) for offset in range(366))
    return any(day.weekday() > _FRIDAY and calendar.is_working_day(day) for day in every if day.year == year)
