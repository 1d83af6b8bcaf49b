"""Which cases a population has: the same numbers whatever their company, mess blind to class, bad requests refused with what there is."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.errors import WronglyCalled
from samples.firms.draw import firm
from samples.population import plan as plans
from samples.population.parameters import parameters
from samples.population.plan import Wanted, checked, fabrications, messes, plan
from samples.population.splits import of
from samples.streams import stream


def test_every_kind_of_the_typology_is_there() -> None:
    assert sorted(fabrications()) == [f"F{number:02d}" for number in range(1, 29)]


def test_every_mess_of_the_parameter_file_is_there_and_no_other() -> None:
    assert sorted(messes()) == sorted(parameters()["mess"])


@pytest.mark.parametrize("code", ["F99", "X1", "", "N99"])
def test_an_unknown_kind_is_refused_with_the_ones_there_are(code: str) -> None:
    with pytest.raises(WronglyCalled, match="F01 to F28"):
        checked(Wanted(cases=1, seed=1, only=(code,)))


@pytest.mark.parametrize("cases", [0, -3])
def test_less_than_one_case_is_refused(cases: int) -> None:
    with pytest.raises(WronglyCalled, match="at least one"):
        checked(Wanted(cases=cases, seed=1))


@pytest.mark.parametrize("share", [-0.1, 1.01])
def test_a_share_that_is_none_is_refused(share: float) -> None:
    with pytest.raises(WronglyCalled, match="0 to 1"):
        checked(Wanted(cases=1, seed=1, share=share))


def test_kinds_are_taken_in_small_letters_and_once() -> None:
    assert checked(Wanted(cases=1, seed=1, only=("f05", "F05 ", "n02"))).only == ("F05", "N02")


def test_a_case_does_not_depend_on_how_many_there_are() -> None:
    assert plan(Wanted(cases=10, seed=5), 7) == plan(Wanted(cases=1000, seed=5), 7)


def test_two_populations_share_no_firm() -> None:
    seeds = [{plan(Wanted(cases=500, seed=seed), number).seed for number in range(1, 501)} for seed in (1, 2, 3)]
    assert len(set.union(*seeds)) == 1500


def test_fabricated_cases_come_at_the_share_asked_for() -> None:
    for share in (0.02, 0.5):
        found = sum(plan(Wanted(cases=2000, seed=3, share=share), number).fabricated for number in range(1, 2001))
        assert abs(found / 2000 - share) < 0.04
    assert not any(plan(Wanted(cases=50, seed=3, share=0.0), number).fabricated for number in range(1, 51))


def test_develop_cases_hold_no_kind_of_the_test_side_and_no_careful_forger() -> None:
    wanted = Wanted(cases=1500, seed=4, share=1.0, split="develop")
    planted = [one for number in range(1, 1501) for one in plan(wanted, number).planted]
    assert {fabrications()[one.code].split for one in planted} == {"develop"}
    assert {one.care for one in planted} == {0, 1}


def test_test_cases_hold_kinds_that_develop_never_shows() -> None:
    wanted = Wanted(cases=2500, seed=4, share=1.0, split="test")
    seen = Counter(one.code for number in range(1, 2501) for one in plan(wanted, number).planted)
    assert {kind.code for kind in of("test", fabrications().values())} <= set(seen)


def test_mess_is_drawn_without_knowing_the_class() -> None:
    borrower = firm(77, split="develop")
    assert plans.mess_of(borrower, stream(77, "mess")) == plans.mess_of(borrower, stream(77, "mess"), required=())


def test_a_mess_that_is_asked_for_is_in_every_file() -> None:
    assert all("N16" in plans.mess_of(firm(seed), stream(seed, "mess"), ("N16",)) for seed in range(5))
