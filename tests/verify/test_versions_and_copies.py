"""Statements that were handed in twice with other figures, and months that were copied."""

from __future__ import annotations

from datetime import date

import pytest

from tests.verify.papers import BALANCE, LAST, THIS, Paper, altered, firm, judged, results, status

MAY, JUNE, JULY = date(2025, 5, 31), date(2025, 6, 30), date(2025, 7, 31)


def income(name: str, *, span: str = "year", day: date = THIS, **printed: str) -> Paper:
    return Paper(name).statement("income_statement", {day: printed}, span=span)  # type: ignore[arg-type]


@pytest.mark.parametrize(("other", "expected"), [("700.00", "holds"), ("700.01", "broken"), ("699.99", "broken")])
def test_two_versions_agree_to_the_cent(other: str, expected: str) -> None:
    assert status(judged(income("bank.pdf", revenue="700.00"), income("tax.pdf", revenue=other)), "PER009") == expected


@pytest.mark.parametrize(("rounded", "expected"), [("700", "holds"), ("701", "broken")])
def test_a_version_in_thousands_agrees_within_its_rounding(rounded: str, expected: str) -> None:
    coarse = Paper("tax.pdf", scale="1000").statement("income_statement", {THIS: {"revenue": rounded}})
    assert status(judged(income("bank.pdf", revenue="700,400.00"), coarse), "PER009") == expected


def test_every_line_is_a_tie_and_all_of_a_pair_are_one_finding() -> None:
    bank = income("bank.pdf", revenue="1,200.00", cost_of_sales="810.00", net_profit="300.00")
    tax = income("tax.pdf", revenue="700.00", cost_of_sales="610.00", net_profit="40.00")
    judgement = judged(bank, tax)
    assert [tie.concept for tie in results(judgement, "PER009")] == ["cost_of_sales", "net_profit", "revenue"]
    (finding,) = [one for one in judgement.findings if "PER009" in (one.code, *one.also_breaks)]
    assert (finding.verdict, finding.benefit) == ("contradiction", "up")
    assert "bank.pdf" in finding.explanation.en and "tax.pdf" in finding.explanation.en
    assert "All lines together, bank.pdf is." in finding.explanation.en


def test_the_better_version_is_told_by_all_lines_and_by_the_one() -> None:
    bank = income("a.pdf", cost_of_sales="500.00", revenue="700.00")
    tax = income("b.pdf", cost_of_sales="510.00", revenue="1,200.00")
    (line, _) = results(judged(bank, tax), "PER009")
    assert line.detail is not None and line.concept == "cost_of_sales"
    assert "In this line a.pdf" in line.detail.en and "All lines together, b.pdf" in line.detail.en


def test_a_month_is_no_version_of_a_year_and_a_prior_column_none_of_last_year() -> None:
    last = income("c.pdf", day=LAST, revenue="90.00")
    assert status(judged(income("a.pdf", revenue="700.00"), income("b.pdf", span="month", revenue="60.00"), last), "PER009") == "not_run"


def test_an_audit_report_with_the_group_beside_the_firm_is_held_by_the_nearer_one() -> None:
    report = income("audit.pdf", revenue="5,000.00", net_profit="900.00")
    report.statement("income_statement", {THIS: {"revenue": "700.00", "net_profit": "40.00"}})
    judgement = judged(report, income("bank.pdf", revenue="700.00", net_profit="40.00"))
    assert {tie.status for tie in results(judgement, "PER009")} == {"holds"}


def test_other_firms_are_not_compared() -> None:
    one, other = income("a.pdf", revenue="1.00"), income("b.pdf", revenue="2.00")
    one.records[0] = Paper("a.pdf", entity="甲县近山制造有限公司").statement("income_statement", {THIS: {"revenue": "1.00"}}).records[0]
    other.records[0] = Paper("b.pdf", entity="乙市远方贸易有限公司").statement("income_statement", {THIS: {"revenue": "2.00"}}).records[0]
    assert status(judged(one, other), "PER009") == "not_run"


def test_a_digit_misread_in_one_copy_is_one_probable_misreading() -> None:
    copy = Paper("copy.pdf")
    wrong = copy.figure("851,200.00", confidence=0.6, alternatives={"351200.00": 0.39})
    copy.statement("balance_sheet", altered(BALANCE, {"cash": wrong}))
    (finding,) = [one for one in judged(*firm(), copy).findings if {"PER009", "BAL004"} & {one.code, *one.also_breaks}]
    assert finding.verdict == "probable_misread" and "PER009" in finding.also_breaks


MONTH = {
    "cash": "351,200.00", "trade_receivables": "180,000.00", "inventories": "95,000.00", "trade_payables": "142,000.00",
    "taxes_payable": "24,600.00",
}  # fmt: skip


def two_months(changes: dict[str, str], *, later: date = JUNE) -> list[Paper]:
    return [
        Paper("may.pdf").statement("balance_sheet", {MAY: dict(MONTH)}),
        Paper("later.pdf").statement("balance_sheet", {later: {**MONTH, **changes}}),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "broken"),
        ({"cash": "351,200.01"}, "holds"),
        ({"prepayments": "900.00"}, "broken"),
        ({"cash": "1.00", "inventories": "2.00"}, "holds"),
    ],
)
def test_a_copied_month(changes: dict[str, str], expected: str) -> None:
    assert status(judged(*two_months(changes)), "PER008") == expected


def test_five_of_six_lines_are_too_many() -> None:
    papers = two_months({"prepayments": "901.00"})
    papers[0] = Paper("may.pdf").statement("balance_sheet", {MAY: {**MONTH, "prepayments": "900.00"}})
    (tie,) = results(judged(*papers), "PER008")
    assert tie.status == "broken" and len(tie.evidence) == 10


def test_months_apart_and_few_or_empty_lines_say_nothing() -> None:
    assert status(judged(*two_months({}, later=JULY)), "PER008") == "not_run"
    nothing = dict.fromkeys(["cash", "inventories", "trade_payables"], "0.00")
    assert status(judged(*two_months(nothing)), "PER008") == "not_run"


def test_a_copied_month_of_income() -> None:
    lines = {"revenue": "700.00", "cost_of_sales": "500.00", "admin_expenses": "90.00"}
    copied = [income("may.pdf", span="month", day=MAY, **lines), income("june.pdf", span="month", day=JUNE, **lines)]
    (finding,) = [one for one in judged(*copied).findings if one.code == "PER008"]
    assert finding.verdict == "suspicious" and "3 of the 3" in finding.explanation.en
