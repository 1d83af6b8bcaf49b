"""Days and spans of time as forms print them, drawn by chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from samples.papers.banks.texts import LONG_MONTHS, MONTHS
from samples.records.record import Form

Day = Callable[[date], str]


def day_of(record: Form, source: Random) -> Day:
    """How this paper writes days."""
    if record.currency == "CNY":
        return source.choice(
            (
                lambda day: f"{day.year}年{day.month}月{day.day}日",
                lambda day: f"{day:%Y-%m-%d}",
                lambda day: f"{day:%Y.%m.%d}",
                lambda day: f"{day.year}年{day:%m}月{day:%d}日",
                lambda day: f"{day:%Y/%m/%d}",
            )
        )
    if record.currency == "USD":
        return source.choice(
            (
                lambda day: f"{LONG_MONTHS[day.month - 1]} {day.day}, {day.year}",
                lambda day: f"{day:%m/%d/%Y}",
                lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
            )
        )
    return source.choice(
        (
            lambda day: f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}",
            lambda day: f"{day:%d/%m/%Y}",
            lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}",
        )
    )


def span_said(record: Form, day: Day, source: Random) -> str:
    """First and last day of the form in one of many wordings."""
    both = f"{day(record.start)} {{}} {day(record.end)}"
    months = (record.end.year - record.start.year) * 12 + record.end.month - record.start.month + 1
    if record.currency == "CNY":
        ways = [both.format("至"), both.format("至").replace(" ", ""), f"自{day(record.start)}至{day(record.end)}", both.format("-")]
        if months == 1:
            ways += [f"{record.end.year}年{record.end.month}月", f"{record.end:%Y年%m月}"]
        elif months == 3:
            ways.append(f"{record.end.year}年第{(record.end.month + 2) // 3}季度")
        elif months == 12 and record.end.month == 12:
            ways.append(f"{record.end.year}年度")
        return source.choice(ways)
    ways = [both.format("to"), both.format("-"), f"From {both.format('to')}"]
    if months == 1:
        ways.append(f"{LONG_MONTHS[record.end.month - 1]} {record.end.year}")
    elif months == 3:
        ways += [f"Quarter ended {day(record.end)}", f"Three months to {day(record.end)}"]
    elif months == 12:
        ways.append(f"Year ended {day(record.end)}")
    return source.choice(ways)
