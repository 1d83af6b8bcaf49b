"""Laws of printed amounts: whatever way an amount is printed in, its value, its sign and the step of its last digit come back."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extract import capital
from extract.numerals import normalised, parse, parse_recognised

#: Marks between thousands, before cents, and whether the paper's convention has to be told.
CONVENTIONS = (
    (",", "."), ("", "."), (" ", "."), ("\u00a0", "."), ("\u2009", "."), ("'", "."), ("’", "."), (".", ","), (" ", ","), ("\u202f", ","), ("", ","),
)  # fmt: skip
NEGATIVE = (
    "({})", "（{}）", "( {} )", "-{}", "−{}", "–{}", "－{}", "{}-", "{} -", "{}−", "△{}", "△ {}", "▲{}", "负{}", "負{}", "<{}>", "[{}]",
    "{} DR", "{}DR", "{} Dr.", "DR {}", "{} OD",
)  # fmt: skip
POSITIVE = ("{}", "+{}", "{}+", "{} CR", "{}CR", "Cr {}", "  {}  ", "\u202d{}\u202c", "{}\u200b", "\ufeff{}")
MONEY = ("{}", "£{}", "£ {}", "US${}", "¥{}", "￥{}", "RMB {}", "{} EUR", "{}元", "人民币{}元整")

amounts = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(min_value=100_000, max_value=10**12), st.sampled_from([0, 1, 2])
)


def printed(amount: Decimal, between: str, before: str) -> str:
    whole, _, cents = f"{amount:f}".partition(".")
    groups: list[str] = []
    while whole:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    return between.join(groups) + (before + cents if cents else "")


def step(amount: Decimal) -> Decimal:
    exponent = amount.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


@given(amounts, st.sampled_from(CONVENTIONS), st.sampled_from(POSITIVE), st.sampled_from(MONEY))
def test_what_is_owned_keeps_its_value_and_precision(amount: Decimal, marks: tuple[str, str], sign: str, money: str) -> None:
    assume(not (re.search("[CD]", sign) and "元" in money))  # no bank prints both
    numeral = parse(sign.format(money.format(printed(amount, *marks))), decimal="," if marks[1] == "," else None)
    assert numeral is not None
    assert (numeral.value, numeral.step, numeral.malformed) == (amount, step(amount), False)


@given(amounts, st.sampled_from(CONVENTIONS), st.sampled_from(NEGATIVE), st.sampled_from(MONEY))
def test_what_is_owed_comes_back_negative(amount: Decimal, marks: tuple[str, str], sign: str, money: str) -> None:
    assume(not (re.search("[CD]", sign) and "元" in money))
    text = sign.format(money.format(printed(amount, *marks)))
    numeral = parse(text, decimal="," if marks[1] == "," else None)
    assert numeral is not None, text
    assert (numeral.value, numeral.step) == (-amount, step(amount))


@given(amounts, st.sampled_from(POSITIVE + NEGATIVE))
def test_full_width_print_is_the_same(amount: Decimal, sign: str) -> None:
    text = sign.format(printed(amount, ",", "."))
    wide = text.translate(str.maketrans("0123456789(),.-+", "０１２３４５６７８９（），．－＋"))
    assert parse(wide) == parse(text) is not None


@given(amounts, st.sampled_from(POSITIVE + NEGATIVE))
def test_a_sound_recognised_amount_is_read_as_a_printed_one(amount: Decimal, sign: str) -> None:
    text = sign.format(printed(amount, ",", "."))
    assert parse_recognised(text) == parse(text)


@given(st.text(alphabet="0123456789,.-() '△CRDO£¥元一", max_size=14))
def test_nothing_is_invented(text: str) -> None:
    """Whatever is taken for an amount has the digits that are printed, in their order, and no others."""
    numeral = parse(text)
    if numeral is None or numeral.nil:
        return
    digits = "".join(letter for letter in normalised(text) if letter.isdigit())
    assert f"{abs(numeral.value):f}".replace(".", "").lstrip("0") == digits.lstrip("0")
    assert step(numeral.value) == numeral.step


@pytest.mark.parametrize(
    ("text", "value"),
    [("1'234.-", "1234"), ("1’234.–", "1234"), ("1.234,-", "1234"), ("1.234,--", "1234"), ("15,-", "15"), ("CHF 20.—", "20")],
)
def test_a_dash_in_the_place_of_the_cents_is_no_minus(text: str, value: str) -> None:
    numeral = parse(text)
    assert numeral is not None
    assert (numeral.value, numeral.step) == (Decimal(value), Decimal(1))


@pytest.mark.parametrize("text", ["-", "－", "—", "–", "--", "---", "nil", "Nil", "n/a", "(-)", "£-", "¥ —", "一"])
def test_marks_of_nothing_are_nil_and_not_missing(text: str) -> None:
    numeral = parse(text)
    assert numeral is not None and numeral.nil and numeral.value == 0


UNITS, DIGITS = ("", "拾", "佰", "仟"), "零壹贰叁肆伍陆柒捌玖"


def capitals(fen: int) -> str:
    """An amount as the payment regulations have it written."""
    yuan, fen = divmod(fen, 100)
    groups = []
    for scale in ("", "万", "亿", "万亿"):
        yuan, group = divmod(yuan, 10_000)
        digits = f"{group:04d}"
        text, zero = "", False
        for place, digit in enumerate(digits):
            if digit == "0":
                zero = True
                continue
            text += ("零" if zero and (text or yuan or place) else "") + DIGITS[int(digit)] + UNITS[3 - place]
            zero = False
        groups.insert(0, (text + scale) if text else "")
    whole = "".join(groups).lstrip("零")
    jiao, rest = divmod(fen, 10)
    tail = (f"{DIGITS[jiao]}角" if jiao else ("零" if rest and whole else "")) + (f"{DIGITS[rest]}分" if rest else "整")
    return f"人民币{whole}元{tail}" if whole else f"人民币{tail}"


@given(st.integers(min_value=1, max_value=10**13))
def test_capital_numerals_are_read_back(fen: int) -> None:
    assert capital.value(capitals(fen)) == Decimal(fen).scaleb(-2)


@given(st.text(alphabet="零壹贰叁拾佰仟万亿元圆角分整正负（）", max_size=16))
def test_capital_numerals_that_are_none_break_nothing(text: str) -> None:
    found = capital.value(text)
    assert found is None or found.is_finite()
