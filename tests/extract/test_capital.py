"""Chinese capital numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.capital import value

_DIGITS, _UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")


def _group(number: int) -> str:
    text, zero = "", False
    for position in (3, 2, 1, 0):
        digit = number // 10**position % 10
        if digit == 0:
            zero = bool(text)
            continue
        text += ("零" if zero else "") + _DIGITS[digit] + _UNITS[position]
        zero = False
    return text


def capital(amount: Decimal) -> str:
    """The amount as the payment rules have it written."""
    yuan, cents = divmod(int(amount * 100), 100)
    text = ""
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        group = yuan // size % 10**4
        if group:
            text += ("零" if text and group < 1000 else "") + _group(group) + unit
    text = text + "元" if yuan else ""
    jiao, fen = divmod(cents, 10)
    if jiao:
        text += _DIGITS[jiao] + "角"
    if fen:
        text += ("零" if not jiao and yuan else "") + _DIGITS[fen] + "分"
    return text + ("" if fen else "整") if text else "零元整"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("壹仟肆佰零玖元伍角整", "1409.50"),
        ("壹仟肆佰零玖元伍角", "1409.50"),
        ("陆仟零柒元壹角肆分", "6007.14"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹万陆仟肆佰零玖元零贰分", "16409.02"),
        ("壹亿零壹万元整", "100010000"),
        ("⊗壹佰壹拾叁圆整", "113"),
        ("拾贰元正", "12"),
        ("人民币 伍佰 贰拾 陆 圆 整", "526"),
        ("（负数）壹佰元整", "-100"),
        ("叁角", "0.3"),
        ("萬元", None),
        ("壹貳元整", None),
        ("合计", None),
        ("", None),
        ("壹佰仟元", None),
    ],
)
def test_printed_forms(text: str, expected: str | None) -> None:
    found = value(text)
    if expected is None:
        assert found is None or found == 0
    else:
        assert found == Decimal(expected)


@given(st.integers(min_value=1, max_value=10**13).map(lambda cents: Decimal(cents).scaleb(-2)))
def test_what_is_written_out_is_read_back(amount: Decimal) -> None:
    assert value(capital(amount)) == amount
    assert value("⊗" + capital(amount).replace("元", "圆")) == amount


@given(st.text(alphabet=_DIGITS + "拾佰仟万亿元角分整（）负数 ", max_size=30))
def test_nothing_makes_it_fail(text: str) -> None:
    found = value(text)
    assert found is None or isinstance(found, Decimal)
