"""What stands on an invoice beside parties, items and totals: number, code, check code, days, the total in capital numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile

from extract import capital
from extract.dates import find_dates, parse_date
from extract.invoices.captions import Captioned, CaptionNames, values_of
from extract.invoices.columns import find_item_header
from extract.invoices.layout import Field, InvoiceLayout
from extract.tables.lines import Chunk, Row

_NUMBER = re.compile(r"#?\s*([A-Za-z0-9][\w./\\-]*(?: ?[-/] ?[\w.]+)*)")
_CAPITALS = re.compile(
    r"[（(]?负?数?[)）]?[壹贰貳叁肆伍陆陸柒捌玖零拾佰仟万萬亿億〇\s]{1,40}[元圆圓][零壹贰貳叁肆伍陆陸柒捌玖角分整正\s]*"
    r"|(?<![\u4e00-\u9fff])[（(]?负?数?[)）]?零?[壹贰貳叁肆伍陆陸柒捌玖]角[零壹贰貳叁肆伍陆陸柒捌玖分整正\s]*"
)
#: #0087, No 56184, № 88178992, alone: the number of a house has a street behind it.
_MARKED = re.compile(r"(?:#\s?(?=\d{2})|(?:No\.?|№)\s?(?=\d{4}))(\d{2,12})", re.IGNORECASE)
#: Codes of paper and older electronic invoices have ten or twelve digits, check codes twenty.
_CODE, _CHECK_CODE = re.compile(r"(?<!\d)(\d{12}|\d{10})(?!\d)"), re.compile(r"(?<!\d)(\d{20})(?!\d)")
#: Town, state and ZIP code, as at the end of an address.
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|PR|RI|SC|SD|TN|"
    "TX|UT|VA|VT|WA|WI|WV|WY"
)
_AMERICAN = re.compile(rf"(?:, ?[A-Z]{{2}}|\b(?:{_STATES})),? \d{{5}}(?:-\d{{4}})?$")
#: Narrow print leaves no gap between a day and its clock.
_CLOCK = re.compile(r"(\d{1,2}/\d{1,2}/(?:20\d{2}|\d{2}))(?=\d{1,2}:\d{2})")
#: Rows at the head of an invoice in which a day or a code may stand without a caption.
_HEAD = 14
_UNTIL = re.compile(
    r"\b(?:due|payable|pay(?:ment)?|settle)\b[^.;]{0,60}?\b(?:by|before|on)\b\s*(?P<rest>[^.;]{6,40})"
    r"|\b(?:payment due|due date|due|payable)\b\s*:?\s*(?P<day>\d[^;]{5,20})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """The total in capital numerals.   text: as printed"""

    text: str
    value: Decimal
    chunk: Chunk
    row: Row


def written_of(rows: Sequence[Row]) -> Written | None:
    """The total in capital numerals; None where none is printed or it is no amount."""
    for row in rows:
        for match in _CAPITALS.finditer(row.text):
            amount = capital.value(match.group())
            if amount is None:
                continue
            start = 0
            for chunk in row.chunks:
                if match.start() < start + len(chunk.text) + 1 and re.search("[壹-玖零拾佰仟]", chunk.text):
                    return Written(match.group().strip(), amount, chunk, row)
                start += len(chunk.text) + 1
    return None


def number_of(
    captions: Sequence[Captioned], rows: Sequence[Row], names: CaptionNames, layout: InvoiceLayout
) -> tuple[str | None, date | None]:
    """The invoice's number, and its date where both stand in its title."""
    if layout.title is not None:
        for row in rows[:12]:
            match = layout.title.search(row.text)
            if match:
                printed = match.groupdict().get("date")
                days = find_dates(printed) if printed else []
                return match["number"], days[0] if days else None
    for item in _by_rank(captions, "number"):
        if item.name.lower() in {"no", "nr"} and not layout.alone and not re.search(r"[:：]", rows[item.row].chunks[item.position].text):
            continue  # the number of a house
        for text, chunk in values_of(item, rows, names):
            beside = any(chunk is one for one in rows[item.row].chunks)
            match = _NUMBER.match(text.strip()) if beside else _NUMBER.fullmatch(text.strip())
            if match and any(character.isdigit() for character in match.group(1)) and not _a_day(text[: match.end() + 6], match.group(1)):
                return match.group(1).strip(), None
    return _unnamed_number(captions, rows), None


def _unnamed_number(captions: Sequence[Captioned], rows: Sequence[Row]) -> str | None:
    """A number that only a mark says to be one (#0087, No 56184), or a reference on a paper that prints no other number."""
    marked = {found[1] for row in rows[:_HEAD] for chunk in row.chunks if (found := _MARKED.fullmatch(chunk.text.strip()))}
    if len(marked) == 1:
        return marked.pop()
    references = [item for item in captions if item.name.lower().rstrip(".") in {"ref", "our ref"} and item.row < _HEAD]
    return next((item.value for item in references if re.fullmatch(r"[A-Z0-9/-]*\d[A-Z0-9/-]*", item.value)), None)


def _a_day(text: str, number: str) -> bool:
    """Whether what stands behind a number's caption is a date. A number of digits alone is one only as long as one."""
    if number.isdigit() and len(number) not in {6, 8} and text.strip() == number:
        return False
    return parse_date(number) is not None or parse_date(text.strip()) is not None or (bool(find_dates(text)) and len(number) < 5)


def code_of(captions: Sequence[Captioned], rows: Sequence[Row], names: CaptionNames) -> str | None:
    """发票代码. Paper invoices print it without a caption, above or beside their number."""
    captioned = _digits("code", _CODE, captions, rows, names)
    if captioned is not None:
        return captioned
    marked = next((item for item in captions if item.field == "number" and item.row < _HEAD and item.name.strip() in {"№", "No"}), None)
    if marked is None:
        return None
    near = [
        chunk.text.strip() for row in rows[max(0, marked.row - 2) : marked.row + 2] for chunk in row.chunks if chunk is not marked.chunk
    ]
    found = {text for text in near if _CODE.fullmatch(text)}
    return found.pop() if len(found) == 1 else None


def check_code_of(captions: Sequence[Captioned], rows: Sequence[Row], names: CaptionNames) -> str | None:
    """校验码, twenty digits, often printed in fives."""
    return _digits("check_code", _CHECK_CODE, captions, rows, names)


def _digits(field: Field, shape: re.Pattern[str], captions: Sequence[Captioned], rows: Sequence[Row], names: CaptionNames) -> str | None:
    for item in _by_rank(captions, field):
        for text, _ in values_of(item, rows, names):
            match = shape.search(re.sub(r"(?<=\d)\s(?=\d)", "", text))
            if match:
                return match.group(1)
        # Set in groups wide apart, each is a chunk.
        behind = [chunk.text for chunk in rows[item.row].chunks[item.position + 1 :]]
        match = shape.search(
            "".join(
                takewhile(
                    str.isdigit, [*([item.value.replace(" ", "")] if item.value else []), *(text.replace(" ", "") for text in behind)]
                )
            )
        )
        if match:
            return match.group(1)
    return None


def month_first(rows: Sequence[Row]) -> bool | None:
    """Whether days are written as in America: a day past the twelfth says so, else an American address. None where nothing tells."""
    for row in rows:
        for first, second in re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])", row.text):
            if int(second) > 12 >= int(first) or int(first) > 12 >= int(second):
                return int(second) > 12
    return True if any(_AMERICAN.search(chunk.text) for row in rows[:_HEAD] for chunk in row.chunks) else None


def day_of(field: Field, captions: Sequence[Captioned], rows: Sequence[Row], names: CaptionNames, layout: InvoiceLayout) -> date | None:
    """The day behind a caption; failing that, the one that its place or its sentence tells."""
    for item in _by_rank(captions, field):
        for text, _ in values_of(item, rows, names):
            days = find_dates(text, day_first=layout.day_first)
            if days:
                return days[0]
        # A day set wide is cut into several chunks.
        parts = [item.value, *(chunk.text for chunk in rows[item.row].chunks[item.position + 1 :][:4])]
        days = find_dates(" ".join(parts).strip(), day_first=layout.day_first)
        if days and (not item.value or layout.alone):
            return days[0]
    if field == "date" and layout.kind == "receipt":
        return next((day for row in rows for day in find_dates(_CLOCK.sub(r"\1 ", row.text), day_first=layout.day_first)), None)
    found = set(_alone(rows, layout) if field == "date" else _until(rows, layout))
    return found.pop() if len(found) == 1 else None


def _alone(rows: Sequence[Row], layout: InvoiceLayout) -> Iterator[date]:
    """Days that stand by themselves in the head, as on a letter."""
    header = find_item_header(rows, layout)
    for row in rows[: min(_HEAD, header.first if header is not None else _HEAD)]:
        for chunk in row.chunks:
            days = find_dates(chunk.text, day_first=layout.day_first)
            rest = re.sub(r"\d+(?:st|nd|rd|th)?|[\s./,年月日-]|(?:" + _MONTHS + r")[a-z]*", "", chunk.text, flags=re.IGNORECASE)
            if len(days) == 1 and not rest and len(chunk.text) >= 8:
                yield days[0]


_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"


def _until(rows: Sequence[Row], layout: InvoiceLayout) -> Iterator[date]:
    """The day by which a sentence asks for the money."""
    for row in rows:
        for chunk in row.chunks:
            if re.match(r"(?:due )?(?:by|on or before)\s+\S", chunk.text, re.IGNORECASE) and len(chunk.text) < 32:
                yield from find_dates(chunk.text, day_first=layout.day_first)[:1]
        for match in _UNTIL.finditer(row.text):
            yield from find_dates(match["rest"] or match["day"], day_first=layout.day_first)[:1]


def _by_rank(captions: Sequence[Captioned], field: Field) -> list[Captioned]:
    return sorted((item for item in captions if item.field == field), key=lambda item: (item.rank, item.row))
