"""A cell's value as a person sees it: the number format applied, without the noise of binary fractions.

Source: ECMA-376 part 1, 18.8.31 (number formats). Covered: sections, colours, conditions are skipped, literals, thousands,
scaling commas, decimals, percent, exponents, brackets and currency. A format beyond that shows the plain number: every digit,
never a wrong one.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

_BRACKET = re.compile(r"\[(?P<inside>[^\]]*)\]")
_PLACEHOLDERS = re.compile(r"[#0?][#0?,. ]*(?:[eE][+-][#0?]+)?|\.[#0?]+")
_TOKEN = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<padding>.)|\*(?P<fill>.)|(?P<plain>.)', re.DOTALL)
_MAX_FORMAT = 255


def shown(value: object, number_format: str) -> str:
    """`value` of a cell as its format prints it; dates in ISO form."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _shown_number(_exact(value), number_format)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.replace(microsecond=0).isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def _exact(value: int | float) -> Decimal:
    """The number that was typed: a workbook keeps fifteen digits, the rest is noise of its binary form."""
    if isinstance(value, int):
        return Decimal(value)
    try:
        return Decimal(f"{value:.15g}")
    except InvalidOperation:
        return Decimal("NaN")


def plain_number(value: Decimal) -> str:
    """All digits, no exponent, no trailing zeros: 1234.50 is "1234.5"."""
    if not value.is_finite():
        return "#NUM!"
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _shown_number(value: Decimal, number_format: str) -> str:
    if not value.is_finite() or len(number_format) > _MAX_FORMAT:
        return plain_number(value)
    sections = _sections(number_format)
    section, magnitude, own_sign = _chosen(sections, value)
    text = _applied(section, magnitude)
    if text is None:
        return plain_number(value)
    shows_digits = any(letter in "123456789" for letter in text)
    return f"-{text}" if value < 0 and not own_sign and shows_digits else text


def _chosen(sections: tuple[str, ...], value: Decimal) -> tuple[str, Decimal, bool]:
    """The section for `value`, the amount it prints, and whether the section itself says that it is negative."""
    if value < 0 and len(sections) > 1 and sections[1]:
        return sections[1], -value, True
    if value == 0 and len(sections) > 2:
        return sections[2], value, False
    return sections[0], abs(value), False


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[str, ...]:
    """The format cut at its semicolons, quoted ones left alone."""
    parts, quoted, skip = [""], False, False
    for letter in number_format:
        if letter == ";" and not quoted and not skip:
            parts.append("")
            continue
        if letter == '"' and not skip:
            quoted = not quoted
        skip = letter in "\\_*" and not quoted and not skip
        parts[-1] += letter
    return tuple(parts)


@lru_cache(maxsize=512)
def _compiled(section: str) -> tuple[str, str, str] | None:
    """Text before the digits, the digits' pattern, text after them; None for a format that is not followed."""
    section = _BRACKET.sub(_bracket_text, section)
    text, mask = "", ""  # mask: "n" where the letter belongs to the number's pattern
    for token in _TOKEN.finditer(section):
        if token["plain"] is not None:
            text += token["plain"]
            mask += "n" if token["plain"] in "#0?,.eE+-%" else "t"
        elif token["padding"] is not None or token["fill"] is not None:
            text += " "
            mask += "t"
        else:
            literal = token["quoted"] if token["quoted"] is not None else token["escaped"]
            text += literal
            mask += "t" * len(literal)
    visible = "".join(letter if kind == "n" else "\x01" for letter, kind in zip(text, mask, strict=True))
    found = _PLACEHOLDERS.search(visible)
    if found is None:
        return (text, "", "") if not re.search(r"[yYdDhHsS]|General|@", section) else None
    rest = visible[found.end() :]
    if re.search(r"[#0?]", rest):
        return None  # fractions, telephone numbers: digits in several places
    start = text[: found.start()]
    return start, found.group(), text[found.end() :]


def _bracket_text(found: re.Match[str]) -> str:
    """[$¥-804] prints its currency; a colour, a locale or a condition prints nothing."""
    inside = found["inside"]
    if not inside.startswith("$"):
        return ""
    symbol = inside[1:].split("-")[0].replace('"', "")
    return f'"{symbol}"' if symbol else ""


def _applied(section: str, magnitude: Decimal) -> str | None:
    if section.strip() in {"General", "@", ""} or section.strip().lower() in {"general", "g/通用格式"}:
        return plain_number(magnitude)
    compiled = _compiled(section)
    if compiled is None:
        return None
    before, pattern, after = compiled
    if not pattern:
        return " ".join(before.split())
    if "e" in pattern.lower():
        return None
    percent = before.count("%") + after.count("%")
    digits = _digits(pattern.strip(), magnitude.scaleb(2 * percent))
    # A blank that a format only pads with separates nothing: "(1,234.00)" is one word.
    return f"{before.strip()}{digits}{after.strip()}".strip() if digits is not None else None


def _digits(pattern: str, magnitude: Decimal) -> str | None:
    whole, _, fraction = pattern.partition(".")
    if "." in fraction:
        return None
    scaling = len(whole) - len(whole.rstrip(",")) if "." in pattern or whole.endswith(",") else 0
    fraction_scaling = len(fraction) - len(fraction.rstrip(","))
    value = magnitude.scaleb(-3 * (scaling + fraction_scaling))
    places = sum(letter in "0#?" for letter in fraction)
    fixed = sum(letter in "0?" for letter in fraction)
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) if value.adjusted() < 20 else value
    grouped = "," in whole.rstrip(",").lstrip(",")
    text = f"{rounded:,f}" if grouped else f"{rounded:f}"
    integer, _, decimals = text.partition(".")
    least = sum(letter == "0" for letter in whole)
    integer = integer.rjust(least, "0") if not grouped else integer
    if integer == "0" and least == 0:
        integer = ""
    while len(decimals) > fixed and decimals.endswith("0"):
        decimals = decimals[:-1]
    return f"{integer}.{decimals}" if decimals else integer
