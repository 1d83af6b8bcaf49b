"""Amounts of the JSON, for people."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_PLAIN_NUMBER = re.compile(r"-?\d{1,40}(?:\.\d{1,20})?")


def money(text: object) -> Decimal | None:
    """An amount of the JSON as a number; None where there is none."""
    try:
        value = Decimal(str(text))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def grouped(value: object) -> str:
    """An amount with its thousands apart, no digit changed; any other text as it is, and nothing for None."""
    text = "" if value is None else str(value)
    return f"{Decimal(text):,f}" if _PLAIN_NUMBER.fullmatch(text) else text


def percent(value: object) -> str:
    """A probability as a percentage, with no more digits than it can bear."""
    if not isinstance(value, (int, float)):
        return ""
    if value >= 0.995:
        return "> 99 %"
    return "< 1 %" if value < 0.005 else f"{value * 100:.0f} %"
