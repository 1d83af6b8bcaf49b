"""The unit that a statement prints its figures in: the currency, and what a printed 1 is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.money import UNKNOWN_CURRENCY
from extract.numerals import parse
from extract.place import Box
from extract.series import TEXT_LAYER_CONFIDENCE
from extract.tables.lines import Chunk, Row

_LONGEST = 160
_HAN_SCALES = {
    "": 1, "千": 1_000, "仟": 1_000, "万": 10_000, "萬": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000
}  # fmt: skip
_HAN = re.compile(
    r"(?:单位|金额|币种|币别|货币|以|为|rmb|cny|人民币)[^，。；]{0,16}?(?P<scale>十万|百万|千万|[千仟万萬亿]|)(?:元|圆)"
    r"|^[(（]?(?:人民币|港币?|新?台币|美|rmb|cny|hkd|hk\$|nt\$)?(?P<alone>十万|百万|千万|[千仟万萬亿]|)(?:元|圆)(?:人民币)?[)）]?$"
    r"|[(（](?:人民币)?(?P<in_brackets>十万|百万|千万|[千仟万萬亿])(?:元|圆)(?:人民币)?[)）]",
    re.IGNORECASE,
)
_HAN_CURRENCIES = (
    ("HKD", r"港[币元]|hkd|hk\$"),
    ("TWD", r"台币|twd|nt\$"),
    ("USD", r"美元|usd"),
    ("EUR", r"欧元|eur"),
    ("GBP", r"英镑|gbp"),
)
_NAMES = {
    "GBP": r"£|gbp|pounds?(?: sterling)?|sterling",
    "USD": r"us\$|u\.?s\.?\s?dollars?|usd|\$|dollars?",
    "EUR": r"€|eur(?:os?)?",
    "HKD": r"hk\$|hkd",
    "CNY": r"rmb|cny|¥|￥|yuan|人民币",
}
_ORDER = ("HKD", "GBP", "USD", "EUR", "CNY")
_NAME = "|".join(f"(?P<{code}>{_NAMES[code]})" for code in _ORDER)
_THOUSANDS = r"['’‘`]?\s?000\s?['’]?s?(?!\d)|thousands?|k(?![a-z])"
_MILLIONS = r"['’‘`]?\s?000[ ,]?000s?(?!\d)|millions?|m(?:n|io)?(?![a-z])"
#: "£'000", "US$ in thousands", "thousands of pounds", "($000 omitted)": the currency, then the scale, or the other way round.
_CURRENCY_FIRST = re.compile(
    rf"(?<![a-z])(?:{_NAME})\s*(?:in|,|\()?\s*(?:(?P<millions>{_MILLIONS})|(?P<thousands>{_THOUSANDS}))", re.IGNORECASE
)
_SCALE_FIRST = re.compile(
    rf"(?<![a-z])(?:(?P<millions>millions?)|(?P<thousands>thousands?|['’]?000s?))(?: of|,)?\s+(?:{_NAME})", re.IGNORECASE
)
#: A scale without a currency: "in thousands", "000s omitted", "rounded to the nearest thousand".
_SCALE = re.compile(
    r"\bin (?P<millions>millions)\b|\bin (?P<thousands>thousands)\b|(?P<omitted>['’]?000s?['’]? omitted)|nearest (?P<nearest>thousand)"
    r"|^\(?(?P<alone>['’‘`]000s?)\)?$",
    re.IGNORECASE,
)
_SAID = _NAME.replace("?P<", "?P<said_")
_SET = _NAME.replace("?P<", "?P<set_")
_BRACKETED = _NAME.replace("?P<", "?P<bracketed_")
#: A currency alone: the line of signs under the periods, or what the figures are said to be in.
_CURRENCY = re.compile(
    rf"^[(（]?(?:{_NAME})+[)）]?$|(?:[(（]|\bin )(?:{_SET})[)）.]?$|[(（](?:{_BRACKETED})[)）]"
    r"|(?:expressed|stated|presented|amounts?|figures|all|reported|currency|nearest)(?: \w+)?(?: (?:in|is|are)|:)?[\s(]*(?:the |nearest )?"
    rf"(?:{_SAID})(?![a-z])",
    re.IGNORECASE,
)
_SIGNS = {"£": "GBP", "$": "USD", "US$": "USD", "HK$": "HKD", "€": "EUR", "¥": "CNY", "￥": "CNY"}


@dataclass(frozen=True, slots=True)
class Unit:
    """currency: ISO 4217   scale: what a printed 1 is worth   chunk, row: where the unit line stands"""

    currency: str
    scale: Decimal
    chunk: Chunk | None
    row: Row | None

    @property
    def stated(self) -> bool:
        return self.chunk is not None

    @property
    def confidence(self) -> float | None:
        """How surely the unit line was read; None where there is none."""
        if self.chunk is None or self.row is None:
            return None
        return self.chunk.confidence if self.row.recognised else TEXT_LAYER_CONFIDENCE


NO_UNIT = Unit(UNKNOWN_CURRENCY, Decimal(1), None, None)


def unit_of(rows: Sequence[Row]) -> Unit:
    """The unit that the rows print: the first line that names one, a line that names a scale before one that names a currency alone."""
    best = NO_UNIT
    for row in rows:
        for chunk in row.chunks:
            said = _said(chunk.text) or _behind(chunk.text)
            if said is None:
                continue
            currency, scale = said
            if currency == UNKNOWN_CURRENCY and best.currency != UNKNOWN_CURRENCY:
                currency = best.currency
            if not best.stated or (best.scale == 1 and scale != 1) or best.currency == UNKNOWN_CURRENCY != currency:
                best = Unit(currency, scale if scale != 1 or not best.stated else best.scale, chunk, row)
    return best


def _said(text: str) -> tuple[str, Decimal] | None:
    """Currency and scale that a text names; None where it names neither."""
    if len(text) > _LONGEST or parse(text) is not None:
        return None
    tight = re.sub(r"\s+", "", text)
    if re.search(r"[一-鿿]", tight):
        found = _HAN.search(tight)
        if found is not None:
            word = found.group("scale") or found.group("alone") or found.group("in_brackets") or ""
            named = next((code for code, pattern in _HAN_CURRENCIES if re.search(pattern, tight, re.IGNORECASE)), "CNY")
            return named, Decimal(_HAN_SCALES[word])
    for pattern in (_CURRENCY_FIRST, _SCALE_FIRST, _SCALE):
        match = pattern.search(text.strip())
        if match is not None:
            parts = match.groupdict()
            return _code(parts) or UNKNOWN_CURRENCY, Decimal(1_000_000 if parts.get("millions") else 1_000)
    match = _CURRENCY.search(text.strip())
    code = _code(match.groupdict()) if match is not None else None
    return (code, Decimal(1)) if code is not None else None


def _code(parts: dict[str, str | None]) -> str | None:
    return next((code for code in _ORDER for lead in ("", "said_", "set_", "bracketed_") if parts.get(f"{lead}{code}")), None)


def unit_of_signs(rows: Sequence[Row]) -> Unit:
    """The currency whose sign stands before the figures themselves ("$ 1,234"), as US statements print it on their first and last lines."""
    for row in rows:
        for chunk in row.chunks:
            sign = re.match(r"[(-]?\s*(US\$|HK\$|[£$€¥￥])", chunk.text.strip())
            if sign is not None and (parse(chunk.text) is not None or chunk.text.strip() == sign.group(1)):
                return Unit(_SIGNS[sign.group(1)], Decimal(1), chunk, row)
    return NO_UNIT


def units_of_columns(rows: Sequence[Row], boxes: Sequence[Box]) -> list[Unit | None]:
    """For each column the unit of its own, where the head prints several that differ; else None for each.

    boxes   of the columns' captions
    """
    for row in reversed(rows):
        said = [(chunk, _said(chunk.text) or _behind(chunk.text)) for chunk in row.chunks]
        found = [(chunk, Unit(*unit, chunk, row)) for chunk, unit in said if unit is not None]
        if len({(unit.currency, unit.scale) for _, unit in found}) > 1 and len(found) >= len(boxes):
            return [min(found, key=lambda item: abs(item[0].box.centre - box.centre))[1] for box in boxes]
    return [None] * len(boxes)


def _behind(text: str) -> tuple[str, Decimal] | None:
    """The unit behind a period in one caption: "2025 £'000"."""
    match = re.match(r"^(?:fy)?\s*(?:19|20)\d{2}(?:年度?)?\s*(?P<unit>[^\d\s].*)$", text.strip(), re.IGNORECASE)
    return _said(match.group("unit")) if match is not None else None
