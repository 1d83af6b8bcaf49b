"""Every formula holds once and breaks once, on the figures that its own catalogue page shows."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.verify.examples import loan_file
from tests.verify.papers import results
from verify.case import Case
from verify.flow import verify
from verify.formulas.chart import chart as presentations
from verify.formulas.formula import Formula, formulas
from verify.judgement import Judgement

BY_CODE = {formula.id: formula for formula in formulas()}


def judged_with(formula: Formula, printed: Mapping[str, str]) -> Judgement:
    documents = tuple(paper.document() for paper in loan_file(formula, printed))
    return verify(Case("loan file", documents, industry=formula.example.industry))


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_tie_holds_on_its_example(code: str) -> None:
    formula = BY_CODE[code]
    found = [tie.status for tie in results(judged_with(formula, formula.example.holds), code) if tie.status != "not_run"]
    assert found and set(found) == {"holds"}


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_tie_breaks_on_its_example(code: str) -> None:
    formula = BY_CODE[code]
    judgement = judged_with(formula, formula.example.breaks)
    assert "broken" in {tie.status for tie in results(judgement, code)}
    assert any(code == finding.code or code in finding.also_breaks for finding in judgement.findings)


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_the_two_examples_differ_in_one_figure(code: str) -> None:
    formula = BY_CODE[code]
    holds, breaks = formula.example.holds, formula.example.breaks
    changed = [concept for concept in holds if holds[concept] != breaks[concept]]
    assert holds.keys() == breaks.keys() and len(changed) == 1


def test_every_word_of_every_formula_is_a_concept() -> None:
    """A typing error in the catalogue must not become a tie that is never run."""
    for formula in formulas():
        if not formula.each_line:
            assert formula.sources() or formula.papers, formula.id
        for name in (*formula.printed, *formula.printed_any):
            assert name.concept in presentations(), (formula.id, name)


def test_the_arithmetic_of_the_official_forms_is_covered() -> None:
    wanted = [f"BAL{n:03}" for n in range(1, 16)] + ["BAL020"] + [f"INC{n:03}" for n in range(1, 7)] + [f"CFS{n:03}" for n in range(1, 6)]
    wanted += ["XST001", "XST002", "XST003", "ROL001"] + [f"PER{n:03}" for n in range(1, 6)]
    assert set(wanted) <= set(BY_CODE)
