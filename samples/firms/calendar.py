"""The days on which banks book for firms in China, England and America, and the ends of months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays

from extract.errors import WronglyCalled
from samples.firms.firm import Country

#: The years that firms may live in, both within.
FIRST_YEAR, LAST_YEAR = 2018, 2027
_FRIDAY = 4


def is_bank_day(day: date, country: Country) -> bool:
    """Whether banks of that country book for firms on `day`: no rest day and no holiday, or a rest day worked in exchange (China).

    Raises WronglyCalled outside FIRST_YEAR to LAST_YEAR.
    """
    return day in _bank_days(country, day.year)


@cache
def _bank_days(country: Country, year: int) -> frozenset[date]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise WronglyCalled(f"No bank calendar for {year}. Ask for a day from {FIRST_YEAR} to {LAST_YEAR}.")
    if country == "CN":
        known = holidays.country_holidays("CN", years=year)
    elif country == "GB":
        known = holidays.country_holidays("GB", subdiv="ENG", years=year)
    else:
        known = holidays.country_holidays("US", years=(year, year + 1))
    every = days(date(year, 1, 1), date(year, 12, 31))
    if country == "US":
        # The Federal Reserve moves a holiday from Sunday to Monday, never from Saturday to Friday.
        eve = {day for day in known if day.weekday() == _FRIDAY and "observed" in known[day]}
        return frozenset(day for day in every if day.weekday() <= _FRIDAY and (day not in known or day in eve))
    return frozenset(day for day in every if known.is_working_day(day))


@cache
def on_or_after(day: date, country: Country) -> date:
    """`day`, or the next day on which banks of that country book."""
    while not is_bank_day(day, country):
        day += timedelta(1)
    return day


@cache
def on_or_before(day: date, country: Country) -> date:
    """`day`, or the last bank day before it."""
    while not is_bank_day(day, country):
        day -= timedelta(1)
    return day


def bank_days(first: date, last: date, country: Country) -> Iterator[date]:
    """The bank days from `first` to `last`, both within."""
    return (day for day in days(first, last) if is_bank_day(day, country))


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both within."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(offset)


def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def month_start(day: date, months: int = 0) -> date:
    """First day of the month that lies `months` after (before, when negative) that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def months(first: date, last: date) -> Iterator[date]:
    """First days of the months from that of `first` to that of `last`."""
    month = month_start(first)
    while month <= last:
        yield month
        month = month_start(month, 1)
