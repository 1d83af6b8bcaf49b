"""The named conditions of the catalogue: each says yes once and no once, and each is used."""

from __future__ import annotations

import pytest

from tests.verify.papers import THIS, Paper, case_of
from verify.formulas.conditions import CONDITIONS
from verify.formulas.formula import formulas
from verify.formulas.occasions import Occasion

CASES = [
    ("direct_method", "cash_flow", {"cf_receipts_customers": "1.00"}, {"cf_taxes_paid": "1.00", "cfi_net_profit": "2.00"}),
    ("indirect_only", "cash_flow", {"cf_taxes_paid": "1.00", "cfi_net_profit": "2.00"}, {"cf_receipts_customers": "1.00"}),
    ("cash_is_split", "balance_sheet", {"cash_on_hand": "1.00", "bank_deposits": "2.00"}, {"cash": "3.00", "bank_deposits": "2.00"}),
    ("detailed_creditors", "balance_sheet", {"accrued_liabilities": "1.00"}, {"trade_payables": "1.00"}),
    ("no_overdraft", "cash_flow", {"cf_closing_cash": "0.00"}, {"cf_closing_cash": "-0.01"}),
]


@pytest.mark.parametrize(("name", "kind", "met", "unmet"), CASES)
def test_a_condition_is_met_and_unmet(name: str, kind: str, met: dict[str, str], unmet: dict[str, str]) -> None:
    def asked(column: dict[str, str]) -> object:
        (only,) = case_of(Paper("a").statement(kind, {THIS: column})).columns  # type: ignore[arg-type, dict-item]
        return CONDITIONS[name](Occasion("x", {(only.kind, None): only}))

    assert asked(met) is None
    assert asked(unmet) is not None


def test_distributions_are_stated_by_an_equity_statement() -> None:
    sheet, equity = case_of(
        Paper("a").statement("balance_sheet", {THIS: {"cash": "1.00"}}),
        Paper("b").statement("equity_changes", {THIS: {"eq_profit": "1.00"}}),
    ).columns
    alone, both = {(sheet.kind, None): sheet}, {(sheet.kind, None): sheet, (equity.kind, None): equity}
    assert CONDITIONS["no_distributions_stated"](Occasion("x", alone)) is None  # type: ignore[arg-type]
    assert CONDITIONS["no_distributions_stated"](Occasion("x", both)) is not None  # type: ignore[arg-type]


def test_every_condition_is_used() -> None:
    used = {name for formula in formulas() for name in (*formula.when, *(name for side in formula.also for name in side.when))}
    assert used | {"direct_method"} == set(CONDITIONS)  # the direct method is asked for by its opposite
