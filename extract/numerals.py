"""Printed text to exact numbers.

A figure is printed in many ways: 1,234.56 · (1,234) · （1,234.56） · -1,234 · 1,234.56- · △1,234 · 1.234,56 · 1 234,56 ·
￥1,234.56 · £1,234 · 1,234.56 CR · － (nil). Everything here is exact and keeps the step of the last printed digit.
Source of the forms: the domain pages on signs of statements (Chinese forms, UK filings, bank prints).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

DecimalMark = Literal[".", ","]

_FULL_WIDTH = str.maketrans("０１２３４５６７８９（）．，－＋￥＄％　", "0123456789().,-+¥$% ")
#: Spaces that do not break, thin ones, and every apostrophe that parts thousands.
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f\u2007\u2008\u200a", " ") | dict.fromkeys("´`′ʼ‘’＇", "'"))
#: What no print shows: spaces without width, marks of direction, hyphens that may be.
_UNSEEN = dict.fromkeys([0x00AD, 0x2060, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "﹣": "-", "ー": "-", "一": "-"})
_CURRENCY = re.compile(r"(?:CNY|RMB|GBP|USD|EUR|HKD|MYR|RM(?!B)|SGD|AUD|CAD|CHF|US\$|HK\$|S\$|A\$|C\$|人民币|[¥$£€￡₤])", re.IGNORECASE)
_YUAN = re.compile(r"(?<=\d)\s?[元圆圓][整正]?(?=$|\s?[-+])")
#: A run of four or more dashes is a ruled line drawn with letters, not a nil.
_NIL = re.compile(r"^(?:-{1,3}|nil|n/a)$", re.IGNORECASE)
_POINT = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$|^\.\d+$")
#: Lakh grouping and four-digit Chinese grouping are met on home-made papers: 12,34,567 and 1234,5678.
_LOOSE_POINT = re.compile(r"^\d{1,4}(?:,\d{2,4})+(?:\.\d+)?$")
_COMMA = re.compile(r"^\d{1,3}(?:[. ']\d{3})+(?:,\d+)?$|^\d+,\d{1,2}$")
_SPACED = re.compile(r"^\d{1,3}(?:[ ']\d{3})+(?:[.,]\d{1,2})?$")
#: Pairs that stand around a negative amount: round ones, and what some programs print instead.
_BRACKETS = {"(": ")", "<": ">", "[": "]", "〈": "〉"}
#: A dash in the place of the cents: 1'234.- and 1.234,-
_NO_CENTS = re.compile(r"(?<=\d)(?P<mark>[.,]) ?-{1,2}$")
#: 借 and 贷 are not here: which of them is negative depends on the account.
_SIDE = re.compile(r"(CR|DR|OD)\.?\s*(\d.*)|(.*\d)\s*(CR|DR|OD)\.?", re.IGNORECASE)
#: Letters and marks that recognisers give for digits and points.
_LIKE_DIGITS = str.maketrans("OoDlI|!SB·。", "00011115" + "8..")
#: 2024. 12, 2024.12.31 and 31.12.2024 are dates.
_DATE = re.compile(r"\D*(?:19|20)\d\d ?[.] +\d\d?|(?:19|20)\d\d[.,] ?\d\d?[.,] ?\d\d?|\d\d?[.,]\d\d?[.,](?:19|20)\d\d")
#: An unseparated figure of more than this many digits is an account or document number, not an amount.
MAX_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Numeral:
    """A printed number.

    value      with its printed sign
    step       worth of the last printed digit
    nil        printed as a dash
    malformed  its marks stand where no printer sets them (4,407770.68): digits were lost or misread, and it must be doubted
    """

    value: Decimal
    step: Decimal
    nil: bool = False
    bracketed: bool = False
    malformed: bool = False


def normalised(text: str) -> str:
    """Full-width digits and signs to half width, every dash to a minus, no outer space."""
    return text.translate(_FULL_WIDTH).translate(_SPACES).translate(_MINUS).translate(_UNSEEN).strip()


@lru_cache(maxsize=1 << 16)
def parse(text: str, *, decimal: DecimalMark | None = None) -> Numeral | None:
    """The number that `text` prints, or None when it prints none (a label, a date, a percentage, an account number).

    decimal   the mark that parts the cents, where the paper's convention is known; None takes 1,234 as a thousand
    """
    body = normalised(text)
    if not body or len(body) > 40 or "%" in body:
        return None
    body = _without_money(body)
    if _NIL.match(body):
        return Numeral(Decimal(0), Decimal(1), nil=True)
    bare = _NO_CENTS.search(body)
    if bare is not None:
        body, decimal = body[: bare.start()], "," if bare["mark"] == "," else "."
    negative = bracketed = False
    paired = len(body) > 2 and _BRACKETS.get(body[0]) == body[-1]
    if paired and (body[0] == "(" or re.search(r"\d[,.]?\d\d", body)):  # [3] is a footnote
        body, negative, bracketed = body[1:-1].strip(), True, True
        body = _without_money(body)
        if _NIL.match(body):
            return Numeral(Decimal(0), Decimal(1), nil=True)
    if body[:1] in {"-", "△", "▲", "负", "負"}:
        body, negative = body[1:].strip(), True
    elif body[:1] == "+" or (body.endswith("+") and body[:1].isdigit()):
        body = body.strip("+ ")
    elif body.endswith("-") and body[:1].isdigit():
        body, negative = body[:-1].strip(), True
    else:
        side = _SIDE.fullmatch(body)
        if side:
            body, negative = side.group(2) or side.group(3), (side.group(1) or side.group(4)).upper() in {"DR", "OD"}
    body = _without_money(body)
    digits = _digits(body, decimal)
    if digits is None:
        return None
    value = Decimal(digits)
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Numeral(-value if negative and value else value, step, bracketed=bracketed)


#: An amount among words: with thousands or cents, or with its sign or unit.
_AMONG_WORDS = re.compile(
    r"\d{1,3}(?:,\d{3})+|\d\.\d{2}(?!\d)|[£$¥￥]\s?\d|\d\s?(?:[亿万千]?元|k\b)|[:：]\s*\d[\d,.]*$"
    r"|^(?:无|零|none)$|[:：]\s*(?:无|零|-|—|none|nil|n/a)$",
    re.IGNORECASE,
)


def holds_amount(text: str) -> bool:
    """Whether `text` is an amount or has one among its words ("余额：1,350,000.00")."""
    return parse(text) is not None or _AMONG_WORDS.search(normalised(text)) is not None


def parse_recognised(text: str) -> Numeral | None:
    """As `parse`, for text that was recognised from pixels: misplaced marks give a malformed number instead of none.

    A figure half under a seal comes as "4,407770.68" or "252,36 .29": the reading is kept, marked, and never believed by itself.
    """
    numeral = parse(text) or parse(text.rstrip(" .,'·:"))  # specks of dirt behind a figure
    if numeral is not None and not re.match(r"^\D*[.]\d", normalised(text)):
        return numeral
    # A recogniser parts a figure at its marks: "1, 234. 56" is whole.
    whole_again = re.sub(r"(?<=\d) ?([.,]) ?(?=\d)", r"\1", normalised(text))
    if numeral is None and _DATE.fullmatch(normalised(text)):
        return None
    if numeral is None and not re.match(r"\D*\d{4}", whole_again) and (mended := parse(whole_again)) is not None:
        return mended
    body = re.sub(r"\s+", "", normalised(text))
    if sum(character.isdigit() for character in body) >= 0.6 * len(body):
        body = body.translate(_LIKE_DIGITS)
    shape = re.fullmatch(r"([(-]?)([\d,.]*\d)([)]?)", body)
    if shape is None or sum(character.isdigit() for character in body) < 3 or not re.search(r"[.,]", shape.group(2)):
        return numeral
    whole, cents = shape.group(2), ""
    tail = re.fullmatch(r"(.*\d)?[.,](\d{2})", whole)
    if tail:
        whole, cents = tail.group(1) or "0", tail.group(2)
    digits = re.sub(r"[.,]", "", whole)
    if not digits or len(digits) + len(cents) > MAX_DIGITS:
        return None
    value = Decimal(f"{digits}.{cents}" if cents else digits)
    # One bracket without the other is a pair of which one was lost.
    negative, bracketed = bool(shape.group(1) or shape.group(3)), "(" in shape.group(1) or bool(shape.group(3))
    return Numeral(-value if negative else value, Decimal(1).scaleb(-len(cents)), bracketed=bracketed, malformed=True)


def _without_money(body: str) -> str:
    return _YUAN.sub("", _CURRENCY.sub("", body).strip()).strip()


def _digits(body: str, decimal: DecimalMark | None) -> str | None:
    """`body` with its grouping marks taken out and a point before the cents; None when its shape is no amount."""
    if not body or sum(character.isdigit() for character in body) > MAX_DIGITS:
        return None
    if len(body) > 1 and body[0] == "0" and body[1].isdigit():  # a company or account number: no amount is padded with zeros
        return None
    if decimal == ",":
        if _COMMA.match(body) or re.fullmatch(r"\d+", body):
            return re.sub(r"[. ']", "", body).replace(",", ".")
        return None
    if _POINT.match(body) or (_LOOSE_POINT.match(body) and decimal == "."):
        return body.replace(",", "")
    if _SPACED.match(body):
        return re.sub(r"[ ']", "", body).replace(",", ".")
    if decimal is None and _COMMA.match(body):
        return re.sub(r"[. ']", "", body).replace(",", ".")
    return None


def show(amount: Decimal, places: int = 2) -> str:
    """`amount` as statements print it: grouped by threes, minus in front.   The inverse of `parse`."""
    return f"{amount:,.{places}f}"
