"""Amounts inside sentences."""

from __future__ import annotations

from decimal import Decimal

from extract.money import UNKNOWN_CURRENCY, minor_unit
from extract.numerals import show


def amount_text(value: Decimal, currency: str) -> str:
    """Grouped by threes, with the decimals of its currency, and the currency where it is known."""
    decimals = max(0, -int(minor_unit(currency).as_tuple().exponent))
    text = show(value, decimals)
    return text if currency == UNKNOWN_CURRENCY else f"{text} {currency}"
