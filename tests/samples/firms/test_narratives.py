"""The words of bank lines: something for every kind, each side its own, slips of the pen in words only."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest

from samples.books.journal import Kind
from samples.firms import banks, narratives

PLACES = [(country, split) for country in ("CN", "GB", "US") for split in ("develop", "test")]


@pytest.mark.parametrize(("country", "split"), PLACES)
def test_every_kind_has_words_and_no_placeholder_is_left(country, split):
    source = Random(1)
    for kind in get_args(Kind):
        assert narratives.summary(kind, country, split, source)
        for values in ({}, {"number": "00123456", "month": "2025-03", "party": "Selwood"}, {"month": 7}):
            for _ in range(10):
                assert not set("{}") & set(narratives.purpose(kind, country, split, source, **values))


@pytest.mark.parametrize("country", ["CN", "GB", "US"])
def test_the_sides_share_no_summary(country):
    def said(split):
        return {narratives.summary(kind, country, split, Random(seed)) for kind in get_args(Kind) for seed in range(12)}

    assert not said("develop") & said("test")


def test_a_receipt_often_names_its_invoice():
    texts = [narratives.purpose("receipt", "CN", "develop", Random(seed), number="25332000") for seed in range(300)]
    assert 60 < sum("25332000" in text for text in texts) < 240


def test_a_slip_never_falls_on_a_digit():
    texts = [narratives.purpose("receipt", "GB", "develop", Random(seed), number="0042137") for seed in range(2000)]
    assert all("0042137" in text for text in texts if any(sign.isdigit() for sign in text))
    plain = {narratives.purpose("rent", "GB", "develop", Random(seed)) for seed in range(2000)}
    assert len(plain) > 4  # RENT, QUARTERLY RENT, UNIT RENT, and slips of them


def test_a_bank_may_have_its_own_word():
    assert narratives.summary("bank_fee", "CN", "develop", Random(1), bank="jiangan") == banks.bank("jiangan").terms["fee"]


def test_the_same_stream_writes_the_same_words():
    first, second = (narratives.purpose("payment", "CN", "test", Random(3), number="77", month=5) for _ in range(2))
    assert first == second
