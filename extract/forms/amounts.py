"""Amounts that are printed with more than digits: 850k, £1.2m, 150万元, capital numerals with or without figures, words for nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract import capital
from extract.dates import find_dates
from extract.numerals import Numeral, parse, parse_recognised

_COUNTED = re.compile(
    r"(.*?\d[\d,.]*)\s*(个月|月|人|名|位|千瓦时|度|kwh|months?|employees|people|persons|staff|years?|年|亿元|万元|千元|万|亿)(?:整)?",
    re.IGNORECASE,
)
_UNITS = {
    "个月": "months", "月": "months", "month": "months", "months": "months", "人": "persons", "名": "persons", "位": "persons",
    "employees": "persons", "people": "persons", "persons": "persons", "staff": "persons", "千瓦时": "kWh", "度": "kWh", "kwh": "kWh",
    "year": "years", "years": "years", "年": "years",
}  # fmt: skip
_SCALES = {
    "亿元": Decimal(100_000_000), "亿": Decimal(100_000_000), "万元": Decimal(10_000), "万": Decimal(10_000), "千元": Decimal(1_000),
    "k": Decimal(1_000), "thousand": Decimal(1_000), "m": Decimal(1_000_000), "mn": Decimal(1_000_000), "million": Decimal(1_000_000),
    "bn": Decimal(1_000_000_000), "billion": Decimal(1_000_000_000),
}  # fmt: skip
_SHORTENED = re.compile(
    r"(?P<amount>[-(]?\s?(?P<sign>(?:US)?[£$€¥￥]|GBP|USD)?\s?[-(]?\d[\d,]*(?:\.\d+)?)\s?(?P<word>k|m|mn|bn|thousand|million|billion)\b(?P<close>\)?)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"无|零|零元|none|nothing|not applicable|n\.a\.", re.IGNORECASE)
#: Words in capital numerals, then the same amount in figures, or the other way round.
_CAPITALS = r"[零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓角分整正]{3,}"
_BOTH = re.compile(
    rf"(?:人民币)?\s*(?:[(（]?大写[)）]?\s*[:：]?)?\s*(?:人民币)?\s*(?P<words>{_CAPITALS})\s*[(（]?\s*(?:小写\s*[:：]?)?\s*(?P<figures>[^()（）]*\d[^()（）]*)[)）]?"
)


@dataclass(frozen=True, slots=True)
class Told:
    """numeral: malformed where figures and words of one amount differ   unit: of a count   scale: printed with the amount"""

    numeral: Numeral
    unit: str | None = None
    scale: Decimal | None = None


def amount_told(text: str, *, recognised: bool) -> Told | None:
    """What `text` prints as an amount beyond plain figures; None where it prints none."""
    plain = text.strip()
    both = _BOTH.fullmatch(plain)
    if both is not None:
        return _doubly(both["words"], both["figures"], recognised)
    if (value := capital.value(plain)) is not None and re.search(r"[元圆圓]", plain):
        return Told(Numeral(value, Decimal("0.01") if value % 1 else Decimal(1)))
    counted = _COUNTED.fullmatch(plain)
    if counted is not None and (numeral := _plain(counted[1], recognised)) is not None and not find_dates(plain):
        word = counted[2].lower()
        if word in _SCALES or not (word == "年" and 1900 < numeral.value < 2200):
            return Told(numeral, _UNITS.get(word), _SCALES.get(word))
    short = _SHORTENED.fullmatch(plain)
    if short is not None and (short["sign"] or short["word"].lower() == "k"):
        numeral = _plain(short["amount"] + short["close"], recognised)
        if numeral is not None:
            return Told(numeral, scale=_SCALES[short["word"].lower()])
    return None


def nothing(text: str) -> bool:
    """Whether `text` is a word for nothing, where an amount is asked for."""
    return _NOTHING.fullmatch(text.strip()) is not None


def _doubly(words: str, figures: str, recognised: bool) -> Told | None:
    value = capital.value(words)
    plain = _plain(figures, recognised)
    told = Told(plain) if plain is not None else amount_told(figures, recognised=recognised)
    if told is None or value is None:
        return told
    numeral = told.numeral
    agrees = numeral.value * (told.scale or 1) == value
    return told if agrees else Told(Numeral(numeral.value, numeral.step, malformed=True), told.unit, told.scale)


def _plain(text: str, recognised: bool) -> Numeral | None:
    return parse_recognised(text.strip()) if recognised else parse(text.strip())
