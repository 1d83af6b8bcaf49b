"""Numbers with check digits of their own, against another's reading of the standards."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iban import is_valid as is_iban
from stdnum.us import ein, rtn

from samples.identifiers import CREDIT_SERIALS, card_number, credit_code_of, employer_number, iban, routing_number


@given(st.integers(0, CREDIT_SERIALS - 1), st.sampled_from(["330106", "441900", "500112"]))
def test_credit_codes_check(serial, region):
    code = credit_code_of(serial, region)
    assert uscc.is_valid(code)
    assert code[2:8] == region


@given(st.lists(st.integers(0, CREDIT_SERIALS - 1), min_size=2, max_size=2, unique=True))
def test_no_two_enterprises_share_a_credit_code(serials):
    first, second = (credit_code_of(serial, "330106") for serial in serials)
    assert first != second


@given(st.text("0123456789", min_size=8, max_size=8))
def test_routing_numbers_check(body):
    assert rtn.is_valid(routing_number(body))


@given(st.text("0123456789", min_size=15, max_size=18))
def test_card_numbers_check(body):
    assert luhn.is_valid(card_number(body))


def test_the_iban_of_the_standard():
    assert iban("GB", "WEST12345698765432") == "GB82WEST12345698765432"


@given(st.text("0123456789", min_size=14, max_size=14))
def test_ibans_check(digits):
    assert is_iban(iban("GB", f"NMRE{digits}"))


@pytest.mark.parametrize("seed", range(20))
def test_employer_numbers_check(seed):
    assert ein.is_valid(employer_number(Random(seed)))
