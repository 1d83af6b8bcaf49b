"""Amounts in Chinese capital numerals, as invoices and cheques carry them (大写)."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def capitals(fen: int, yuan: str = "圆") -> str:
    """`fen`, zero or more, in capital numerals: 140950 is 壹仟肆佰零玖圆伍角整.

    Raises ValueError below zero or from a trillion yuan on.
    """
    if fen < 0 or fen >= 10**14:
        raise ValueError(f"no capital numerals for {fen}")
    whole, cents = divmod(fen, 100)
    text = f"{_whole(whole)}{yuan}" if whole or not cents else ""
    tenth, hundredth = divmod(cents, 10)
    if tenth:
        text += f"{_DIGITS[tenth]}角"
    elif hundredth and whole:
        text += "零"
    return text + (f"{_DIGITS[hundredth]}分" if hundredth else "整")


def _whole(number: int) -> str:
    """A whole number: groups of four digits, each run of zeros inside it one 零."""
    if not number:
        return "零"
    text, gap = "", False
    digits = str(number)
    for index, sign in enumerate(digits):
        place = len(digits) - 1 - index
        if sign == "0":
            gap = True
        else:
            text += ("零" if gap and text else "") + _DIGITS[int(sign)] + _PLACES[place % 4]
            gap = False
        if place % 4 == 0 and place and int(digits[max(0, index - 3) : index + 1]):
            text += _GROUPS[place // 4]
    return text
