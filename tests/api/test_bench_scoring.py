"""The scoring of readings: what counts as right, wrong, doubtful and missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from api.bench.scoring import Expected, Found, Outcome, misses, score

END, BEFORE = date(2025, 12, 31), date(2024, 12, 31)


def expected(label: str, value: str | None, printed: str | None = None, **others: object) -> Expected:
    amount = None if value is None else Decimal(value)
    fields = {"kind": "balance_sheet", "period": END, **others}
    return Expected(label=label, value=amount, printed_value=Decimal(printed or value or "0"), **fields)  # type: ignore[arg-type]


def found(label: str, value: str, printed: str | None = None, **others: object) -> Found:
    fields = {"kind": "balance_sheet", "period": END, **others}
    return Found(label=label, value=Decimal(value), printed_value=Decimal(printed or value), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wanted", "given", "outcome"),
    [
        (expected("Stocks", "100"), found("Stocks", "100"), "right"),
        (expected("Stocks", "100"), found("STOCKS:", "100"), "right"),  # labels are compared normalised
        (expected("Stocks", "100"), found("Stocks", "100.00"), "right"),
        (expected("Stocks", "100"), found("Stocks", "100.01"), "wrong"),
        (expected("Stocks", "100"), found("Stocks", "100", period=BEFORE), "missing"),  # the value alone is not enough
        (expected("Stocks", "100"), found("Debtors", "100"), "missing"),
        (expected("Stocks", "100"), found("Stocks", "100", kind="notes"), "missing"),  # the face is not its notes
        (expected("Stocks", "100"), found("Stocks", "100", doubtful=True), "doubtful"),
        (expected("Stocks", "100"), found("Stocks", "999", doubtful=True), "doubtful"),
        (expected("Stocks", "100", span="year"), found("Stocks", "100", span="month"), "missing"),
        # A creditor is tagged positive and printed in brackets: who knows the concept states it positive, who does not as printed.
        (expected("Creditors", "70", "-70"), found("Creditors", "70", "-70", concept="payables_total"), "right"),
        (expected("Creditors", "70", "-70"), found("Creditors", "-70", "-70", concept="payables_total"), "wrong"),
        (expected("Creditors", "70", "-70"), found("Creditors", "-70", "-70"), "right"),
        (expected("Creditors", None, "-70"), found("Creditors", "70", "-70", concept="payables_total"), "right"),
        # A label that is printed under its heading, or wrapped.
        (expected("amounts falling due within one year", "5"), found("Creditors: amounts falling due within one year", "5"), "right"),
        (expected("Cash", "5"), found("Cash at bank", "5"), "missing"),  # four letters are no part of a label
        # A total without a caption: by its concept, else by where it stands.
        (expected("", "9", concept="total_equity"), found("Shareholders' funds", "9", concept="total_equity"), "right"),
        (expected("", "9", concept="total_equity"), found("Shareholders' funds", "8", concept="total_equity"), "wrong"),
        (expected("", "9"), found("", "9"), "right"),
        (expected("", "9"), found("Stocks", "9"), "missing"),
        (expected("total", "9", field="total"), found("Total due", "9", field="total"), "right"),
        (expected("total", "9", field="total"), found("total", "9", field="net"), "missing"),
    ],
)
def test_outcome(wanted: Expected, given: Found, outcome: Outcome) -> None:
    assert [one.outcome for one in score([wanted], [given])] == [outcome]


def test_a_figure_answers_once() -> None:
    """Two equal lines and one reading: one of them was not read."""
    twice = [expected("Rent", "100"), expected("Rent", "100")]
    assert sorted(one.outcome for one in score(twice, [found("Rent", "100")])) == ["missing", "right"]


def test_a_wrong_value_takes_no_reading_that_is_right_for_another() -> None:
    wanted = [expected("Rent", "100"), expected("Rent", "200")]
    scored = score(wanted, [found("Rent", "200"), found("Rent", "101")])
    assert [one.outcome for one in scored] == ["wrong", "right"]
    assert [one.expected.value for one in misses(scored)] == [Decimal(100)]
