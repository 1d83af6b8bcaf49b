"""Amounts as invoices print them: with a currency's sign or code, and unit prices of more than two decimals."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extract.numerals import DecimalMark, Numeral, normalised, parse

SIGN = r"(?:GBP|EUR|USD|CNY|RMB|HKD|MYR|RM|SGD|AUD|CAD|CHF|Euro|[£$€¥￥])"
_OUTER = re.compile(rf"^\s*{SIGN}(?=[\s\d.,-])|(?<=[\d\s]){SIGN}\s*$", re.IGNORECASE)
#: Recognition sees a gap before the point of narrow print.
_APART = re.compile(r"(?<=\d) (?=[.,]\d{2}$)")
_FINE = re.compile(r"(-?)(\d{1,3}(?:[. ']\d{3})*|\d+),(\d{3,14})")
#: A unit price with all the places that a program works with, more digits than an amount has.
_LONG = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d{1,9})\.(\d{6,16})")
#: What a customer is credited with takes off; a bank's print means the other thing by it.
_CREDIT = re.compile(r"(?<=[\d\s])CR\.?$", re.IGNORECASE)

_CURRENCIES = (
    ("人民币", "CNY"), ("￥", "CNY"), ("¥", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("GBP", "GBP"), ("£", "GBP"), ("EUR", "EUR"),
    ("Euro", "EUR"), ("€", "EUR"), ("HK$", "HKD"), ("HKD", "HKD"), ("USD", "USD"), ("US$", "USD"), ("$", "USD"), ("MYR", "MYR"),
    ("RM", "MYR"), ("SGD", "SGD"), ("S$", "SGD"), ("AUD", "AUD"), ("A$", "AUD"), ("CAD", "CAD"), ("C$", "CAD"),
    ("NZD", "NZD"), ("CHF", "CHF"),
)  # fmt: skip
#: Of papers that write an amount out and print no sign.
_IN_WORDS = (("pounds", "GBP"), ("sterling", "GBP"), ("euros?", "EUR"), ("us dollars", "USD"), ("dollars", "USD"), ("yuan", "CNY"))
_DOLLARS = ("AUD", "CAD", "SGD", "HKD", "NZD")


@lru_cache(maxsize=16384)
def amount_in(text: str, decimal: DecimalMark | None) -> Numeral | None:
    """The number that `text` prints; None for anything else and for a nil dash.

    decimal   the paper's mark before the cents: with a comma, 3,3333 is a unit price and not thirty-three thousand
    """
    body = text.strip()
    credited = _CREDIT.search(body) is not None and re.search(r"\d", body) is not None
    body = _APART.sub("", _OUTER.sub("", _CREDIT.sub("", body).strip()).strip())
    if (fine := _FINE.fullmatch(normalised(body)) if decimal == "," else _LONG.fullmatch(normalised(body))) is not None:
        value = Decimal(f"{fine[1]}{re.sub(r'[^0-9]', '', fine[2])}.{fine[3]}")
        return Numeral(value, Decimal(1).scaleb(-len(fine[3])))
    numeral = parse(body, decimal=decimal) or parse(body)
    if numeral is None or numeral.nil:
        return None
    return replace(numeral, value=-abs(numeral.value)) if credited and numeral.value else numeral


def currency_of(text: str) -> str | None:
    """The currency whose signs and codes stand in `text` most often; None when none does."""
    counts: dict[str, int] = {}
    for sign, code in _CURRENCIES:
        counts[code] = counts.get(code, 0) + len(re.findall(_pattern(sign), text))
    named = [code for code in _DOLLARS if counts.get(code)]
    if named and counts["USD"] and not re.search(r"USD|US\$", text):
        counts[named[0]] += counts.pop("USD")  # the sign alone is that of the dollars that are named
    best = max(counts, key=lambda code: counts[code])
    if counts[best]:
        return best
    return next((code for word, code in _IN_WORDS if re.search(rf"(?i)\b{word}\b", text)), None)


def _pattern(sign: str) -> str:
    """A code stands for itself or beside digits, never inside a word; a sign of one mark is not the end of a longer one."""
    if sign.isalpha() and sign.isascii():
        return rf"(?<![A-Za-z]){sign}(?![A-Za-z])"
    return rf"(?<![A-Z]){re.escape(sign)}" if sign == "$" else re.escape(sign)


def category_of(description: str) -> str | None:
    """The category of goods that a Chinese invoice prints between stars before the name: *电子计算机*笔记本; None without one."""
    # Recognition loses the first star now and then.
    match = re.match(r"(?:[*＊]\s*([^*＊]{1,30})|([\u4e00-\u9fff、]{2,12}))\s*[*＊](?=\S)", description.strip())
    return (match.group(1) or match.group(2)).strip() if match else None
