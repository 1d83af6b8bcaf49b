"""Numbers that check themselves, and amounts in capital numerals."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.capitals import capitals
from samples.firms.draw import firm
from samples.identifiers import british_vat_number, credit_code, with_credit_check


def test_the_worked_example_of_the_credit_code():
    assert with_credit_check("91350100M000100Y4") == "91350100M000100Y43"


@pytest.mark.parametrize("seed", range(40))
def test_credit_codes_check_in_both_their_parts(seed):
    code = credit_code(Random(seed), "330106")
    assert len(code) == 18
    assert code.startswith("91330106")
    assert with_credit_check(code[:17]) == code
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    total = sum(signs.index(sign) * weight for sign, weight in zip(code[8:16], (3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    assert (total + (10 if code[16] == "X" else int(code[16]))) % 11 == 0


@pytest.mark.parametrize("seed", range(40))
def test_british_vat_numbers_check(seed):
    digits = [int(sign) for sign in british_vat_number(Random(seed))[2:]]
    weighted = sum(digit * weight for digit, weight in zip(digits, (8, 7, 6, 5, 4, 3, 2, 10, 1), strict=True))
    assert weighted % 97 == 0


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (1409_50, "壹仟肆佰零玖圆伍角整"),
        (6007_14, "陆仟零柒圆壹角肆分"),
        (1680_32, "壹仟陆佰捌拾圆叁角贰分"),
        (107000_53, "壹拾万零柒仟圆伍角叁分"),
        (16409_02, "壹万陆仟肆佰零玖圆零贰分"),
        (100010000_00, "壹亿零壹万圆整"),
        (100000000_00, "壹亿圆整"),
        (1000500_00, "壹佰万零伍佰圆整"),
        (113_00, "壹佰壹拾叁圆整"),
        (0, "零圆整"),
        (5, "伍分"),
        (50, "伍角整"),
    ],
)
def test_capital_numerals(fen, text):
    assert capitals(fen) == text


@given(st.integers(0, 10**14 - 1))
def test_capital_numerals_say_the_amount(fen):
    whole, _, cents = capitals(fen).rpartition("圆")
    values = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
    total = 0
    for group in re.findall(r"([^亿万]+)(亿|万|$)", whole):
        parts = re.findall(r"([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)", group[0])
        amount = sum(values[digit] * {"": 1, "拾": 10, "佰": 100, "仟": 1000}[place] for digit, place in parts)
        total += amount * {"亿": 10**8, "万": 10**4, "": 1}[group[1]]
    small = sum(values[digit] * {"角": 10, "分": 1}[place] for digit, place in re.findall(r"(.)([角分])", cents))
    assert total * 100 + small == fen


@pytest.mark.parametrize("fen", [-1, 10**14])
def test_capital_numerals_refuse_what_no_invoice_carries(fen):
    with pytest.raises(ValueError, match="capital"):
        capitals(fen)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_partner_bears_the_name_of_the_firm(language):
    for seed in range(30):
        borrower = firm(seed, language=language)
        brand = borrower.short_name if language == "zh" else borrower.name.rsplit(" ", 1)[0]
        partners = (*borrower.of("customer"), *borrower.of("supplier"))
        assert partners
        assert not [partner.name for partner in partners if brand in partner.name]
        assert len({partner.name for partner in partners}) == len(partners)
