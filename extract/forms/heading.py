"""What stands above and below a form's lines: pairs of captions and words, whose form it is, what time it covers, its unit."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extract.dates import find_dates
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import parse
from extract.records import FormField
from extract.tables.lines import Chunk, Row

_PAIR = re.compile(r"^\s*([^:：]{1,40}?)\s*[:：]\s*(\S.*)$")
#: 减：, 加： and the like stand before the caption of a line; they are none.
_TAKEN_OFF = re.compile(r"减|加|其中|less|add|of which|including", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:至|到|~|-|to)\s*\d", re.IGNORECASE)
_ENTITY = re.compile(
    r"(?:纳税人|扣缴义务人|缴费单位|缴费人|企业|单位|客户|借款人|申请人|评估委托方|公司)(?:名称|全称)?|户名|核算单位|编制单位|用电户名|会计主体"
    r"|(?:company|business|trading|taxpayer|legal|employer|customer|applicant|client|entity|corporation)?\s*name|company|employer|customer|applicant|borrower"
    r"|taxpayer|account\s*holder|entity",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"税款(?:费)?所属(?:期|时间|期间|期起止|时期)|费款所属期|所属(?:期|时期|期间)|计费周期|用电周期|抄表周期|会计期间|期间|申报期间|账期|开票日期起止|报表期间"
    r"|(?:accounting|billing|tax|vat|reporting|return|bill|pay)?\s*period(?:\s*covered)?|quarter|tax\s*year|to\s*period",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:评估)?基准日|报告(?:日期|时间)|查询(?:日期|时间)|截止日期?|(?:valuation|report)\s*date|date\s*of\s*(?:valuation|report)|as\s*at|as\s*of",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"申请日期|填表日期|填报日期|申报日期|打印|print|date\s*of\s*application|application\s*date|^date$|signed|submitted|due|到期|缴款|填发",
    re.IGNORECASE,
)
_WORDED_PERIOD = re.compile(
    r"\b(?:as (?:at|of)|year end(?:ed|ing)|(?:period|quarter|month|months) end(?:ed|ing)|period (?:from|of|to)|from|for the)\b|[至~]", re.I
)
_COMPANY = re.compile(
    r"(?:公司|商行|经营部|合作社|工厂|厂|店|中心)$|\b(?:limited|ltd|llp|plc|inc|llc|corp(?:oration)?|company)\b\.?", re.IGNORECASE
)
_UNITS: tuple[tuple[re.Pattern[str], str | None, Decimal], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), currency, Decimal(scale))
    for pattern, currency, scale in (
        (r"单位[:：]?\s*[(（]?(?:人民币)?\s*亿元", "CNY", "100000000"),
        (r"单位[:：]?\s*[(（]?(?:人民币)?\s*万元", "CNY", "10000"),
        (r"单位[:：]?\s*[(（]?(?:人民币)?\s*千元", "CNY", "1000"),
        (r"单位[:：]?\s*[(（]?(?:人民币)?\s*元|人民币元|币[种别][:：]?\s*人民币", "CNY", "1"),
        (r"£\s?['’‘`]?000", "GBP", "1000"),
        (r"\$\s?['’‘`]?000", "USD", "1000"),
        (r"\bin thousands\b", None, "1000"),
        (r"(?:amounts?|figures|all values|expressed) in\s*\(?(?:GBP|£|pounds|sterling)|^£$|\((?:£|GBP)\)|currency:?\s*GBP", "GBP", "1"),
        (
            r"(?:amounts?|figures|all values|expressed) in\s*\(?(?:USD|\$|u\.?s\.? dollars)|^(?:US)?\$$|\((?:US)?\$\)|currency:?\s*USD",
            "USD",
            "1",
        ),
    )
)


#: (year, month)
_Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FormUnit:
    """currency: ISO 4217   scale: what a printed 1 is worth   chunk, row: where that stands, None where it is printed nowhere"""

    currency: str
    scale: Decimal
    chunk: Chunk | None = None
    row: Row | None = None


def fields_of(rows: Sequence[Row]) -> Iterator[FormField]:
    """The pairs of rows without amounts: "caption: words" in one chunk, or a caption and its words in two boxes beside each other."""
    for row in rows:
        taken: set[int] = set()
        for position, chunk in enumerate(row.chunks):
            pair = _PAIR.match(chunk.text)
            after = row.chunks[position + 1] if position + 1 < len(row.chunks) else None
            if pair and after is not None and _GOES_ON.match(after.text):  # "2025-10-01" and, well apart, "至 2025-10-31"
                taken.add(position + 1)
                pair = _PAIR.match(f"{chunk.text} {after.text}")
            if pair and not re.fullmatch(r"\d{1,2}", pair.group(1).strip()) and not _TAKEN_OFF.fullmatch(pair.group(1).strip()):
                taken.add(position)
                yield FormField(pair.group(1).strip(), pair.group(2).strip(), row.page)
        rest = [chunk for position, chunk in enumerate(row.chunks) if position not in taken]
        if len(rest) in {2, 4, 6} and all(_captionlike(chunk.text) for chunk in rest[::2]):
            for caption, words in zip(rest[::2], rest[1::2], strict=True):
                yield FormField(caption.text.strip(" :："), words.text.strip(), row.page)


def is_pair(text: str) -> bool:
    """Whether `text` is a caption and its words in one ("法定代表人：某某"), as heads and feet have them and lines do not."""
    pair = _PAIR.match(text)
    return pair is not None and not _TAKEN_OFF.fullmatch(pair.group(1).strip()) and parse(pair.group(2)) is None


def entity_of(fields: Sequence[FormField], rows: Sequence[Row]) -> str | None:
    """Whose form it is: the pair that says so, else the first heading that is a firm's name."""
    for field in fields:
        if _ENTITY.fullmatch(field.caption.replace("　", "").strip()) and field.text and not find_dates(field.text):
            return field.text
    for row in rows[:8]:
        for chunk in row.chunks:
            text = chunk.text.strip()
            if 4 <= len(text) <= 80 and _COMPANY.search(text) and parse(text) is None and "：" not in text:
                return text
    return None


def period_of(fields: Sequence[FormField], rows: Sequence[Row], *, instant: bool, day_first: bool) -> tuple[date | None, date | None]:
    """First and last day that the form is about; either may be unknown.   instant: the day of a report or valuation is its end"""
    for field in fields:
        if _PERIOD.fullmatch(field.caption.strip()):
            start, end = _span_in(field.text, day_first)
            if end is not None:
                return start, end
    if instant:
        for field in fields:
            if _DAY.fullmatch(field.caption.strip()):
                days = find_dates(field.text, day_first=day_first)
                if days:
                    return None, max(days)
    for row in rows:
        if _WORDED_PERIOD.search(row.text) or len(find_dates(row.text, day_first=day_first)) == 2:
            start, end = _span_in(row.text, day_first)
            if end is not None:
                return start, end
    for row in rows:
        pair = _PAIR.match(row.text)
        if pair is None or not _FILED.search(pair.group(1)):
            start, end = _span_in(row.text, day_first)
            if end is not None:
                return start, end
    return None, None


def filed_on(fields: Sequence[FormField], *, day_first: bool) -> date | None:
    """The day on which the form was filled in or filed."""
    for field in fields:
        if _FILED.search(field.caption):
            days = find_dates(field.text, day_first=day_first)
            if days:
                return days[-1]
    return None


def unit_of(rows: Sequence[Row], default: str | None) -> FormUnit:
    """Currency and scale: the unit line, else the sign before the amounts, else `default` with a scale of 1."""
    best: FormUnit | None = None
    for row in rows:
        for chunk in row.chunks:
            text = re.sub(r"(?<=[一-鿿:：])\s+(?=[一-鿿])", "", chunk.text)
            for pattern, currency, scale in _UNITS:
                if pattern.search(text):
                    if best is None or (best.scale == 1 and scale != 1):
                        best = FormUnit(currency or default or UNKNOWN_CURRENCY, scale, chunk, row)
                    break
    if best is not None:
        return best
    signs = "".join(chunk.text[:2] for row in rows for chunk in row.chunks if re.match(r"^[-(]?(?:US)?[£$¥￥]\s?[\d(-]", chunk.text))
    signed = next((currency for sign, currency in (("£", "GBP"), ("$", "USD"), ("¥", "CNY"), ("￥", "CNY")) if sign in signs), None)
    return FormUnit(default or signed or UNKNOWN_CURRENCY, Decimal(1))


def _captionlike(text: str) -> bool:
    plain = text.strip()
    return 0 < len(plain) <= 24 and parse(plain) is None and not find_dates(plain) and not re.search(r"\d{4,}", plain)


def _span_in(text: str, day_first: bool) -> tuple[date | None, date | None]:
    """(first, last) day that `text` names: two days, a range of months, a month, a quarter, a year, or one day."""
    days = find_dates(text, day_first=day_first)
    if len(days) >= 2:
        return min(days[:2]), max(days[:2])
    if days:
        return None, days[0]
    tight = re.sub(r"\s+", "", text)
    for pattern, months in _SPANS:
        found = pattern.search(tight)
        if found is not None:
            start, end = months(found)
            if 1 <= start[1] <= 12 and 1 <= end[1] <= 12 and start <= end:
                return date(start[0], start[1], 1), _month_end(*end)
    return None, None


def _quarter(found: re.Match[str]) -> tuple[_Month, _Month]:
    number = "一二三四".find(found[2]) + 1 or int(found[2])
    return (int(found[1]), 3 * number - 2), (int(found[1]), 3 * number)


_YEAR, _MARK, _TO = r"(?<!\d)((?:19|20)\d{2})", r"[年.\-/]", r"月?(?:[-—–~]|至|到|to)+"
#: What a span of whole months looks like, and its first and last month; the narrowest first.
_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[_Month, _Month]]], ...] = (
    (
        re.compile(rf"{_YEAR}{_MARK}(\d{{1,2}}){_TO}{_YEAR}{_MARK}(\d{{1,2}})(?!\d)"),
        lambda found: ((int(found[1]), int(found[2])), (int(found[3]), int(found[4]))),
    ),
    (
        re.compile(rf"{_YEAR}年(\d{{1,2}}){_TO}(\d{{1,2}})月"),
        lambda found: ((int(found[1]), int(found[2])), (int(found[1]), int(found[3]))),
    ),
    (re.compile(rf"{_YEAR}年?(?:第)?([一二三四1-4])季度?"), _quarter),
    (re.compile(rf"{_YEAR}[Qq]([1-4])"), _quarter),
    (
        re.compile(rf"{_YEAR}{_MARK}(\d{{1,2}})(?!\d|[.\-/]\d)"),
        lambda found: ((int(found[1]), int(found[2])), (int(found[1]), int(found[2]))),
    ),
    (re.compile(rf"{_YEAR}年度"), lambda found: ((int(found[1]), 1), (int(found[1]), 12))),
)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
