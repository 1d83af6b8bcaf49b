"""Chinese capital numerals (大写金额) to exact amounts: 壹仟肆佰零玖元伍角整 is 1409.50.

Parse and compare values, never strings: zeros may be written or left out, 圆 and 元, 整 and 正, 亿 and 億 mean the same.
Source: the filling rules of the payment regulations (支付结算办法, annex 1), as the domain pages sum them up.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {
    **dict.fromkeys("零〇", 0), **dict.fromkeys("壹一弌幺", 1), **dict.fromkeys("贰二貳两兩弍", 2), **dict.fromkeys("叁三參叄弎", 3),
    **dict.fromkeys("肆四", 4), **dict.fromkeys("伍五", 5), **dict.fromkeys("陆六陸", 6), **dict.fromkeys("柒七", 7),
    **dict.fromkeys("捌八", 8), **dict.fromkeys("玖九", 9),
}  # fmt: skip
_UNITS = {**dict.fromkeys("拾十", 10), **dict.fromkeys("佰百", 100), **dict.fromkeys("仟千", 1000)}
_ALL = "".join(_DIGITS) + "".join(_UNITS) + "万萬亿億"
_FORM = re.compile(
    rf"(?P<negative>[（(]?负数?[)）]?)?(?:(?P<yuan>[{_ALL}]+)[元圆圓])?"
    rf"(?:零?(?P<jiao>[{''.join(_DIGITS)}])角)?(?:零?(?P<fen>[{''.join(_DIGITS)}])分)?[整正]?"
)
_PREFIX = re.compile(r"^(?:人民币|⊗|ⓧ|Ⓧ|⊕|×|[xX]|￥|¥|大写|[:：（）()\s])+")
#: One more than 仟亿: a firm's amounts end before.
_LONGEST = 40


def value(text: str) -> Decimal | None:
    """The amount in yuan that `text` writes out, to the fen; None when it is no such amount."""
    body = re.sub(r"\s", "", text)
    negative = bool(re.match(r"^[^零〇壹-玖]{0,8}[（(]负数?[)）]", body))
    body = _PREFIX.sub("", re.sub(r"[（(]负数?[)）]", "", body))
    if not body or len(body) > _LONGEST:
        return None
    match = _FORM.fullmatch(body)
    if match is None or not (match["yuan"] or match["jiao"] or match["fen"]):
        return None
    yuan = _whole(match["yuan"]) if match["yuan"] else 0
    if yuan is None:
        return None
    jiao, fen = (_DIGITS[match[name]] if match[name] else 0 for name in ("jiao", "fen"))
    amount = Decimal(yuan) + Decimal(jiao * 10 + fen) / 100
    return -amount if negative or match["negative"] else amount


def _whole(text: str) -> int | None:
    """The whole number that `text` writes; None where the units do not fall within their group of four digits."""
    total = group = 0
    digit: int | None = None
    last_unit = 10_000
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit:
                return None
            group += (1 if digit is None or (digit == 0 and unit == 10) else digit) * unit
            digit, last_unit = None, unit
        else:
            group += digit or 0
            if character in "亿億":
                total = (total + group) * 100_000_000
            else:
                total += group * 10_000
            group, digit, last_unit = 0, None, 10_000
    return total + group + (digit or 0)
