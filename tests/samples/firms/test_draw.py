"""The firm of a seed: the same everywhere, one side of the split only, sane, and in the shares of the priors."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta

import pytest
from stdnum import iban, luhn
from stdnum.cn import uscc
from stdnum.gb import vat
from stdnum.us import ein, rtn

from extract.errors import WronglyCalled
from samples.firms import banks, names_en, names_zh
from samples.firms.calendar import month_start
from samples.firms.draw import INDUSTRIES, country_of, firm, industry_of
from samples.firms.firm import Firm
from samples.firms.profile import Setting, nature
from samples.firms.wordlists import words
from samples.population.parameters import parameters

SEEDS = range(60)
_PRINTED = "from samples.firms.draw import firm; import hashlib; print(hashlib.sha256(repr([firm(seed) for seed in range(12)]).encode()).hexdigest())"


@pytest.fixture(scope="module")
def firms() -> list[Firm]:
    return [firm(seed) for seed in SEEDS]


@pytest.fixture(scope="module")
def many() -> list[Firm]:
    return [firm(seed) for seed in range(1000)]


def test_the_same_seed_is_the_same_firm_under_any_hash_seed_and_time_zone():
    told = set()
    for hash_seed, zone in (("0", "UTC"), ("4711", "Pacific/Apia")):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone}
        told.add(subprocess.run([sys.executable, "-c", _PRINTED], env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(told) == 1


def test_asking_for_what_would_be_drawn_changes_nothing(firms):
    for drawn in firms[:20]:
        asked = firm(drawn.seed, split=drawn.split, language=drawn.language, industry=drawn.industry, country=drawn.country)
        assert asked == drawn


@pytest.mark.parametrize("country", ["CN", "GB", "US"])
@pytest.mark.parametrize("split", ["develop", "test"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_kind_of_firm_can_be_drawn(country, split, industry):
    drawn = firm(7, country=country, split=split, industry=industry)
    assert (drawn.country, drawn.split, drawn.industry) == (country, split, industry)
    assert drawn.goods
    assert drawn.materials or industry == "trade"
    assert bool(drawn.of("platform")) == (industry == "catering")


def test_contradictions_are_refused():
    with pytest.raises(WronglyCalled, match="keeps no books in 'en'"):
        firm(1, language="en", country="CN")
    with pytest.raises(WronglyCalled, match="one of trade"):
        firm(1, industry="mining")  # type: ignore[arg-type]
    with pytest.raises(WronglyCalled, match="Countries are"):
        firm(1, country="FR")  # type: ignore[arg-type]


def test_industries_countries_and_splits_come_in_the_shares_of_the_priors(many):
    shares, seeds, priors = parameters()["industries"]["share"], range(6000), parameters()["firms"]
    industries = Counter(industry_of(seed) for seed in seeds)
    assert {name: industries[name] / len(seeds) for name in INDUSTRIES} == pytest.approx(shares, abs=0.02)
    countries = Counter(country_of(seed) for seed in seeds)
    assert countries["CN"] / len(seeds) == pytest.approx(priors["chinese_share"], abs=0.02)
    assert countries["US"] / (len(seeds) - countries["CN"]) == pytest.approx(priors["american_of_english"], abs=0.02)
    assert sum(one.split == "develop" for one in many) / len(many) == pytest.approx(0.7, abs=0.05)


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_general_taxpayers_come_in_about_the_share_of_the_prior(industry):
    setting = Setting(country="CN", industry=industry)
    found = sum(nature(seed, setting).taxpayer == "general" for seed in range(2000)) / 2000
    assert found == pytest.approx(parameters()["industries"]["general_taxpayer"][industry], abs=0.08)


def test_sales_above_the_limit_force_a_general_taxpayer(many):
    limit = parameters()["firms"]["small_scale_limit"] * 100
    small = [one.profile for one in many if one.taxpayer == "small_scale"]
    assert small
    assert all(profile.revenue * (1 + max(profile.growth, 0)) ** 2 < limit for profile in small)


def test_frameworks_belong_to_their_country(many):
    known = {"CN": {"xqy", "cas"}, "GB": {"frs105", "frs102", "ifrs_smes"}, "US": {"us_tax", "us_gaap"}}
    for country, frameworks in known.items():
        assert {one.framework for one in many if one.country == country} == frameworks
    chinese = [one for one in many if one.country == "CN"]
    assert sum(one.framework == "xqy" for one in chinese) / len(chinese) == pytest.approx(0.8, abs=0.04)
    british = [one for one in many if one.country == "GB"]
    assert sum(one.framework == "frs105" for one in british) / len(british) == pytest.approx(0.45 / 0.85, abs=0.08)


def test_the_books_cover_two_or_three_whole_years(many):
    for one in many:
        months = (one.last.year - one.first.year) * 12 + one.last.month - one.first.month + 1
        assert 24 <= months <= 36
        assert one.first.day == 1
        assert (one.last + timedelta(1)).day == 1
        assert len(one.year_ends) in {2, 3}
        assert list(one.year_ends) == sorted(one.year_ends)
        assert month_start(one.year_ends[0], -11) >= one.first
        assert one.year_ends[-1] <= one.last
        assert 5 <= (one.applied - one.last).days <= 40
        assert (one.first - one.founded).days > 365
        if one.country == "CN":
            assert {(end.month, end.day) for end in one.year_ends} == {(12, 31)}


def test_the_legal_form_goes_with_the_name(many):
    american = [one for one in many if one.country == "US"]
    assert all(one.name.endswith("LLC") == (one.legal_form == "Limited liability company") for one in american)


def test_a_thousand_firms_rarely_share_a_name(many):
    names = [one.name for one in many]
    assert len(set(names)) >= 990


def test_parties_are_told_apart(firms):
    for one in firms:
        names = [party.name for party in one.parties.values()]
        assert len(set(names)) == len(names)
        assert one.name not in names
        assert all(key == party.id for key, party in one.parties.items())
        for role in (
            "customer",
            "supplier",
            "landlord",
            "utility",
            "carrier",
            "office",
            "lender",
            "treasury",
            "insurer",
            "staff",
            "helper",
        ):
            assert one.of(role) or (role == "customer" and one.industry == "catering"), (one.seed, role)  # type: ignore[arg-type]
        assert one.owner.natural
        assert one.owner.name == one.people[0]
        if one.of("customer"):
            assert sum(party.weight for party in one.of("customer")) == pytest.approx(1)
            assert list(one.of("customer")) == sorted(one.of("customer"), key=lambda party: -party.weight)


def test_the_first_account_is_the_basic_one(firms):
    for one in firms:
        assert [account.kind for account in one.accounts] == ["basic", *["general"] * (len(one.accounts) - 1)]
        assert [account.id for account in one.accounts] == [f"bank_{number}" for number in range(1, len(one.accounts) + 1)]
        assert len({account.number for account in one.accounts}) == len(one.accounts)
        for account in one.accounts:
            known = banks.bank(account.bank)
            assert len(account.number) == known.length
            assert (known.country, known.split) == (one.country, one.split)


def test_identifiers_check(firms):
    for one in firms:
        identifiers = [one.tax_id, *(party.tax_id for party in one.parties.values() if party.tax_id)]
        check = {"CN": uscc.is_valid, "GB": vat.is_valid, "US": ein.is_valid}[one.country]
        assert all(check(number) for number in identifiers), one.seed
        for account in one.accounts:
            if one.country == "GB":
                assert iban.is_valid(account.iban)
                assert account.iban.endswith(account.sort_code.replace("-", "") + account.number)
            if one.country == "US":
                assert rtn.is_valid(account.sort_code)
        if one.country == "CN":
            assert luhn.is_valid(one.owner.account)


def test_no_firm_has_a_party_of_the_other_side(firms):
    for one in firms:
        other = "test" if one.split == "develop" else "develop"
        foreign = {bank.short for bank in banks.of(one.country, other)} | {bank.name for bank in banks.of(one.country, other)}
        if one.country == "CN":
            foreign |= {f"{city.name}市" for city in names_zh.cities(other)}
        else:
            foreign |= {f", {town.name}, " for town in names_en.towns(one.country, other)}
        told = "|".join(f"{party.name} {party.address} {party.bank}" for party in one.parties.values()) + one.name + one.address
        assert not [word for word in foreign if word in told], one.seed


@pytest.mark.parametrize(
    "path", [("zh", "surnames"), ("zh", "roads"), ("zh", "cities"), ("en", "first"), ("en", "surnames"), ("en", "given")]
)
def test_word_lists_share_no_word(path):
    language, name = path
    assert not set(words(language, "develop", name)) & set(words(language, "test", name))


def test_profiles_are_sane(many):
    for one in many:
        profile = one.profile
        assert 0.03 < profile.gross_margin < 0.95
        assert -0.25 <= profile.growth <= 0.5
        assert profile.headcount >= profile.insured >= 1
        assert profile.payroll > 0
        assert profile.payroll // profile.headcount >= {"CN": 200_000, "GB": 50_000, "US": 80_000}[one.country]
        assert profile.payroll * 12 < profile.revenue
        assert profile.loan >= 0
        assert profile.capital > 0
        # A month's costs at least.
        assert profile.opening_cash > profile.revenue * (1 - profile.gross_margin) / 12
        assert (profile.retention > 0) == (one.industry == "construction")
        assert (profile.platform_fee > 0) == (one.industry == "catering")


def test_margin_falls_as_stock_stays_longer_and_growth_needs_working_capital():
    trading = [firm(seed, country="CN", industry="trade").profile for seed in range(300)]
    assert _correlation([one.gross_margin for one in trading], [one.stock_days for one in trading]) < -0.3
    assert _correlation([one.growth for one in trading], [one.terms for one in trading]) > 0.2


def _correlation(first: list[float], second: list[float]) -> float:
    mean_first, mean_second = sum(first) / len(first), sum(second) / len(second)
    both = sum((a - mean_first) * (b - mean_second) for a, b in zip(first, second, strict=True))
    return float(both / (sum((a - mean_first) ** 2 for a in first) * sum((b - mean_second) ** 2 for b in second)) ** 0.5)
