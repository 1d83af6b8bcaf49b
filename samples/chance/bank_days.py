"""Days and periods as banks print them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from samples.papers.banks.texts import LONG_MONTHS, MONTHS, WEEKDAYS

Shown = Callable[[date], str]

#: With the year: those of movements and of the period.
_WHOLE: dict[str, Sequence[Shown]] = {
    "zh": (
        lambda day: f"{day:%Y-%m-%d}", lambda day: f"{day:%Y%m%d}", lambda day: f"{day:%Y/%m/%d}", lambda day: f"{day:%Y.%m.%d}",
        lambda day: f"{day.year}年{day.month}月{day.day}日", lambda day: f"{day.year}年{day.month:02d}月{day.day:02d}日",
        lambda day: f"{day.year}.{day.month}.{day.day}", lambda day: f"{day.year}-{day.month}-{day.day}",
        lambda day: f"{day.year}/{day.month}/{day.day}",
    ),
    "en": (
        lambda day: f"{day:%d/%m/%Y}", lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}", lambda day: f"{day:%Y-%m-%d}",
        lambda day: f"{day:%d.%m.%Y}", lambda day: f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}",
        lambda day: f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}", lambda day: f"{day:%d-%m-%Y}",
        lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    ),
    "us": (
        lambda day: f"{day:%m/%d/%Y}", lambda day: f"{day:%m-%d-%Y}", lambda day: f"{day:%Y-%m-%d}",
        lambda day: f"{LONG_MONTHS[day.month - 1]} {day.day}, {day.year}", lambda day: f"{MONTHS[day.month - 1]} {day.day:02d}, {day.year}",
    ),
}  # fmt: skip
#: Shorter ones, of movements alone: the period says the rest.
_SHORT: dict[str, Sequence[Shown]] = {
    "zh": (
        lambda day: f"{day:%y-%m-%d}", lambda day: f"{day:%m-%d}", lambda day: f"{day.month}月{day.day}日", lambda day: f"{day:%m/%d}",
        lambda day: f"{day:%y%m%d}",
    ),
    "en": (
        lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day:%y}", lambda day: f"{day.day} {MONTHS[day.month - 1]}",
        lambda day: f"{day.day:02d}{MONTHS[day.month - 1].upper()}{day:%y}", lambda day: f"{day:%d/%m/%y}",
        lambda day: f"{day.day:02d} {LONG_MONTHS[day.month - 1]}", lambda day: f"{day.day}/{day.month}/{day:%y}",
        lambda day: f"{day.day:02d} {MONTHS[day.month - 1]} {day:%y}",
        lambda day: f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}",
        lambda day: f"{day.day:02d} {MONTHS[day.month - 1].upper()}", lambda day: f"{day:%d/%m}",
    ),
    "us": (
        lambda day: f"{day:%m/%d}", lambda day: f"{day:%m/%d/%y}", lambda day: f"{MONTHS[day.month - 1]} {day.day:02d}",
        lambda day: f"{day.month}/{day.day}/{day:%y}", lambda day: f"{day.month}/{day.day}",
        lambda day: f"{MONTHS[day.month - 1]} {day.day}", lambda day: f"{day:%m-%d}",
    ),
}  # fmt: skip
#: From one day to another.
_BETWEEN: dict[str, Sequence[str]] = {
    "zh": ("{}至{}", "{} - {}", "{}—{}", "{} 到 {}", "{}~{}"),
    "en": ("{} to {}", "{} - {}", "{} – {}", "{} through {}"),
}


def manner(language: str, currency: str) -> str:
    """Whose days those are: "zh", "en" (day first) or "us" (month first)."""
    return "us" if language == "en" and currency == "USD" else language


def days(language: str, currency: str) -> Sequence[Shown]:
    """Ways to print the day of a movement."""
    return (*_WHOLE[manner(language, currency)], *_SHORT[manner(language, currency)])


def whole_days(language: str, currency: str) -> Sequence[Shown]:
    """Ways to print a day with its year."""
    return _WHOLE[manner(language, currency)]


def between(language: str) -> Sequence[str]:
    """Ways to print a period, two days to fill in."""
    return _BETWEEN[language]
