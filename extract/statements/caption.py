"""What the words above a column say: of which day, month or year it is, this year's or last year's, or no period at all.

A caption is understood when every one of its words is: "Year ended 31 March 2025 £'000", "上年同期累计金额". Which words there are
is declared by the layouts; days, years, months, quarters and units are the same in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.dates import find_dates
from extract.place import Box
from extract.records import Span
from extract.statements.layout import Role, layouts, one_of
from extract.tables.lines import Chunk, display_width

_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"(?![a-z])"
)
_MONTH = rf"(?P<name>{_MONTH_NAME})\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_COUNTS = {"one": 1, "two": 2, "three": 3, "six": 6, "nine": 9, "twelve": 12, "first": 1, "second": 2, "third": 3, "fourth": 4}
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4}
#: A whole day in any of the usual forms; `find_dates` decides whether it is one.
_DAY = re.compile(
    r"\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}日?(?!\d)|\d{1,2}\s?(?P<mark>[./-])\s?\d{1,2}\s?(?P=mark)\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*[a-z]{3,9}\.?[\s.,-]*['’]?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    r"|[a-z]{3,9}\.?\s*\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}(?!\d)",
    re.IGNORECASE,
)
#: Patterns that mean the same in every layout, with what they name.
_COMMON: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("quarter", rf"(?:{_YEAR}\s*)?q(?P<number>[1-4])(?![0-9])(?:\s*['’]?{_YEAR.replace('year', 'after')}|\s*['’](?P<short>\d{{2}}))?"),
        ("quarter", rf"(?P<word>first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter(?:\s+{_YEAR})?"),
        ("quarter", rf"(?:{_YEAR}年)?第?(?P<han>[一二三四1-4])季度?"),
        ("half", rf"(?:{_YEAR}年)?(?P<part>上半年|下半年|半年度?)"),
        (
            "half",
            rf"(?P<part>h[12]|first half|second half|half[\s-]years?)(?![a-z0-9])"
            rf"(?:\s*(?:of\s+)?['’]?{_YEAR}|\s*['’](?P<short>\d{{2}}))?",
        ),
        (
            "months",
            rf"(?:{_YEAR}年度?)?(?P<first>\d{{1,2}}|一|元)月?份?(?:[-—–~～至到]+)(?:(?P<after>(?:19|20)\d{{2}})年)?(?P<last>\d{{1,2}})月份?(?!\d)",
        ),
        (
            "months",
            rf"(?P<first>{_MONTH_NAME})\.?\s*(?:{_YEAR})?\s*(?:-|–|—|to|through|thru|until)\s*(?P<last>{_MONTH_NAME})\.?"
            rf"[\s,]*(?:(?P<after>(?:19|20)\d{{2}})|['’]?(?P<short>\d{{2}})(?!\d))",
        ),
        ("month", rf"{_YEAR}年(?P<number>\d{{1,2}})月份?"),
        ("month", rf"{_YEAR}[-/](?P<number>0[1-9]|1[0-2])(?![-/\d])"),
        ("month", rf"{_MONTH}[-\s,.'’]*(?:{_YEAR}|(?P<short>\d{{2}})(?!\d))"),
        ("month_day", rf"(?P<number>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?"),
        ("month_day", rf"{_MONTH}\s*(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?"),
        ("month_day", r"(?P<month>\d{1,2})月(?P<number>\d{1,2})日"),
        ("month", r"(?P<number>\d{1,2})月份?(?!\d)"),
        ("month", _MONTH),
        ("year", r"(?:fye?|ye|financial year|fiscal year|fiscal|year)?\s*(?:19|20)\d{2}\s*[/-]\s*(?P<year>(?:19|20)\d{2}|\d{2})(?!\d)"),
        ("year", rf"(?:fye?|ye)?\s*['’]?{_YEAR}(?!\d)(?:\s*年(?:年?度)?)?"),
        ("year", r"(?:fye?|ye)\s*['’]?(?P<short>\d{2})(?!\d)"),
        ("length", r"(?P<count>\d{1,2}|one|two|three|six|nine|twelve)[\s-]*(?:calendar\s+)?months?(?![a-z])(?P<weeks>)?"),
        ("length", r"(?P<count>\d{2}|fifty-?\s?two|fifty-?\s?three)[\s-]*weeks?(?![a-z])"),
        (
            "unit",
            r"[(（]?\s*(?:us\$|hk\$|[£$€¥￥]|gbp|usd|eur|rmb|cny|人民币)?\s*"
            r"(?:['’‘`]\s*000s?|000s?(?!\d)|thousands?|millions?|(?:百万|千万|[十百千万亿])?元)\s*[)）]?",
        ),
        ("unit", r"us\$|hk\$|[£$€¥￥]|gbp|usd|eur|rmb|cny|人民币|单位[:：]?"),
    )
)  # fmt: skip
_SKIPPED = re.compile(r"[\s()（）:：,，.;；/\\|*·—–_-]+|(?:as at|as of|as|at|of|on|for|the|to|from|in|and|by|a)(?![a-z])", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:to|until|through|thru|至|到|[-–—~～])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says; None where it does not.

    role       "other": a column of no period (budget, variance, per cent)   label, note: it heads labels, line numbers or notes
    months     how many months the column covers
    month_day  of a day without its year   total: a sum of the columns beside it   actual: what happened, beside what was planned
    """

    role: Role | None = None
    span: Span | None = None
    months: int | None = None
    day: date | None = None
    year: int | None = None
    month: int | None = None
    month_day: tuple[int, int] | None = None
    quarter: int | None = None
    label: bool = False
    note: bool = False
    total: bool = False
    actual: bool = False
    unit: bool = False

    @property
    def dated(self) -> bool:
        return any(item is not None for item in (self.day, self.year, self.month, self.month_day, self.quarter))

    @property
    def strong(self) -> bool:
        """It says something of the column's period, or that it has none."""
        return self.dated or self.role is not None or self.span is not None or self.months is not None or self.actual or self.total


def caption_of(text: str) -> Caption | None:
    """What `text` says as a caption; None when it holds a word that no caption has."""
    if len(text) > _LONGEST:
        return None
    said: Caption | None = Caption()
    for _, _, part in _tokens(_plain(text)):
        if part is None or said is None:
            return None
        said = _added(said, part)
    return said if said != Caption() or _is_neutral(text) else None


def is_note_caption(text: str) -> bool:
    """行次, 附注, Notes: the caption of a column of line numbers or note references."""
    said = caption_of(text)
    return said is not None and said.note


def is_label_caption(text: str) -> bool:
    """资产, 项目, 负债和所有者权益…: the caption of a column of labels."""
    said = caption_of(text)
    return said is not None and said.label


def _is_neutral(text: str) -> bool:
    return any(part is not None for _, _, part in _tokens(_plain(text)))


def captions_in(chunk: Chunk) -> list[tuple[Chunk, Caption]]:
    """The captions of a chunk, several where they were set (or recognised) as one phrase; [] when it is none."""
    text = _plain(chunk.text)
    if len(chunk.text) > 2 * _LONGEST:
        return []
    groups: list[tuple[int, int, Caption]] = []
    for start, end, part in _tokens(text):
        if part is None:
            return []
        if groups and (joined := _added(groups[-1][2], part)) is not None and not _parts(groups[-1][2], part):
            groups[-1] = (groups[-1][0], end, joined)
        else:
            groups.append((start, end, part))
    if len(groups) == 1:
        return [(chunk, groups[0][2])]
    if text != chunk.text.strip().lower():  # places of a text without its spaces: as wide as it is, with the spaces spread over it
        return [(_part(replace(chunk, text=text), start, end), said) for start, end, said in groups]
    return [(_part(chunk, start, end), said) for start, end, said in groups]


def _parts(before: Caption, here: Caption) -> bool:
    """Whether a word begins a caption of its own behind `before`."""
    if before.label or before.note or here.label or here.note:
        return True
    if here.role is not None and before.role is not None and not (before.role == here.role == "other"):
        return here.role != "other" and before.role != "other"
    return here.dated and before.dated and not (before.month_day and here.year and before.year is None)


def _part(chunk: Chunk, start: int, end: int) -> Chunk:
    """Some of a chunk's characters, all taken as equally wide."""
    step = chunk.box.width / max(display_width(chunk.text), 1)
    left, right = display_width(chunk.text[:start]), display_width(chunk.text[:end])
    box = Box(chunk.box.x0 + left * step, chunk.box.top, chunk.box.x0 + right * step, chunk.box.bottom)
    return Chunk(chunk.text[start:end], box, chunk.words)


def _plain(text: str) -> str:
    """Lower case; Chinese captions without their spaces."""
    body = text.strip().lower()
    return re.sub(r"\s+", "", body) if re.search(r"[一-鿿]", body) else body


def _tokens(text: str) -> Iterator[tuple[int, int, Caption | None]]:
    """(start, end, what it says) of each word; what it says is None for a word that no caption has, and then nothing follows."""
    place = 0
    while place < len(text):
        skipped = _SKIPPED.match(text, place)
        found = _token(text, place)
        if skipped is not None and (found is None or found[0] <= place):
            place = skipped.end()
        elif found is None:
            yield place, len(text), None
            return
        else:
            yield place, found[0], found[1]
            place = found[0]


def _token(text: str, place: int) -> tuple[int, Caption] | None:
    whole = _DAY.match(text, place)
    if whole is not None and (days := find_dates(whole.group())):
        end = whole.end()
        until = _UNTIL.match(text, end)
        later = _DAY.match(text, until.end()) if until is not None else None
        if later is not None and (last := find_dates(later.group())) and last[0] > days[0]:
            months = (last[0].year - days[0].year) * 12 + last[0].month - days[0].month + 1
            return later.end(), Caption(day=last[0], months=months)
        return end, Caption(day=days[0])
    for name, pattern in _COMMON:
        match = pattern.match(text, place)
        if match is not None and match.end() > place and (said := _said(name, match)) is not None:
            return match.end(), said
    for word, said in _words():
        match = word.match(text, place)
        if match is not None and match.end() > place:
            return match.end(), said
    return None


@cache
def _words() -> tuple[tuple[re.Pattern[str], Caption], ...]:
    """The words of every layout: labels, notes, then the columns' own."""
    found: list[tuple[re.Pattern[str], Caption]] = []
    for layout in layouts():
        for pattern, said in ((layout.label_captions, Caption(label=True)), (layout.note_captions, Caption(note=True))):
            if pattern:
                found.append((one_of([pattern if layout.spaced else rf"(?:{pattern})(?![a-z])"]), said))
        for column in layout.columns:
            said = Caption(column.role, column.span, total=column.total, actual=column.actual)
            pattern = column.pattern if layout.spaced else rf"(?:{column.pattern})(?![a-z])"
            found.append((re.compile(pattern, re.IGNORECASE), said))
    return tuple(found)


def _said(name: str, match: re.Match[str]) -> Caption | None:
    """What one of the common patterns says where it matched; None where its number is none."""
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    if parts.get("after"):
        year = int(parts["after"])
    if year is not None and year < 100:
        year += 2000
    if parts.get("short"):
        year = 2000 + int(parts["short"])
    number = int(parts["number"]) if parts.get("number") else None
    month = _MONTHS.index(parts["name"][:3]) + 1 if parts.get("name") else None
    if name == "unit":
        return Caption(unit=True)
    if name == "year":
        return Caption(year=year)
    if name == "length":
        count = parts["count"] or ""
        return Caption(
            months=12 if count.startswith(("52", "53", "fifty")) else _COUNTS.get(count) or int(count) if count not in ("",) else None
        )
    if name == "quarter":
        word = parts.get("word") or ""
        quarter = (
            number or _HAN.get(parts.get("han") or "") or _COUNTS.get(word) or int(re.sub(r"\D", "", (parts.get("han") or "") + word) or 0)
        )
        return Caption(quarter=quarter, year=year, span="quarter")
    if name == "half":
        part = parts["part"] or ""
        return Caption(quarter=4 if part in ("下半年", "h2", "second half") else 2, months=6, year=year)
    if name == "months":
        first, last = _month_number(parts["first"]), _month_number(parts["last"])
        if not (1 <= first <= 12 and 1 <= last <= 12):
            return None
        earlier = int(parts["year"]) if parts["year"] and parts["after"] else None
        count = last - first + 1 + 12 * (year - earlier if year is not None and earlier is not None else int(last < first))
        return Caption(month=last, months=count, year=year) if count > 0 else None
    if name == "month_day":
        month = month or int(parts.get("month") or 0)
        return Caption(month_day=(month, number)) if number and 1 <= number <= 31 and 1 <= month <= 12 else None
    if parts.get("short") and month is not None and int(parts["short"] or 0) >= 28:
        return None  # "December 31" is a day: the years of these papers end earlier
    month = month or number
    return Caption(month=month, year=year) if month is not None and 1 <= month <= 12 else None


def _month_number(text: str | None) -> int:
    """1 to 12; 0 for none."""
    word = (text or "").lower()
    return int(word) if word.isdigit() else 1 if word in ("一", "元") else _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0


def _added(one: Caption, other: Caption) -> Caption:
    """Two words of one caption together: the later says more of what both say, and a word for no period outdoes any other."""
    role = other.role or one.role
    if "other" in (one.role, other.role):
        role = "other"
    elif "prior" in (one.role, other.role) and "open" not in (one.role, other.role):
        role = "prior"
    return Caption(
        role, other.span or one.span, other.months or one.months, other.day or one.day, other.year or one.year, other.month or one.month,
        other.month_day or one.month_day, other.quarter or one.quarter, one.label or other.label, one.note or other.note,
        one.total or other.total, one.actual or other.actual, one.unit or other.unit,
    )  # fmt: skip


def said_together(own: Caption, above: Caption) -> Caption:
    """What a caption says with the one above it: its own word counts first."""
    return Caption(
        own.role or above.role, own.span or above.span, own.months or above.months, own.day or above.day, own.year or above.year,
        own.month or above.month, own.month_day or above.month_day, own.quarter or above.quarter, total=own.total, actual=own.actual,
    )  # fmt: skip
