"""What time a form is about, in whatever words its heading says so: days, months, quarters, years, halves."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from extract.dates import find_dates
from extract.records import FormField
from extract.tables.lines import Row

#: (first, last) day; either may be unknown.
Time = tuple[date | None, date | None]
#: (year, month)
_Month = tuple[int, int]
_CAPTION = re.compile(
    r"(?:税款|费款|税费)?所属(?:期间|时期|时间|月份|年度|期起止|期)?(?:起止)?|(?:电费|计费|用电|抄表|缴费|结算|申报|账单|费用)(?:年月|月份|周期|期间|所属期|期)"
    r"|会计期间|报表期间|所属会计期|开票日期起止|账期|(?<![初末])期间|年月"
    r"|(?:accounting|billing|tax|vat|reporting|return|bill|pay|filing|statement|review|supply)?\s*period(?:\s*(?:covered|ended|ending|end))?(?!\s*key)"
    r"|for\s*the\s*(?:year|quarter|month|period)|tax\s*(?:year|month|quarter)|quarter(?!ly)|calendar\s*year|(?:financial|fiscal)\s*year",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:评估|价值时点|估价时点)?基准日|价值时点|估价时点|报告(?:日期|时间)|查询(?:日期|时间)|截止?(?:日期|时间|日)|截至"
    r"|(?:valuation|report|inspection|search|enquiry|balance|effective)\s*(?:date|as\s*(?:at|of))|date\s*of\s*(?:valuation|report|search|enquiry)|as\s*(?:at|of)",
    re.IGNORECASE,
)
_DATE_TEXT = (
    r"\s*[:：]?\s*(?:自\s*)?(?:\d{1,4}[\d年月日号\-/.\s:T]{4,24}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}"
    r"|[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4})"
)
#: The day that a valuation is of, which its report follows.
_BASIS = re.compile(
    r"基准日|价值时点|估价时点|估值时点|评估时点|(?:valuation|effective|inspection)\s*date|date\s*of\s*(?:the\s*)?valuation|valu(?:ed|ation)\s*as\s*(?:at|of)",
    re.IGNORECASE,
)
#: A day of filling in, printing, paying: never the time that a form is about.
_OTHER_DAY = re.compile(
    r"(?:填表|申报|打印|制表|填报|受理|抄表|缴款|缴费|制单|导出|出账|开票|填发|经办|审核|签[章字]|入库|到期|应缴|申请|成立|注册)"
    r"(?:日期|时间|截止日|日)?"
    + _DATE_TEXT
    + r"|(?:request(?:ed)?|response|submitted|bill(?:ing)?|issued?|invoice|due|pay(?:ment)?|print(?:ed)?|run|process(?:ing|ed)?|signed"
    r"|filed|received|filing|generated|effective|revised|prepared|application|created|reading|approved|incorporat\w+|starting on or after)"
    r"\s*(?:date|on|by|due|at)?\s*(?:date|by|on)?" + _DATE_TEXT,
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\b(?:as (?:at|of)|(?:year|period|quarter|months?) (?:end(?:ed|ing)?|to)|from|for the|to|through|between)\b|[至~—–]|截[至止]",
    re.IGNORECASE,
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPACED_DAY = re.compile(r"(?<![\d/.\-])(\d{1,2}) (\d{1,2}) ((?:19|20)\d{2})(?!\d)")
_TICKED = re.compile(r"(?:\[\s*[xX✓√]\s*\]|[☒☑✓✔√■●])\s*([1-4])\s*[:.]?\s*(?:January|April|July|October)", re.IGNORECASE)


def period_of(fields: Sequence[FormField], rows: Sequence[Row], *, instant: bool, day_first: bool) -> Time:
    """First and last day that the form is about; either may be unknown.   instant: the day of a report or valuation is its end"""
    texts = [re.sub(r"\s+", " ", row.text) for row in rows]
    quarter = _ticked(texts)
    if quarter is not None:
        return quarter
    if instant:
        day = _day(fields, texts, day_first)
        if day is not None:
            return None, day
    plain = [_OTHER_DAY.sub(" ", text) for text in texts]
    captioned = [told for text in _captioned(fields, plain) if (told := span_of(text, day_first=day_first))[1] is not None]
    if captioned:
        return next((told for told in captioned if told[0] is not None), captioned[0])
    for chosen in (
        [text for text in plain if _WORDED.search(text) or len(find_dates(text, day_first=day_first)) == 2],
        plain,
    ):
        for text in chosen:
            told = span_of(text, day_first=day_first)
            if told[1] is not None:
                return told
    return None, None


def span_of(text: str, *, day_first: bool = True) -> Time:
    """(first, last) day that `text` names: two days, a range of months, a month, a quarter, a year, or one day."""
    text = _SPACED_DAY.sub(lambda found: f"{found[1]}/{found[2]}/{found[3]}", text)
    days = find_dates(text, day_first=day_first)
    if len(days) >= 2:
        return min(days[:2]), max(days[:2])
    run = re.search(r"((?:19|20)\d{6})[至到~]((?:19|20)\d{6})(?!\d)", re.sub(r"[\s.\-/年月日]", "", text))
    both = find_dates(f"{run[1]} {run[2]}") if run is not None else []  # a recogniser lost the marks between
    if len(both) == 2:
        return min(both), max(both)
    if days:
        return _before(text, days[0]), days[0]
    tight = re.sub(r"\s+", "", text).lower()
    for pattern, months in _SPANS:
        for found in pattern.finditer(tight):
            start, end = months(found)
            if 1 <= start[1] <= 12 and 1 <= end[1] <= 12 and start <= end:
                return date(start[0], start[1], 1), _month_end(*end)
    return None, None


def _captioned(fields: Sequence[FormField], texts: Sequence[str]) -> Iterator[str]:
    """What stands behind a caption of the period: in a pair, or further on in the same row."""
    for field in fields:
        caption = field.caption.strip()
        found = _CAPTION.search(caption)
        if found is not None and (found.end() >= len(caption) - 6) and not re.search(r"key|number|no\.?$|号", caption, re.IGNORECASE):
            yield field.text
    for text in texts:
        found = _CAPTION.search(text)
        if found is not None:
            yield text[found.end() :]
            yield text


def _day(fields: Sequence[FormField], texts: Sequence[str], day_first: bool) -> date | None:
    for caption, text in [*((field.caption, field.text) for field in fields), *((text, text) for text in texts)]:
        basis = _BASIS.search(caption)
        days = find_dates(text[basis.end() :] if caption is text and basis else text, day_first=day_first) if basis else []
        if days:
            return days[0]
    for field in fields:
        if _DAY.fullmatch(field.caption.strip()):
            days = find_dates(field.text, day_first=day_first)
            if days:
                return max(days)
    for text in texts:
        found = _DAY.search(text)
        days = find_dates(text[found.end() :], day_first=day_first) if found is not None else []
        if days:
            return days[0]
    return None


def _before(text: str, end: date) -> date | None:
    """The first day of "year ended 31 March 2025", "3 months to 30 June 2025"; None where one day is all that is said."""
    found = re.search(r"(year|quarter|(?:(\d{1,2}|three|six|twelve)\s)?months?)\s*(?:end(?:ed|ing|s)?|to)\b", text, re.IGNORECASE)
    if found is None:
        return None
    words = {"year": 12, "quarter": 3, "three": 3, "six": 6, "twelve": 12}
    count = words.get(found[1].lower()) or (words.get((found[2] or "").lower()) or int(found[2]) if found[2] else 1)
    after = end + timedelta(days=1)
    month = after.year * 12 + after.month - 1 - count
    try:
        return date(month // 12, month % 12 + 1, after.day)
    except ValueError:
        return None


def _ticked(texts: Sequence[str]) -> Time | None:
    """The quarter that is ticked among four, in the year that the heading names."""
    ticked = next((found for text in texts if (found := _TICKED.search(text))), None)
    if ticked is None:
        return None
    year = next((int(found[0]) for text in texts if (found := re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))), None)
    number = int(ticked[1])
    return (date(year, 3 * number - 2, 1), _month_end(year, 3 * number)) if year is not None else None


def _quarter(found: re.Match[str]) -> tuple[_Month, _Month]:
    number = "一二三四".find(found[2]) + 1 or int(found[2])
    return (int(found[1]), 3 * number - 2), (int(found[1]), 3 * number)


def _quarter_before(found: re.Match[str]) -> tuple[_Month, _Month]:
    ordinals = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    number = ordinals.get(found[1]) or int(found[1][0])
    return (int(found[2]), 3 * number - 2), (int(found[2]), 3 * number)


def _named(name: str) -> int:
    return _NAMES.index(name[:3]) + 1


def _month(year: str, month: str) -> _Month:
    return int(year), int(month)


_YEAR, _MARK, _TO = r"(?<!\d)((?:19|20)\d{2})", r"[年.\-/]", r"(?:月|期)?(?:份)?(?:[-—–~]|至|到|to)+"
#: What a span of whole months looks like, and its first and last month; the narrowest first.
_SPANS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[_Month, _Month]]], ...] = (
    (
        re.compile(rf"{_YEAR}{_MARK}第?(\d{{1,2}}){_TO}{_YEAR}{_MARK}第?(\d{{1,2}})(?!\d)"),
        lambda found: (_month(found[1], found[2]), _month(found[3], found[4])),
    ),
    (
        re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(?:[-—–~]|至|到|to)+((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)"),
        lambda found: (_month(found[1], found[2]), _month(found[3], found[4])),
    ),
    (
        re.compile(rf"{_YEAR}年第?(\d{{1,2}}){_TO}第?(\d{{1,2}})[月期]"),
        lambda found: (_month(found[1], found[2]), _month(found[1], found[3])),
    ),
    (
        re.compile(rf"({_MONTHS}){_YEAR}?(?:[-—–~/]|to|through|and|until)({_MONTHS}){_YEAR}"),
        lambda found: ((int(found[2] or found[4]), _named(found[1])), (int(found[4]), _named(found[3]))),
    ),
    (re.compile(rf"{_YEAR}年?(?:第)?([一二三四1-4])(?:季度?|q)"), _quarter),
    (re.compile(rf"{_YEAR}[-/]?q([1-4])"), _quarter),
    (re.compile(r"q([1-4])[-/,]?(?:of)?((?:19|20)\d{2})(?!\d)"), _quarter_before),
    (re.compile(rf"([1-4](?:st|nd|rd|th)|first|second|third|fourth)(?:calendar)?quarter(?:of)?,?{_YEAR}"), _quarter_before),
    (re.compile(r"quarter:?([1-4])[,/]?(?:of)?((?:19|20)\d{2})(?!\d)"), _quarter_before),
    (re.compile(rf"{_YEAR}年?上半年"), lambda found: (_month(found[1], "1"), _month(found[1], "6"))),
    (re.compile(rf"{_YEAR}年?下半年"), lambda found: (_month(found[1], "7"), _month(found[1], "12"))),
    (
        re.compile(rf"{_YEAR}{_MARK}第?(\d{{1,2}})(?!\d|[.\-/]\d)"),
        lambda found: (_month(found[1], found[2]), _month(found[1], found[2])),
    ),
    (re.compile(rf"({_MONTHS})[,\-/']?{_YEAR}"), lambda found: ((int(found[2]), _named(found[1])), (int(found[2]), _named(found[1])))),
    (
        re.compile(r"(?:^|[:：])((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)"),
        lambda found: (_month(found[1], found[2]), _month(found[1], found[2])),
    ),
    (re.compile(rf"{_YEAR}(?:年度|年$)"), lambda found: (_month(found[1], "1"), _month(found[1], "12"))),
    (re.compile(rf"(?:calendar|tax|fiscal|financial)year:?{_YEAR}"), lambda found: (_month(found[1], "1"), _month(found[1], "12"))),
)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
