"""Clean books satisfy every accounting tie of the catalogue, whatever the firm."""

from __future__ import annotations

from collections import Counter

import pytest

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.firms.draw import firm
from tests.samples.clean_ties import GRADE, facts, judge

_INDUSTRIES = ("trade", "manufacturing", "catering", "construction", "services")


def _answers(seed: int, language: str, industry: str) -> list[dict[str, bool | None]]:
    made = firm(seed, language=language, industry=industry)  # type: ignore[arg-type]
    return [judge(year) for year in facts(Ledgers(firm=made, books=books(made)))]


@pytest.mark.parametrize("industry", _INDUSTRIES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_accounting_ties_hold(seed: int, language: str, industry: str) -> None:
    broken = {code for year in _answers(seed, language, industry) for code, held in year.items() if held is False and GRADE[code] == "hard"}
    assert not broken


def test_every_tie_of_the_catalogue_has_a_function() -> None:
    _answers(1, "zh", "trade")
    assert len(GRADE) == 150


@pytest.mark.parametrize("industry", _INDUSTRIES)
def test_most_plausible_bands_hold(industry: str) -> None:
    """Bands run from the 5th to the 95th percentile of honest firms: nine in ten judgements of a few firms must lie inside."""
    held: Counter[bool] = Counter()
    for seed in range(11, 15):
        for language in ("zh", "en"):
            for year in _answers(seed, language, industry):
                held.update(answer for code, answer in year.items() if answer is not None and GRADE[code] == "range")
    assert held[True] / held.total() >= 0.85
