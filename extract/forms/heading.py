"""What stands above and below a form's lines: pairs of captions and words, whose form it is, what time it covers, its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extract.dates import find_dates
from extract.money import UNKNOWN_CURRENCY
from extract.numerals import parse
from extract.records import FormField
from extract.series import TEXT_LAYER_CONFIDENCE
from extract.tables.lines import Chunk, Row

_PAIR = re.compile(r"^\s*([^:：]{1,40}?)\s*[:：]\s*(\S.*)$")
_OPEN_PAIR = re.compile(r"^\s*[^:：]{1,40}[:：]\s*$")
#: 减：, 加： and the like stand before the caption of a line; they are none.
_TAKEN_OFF = re.compile(r"减|加|其中|less|add|of which|including", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:至|到|~|-|to)\s*\d", re.IGNORECASE)
_ENTITY = re.compile(
    r"(?:纳税人|扣缴义务人|缴费单位|缴费人|缴款人|企业|单位|客户|借款人|借款单位|申请人|申请企业|申请单位|评估委托方|委托方|公司|用户|产权人)(?:单位)?(?:名称|全称)?"
    r"|户名|核算单位|编制单位|填报单位|申报单位|用电户名|会计主体|账套(?:名称)?|被查询(?:机构|企业)(?:名称)?|主体名称"
    r"|(?:company|business|trading|taxpayer|legal|employer|customer|applicant|client|entity|corporation|registered|borrower|account|organi[sz]ation)?"
    r"\s*(?:name|title)|name\s*\(?s\)?\s*shown\s*on\s*return|(?:legal|full|registered|trading)?\s*name\s*of\s*(?:the\s*)?(?:company|corporation|business|applicant|borrower|employer|client|customer)"
    r"|company|employer|customer|applicant|borrower|taxpayer|account\s*holder|entity|client|organi[sz]ation|prepared\s*for|subject",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"申请(?:日期|时间)|填表(?:日期|时间)|填报(?:日期|时间)|申报(?:日期|时间)|打印|print|completed|date\s*of\s*application|application\s*date|^date$|signed|submitted|due|到期|缴款|填发",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?:公司|商行|经营部|合作社|工厂|厂|店|中心|事务所|个体户)(?:[(（].{1,6}[)）])?$"
    r"|\b(?:limited|ltd|llp|plc|inc|llc|corp(?:oration)?|company|co|partnership)\b\.?$",
    re.IGNORECASE,
)
#: A number of the firm before its name in accounting programs: [001]某某公司.
_FIRM_NUMBER = re.compile(r"^[\[(【]\w{1,8}[\])】]\s*")
_UNIT_WORD = re.compile(r"(?:人民币)?[(（]?(?:亿|万|千|百)?元.{0,8}|[£$].{0,6}|gbp|usd", re.IGNORECASE)
#: The caption of a column of money, before its sign: "Net £", "Gross amount USD".
_COLUMN = r"^(?:\w+ ){0,2}(?:net|gross|vat|tax|total|amount|value|debit|credit|balance)\s+"
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
        (
            r"(?:amounts?|figures|all values|expressed) in\s*\(?(?:GBP|£|pounds|sterling)|^£$|\((?:£|GBP)\)|currency:?\s*GBP|"
            + _COLUMN
            + r"(?:£|GBP)$",
            "GBP",
            "1",
        ),
        (
            r"(?:amounts?|figures|all values|expressed) in\s*\(?(?:USD|\$|u\.?s\.? dollars)|^(?:US)?\$$|\((?:US)?\$\)|currency:?\s*USD|"
            + _COLUMN
            + r"(?:(?:US)?\$|USD)$",
            "USD",
            "1",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class FormUnit:
    """currency: ISO 4217   scale: what a printed 1 is worth   chunk, row: where that stands, None where it is printed nowhere"""

    currency: str
    scale: Decimal
    chunk: Chunk | None = None
    row: Row | None = None

    @property
    def confidence(self) -> float | None:
        """How surely the unit line was read; None where there is none."""
        if self.chunk is None or self.row is None:
            return None
        return self.chunk.confidence if self.row.recognised else TEXT_LAYER_CONFIDENCE


def fields_of(rows: Sequence[Row]) -> Iterator[FormField]:
    """The pairs of rows without amounts: "caption: words" in one chunk, or a caption and its words in two boxes beside each other."""
    for row in rows:
        taken: set[int] = set()
        for position, chunk in enumerate(row.chunks):
            pair = _PAIR.match(chunk.text)
            after = row.chunks[position + 1] if position + 1 < len(row.chunks) else None
            if pair is None and after is not None and _OPEN_PAIR.match(chunk.text) and not re.search(r"[:：]\s*\S", after.text):
                taken.add(position + 1)
                pair = _PAIR.match(f"{chunk.text.strip()} {after.text.strip()}")
            if pair and after is not None and _GOES_ON.match(after.text):  # "2025-10-01" and, well apart, "至 2025-10-31"
                taken.add(position + 1)
                pair = _PAIR.match(f"{chunk.text} {after.text}")
            if pair and not re.fullmatch(r"\d{1,2}", pair.group(1).strip()) and not _TAKEN_OFF.fullmatch(pair.group(1).strip()):
                taken.add(position)
                yield FormField(pair.group(1).strip(), pair.group(2).strip(), row.page)
        rest = [chunk for position, chunk in enumerate(row.chunks) if position not in taken]
        if len(rest) % 2 and len(rest) > 1 and re.fullmatch(r"[A-Z]?\d{0,3}[a-z]?", rest[0].text.strip()):
            rest = rest[1:]  # the number of the line
        if len(rest) in {2, 4, 6} and all(_captionlike(chunk.text) for chunk in rest[::2]):
            for caption, words in zip(rest[::2], rest[1::2], strict=True):
                yield FormField(caption.text.strip(" :："), words.text.strip(), row.page)


def is_pair(text: str) -> bool:
    """Whether `text` is a caption and its words in one ("法定代表人：某某"), as heads and feet have them and lines do not."""
    pair = _PAIR.match(text)
    return pair is not None and not _TAKEN_OFF.fullmatch(pair.group(1).strip()) and parse(pair.group(2)) is None


def firm_named(text: str) -> bool:
    """Whether `text` is the name of a firm."""
    plain = text.strip()
    return 4 <= len(plain) <= 80 and _COMPANY.search(plain) is not None and plain.lower() not in {"company", "partnership"}


def entity_of(fields: Sequence[FormField], rows: Sequence[Row]) -> str | None:
    """Whose form it is: the pair that says so, else the first heading that is a firm's name."""
    for field in fields:
        caption = re.sub(r"[\s　]+", " ", re.sub(r"\s*[(（][^()（）]{4,}[)）]\s*$", "", field.caption)).strip(" *0123456789.")
        if not (_ENTITY.fullmatch(caption) or _ENTITY.fullmatch(caption.replace(" ", ""))):
            continue
        text = _FIRM_NUMBER.sub("", field.text).strip()
        if text and not find_dates(text) and not _UNIT_WORD.fullmatch(text) and re.search(r"[^\W\d_]{2}", text):
            return text
    for row in rows[:8]:
        for chunk in row.chunks:
            text = _FIRM_NUMBER.sub("", chunk.text.strip())
            if 4 <= len(text) <= 80 and _COMPANY.search(text) and parse(text) is None and not re.search("[：:]", text):
                return text
    return None


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
