"""Printed text to dates.

Forms met on papers: 2025-01-03 · 2025/1/3 · 20250103 · 2025年1月3日 · 二〇二五年一月三日 · 03/01/2025 · 03.01.2025 ·
3 Jan 2025 · 03 Jan 25 · Jan 3, 2025 · 31-Dec-2025 · 5. März 2025, each with or without a time behind it; and, in the
rows of bank statements, the same without a year. Only real days between 1990 and 2100 are dates: everything else is a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1990, 2100

#: English first; the others are those of the invoices that EU suppliers send. All start with distinct three letters or more.
_MONTHS = {
    1: "january jan januar jänner janvier enero gennaio januari",
    2: "february feb februar februari février febrero febbraio",
    3: "march mar märz maerz mrz mars marzo maart mrt",
    4: "april apr avril abril aprile",
    5: "may mai mayo maggio mei",
    6: "june jun juni juin junio giugno",
    7: "july jul juli juillet julio luglio",
    8: "august aug août aout agosto augustus",
    9: "september sept sep septembre septiembre settembre",
    10: "october oct oktober okt octobre octubre ottobre",
    11: "november nov novembre noviembre",
    12: "december dec dezember dez décembre diciembre dicembre",
}
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
_NAME = "(?P<name>" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")(?![^\W\d_])"

_HALF_WIDTH = str.maketrans("０１２３４５６７８９／．－　—–", "0123456789/.- --")
_HAN_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True))
_HAN_DATE = re.compile(r"[〇零○一二三四五六七八九]{4}\s*年\s*[一二三四五六七八九十]{1,3}\s*月\s*[一二三四五六七八九十]{1,3}\s*日")

_CLOCK = r"\d{1,2}[:：时]\d{2}(?:[:：分]\d{2}秒?)?(?:[.,]\d{1,9})?\s*(?:[AaPp]\.?[Mm]\.?)?"
_TIME = rf"(?:[T,\s]\s*{_CLOCK}\s*(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
_FORMS = (
    r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?",
    r"(?P<year>\d{4})\s?(?P<mark>[-/.])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<day>\d{1,2})(?![-/]\d{4}(?![-/]?\d))",
    r"(?P<first>\d{1,2})\s?(?P<mark>[-/.])\s?(?P<other>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}|\d{2})",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?[\s-]?\s?(?:of\s+)?{_NAME}\.?,?[\s-]?\s?(?P<year>\d{{4}}|'?\d{{2}})",
    rf"{_NAME}\.?[\s-]?\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+|-)(?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}})[\s-]{_NAME}\.?[\s-](?P<day>\d{{1,2}})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:\d{6})?",
)
#: The year of "04-01-2025 - 04-30-2025" is not that of the day behind it, which has its own.
#: No digit may touch a date inside text; a dash may, between the two days of a period (20250101-20250131).
_BEFORE_YEAR, _BEFORE_DAY = r"(?<!\d)(?<!\d\.)", r"(?<!\d)(?<!\d\.)(?<!(?<!\d\d)\d[/-])"
_AFTER = r"(?!\d|\.\d|/\d{1,2}(?!\d)|-\d{1,2}(?![\d/.-]))"
_WHOLE = tuple(re.compile(form + r"\s*(?:星期.|\([一-龥A-Za-z]+\))?\s*" + _TIME, re.IGNORECASE) for form in _FORMS)
_WITHIN = tuple(
    re.compile((_BEFORE_YEAR if form.startswith("(?P<year>") else _BEFORE_DAY) + form + _AFTER, re.IGNORECASE) for form in _FORMS
)
_PARTIAL = tuple(
    re.compile(form + r"\s*" + _TIME, re.IGNORECASE)
    for form in (
        r"(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]?",
        r"(?P<first>\d{1,2})(?P<mark>[-/])(?P<other>\d{1,2})",
        r"(?P<first>\d{1,2})(?P<mark>\.)(?P<other>\d{1,2})\.",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]?{_NAME}\.?",
        rf"{_NAME}\.?[\s-]?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?",
    )
)


@lru_cache(maxsize=1 << 14)
def parse_date(text: str, *, day_first: bool = True) -> date | None:
    """The date that all of `text` prints, a time of day behind it allowed; None when it prints none.

    day_first   03/01/2025 is 3 January; where that is no date (03/25/2025) the other order is taken.
                03.01.2025 always has its day first
    """
    body = _western(text)
    if len(body) > 48 or not any(character.isdigit() for character in body):
        return None
    for form in _WHOLE:
        match = form.fullmatch(body)
        if match:
            found = _date_of(match.groupdict(), day_first)
            if found is not None:
                return found
    return None


def find_dates(text: str, *, day_first: bool = True) -> list[date]:
    """Every full date inside `text`, in printed order."""
    return list(_found(text, day_first))


@lru_cache(maxsize=1 << 14)
def _found(text: str, day_first: bool) -> tuple[date, ...]:
    return tuple(found for _, found in sorted(_positions(_western(text), day_first)))


def parse_partial(text: str, year: int, *, day_first: bool = True) -> date | None:
    """The date that `text` prints without its year (03 Jan, 01/03, 1月3日), placed in `year`; None when it prints none.

    29 February of a year without one is None.
    """
    body = _western(text)
    if len(body) > 32:
        return None
    for form in _PARTIAL:
        match = form.fullmatch(body)
        if match:
            return _date_of({**match.groupdict(), "year": str(year)}, day_first)
    return None


def _positions(body: str, day_first: bool) -> Iterator[tuple[int, date]]:
    taken: list[tuple[int, int]] = []
    for form in _WITHIN:
        for match in form.finditer(body):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            found = _date_of(match.groupdict(), day_first)
            if found is not None:
                taken.append((start, end))
                yield start, found


def _date_of(parts: dict[str, str | None], day_first: bool) -> date | None:
    year = _year(parts.get("year") or "")
    if year is None:
        return None
    first, other = parts.get("first"), parts.get("other")
    if first is not None and other is not None:
        one, two = int(first), int(other)
        if parts.get("mark") == "." or day_first:
            return _day(year, two, one) or (None if parts.get("mark") == "." else _day(year, one, two))
        return _day(year, one, two) or _day(year, two, one)
    name = parts.get("name")
    month = _MONTH_OF[name.lower()] if name else int(parts.get("month") or 0)
    return _day(year, month, int(parts.get("day") or 0))


def _year(digits: str) -> int | None:
    digits = digits.lstrip("'")
    if not digits:
        return None
    number = int(digits)
    if len(digits) == 2:
        number += 1900 if number >= FIRST_YEAR - 1900 else 2000
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _western(text: str) -> str:
    """`text` with half-width digits, Chinese numeral dates in digits, and no outer space."""
    return _HAN_DATE.sub(lambda match: _han(match.group()), text.translate(_HALF_WIDTH)).strip()


def _han(text: str) -> str:
    year, month, day = re.split(r"[年月日]", re.sub(r"\s", "", text))[:3]
    return f"{''.join(_HAN_DIGITS[character] for character in year)}年{_han_number(month)}月{_han_number(day)}日"


def _han_number(text: str) -> int:
    """一 to 三十一 as a number; nonsense such as 十十 is 0, which is no day."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(_HAN_DIGITS.get(character, "") for character in text) or "0")
    if "十" in ones or len(tens) > 1 or len(ones) > 1:
        return 0
    return int(_HAN_DIGITS.get(tens, "1")) * 10 + int(_HAN_DIGITS.get(ones, "0"))
