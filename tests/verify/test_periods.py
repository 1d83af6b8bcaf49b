"""Ties between statements and between periods."""

from __future__ import annotations

from datetime import date

import pytest

from tests.verify.papers import BALANCE, BEFORE, LAST, THIS, Paper, altered, broken, firm, judged, results, status, statuses
from verify.formulas.occasions import a_year_before


def test_every_line_that_differs_is_a_tie_and_together_one_finding() -> None:
    older = {**BALANCE[LAST], "trade_payables": "100,000.00", "taxes_payable": "30,000.00"}  # moved within the total
    papers = [*firm()[:3], Paper("balance-2024.pdf").statement("balance_sheet", {LAST: older})]
    judgement = judged(*papers)
    assert broken(judgement) == {"PER002"}
    lines = [tie for tie in results(judgement, "PER002") if tie.status == "broken"]
    assert [tie.concept for tie in lines] == ["taxes_payable", "trade_payables"]
    (finding,) = judgement.findings
    assert finding.code == "PER002" and {item.document for item in finding.evidence} == {"balance-2024.pdf", "balance-2025.pdf"}
    assert len({tie.subject for tie in results(judgement, "PER002")}) == len(results(judgement, "PER002"))


def test_a_prior_column_lowered_to_show_growth() -> None:
    newer = Paper("b").statement("income_statement", {THIS: {"revenue": "1,000.00"}, LAST: {"revenue": "500.00"}})
    older = Paper("a").statement("income_statement", {LAST: {"revenue": "900.00"}, BEFORE: {"revenue": "800.00"}})
    assert status(judged(newer, older), "PER004") == "broken"


def test_only_the_newest_column_of_the_older_document_counts() -> None:
    newer = Paper("b").statement("income_statement", {THIS: {"revenue": "1,000.00"}, LAST: {"revenue": "900.00"}})
    same = Paper("a").statement("income_statement", {THIS: {"revenue": "1,000.00"}, LAST: {"revenue": "850.00"}})
    assert status(judged(newer, same), "PER004") == "not_run"


def test_a_month_is_not_held_against_a_year() -> None:
    newer = Paper("b").statement("income_statement", {THIS: {"revenue": "1,000.00"}, LAST: {"revenue": "500.00"}})
    month = Paper("a").statement("income_statement", {LAST: {"revenue": "90.00"}}, span="month")
    to_date = Paper("c").statement("income_statement", {LAST: {"revenue": "500.00"}}, span="year_to_date")
    assert status(judged(newer, month), "PER004") == "not_run"
    assert status(judged(newer, to_date), "PER004") == "holds"


@pytest.mark.parametrize(
    ("other", "reason"), [({"currency": "USD"}, "currencies"), ({"entity": "乙市远方贸易有限公司"}, "different firms")]
)
def test_what_cannot_be_compared_is_not_run(other: dict[str, str], reason: str) -> None:
    newer = Paper("b", entity="甲县近山制造有限公司").statement(
        "balance_sheet", {THIS: {"total_assets": "9.00"}, LAST: {"total_assets": "8.00"}}
    )
    older = Paper("a", **{"entity": "甲县近山制造有限公司", **other}).statement("balance_sheet", {LAST: {"total_assets": "7.00"}})
    (tie,) = results(judged(newer, older), "PER001")
    assert tie.status == "not_run" and tie.reason is not None and reason in tie.reason.en


def test_a_short_form_of_a_name_is_the_same_firm() -> None:
    newer = Paper("b", entity="Harbour Joinery Limited").statement(
        "balance_sheet", {THIS: {"total_assets": "9.00"}, LAST: {"total_assets": "8.00"}}
    )
    older = Paper("a", entity="HARBOUR JOINERY LTD").statement("balance_sheet", {LAST: {"total_assets": "7.00"}})
    assert status(judged(newer, older), "PER001") == "broken"


def test_documents_in_different_units_get_the_coarser_rounding() -> None:
    newer = Paper("b").statement("balance_sheet", {THIS: {"total_assets": "9.00"}, LAST: {"total_assets": "1,234,567.89"}})
    older = Paper("a", scale="10000").statement("balance_sheet", {LAST: {"total_assets": "123.46"}})
    assert status(judged(newer, older), "PER001") == "holds"
    assert (
        status(judged(newer, Paper("a", scale="10000").statement("balance_sheet", {LAST: {"total_assets": "123.47"}})), "PER001")
        == "broken"
    )


def flow(columns: dict[date, dict[str, str]], **more: object) -> Paper:
    return Paper("cf").statement("cash_flow", dict(columns), **more)  # type: ignore[arg-type]


def test_the_opening_balance_may_come_from_either_document() -> None:
    sheet = Paper("b").statement("balance_sheet", {THIS: {"cash": "9.00"}, LAST: {"cash": "5.00"}})
    older = Paper("a").statement("balance_sheet", {LAST: {"cash": "7.00"}})
    opening = flow({THIS: {"cf_opening_cash": "5.00", "cf_closing_cash": "9.00"}})
    assert status(judged(sheet, opening), "XST002") == "holds"
    assert sorted(statuses(judged(sheet, older, opening), "XST002")) == ["broken", "holds"]
    assert status(judged(sheet, opening), "XST001") == "holds"


def test_a_year_to_date_opens_at_new_year() -> None:
    june = date(2025, 6, 30)
    sheet = Paper("b").statement("balance_sheet", {june: {"cash": "9.00"}, LAST: {"cash": "5.00"}})
    columns = {june: {"cf_opening_cash": "5.00", "cf_closing_cash": "9.00"}}
    assert status(judged(sheet, flow(columns, span="year_to_date")), "XST002") == "holds"
    assert status(judged(sheet, flow(columns, span="month")), "XST002") == "not_run"


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2025, 12, 31), date(2024, 12, 31)),
        (date(2024, 2, 29), date(2023, 2, 28)),
        (date(2025, 2, 28), date(2024, 2, 29)),
        (date(2025, 4, 5), date(2024, 4, 5)),
    ],
)
def test_a_year_before(day: date, before: date) -> None:
    assert a_year_before(day) == before


EQUITY = {THIS: {"retained_earnings": "166.00"}, LAST: {"retained_earnings": "100.00"}}


def rolled(kept: str, *more: Paper) -> tuple[str, str, str]:
    sheet = Paper("b").statement("balance_sheet", altered(EQUITY, {"retained_earnings": kept}))
    profit = Paper("i").statement("income_statement", {THIS: {"net_profit": "66.00"}})
    (tie,) = results(judged(sheet, profit, *more), "ROL001")
    return tie.status, tie.severity, tie.verdict


def test_profit_rolls_into_equity() -> None:
    assert rolled("166.00")[0] == "holds"


def test_less_kept_than_earned_is_a_distribution_that_no_paper_states() -> None:
    assert rolled("130.00") == ("broken", "medium", "unsupported")


def test_more_kept_than_earned_cannot_be_a_distribution() -> None:
    assert rolled("200.00") == ("broken", "medium", "contradiction")


def test_stated_distributions_make_it_a_contradiction() -> None:
    stated = Paper("e").statement("equity_changes", {THIS: {"eq_distributions": "36.00"}})
    assert rolled("130.00", stated)[0] == "holds"
    assert rolled("110.00", stated) == ("broken", "high", "contradiction")


def test_dividends_of_the_cash_flow_statement_explain_it() -> None:
    assert rolled("130.00", flow({THIS: {"cf_dividends_paid": "36.00"}}))[0] == "holds"


def test_restricted_cash_of_the_notes_explains_the_difference() -> None:
    sheet = Paper("b").statement("balance_sheet", {THIS: {"cash": "100.00"}})
    notes = Paper("n").statement("notes", {THIS: {"restricted_cash": "20.00"}}, span="instant")
    closing = flow({THIS: {"cf_closing_cash": "80.00"}})
    assert status(judged(sheet, closing), "XST001") == "broken"
    assert status(judged(sheet, closing, notes), "XST001") == "holds"
