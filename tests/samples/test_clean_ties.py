"""Clean books satisfy every accounting tie of the catalogue, whatever the firm."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.firms.draw import firm
from samples.firms.firm import Firm, Framework, Industry, Language
from tests.samples.clean_ties import GRADE, facts, judge


@cache
def _first(framework: Framework, taxpayer: str, industry: Industry | None) -> Firm:
    """The first firm of that kind."""
    language: Language = "zh" if framework in {"xqy", "cas"} else "en"
    made = (firm(seed, language=language, industry=industry) for seed in range(1, 2000))
    return next(one for one in made if one.framework == framework and taxpayer in {"", one.taxpayer})


@cache
def _judged(framework: Framework, taxpayer: str = "", industry: Industry | None = None) -> list[dict[str, bool | None]]:
    made = _first(framework, taxpayer, industry)
    return [judge(year) for year in facts(Ledgers(firm=made, books=books(made)))]


#: Every framework, every industry in both languages, and both kinds of Chinese taxpayer.
_KINDS: list[tuple[Framework, str, Industry | None]] = [
    ("xqy", "small_scale", "trade"), ("xqy", "general", "manufacturing"), ("xqy", "small_scale", "catering"), ("xqy", "general", "construction"),
    ("cas", "general", "services"), ("frs105", "", "trade"), ("frs102", "", "manufacturing"), ("frs105", "", "catering"),
    ("ifrs_smes", "", "construction"), ("us_gaap", "", "services"), ("us_tax", "", "trade"),
]  # fmt: skip


@pytest.mark.parametrize(("framework", "taxpayer", "industry"), _KINDS)
def test_accounting_ties_hold(framework: Framework, taxpayer: str, industry: Industry) -> None:
    years = _judged(framework, taxpayer, industry)
    broken = {code for year in years for code, held in year.items() if held is False and GRADE[code] == "hard"}
    assert not broken


def test_every_tie_of_the_catalogue_is_judged_somewhere() -> None:
    judged = {code for kind in _KINDS for year in _judged(*kind) for code, held in year.items() if held is not None}
    assert len(GRADE) == 150
    assert judged == set(GRADE)


def _counted(grade: str) -> Counter[bool]:
    years = [year for kind in _KINDS for year in _judged(*kind)]
    return Counter(held for year in years for code, held in year.items() if GRADE[code] == grade and held is not None)


def test_ties_without_a_paper_of_their_own_mostly_hold() -> None:
    """Timing, mixed rates and sales without invoices break some of them in honest firms."""
    held = _counted("soft")
    assert held[True] / held.total() >= 0.7


def test_plausible_bands_mostly_hold() -> None:
    """The bands run from the 5th to the 95th percentile of honest firms."""
    held = _counted("range")
    assert held[True] / held.total() >= 0.88
