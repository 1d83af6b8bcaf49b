"""The number that a tagged text means: inline XBRL names the form in which it is printed.

Source: XBRL International's transformation registries 1 to 5, and the SEC's own (number words).
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_POINT = frozenset({"numdotdecimal", "numcommadot", "numspacedot", "numdotdecimalin", "numcommadotdecimal", "numdotdecimalapos"})
_COMMA = frozenset({"numcommadecimal", "numdotcomma", "numspacecomma", "numcomma", "numcommadecimalapos"})
_ZERO = frozenset({"numdash", "zerodash", "fixedzero", "numzero"})
_UNITS = frozenset({"numunitdecimal", "numunitdecimalin"})
_GROUPS = re.compile(r"[\s\u00a0\u2009\u202f'’`]")
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_FARTHEST = 30


def number_of(text: str, form: str, scale: str, sign: str) -> Decimal | None:
    """The value of `text`, or None where its form is not known or the text does not fit it.

    form   its transformation, prefix and all; "" for a plain number   scale: power of ten   sign: "-" where the value is negative
    """
    plain = _plain(text.strip(), re.sub(r"[^a-z0-9]", "", form.rpartition(":")[2].lower()))
    if plain is None:
        return None
    try:
        power = int(scale or 0)
        value = Decimal(plain)
    except (InvalidOperation, ValueError):
        return None
    if abs(power) > _FARTHEST or not value.is_finite() or abs(value.adjusted()) > _FARTHEST:
        return None
    value = value.scaleb(power)
    return -value if sign == "-" and value else value


def _plain(text: str, form: str) -> str | None:
    if form in _ZERO:
        return "0"
    if form in ("numwordsen", "numwordenfixed", "numworden"):
        lower = text.lower()
        return "0" if lower in ("no", "none", "nil") else str(_WORDS.index(lower)) if lower in _WORDS else None
    if form in _UNITS:
        digits = re.findall(r"\d+", _GROUPS.sub("", text).replace(",", "").replace(".", ""))
        return f"{digits[0]}.{digits[1]:0>2}" if len(digits) == 2 else digits[0] if len(digits) == 1 else None
    tight = _GROUPS.sub("", text)
    if form in _COMMA:
        return tight.replace(".", "").replace(",", ".") if re.fullmatch(r"[\d.,]+", tight) else None
    if form in _POINT:
        return tight.replace(",", "") if re.fullmatch(r"[\d.,]+", tight) else None
    if form:
        return None
    # Without a form the text is a number as XML writes it; some programs leave the grouping in all the same.
    tight = tight.replace(",", "")
    return tight if re.fullmatch(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?", tight) else None
