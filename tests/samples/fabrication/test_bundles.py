"""Which kinds come together, and on which side."""

from __future__ import annotations

from collections import Counter

import pytest

from samples.fabrication.bundles import OTHER, bundle, formable
from samples.fabrication.order import ORDER, ordered
from samples.population.parameters import parameters
from samples.streams import stream

from .planted import KINDS

SHARES = {name: row["share"] for name, row in parameters()["fabrication"]["bundles"].items()}
_DRAWS = 4_000


def test_every_bundle_can_be_formed_on_both_sides() -> None:
    assert set(formable("develop")) == set(formable("test")) == set(SHARES)


def test_about_a_third_of_the_kinds_is_held_out() -> None:
    held_out = [code for code, kind in KINDS.items() if kind.split == "test"]
    assert 8 <= len(held_out) <= 11
    assert {kind.split for kind in KINDS.values()} == {"develop", "test"}


def test_develop_never_sees_a_kind_that_is_held_out() -> None:
    for number in range(_DRAWS):
        _, codes = bundle(stream(number, "bundle"), "develop")
        assert codes and all(KINDS[code].split == "develop" for code in codes)


def test_the_test_side_sees_every_kind() -> None:
    seen = {code for number in range(4 * _DRAWS) for code in bundle(stream(number, "bundle"), "test")[1]}
    assert seen == set(KINDS)


@pytest.mark.parametrize("split", ["develop", "test"])
def test_bundles_come_by_their_shares(split: str) -> None:
    found = Counter(bundle(stream(number, "shares"), split)[0] for number in range(_DRAWS))
    for name, share in SHARES.items():
        # Four standard deviations of a binomial count.
        spread = 4 * (share * (1 - share) / _DRAWS) ** 0.5
        assert found[name] / _DRAWS == pytest.approx(share, abs=spread), name


def test_a_bundle_has_all_its_kinds_and_other_one() -> None:
    for number in range(300):
        name, codes = bundle(stream(number, "whole"), "test")
        named = parameters()["fabrication"]["bundles"][name]["kinds"]
        assert (len(codes) == 1 and codes[0] in named) if name == OTHER else sorted(codes) == sorted(named)
        assert codes == ordered(codes)


def test_what_others_build_on_comes_first() -> None:
    assert ordered(["F05", "F02"]) == ("F02", "F05")
    assert ordered(["F28", "F20", "F26", "F20"]) == ("F26", "F20", "F28")
    assert ordered(["N01", *reversed(ORDER)]) == (*ORDER, "N01")
