"""The days on which a bank books for firms: no rest day, no public holiday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

#: First and last day of the holidays of the years that samples are made for.
#: China: notices of the State Council's office for 2024 and 2025.   Britain: bank holidays of England and Wales.
_CHINA = (
    ("2024-01-01", "2024-01-01"),
    ("2024-02-10", "2024-02-17"),
    ("2024-04-04", "2024-04-06"),
    ("2024-05-01", "2024-05-05"),
    ("2024-06-10", "2024-06-10"),
    ("2024-09-15", "2024-09-17"),
    ("2024-10-01", "2024-10-07"),
    ("2025-01-01", "2025-01-01"),
    ("2025-01-28", "2025-02-04"),
    ("2025-04-04", "2025-04-06"),
    ("2025-05-01", "2025-05-05"),
    ("2025-05-31", "2025-06-02"),
    ("2025-10-01", "2025-10-08"),
    ("2026-01-01", "2026-01-03"),
)
_BRITAIN = (
    ("2024-01-01", "2024-01-01"),
    ("2024-03-29", "2024-04-01"),
    ("2024-05-06", "2024-05-06"),
    ("2024-05-27", "2024-05-27"),
    ("2024-08-26", "2024-08-26"),
    ("2024-12-25", "2024-12-26"),
    ("2025-01-01", "2025-01-01"),
    ("2025-04-18", "2025-04-21"),
    ("2025-05-05", "2025-05-05"),
    ("2025-05-26", "2025-05-26"),
    ("2025-08-25", "2025-08-25"),
    ("2025-12-25", "2025-12-26"),
    ("2026-01-01", "2026-01-01"),
)


def _days(ranges: tuple[tuple[str, str], ...]) -> frozenset[date]:
    return frozenset(day for first, last in ranges for day in days(date.fromisoformat(first), date.fromisoformat(last)))


def days(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both within."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(offset)


_HOLIDAYS = {"zh": _days(_CHINA), "en": _days(_BRITAIN)}


def is_bank_day(day: date, language: str) -> bool:
    return day.weekday() < 5 and day not in _HOLIDAYS[language]


def on_or_after(day: date, language: str) -> date:
    """`day`, or the next day on which banks of that country book."""
    while not is_bank_day(day, language):
        day += timedelta(1)
    return day


def on_or_before(day: date, language: str) -> date:
    """`day`, or the last bank day before it."""
    while not is_bank_day(day, language):
        day -= timedelta(1)
    return day


def month_end(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
