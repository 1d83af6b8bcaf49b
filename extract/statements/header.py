"""What stands above a statement's figures: whose it is, as of when, in which currency and unit, and what each column covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from extract.concepts import normalise
from extract.dates import find_dates
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import parse
from extract.place import Box
from extract.records import Span, StatementKind
from extract.statements.layout import ColumnCaption, layouts, one_of
from extract.statements.period import last_day_of_month, year_end_before
from extract.tables.lines import Chunk, Row, display_width


@dataclass(frozen=True, slots=True)
class ColumnHeader:
    """One column, or group of columns, of one period.

    end    last day, None where the paper does not say
    role   "current", "prior" or "open" (年初余额: the balance on the last day before the year)
    """

    box: Box
    end: date | None
    span: Span
    role: str


@dataclass(frozen=True, slots=True)
class Unit:
    """currency: ISO 4217   scale: what a printed 1 is worth   chunk, row: where the unit line stands"""

    currency: str
    scale: Decimal
    chunk: Chunk | None
    row: Row | None


_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[\s./-]*(?:[A-Za-z]{3,9}|\d{1,2})[\s.,/-]*\d{2,4}|\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?")
_BETWEEN = re.compile(r"\s*(?:to|until|through|thru|至|到|[-–—~～])\s*", re.IGNORECASE)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
#: "Aug-25", "August 2025": a month stands for its last day.
_MONTH_CAPTION = re.compile(
    rf"(?:(?:fy|ye|ytd|year|period|quarter|qtr|months?|m|to|ended|ending|as|at|\d{{1,2}})\s*)*({'|'.join(_MONTHS)})[a-z]*[-\s.'’]*((?:19|20)\d{{2}}|\d{{2}})",
    re.IGNORECASE,
)
_CAPTION_WORDS = re.compile(
    r"行次|附注|注释|资产|项目|负债和(?:所有者|股东)权益|(?:期末|年末|年初|期初|上年年末|上年末)(?:余额|数|金额)|本年累计(?:金额|数)?|本月(?:金额|数)?"
    r"|本期(?:金额|数)|上期(?:金额|数)|本年(?:金额|数)|上年(?:金额|数)"
)
#: What stands between the periods and the first line: currency signs, Notes, (unaudited), (restated).
_UNDER_PERIOD = re.compile(
    r"(?:[£$€¥￥]|US\$|RMB|CNY)?\s?['’‘`]?(?:000s?)?|notes?|\(?(?:un)?audited\)?|\(?(?:as )?restated\)?|total", re.IGNORECASE
)
_YEAR_CAPTION = re.compile(
    r"^[£$€]?\s*(?:(?:year|period|as|to|at|for|the|ended|ending|audited|unaudited|restated|months?|weeks?|\d{1,2}|total|fy|[£$€]|'?000s?|\(|\)|[-–,.])\s*)*"
    r"((?:19|20)\d{2})(?:年(?:度)?)?\s*(?:[£$€].*|\(?(?:un)?audited\)?|\(?as restated\)?|\(?restated\)?)?$",
    re.IGNORECASE,
)
_UNITS: tuple[tuple[str, str | None, str], ...] = (
    (r"单位[:：]?\s*(?:人民币)?\s*[(（]?(?:人民币)?(亿元)", "CNY", "100000000"),
    (r"单位[:：]?\s*(?:人民币)?\s*[(（]?(?:人民币)?(百万元)", "CNY", "1000000"),
    (r"单位[:：]?\s*(?:人民币)?\s*[(（]?(?:人民币)?(万元)", "CNY", "10000"),
    (r"单位[:：]?\s*(?:人民币)?\s*[(（]?(?:人民币)?(千元)", "CNY", "1000"),
    (r"单位[:：]?\s*(?:人民币)?\s*[(（]?(?:人民币)?(元)", "CNY", "1"),
    (r"(?:^|[(（\s])(?:人民币)?(万元)(?:[)）]|$)", "CNY", "10000"),
    (r"(?:^|[(（\s])(?:人民币)?(千元)(?:[)）]|$)", "CNY", "1000"),
    (r"(?:£|GBP\s?)\s?['’‘`]?000(?!\d)s?", "GBP", "1000"),
    (r"(?:US\$|USD|\$)\s?['’‘`]?000(?!\d)s?", "USD", "1000"),
    (r"(?:€|EUR\s?)\s?['’‘`]?000(?!\d)s?", "EUR", "1000"),
    (r"(?:RMB|CNY|¥|￥)\s?['’‘`]?000(?!\d)s?", "CNY", "1000"),
    (r"£\s?m(?:illions?)?\b", "GBP", "1000000"),
    (r"in thousands of (?:pounds|sterling)", "GBP", "1000"),
    (r"(?:in|expressed in|amounts in) (?:RMB|CNY|yuan)\b(?! ?['’]?000)", "CNY", "1"),
    (r"\bin millions\b", None, "1000000"),
    (r"\bin thousands\b", None, "1000"),
    (r"^(?:人民币)?元$", "CNY", "1"),
    (r"^£+$|^£ ?$|\(£\)|expressed in (?:pounds|£)|in pounds sterling", "GBP", "1"),
    (r"^(?:US)?\$+$|\((?:US)?\$\)|in U\.?S\.? dollars", "USD", "1"),
    (r"^€+$|\(€\)|in euros?", "EUR", "1"),
    (r"^[¥￥]+$|人民币元", "CNY", "1"),
)
_UNIT_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), currency, Decimal(scale)) for pattern, currency, scale in _UNITS)
_COMPANY = re.compile(r"\b(?:limited|ltd|llp|plc|inc|llc|corp(?:oration)?|company|co|l\.?p|gmbh|b\.?v|s\.?a)\b\.?", re.IGNORECASE)
_REGISTERED = re.compile(r"\s*\(?\s*(?:registered|registration|company)\s+(?:no|number|registration|reg)\b.*$", re.IGNORECASE)


def caption_key(text: str) -> str:
    return re.sub(r"\s+", "", normalise(text))


def is_note_caption(text: str) -> bool:
    """行次, 附注, Notes: the caption of a column of line numbers or note references."""
    tight = re.sub(r"\s+", "", text.strip()) if len(text) < 8 else text.strip()
    return _note_captions().fullmatch(tight) is not None


def is_label_caption(text: str) -> bool:
    """资产, 项目, 负债和所有者权益…: the caption of a column of labels."""
    return _label_captions().fullmatch(re.sub(r"\s+", "", text)) is not None


@cache
def _note_captions() -> re.Pattern[str]:
    return one_of([layout.note_captions for layout in layouts()])


@cache
def _label_captions() -> re.Pattern[str]:
    return one_of([layout.label_captions for layout in layouts()])


@cache
def _column_captions() -> tuple[tuple[re.Pattern[str], ColumnCaption], ...]:
    return tuple((re.compile(column.pattern), column) for layout in layouts() for column in layout.columns)


def unit_of(rows: Sequence[Row]) -> Unit:
    """The printed unit: the first line that names one, the more exact one where several do."""
    best: Unit | None = None
    for row in rows:
        for chunk in row.chunks:
            text = re.sub(r"(?<=[一-鿿:：])\s+(?=[一-鿿])", "", chunk.text)
            for pattern, currency, scale in _UNIT_PATTERNS:
                if pattern.search(text):
                    if best is None or (best.scale == 1 and scale != 1) or best.currency == UNKNOWN_CURRENCY:
                        known = currency or (best.currency if best else UNKNOWN_CURRENCY)
                        best = Unit(known, scale if best is None or scale != 1 else best.scale, chunk, row)
                    break
    return best or Unit(UNKNOWN_CURRENCY, Decimal(1), None, None)


def entity_of(rows: Sequence[Row]) -> str | None:
    """The firm the statement is of: 编制单位, or the first heading that carries a legal form."""
    for row in rows:
        for position, chunk in enumerate(row.chunks):
            match = re.match(r"^(?:编制单位|编报单位|单位名称|纳税人名称|企业名称|会计主体)\s*[:：]?\s*(.*)$", chunk.text)
            if match:
                name = match.group(1).strip() or (row.chunks[position + 1].text if position + 1 < len(row.chunks) else "")
                name = re.sub(r"\s*(?:\d{4}\s*年.*|单位[:：].*|金额单位.*|税款所属.*)$", "", name).strip()
                if name and not find_dates(name):
                    return name
    for row in rows[:12]:
        for chunk in row.chunks:
            text = _REGISTERED.sub("", chunk.text).strip(" -–,")
            if 4 <= len(text) <= 90 and _COMPANY.search(text) and parse(text) is None and len(text.split()) <= 10:
                return text
    return None


def column_headers(rows: Sequence[Row], kind: StatementKind, end: date | None, span: Span) -> tuple[list[ColumnHeader], int]:
    """The headers of the figure columns, left to right, and the index of the first row below them.

    Looks at the rows down to the first that carries a label with amounts. Returns ([], 0) when none is found.
    """
    captioned = _captioned_headers(rows, kind, end, span)
    return captioned if captioned[0] else _dated_headers(rows, end, span)


def _captioned_headers(rows: Sequence[Row], kind: StatementKind, end: date | None, span: Span) -> tuple[list[ColumnHeader], int]:
    for index, row in enumerate(rows):
        captions = [part for chunk in row.chunks for part in caption_parts(chunk)]
        known = [(chunk, header) for chunk in captions if (header := _captioned_header(chunk, kind, end, span)) is not None]
        headers = [_beside_cumulated(header, chunk, captions) for chunk, header in known]
        labelled = sum(is_label_caption(chunk.text) or is_note_caption(chunk.text) for chunk in row.chunks)
        if len(headers) >= 2 or (headers and labelled):
            return headers, index + 1
    return [], 0


def _beside_cumulated(header: ColumnHeader, caption: Chunk, captions: Sequence[Chunk]) -> ColumnHeader:
    """本期金额 beside 本年累计金额 is the last part of the year, not all of it: a month where nothing says that it is a quarter."""
    if header.role != "current" or header.span not in ("year_to_date", "year") or "累计" in caption.text:
        return header
    return replace(header, span="month") if any("累计" in other.text and "上年" not in other.text for other in captions) else header


def caption_parts(chunk: Chunk) -> list[Chunk]:
    """A chunk in which a recogniser took several captions for one phrase ("行次 期末余额"), cut into them."""
    parts = list(_CAPTION_WORDS.finditer(chunk.text))
    if len(parts) < 2 or "".join(part.group() for part in parts) != re.sub(r"\s+", "", chunk.text):
        return [chunk]
    return [Chunk(part.group(), _part(chunk, part.start(), part.end()), chunk.words) for part in parts]


def _captioned_header(chunk: Chunk, kind: StatementKind, end: date | None, span: Span) -> ColumnHeader | None:
    key = caption_key(chunk.text)
    for pattern, column in _column_captions():
        if not pattern.match(key) or len(key) > 14:
            continue
        covers = _covered(column, kind, span, end)
        last = end
        if end is not None and column.role == "open":
            last = date(end.year - 1, 12, 31)
        elif end is not None and column.role == "prior":
            last = last_day_of_month(end.year - 1, end.month)
        return ColumnHeader(chunk.box, last, covers, column.role)
    return None


def _covered(column: ColumnCaption, kind: StatementKind, span: Span, end: date | None) -> Span:
    if kind == "balance_sheet":
        return "instant"
    if column.span == "year_to_date" and end is not None and end.month == 12:
        return "year"
    return column.span or span


def _dated_headers(rows: Sequence[Row], end: date | None, span: Span) -> tuple[list[ColumnHeader], int]:
    """Columns headed by years or dates, perhaps over two lines ("31 March" above "2018")."""
    found: list[_Dated] = []
    below = 0
    for index, row in enumerate(rows):
        here = [item for chunk in row.chunks for item in _dated(chunk)]
        label_with_amount = any(parse(chunk.text) is not None and _YEAR_CAPTION.match(chunk.text) is None for chunk in row.chunks[1:])
        if here and (len(here) >= 2 or (_only_captions(row) and not found and index > 0)):
            if len(here) >= len(found) or any(item.exact for item in here):
                found = here
            below = index + 1
            if len(found) >= 2:
                below = _below_units(rows, below)
                break
        elif found and label_with_amount:
            break
    ordered = sorted(found, key=lambda item: item.box.x0)
    late = end is not None and ordered and end.month == 1 and ordered[0].year == end.year - 1  # a 52-week year that ran over
    headers: list[ColumnHeader] = []
    for position, item in enumerate(ordered):
        last = item.exact
        if last is None and end is not None:
            last = _in_year(end, item.year + (1 if late else 0))
        if last is not None and any(header.end == last for header in headers):
            last = None  # two columns of one year, such as an interim date and the year end before it: which day is not said
        headers.append(ColumnHeader(item.box, last, span, "current" if position == 0 else "prior"))
    return headers, below


@dataclass(frozen=True, slots=True)
class _Dated:
    """A column caption that names a year, or a whole day."""

    box: Box
    year: int
    exact: date | None


def _dated(chunk: Chunk) -> list[_Dated]:
    """What a chunk dates: usually one column; several where a recogniser took the captions for one phrase."""
    text = chunk.text.strip()
    whole = [match for match in _DAY.finditer(text) if find_dates(match.group())]
    if len(whole) == 2 and _BETWEEN.fullmatch(text[whole[0].end() : whole[1].start()]):
        whole = whole[1:]  # "1 Jan 2025 to 31 Dec 2025" is one period, known by its last day
    if whole and len(text) <= 45 * len(whole):
        return [_Dated(_part(chunk, match.start(), match.end()), (day := max(find_dates(match.group()))).year, day) for match in whole]
    dates = find_dates(text)
    if dates and len(text) <= 45:
        return [_Dated(chunk.box, max(dates).year, max(dates))]
    month = _MONTH_CAPTION.fullmatch(text)
    if month:
        year = int(month.group(2)) + (2000 if len(month.group(2)) == 2 else 0)
        return [_Dated(chunk.box, year, last_day_of_month(year, _MONTHS.index(month.group(1).lower()) + 1))]
    caption = _YEAR_CAPTION.match(text.strip(" .,:;·'|"))
    if caption:
        return [_Dated(chunk.box, int(caption.group(1)), None)]
    years = list(re.finditer(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text))
    if len(years) >= 2 and re.fullmatch(r"(?:notes?\s*)?[\d\s£$€]+", text, re.IGNORECASE):
        return [_Dated(_part(chunk, match.start(), match.end()), int(match.group()), None) for match in years]
    return []


def _part(chunk: Chunk, start: int, end: int) -> Box:
    """The box of some of a chunk's characters, taking all as equally wide."""
    step = chunk.box.width / max(display_width(chunk.text), 1)
    left, right = display_width(chunk.text[:start]), display_width(chunk.text[:end])
    return Box(chunk.box.x0 + left * step, chunk.box.top, chunk.box.x0 + right * step, chunk.box.bottom)


def _only_captions(row: Row) -> bool:
    return all(_dated(chunk) or is_note_caption(chunk.text) or re.fullmatch(r"[£$€¥￥'’0s ]+", chunk.text) for chunk in row.chunks)


def _below_units(rows: Sequence[Row], below: int) -> int:
    """Step over the lines of currency signs and captions under the periods."""
    while below < len(rows) - 1 and all(_UNDER_PERIOD.fullmatch(chunk.text.strip()) for chunk in rows[below].chunks):
        below += 1
    return below


def _is_month_end(day: date) -> bool:
    return day == last_day_of_month(day.year, day.month)


def _in_year(end: date, year: int) -> date:
    """The day in `year` that closes a year as `end` does; a month's end stays a month's end."""
    return last_day_of_month(year, end.month) if _is_month_end(end) else date(year, end.month, end.day)


def with_exact_days(headers: Sequence[ColumnHeader], pages: Sequence[Sequence[Row]]) -> list[ColumnHeader]:
    """Prior columns of a 52- or 53-week year with the day that the paper itself names elsewhere, or with none."""
    current = next((header.end for header in headers if header.role == "current"), None)
    if current is None or _is_month_end(current):
        return list(headers)
    named = Counter(day for rows in pages for row in rows for day in find_dates(row.text) if 363 <= (current - day).days <= 372)
    day = named.most_common(1)[0][0] if named else None  # 52 or 53 weeks before: without a printed day nobody can say
    return [replace(header, end=day) if header.role == "prior" else header for header in headers]


def at_year_end(headers: Sequence[ColumnHeader], kind: StatementKind, pages: Sequence[Sequence[Row]]) -> list[ColumnHeader]:
    """The prior column of an interim balance sheet, headed by a year alone, at the end of the year before the interim period.

    The interim period is what another statement of the paper says of itself: "for the 3 months ended 31 January 2025".
    """
    current = next((header.end for header in headers if header.role == "current"), None)
    if kind != "balance_sheet" or current is None:
        return list(headers)
    begun = next((last for rows in pages for row in rows if (last := year_end_before(row.text, current)) is not None), None)
    if begun is None:
        return list(headers)
    taken = _in_year(current, begun.year)  # what a year alone was taken for
    if any(taken in find_dates(row.text) for rows in pages for row in rows):
        return list(headers)
    same_day = [header for header in headers if header.role == "prior" and header.end in (None, taken)]
    return [replace(header, end=begun) if header in same_day else header for header in headers]
