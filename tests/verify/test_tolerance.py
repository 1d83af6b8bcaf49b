"""Rounding: how far apart figures may be, at the edge from both sides."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.verify.papers import THIS, Paper, judged, results, status
from verify.evidence import Equation, Evidence, Term, rounding_tolerance


def two_totals(assets: str, liabilities_and_equity: str, *, scale: str, currency: str = "CNY") -> str:
    column = {"total_assets": assets, "total_liabilities_and_equity": liabilities_and_equity}
    return status(judged(Paper("a.pdf", scale=scale, currency=currency).statement("balance_sheet", {THIS: column})), "BAL001")


@pytest.mark.parametrize(
    ("unit", "currency", "assets", "other", "expected"),
    [
        ("1", "CNY", "100.00", "100.00", "holds"),
        ("1", "CNY", "100.06", "100.00", "broken"),  # printed to the fen: nothing was rounded
        ("1", "CNY", "100.01", "100.00", "broken"),  # a notice, see below, but the figures do not agree
        ("1", "GBP", "101", "100", "holds"),  # whole pounds: half a pound on either side
        ("1", "GBP", "102", "100", "broken"),
        ("1000", "GBP", "101", "100", "holds"),  # £000
        ("1000", "GBP", "102", "100", "broken"),
        ("10000", "CNY", "100.01", "100.00", "holds"),  # 万元 with two decimals: 100 yuan
        ("10000", "CNY", "100.02", "100.00", "broken"),
        ("1", "JPY", "101", "100", "broken"),  # the yen has no smaller unit: exact
    ],
)
def test_two_totals(unit: str, currency: str, assets: str, other: str, expected: str) -> None:
    assert two_totals(assets, other, scale=unit, currency=currency) == expected


def ten_lines(printed_total: str, scale: str) -> str:
    """流动资产合计 of ten lines that each print 10.00."""
    concepts = ["cash", "short_term_investments", "notes_receivable", "trade_receivables", "prepayments", "dividends_receivable",
                "interest_receivable", "other_receivables", "inventories", "other_current_assets"]  # fmt: skip
    column = {**dict.fromkeys(concepts, "10.00"), "total_current_assets": printed_total}
    return status(judged(Paper("a.pdf", scale=scale).statement("balance_sheet", {THIS: column})), "BAL004")


@pytest.mark.parametrize(
    ("scale", "printed", "expected"),
    [
        ("1", "100.00", "holds"),
        ("1", "100.06", "broken"),
        ("10000", "100.05", "holds"),  # eleven figures: floor(11 / 2) steps of 0.01 万元
        ("10000", "100.06", "broken"),
        ("10000", "99.95", "holds"),
        ("10000", "99.94", "broken"),
    ],
)
def test_a_sum_of_ten_lines(scale: str, printed: str, expected: str) -> None:
    assert ten_lines(printed, scale) == expected


@pytest.mark.parametrize(("gross", "expected"), [("311", "holds"), ("312", "broken"), ("309", "holds"), ("308", "broken")])
def test_gross_profit_in_thousands(gross: str, expected: str) -> None:
    column = {"revenue": "1,000", "cost_of_sales": "690", "gross_profit": gross}
    paper = Paper("a.pdf", scale="1000", currency="GBP", form="uk").statement("income_statement", {THIS: column})
    assert status(judged(paper), "INC004") == expected


def test_a_few_cents_are_a_notice() -> None:
    column = {"total_assets": "100.05", "total_liabilities_and_equity": "100.00"}
    judgement = judged(Paper("a.pdf").statement("balance_sheet", {THIS: column}))
    (finding,) = judgement.findings
    assert (finding.code, finding.verdict, finding.severity) == ("BAL001", "notice", "low")
    assert results(judgement, "BAL001")[0].reason is not None
    assert judgement.score.reasons == ()


def test_a_dash_is_an_exact_nothing_among_cents() -> None:
    """A dash has no digits of its own: it must not widen the tolerance of a statement printed to the fen."""
    column = {"cash": "150.00", "inventories": "80.00", "notes_receivable": "-", "total_current_assets": "230.50"}
    assert status(judged(Paper("a.pdf").statement("balance_sheet", {THIS: column})), "BAL004") == "broken"


def test_a_workbook_that_hides_zero_cents_is_still_exact() -> None:
    column = {"cash": "150", "inventories": "80.25", "prepayments": "10.50", "total_current_assets": "241.25"}
    assert status(judged(Paper("a.pdf").statement("balance_sheet", {THIS: column})), "BAL004") == "broken"


def term(value: Decimal, step: Decimal, coefficient: int, number: int) -> Term:
    figure = Paper(f"p{number}").figure(str(value))
    return Term(Evidence("a", "b", figure, "c"), Decimal(coefficient), step)


@settings(max_examples=200)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=12), st.sampled_from(["0.01", "1", "10", "100", "1000"]))
def test_honest_rounding_is_always_inside(cents: list[int], step_text: str) -> None:
    """Whatever the exact amounts, rounding each line and the total on its own never breaks the tie."""
    step = Decimal(step_text)
    exact = [Decimal(cent) / 100 for cent in cents]

    def rounded(amount: Decimal) -> Decimal:
        return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step

    terms = [term(rounded(amount), step, -1, number) for number, amount in enumerate(exact)]
    total = term(rounded(sum(exact, Decimal(0))), step, 1, len(exact))
    every = (total, *terms)
    assert Equation(every, rounding_tolerance(every)).agrees


@given(st.integers(2, 30))
def test_mixed_units_add_half_a_step_each(count: int) -> None:
    steps = [random.Random(count + index).choice([Decimal("0.01"), Decimal(1), Decimal(100)]) for index in range(count)]
    terms = [term(Decimal(1), step, 1, index) for index, step in enumerate(steps)]
    bound = sum((step / 2 for step in steps if step > Decimal("0.01")), Decimal(0))
    assert rounding_tolerance(terms) <= bound
