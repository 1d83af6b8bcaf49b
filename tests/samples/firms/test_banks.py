"""The catalogue of made-up banks."""

from __future__ import annotations

from random import Random

import pytest
from stdnum import bic, iban

from extract.errors import WronglyCalled
from samples.firms import banks

DEVELOP = (
    "huachuan jiangan donglin mingde chengnan beichen xiangyun ruifeng northmere severn albion calder kestrel thornbury prairie lakeshore"
)
TEST = "haiyue qingyuan zhonghe lanshan pennine harbour wessex redwood"


def test_the_banks_are_those_that_layouts_know():
    assert {bank.id for bank in banks.BANKS if bank.split == "develop"} == set(DEVELOP.split())
    assert {bank.id for bank in banks.BANKS if bank.split == "test"} == set(TEST.split())


@pytest.mark.parametrize("bank", banks.BANKS, ids=lambda bank: bank.id)
def test_numbers_of_a_bank_check(bank):
    source = Random(1)
    number, routing = bank.account(source), bank.routing(source)
    assert len(number) == bank.length
    assert number.startswith(bank.prefix)
    assert bic.is_valid(bank.bic)
    assert iban.is_valid(bank.iban(routing, number)) or bank.country != "GB"
    assert "{" not in bank.branch_in("Leeds", source)
    assert all(bank.terms.values())


def test_banks_are_told_apart_by_their_names():
    assert len({bank.short for bank in banks.BANKS}) == len(banks.BANKS)
    assert len({bank.code for bank in banks.BANKS}) == len(banks.BANKS)


def test_an_unknown_bank_is_refused():
    with pytest.raises(WronglyCalled, match="no made-up bank 'gringotts'"):
        banks.bank("gringotts")
