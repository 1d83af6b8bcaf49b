"""Every formula holds once and breaks once, on the figures that its own catalogue page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import pytest

from extract.concepts import chart
from tests.verify.papers import LAST, THIS, Paper, judged, results
from verify.formulas.chart import chart as presentations
from verify.formulas.formula import Formula, formulas

BY_CODE = {formula.id: formula for formula in formulas()}
KINDS = {"balance_sheet": "instant", "income_statement": "year", "cash_flow": "year", "equity_changes": "year", "notes": "year"}


def loan_file(formula: Formula, example: Mapping[str, str]) -> list[Paper]:
    """Papers that print just the figures of an example."""
    printed: dict[tuple[str, bool], dict[date, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for key, amount in example.items():
        concept, _, suffix = key.partition("@")
        period = LAST if suffix else THIS
        printed[chart()[concept].statement, suffix == "last_year_doc"][period][concept] = amount
        if suffix == "prior_column":
            printed[chart()[concept].statement, False][THIS][concept] = amount
    papers = []
    for (kind, older), columns in printed.items():
        paper = Paper(f"{kind}-{'2024' if older else '2025'}.pdf", form=formula.example_form)
        papers.append(paper.statement(kind, dict(columns), span=KINDS[kind]))  # type: ignore[arg-type]
    return papers


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_tie_holds_on_its_example(code: str) -> None:
    formula = BY_CODE[code]
    found = [tie.status for tie in results(judged(*loan_file(formula, formula.holds)), code) if tie.status != "not_run"]
    assert found and set(found) == {"holds"}


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_tie_breaks_on_its_example(code: str) -> None:
    formula = BY_CODE[code]
    judgement = judged(*loan_file(formula, formula.breaks))
    assert "broken" in {tie.status for tie in results(judgement, code)}
    assert any(code == finding.code or code in finding.also_breaks for finding in judgement.findings)


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_the_two_examples_differ_in_one_figure(code: str) -> None:
    formula = BY_CODE[code]
    changed = [concept for concept in formula.holds if formula.holds[concept] != formula.breaks[concept]]
    assert formula.holds.keys() == formula.breaks.keys() and len(changed) == 1


def test_every_word_of_every_formula_is_a_concept() -> None:
    """A typing error in the catalogue must not become a tie that is never run."""
    for formula in formulas():
        if not formula.each_line:
            assert formula.sources(), formula.id
        for name in (*formula.printed, *formula.printed_any):
            assert name.concept in presentations(), (formula.id, name)


def test_the_arithmetic_of_the_official_forms_is_covered() -> None:
    wanted = [f"BAL{n:03}" for n in range(1, 16)] + ["BAL020"] + [f"INC{n:03}" for n in range(1, 7)] + [f"CFS{n:03}" for n in range(1, 6)]
    wanted += ["XST001", "XST002", "XST003", "ROL001"] + [f"PER{n:03}" for n in range(1, 6)]
    assert set(wanted) <= set(BY_CODE)
