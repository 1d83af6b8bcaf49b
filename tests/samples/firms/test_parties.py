"""Parties: shares by Zipf, and newcomers made as all others are."""

from __future__ import annotations

from random import Random

import pytest

from samples.firms import banks
from samples.firms.cast import newcomer
from samples.firms.draw import firm
from samples.firms.parties import zipf


def test_zipf_adds_up_and_falls():
    shares = zipf(40, 1.1)
    assert sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert shares[0] / shares[1] == pytest.approx(2**1.1)


@pytest.mark.parametrize("country", ["CN", "GB", "US"])
@pytest.mark.parametrize("natural", [False, True])
def test_a_newcomer_looks_like_any_party(country, natural):
    host = firm(5, country=country)
    party = newcomer(host, Random(2), "F02-buyer-1", "customer", natural=natural)
    assert party.id == "F02-buyer-1"
    assert party.natural is natural
    assert bool(party.tax_id) is not natural
    assert party.aliases
    assert party.name not in {other.name for other in host.parties.values()}
    known = banks.of(country, host.split)
    assert any(party.bank.startswith(bank.short) or party.bank == bank.name for bank in known)


def test_customers_of_larger_firms_are_more():
    counts = [(one.profile.revenue, len(one.of("customer"))) for one in (firm(seed, country="CN", industry="trade") for seed in range(80))]
    counts.sort()
    few, many = counts[:40], counts[40:]
    assert sum(count for _, count in few) < sum(count for _, count in many)
    assert all(20 <= count <= 300 for _, count in counts)


def test_english_parties_have_no_chinese_bank():
    for seed in range(10):
        one = firm(seed, language="en")
        assert all(party.bank.isascii() for party in one.parties.values())
