"""The date and the period that a statement's heading names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from extract.dates import find_dates
from extract.records import Span, StatementKind
from extract.tables.lines import Row


def statement_date(rows: Sequence[Row]) -> date | None:
    """The last day that the heading names."""
    for row in rows:
        text = row.text
        dates = find_dates(text)
        if dates:
            return max(dates)
        tight = re.sub(r"\s+", "", text)
        if (named := _months_of(tight)) is not None:
            return named[1]
        months = re.search(r"(\d{4})年(?:\d{1,2}[-—–至~]+)?(\d{1,2})月(?!\d*日)", tight)
        if months and 1 <= int(months.group(2)) <= 12:
            return last_day_of_month(int(months.group(1)), int(months.group(2)))
        quarter = re.search(r"(\d{4})年(?:第)?([一二三四1-4])季度", tight)
        if quarter:
            number = "一二三四".find(quarter.group(2)) + 1 or int(quarter.group(2))
            return last_day_of_month(int(quarter.group(1)), 3 * number)
        half = re.search(r"(\d{4})年(?:度)?(上半年|下半年|半年度)", tight)
        if half:
            return last_day_of_month(int(half.group(1)), 12 if half.group(2) == "下半年" else 6)
        year = re.search(r"(\d{4})年(?:度|全年)", tight)
        if year:
            return date(int(year.group(1)), 12, 31)
    return None


_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_YEAR = re.compile(
    r"\b(?:end(?:ed|ing)?|at|of|to)\s+(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})|(?P<name>[a-z]{3,9})\s+(?P<number>\d{1,2}))"
    r"(?:st|nd|rd|th)?\s*[,.]?\s*$",
    re.IGNORECASE,
)


def day_without_year(rows: Sequence[Row]) -> tuple[int, int] | None:
    """(month, day) that a heading names for several years ("Years ended 31 August"); None where none does."""
    for row in rows:
        for chunk in row.chunks:
            found = _NO_YEAR.search(chunk.text)
            name = (found.group("month") or found.group("name")).lower()[:3] if found is not None else ""
            if found is not None and name in _MONTH_NAMES:
                return _MONTH_NAMES.index(name) + 1, int(found.group("day") or found.group("number"))
    return None


def _months_of(tight: str) -> tuple[date, date] | None:
    """First day and last day of the months that "2025-01至2025-12" or "日期：2025-12" names; None where none are named."""
    month = r"(\d{4})[-./年](\d{1,2})月?"
    found = re.search(rf"(?<!\d){month}(?:至|到|~|～|—|–|-){month}(?![-./\d])", tight)
    numbers = [int(number) for number in found.groups()] if found else []
    if not numbers:
        alone = re.search(rf"(?:日期|期间|所属期|月份)[:：]?{month}(?![-./\d])", tight)
        numbers = [int(number) for number in alone.groups()] * 2 if alone else []
    if not numbers or not all(1 <= number <= 12 for number in numbers[1::2]):
        return None
    first, last = date(numbers[0], numbers[1], 1), last_day_of_month(numbers[2], numbers[3])
    return (first, last) if first < last else None


def _days_of(text: str) -> tuple[date, date] | None:
    """First and last day of the period of tax that a filing prints, each beside its caption."""
    if not re.search(r"所属期", text):
        return None
    days = find_dates(text)
    return (days[0], days[1]) if len(days) == 2 and days[0] < days[1] else None


def span_between(first: date, last: date) -> Span | None:
    """What a period from `first` to `last` covers; None where it is none of the usual."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 12:
        return "year"
    if months in (1, 3) and first.month > 1:
        return "month" if months == 1 else "quarter"
    return "month" if months == 1 else "year_to_date" if first.month == 1 and months < 12 else None


def heading_span(rows: Sequence[Row], kind: StatementKind, end: date | None) -> Span:
    """What a column without a word of its own covers."""
    if kind == "balance_sheet":
        return "instant"
    text = re.sub(r"\s+", "", " ".join(row.text for row in rows)).lower()
    for row in rows:
        named = _months_of(re.sub(r"\s+", "", row.text)) or _days_of(row.text)
        if named is not None and named[1] == end and (covered := span_between(*named)) is not None:
            return covered
    if re.search(r"上半年|(?<!下)半年度", text):
        return "year_to_date"
    if "年度" in text or "yearended" in text or "年报" in text or "yearending" in text:
        return "year"
    if re.search(r"\d{4}年1[-—–至~]+\d{1,2}月", text):
        return "year" if end is not None and end.month == 12 else "year_to_date"
    if "threemonths" in text or "季度" in text or "quarterended" in text:
        return "quarter"
    if re.search(r"\d{4}年\d{1,2}月(?!\d*日)", text) or "monthended" in text:
        return "month"
    counted = re.search(
        r"(?<!\d)(\d{1,2}|one|two|four|five|six|seven|eight|nine|ten|eleven|half)-?(?:year|months?)(?:period)?(?:end(?:ed|ing)|to)", text
    )
    return "year_to_date" if counted is not None and counted.group(1) not in ("12", "18", "15") else "year"


def last_day_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def year_end_before(text: str, end: date) -> date | None:
    """The year end that an interim period up to `end` follows, where `text` says how many months it has; None where it does not."""
    found = re.search(r"\b(\d{1,2}|three|six|nine|one|two)[- ]months?(?: period)? (?:ended|ending|to)\b", text, re.IGNORECASE)
    if found is None or end not in find_dates(text):
        return None
    word = found.group(1).lower()
    months = int(word) if word.isdigit() else {"one": 1, "two": 2, "three": 3, "six": 6, "nine": 9}[word]
    if not 0 < months < 12:
        return None
    before = end.year * 12 + end.month - 1 - months
    return last_day_of_month(before // 12, before % 12 + 1)


def is_month_end(day: date) -> bool:
    return day == last_day_of_month(day.year, day.month)


def in_year(end: date, year: int) -> date:
    """The day in `year` that closes a year as `end` does; a month's end stays a month's end."""
    return last_day_of_month(year, end.month) if is_month_end(end) else date(year, end.month, end.day)
