"""Days on which banks book: facts of the calendars of three countries."""

from __future__ import annotations

from datetime import date

import pytest

from extract.errors import WronglyCalled
from samples.firms.calendar import bank_days, days, is_bank_day, month_end, month_start, months, on_or_after, on_or_before


@pytest.mark.parametrize(
    ("day", "country", "open_"),
    [
        ("2025-01-28", "CN", False),  # Spring Festival, from the eve
        ("2025-02-04", "CN", False),
        ("2025-02-05", "CN", True),
        ("2025-01-26", "CN", True),  # a Sunday worked in exchange
        ("2025-02-08", "CN", True),  # a Saturday worked in exchange
        ("2025-02-15", "CN", False),  # a plain Saturday
        ("2024-10-07", "CN", False),
        ("2024-10-12", "CN", True),  # a Saturday worked in exchange
        ("2025-04-18", "GB", False),  # Good Friday
        ("2025-04-21", "GB", False),
        ("2025-08-25", "GB", False),  # late summer bank holiday of England
        ("2025-08-04", "GB", True),  # a bank holiday of Scotland only
        ("2023-05-08", "GB", False),  # the coronation
        ("2025-11-27", "US", False),
        ("2021-12-24", "US", True),  # Christmas on a Saturday: banks open on the Friday before
        ("2023-01-02", "US", False),  # New Year on a Sunday: closed on the Monday after
    ],
)
def test_bank_days(day, country, open_):
    assert is_bank_day(date.fromisoformat(day), country) is open_


def test_the_next_bank_day_after_the_spring_festival():
    assert on_or_after(date(2025, 1, 28), "CN") == date(2025, 2, 5)


def test_the_last_bank_day_before_christmas():
    assert on_or_before(date(2022, 12, 26), "GB") == date(2022, 12, 23)


@pytest.mark.parametrize(("year", "month", "last"), [(2024, 2, 29), (2025, 2, 28), (2025, 12, 31), (2025, 4, 30)])
def test_ends_of_months(year, month, last):
    assert month_end(year, month) == date(year, month, last)


@pytest.mark.parametrize(("count", "start"), [(0, date(2025, 3, 1)), (-3, date(2024, 12, 1)), (10, date(2026, 1, 1))])
def test_starts_of_months(count, start):
    assert month_start(date(2025, 3, 31), count) == start


def test_spans():
    assert len(list(days(date(2025, 1, 1), date(2025, 12, 31)))) == 365
    assert list(months(date(2024, 11, 15), date(2025, 1, 1))) == [date(2024, 11, 1), date(2024, 12, 1), date(2025, 1, 1)]
    assert len(list(bank_days(date(2025, 10, 1), date(2025, 10, 8), "CN"))) == 0


def test_years_without_a_calendar_are_refused():
    with pytest.raises(WronglyCalled, match="No bank calendar for 2031"):
        is_bank_day(date(2031, 1, 1), "CN")
