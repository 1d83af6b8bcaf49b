"""From broken ties to findings: one cause, one finding, with its direction and its money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.verify.papers import BALANCE, CASH_FLOW, INCOME, Paper, altered, firm, judged
from verify.finding import Finding, Odds
from verify.wording import Wording


def change(kind: str, changes: dict[str, str]) -> tuple[Finding, ...]:
    position = {"balance_sheet": 0, "income_statement": 1, "cash_flow": 2}[kind]
    columns = (BALANCE, INCOME, CASH_FLOW)[position]
    papers = firm()
    papers[position] = Paper(papers[position].name).statement(kind, altered(columns, changes))  # type: ignore[arg-type]
    return judged(*papers).findings


@pytest.mark.parametrize(
    ("kind", "concept", "printed", "codes", "benefit", "amount"),
    [
        ("balance_sheet", "trade_receivables", "280,000.00", {"BAL004", "ROL007"}, "up", "100000.00"),
        ("balance_sheet", "cash", "451,200.00", {"BAL004", "BNK005", "ROL003", "XST001"}, "up", "100000.00"),
        ("balance_sheet", "short_term_borrowings", "120,000.00", {"BAL008", "ROL011"}, "up", "100000.00"),
        ("balance_sheet", "short_term_borrowings", "320,000.00", {"BAL008", "ROL011"}, "down", "100000.00"),
        ("balance_sheet", "total_assets", "1,100,000.00", {"BAL001", "BAL003"}, "up", "100000.00"),
        ("balance_sheet", "total_liabilities", "346,600.00", {"BAL002", "BAL010"}, "up", "100000.00"),
        ("balance_sheet", "accumulated_depreciation", "20,000.00", {"BAL006", "DEP002"}, "up", "100000.00"),
        ("income_statement", "revenue", "2,100,000.00", {"INC001", "ROL007"}, "up", "100000.00"),
        ("income_statement", "cost_of_sales", "1,280,000.00", {"INC001"}, "up", "100000.00"),
        ("income_statement", "net_profit", "213,400.00", {"INC003", "ROL001"}, "up", "100000.00"),
        ("cash_flow", "cf_closing_cash", "451,200.00", {"CFS005", "XST001"}, "up", "100000.00"),
        ("cash_flow", "cf_capex", "160,200.00", {"CFS002"}, "down", "100000.00"),
    ],
)
def test_one_changed_figure_is_one_finding(kind: str, concept: str, printed: str, codes: set[str], benefit: str, amount: str) -> None:
    (finding,) = change(kind, {concept: printed})
    assert {finding.code, *finding.also_breaks} == codes
    assert (finding.benefit, finding.amount) == (benefit, Decimal(amount))
    assert printed in [item.printed for item in finding.evidence]
    assert finding.innocent_explanations and finding.explanation.zh


def test_two_changes_are_two_findings() -> None:
    codes = [
        finding.code for finding in change("balance_sheet", {"trade_receivables": "280,000.00", "short_term_borrowings": "170,000.00"})
    ]
    assert codes == ["BAL004", "BAL008"]


def test_one_amount_carried_into_several_figures_is_one_finding() -> None:
    """Stock and total assets raised by the same amount, the totals between them forgotten."""
    (finding,) = change("balance_sheet", {"inventories": "195,000.00", "total_assets": "1,100,000.00"})
    assert {finding.code, *finding.also_breaks} == {"BAL001", "BAL003", "BAL004"}
    assert finding.amount == Decimal("100000.00")


def test_what_would_make_it_consistent_is_said() -> None:
    (finding,) = change("balance_sheet", {"total_assets": "1,100,000.00"})
    assert finding.counterfactuals[0].en == "If '资产总计' were 1,000,000.00 CNY, all ties concerned would hold."


def test_an_edited_bank_row_and_its_balance_are_found_together() -> None:
    rows = [
        ("2025-12-03", "60,000.00", "380,000.00"),
        ("2025-12-10", "130,000.00", "510,000.00"),
        ("2025-12-18", "-28,800.00", "381,200.00"),
    ]
    paper = Paper("bank.pdf").bank(rows, opening="320,000.00", closing="381,200.00", total_credits="90,000.00", total_debits="28,800.00")
    (finding,) = judged(paper).findings
    assert {finding.code, *finding.also_breaks} == {"BNK001", "BNK002", "BNK003"}
    assert [item.printed for item in finding.evidence[:2]] == ["130,000.00", "510,000.00"]
    assert (finding.benefit, finding.amount) == ("up", Decimal("100000.00"))


def test_a_change_carried_up_to_the_grand_total_is_undone_in_all_its_figures() -> None:
    """Cash and every total above it raised; profit was not, so that the sheet no longer balances with the cash flow statement."""
    carried = {"cash": "451,200.00", "total_current_assets": "746,200.00", "total_assets": "1,100,000.00"}
    balanced = {"total_liabilities_and_equity": "1,100,000.00", "total_equity": "653,400.00", "retained_earnings": "328,060.00"}
    findings = change("balance_sheet", {**carried, **balanced})
    assert {code for finding in findings for code in (finding.code, *finding.also_breaks)} == {"XST001", "ROL001", "ROL003", "BNK005"}
    (finding,) = findings
    assert finding.benefit == "up" and finding.amount == Decimal("100000.00")
    assert finding.counterfactuals
    assert all("'货币资金 (balance-2025.pdf)' were 351,200.00" in way.en for way in finding.counterfactuals)
    assert not any("were -" in way.en for way in finding.counterfactuals)  # no figure is turned below nothing


def test_a_finding_cannot_be_built_without_evidence_or_innocence() -> None:
    (finding,) = change("balance_sheet", {"total_assets": "1,100,000.00"})
    text = Wording("某", "some")
    with pytest.raises(ValueError, match="evidence"):
        Finding(code="X", severity="low", verdict="notice", title=text, explanation=text, evidence=(), innocent_explanations=(text,))
    with pytest.raises(ValueError, match="innocent"):
        Finding(
            code="X", severity="low", verdict="notice", title=text, explanation=text, evidence=finding.evidence, innocent_explanations=()
        )


def test_odds_add_up_and_wordings_have_both_languages() -> None:
    with pytest.raises(ValueError, match="add up"):
        Odds(0.5, 0.6)
    with pytest.raises(ValueError, match="both languages"):
        Wording("只有中文", " ")
