"""Adding up as honest statements are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from extract.records import FinancialStatement, PeriodFigure
from tests.verify.papers import LAST, THIS, Paper, judged, results, status


def sheet(column: Mapping[str, str], code: str, *, form: str | None = None, complete: bool = True, scale: str = "1") -> str:
    paper = Paper("a.pdf", form=form, scale=scale).statement("balance_sheet", {THIS: dict(column)}, complete=complete)
    return status(judged(paper), code)


def income(column: Mapping[str, str], code: str, *, form: str | None = "western") -> str:
    return status(judged(Paper("a.pdf", form=form).statement("income_statement", {THIS: dict(column)})), code)


@pytest.mark.parametrize(
    ("why", "column", "expected"),
    [
        ("of-which lines are never added", {"cash": "50.00", "inventories": "80.00", "raw_materials": "80.00", "total_current_assets": "130.00"}, "holds"),
        ("leaves through an unprinted subtotal", {"cash": "50.00", "trade_receivables": "40.00", "prepayments": "10.00", "total_current_assets": "100.00"}, "holds"),
        ("a printed subtotal stands for its leaves", {"cash": "50.00", "receivables_total": "50.00", "trade_receivables": "40.00", "prepayments": "10.00", "total_current_assets": "100.00"}, "holds"),
        ("an allowance is deducted", {"trade_receivables": "100.00", "allowance_doubtful": "10.00", "total_current_assets": "90.00"}, "holds"),
        ("an allowance already netted", {"trade_receivables": "90.00", "allowance_doubtful": "10.00", "total_current_assets": "90.00"}, "holds"),
        ("an unmapped line of the section counts", {"cash": "50.00", "待摊费用|current_assets": "7.00", "total_current_assets": "57.00"}, "holds"),
        ("and must not be ignored", {"cash": "50.00", "待摊费用|current_assets": "7.00", "total_current_assets": "50.00"}, "broken"),
        ("captioned 减 it is deducted", {"inventories": "50.00", "减：跌价准备|current_assets": "7.00", "total_current_assets": "43.00"}, "holds"),
        ("captioned 其中 it is left out", {"cash": "50.00", "其中：保证金|current_assets": "7.00", "total_current_assets": "50.00"}, "holds"),
        ("an unmapped line without a section that explains it", {"cash": "50.00", "待摊费用|": "7.00", "total_current_assets": "57.00"}, "holds"),
        ("one that may or may not explain it", {"cash": "50.00", "待摊费用|": "7.00", "total_current_assets": "54.00"}, "not_run"),
        ("one too small to explain it", {"cash": "50.00", "待摊费用|": "7.00", "total_current_assets": "80.00"}, "broken"),
        ("one that is not needed", {"cash": "50.00", "待摊费用|": "7.00", "total_current_assets": "50.00"}, "holds"),
        ("an unmapped subtotal is not added again", {"cash": "50.00", "应收款项小计|current_assets": "50.00", "total_current_assets": "50.00"}, "holds"),
        ("no line at all: an abridged statement", {"total_current_assets": "50.00", "total_assets": "50.00"}, "not_run"),
        ("the total itself is missing", {"cash": "50.00"}, "not_run"),
    ],
)  # fmt: skip
def test_current_assets(why: str, column: Mapping[str, str], expected: str) -> None:
    assert sheet(column, "BAL004") == expected, why


def test_a_missing_line_is_zero_on_a_complete_statement_only() -> None:
    column = {"total_liabilities": "300.00", "total_current_liabilities": "250.00"}
    assert sheet(column, "BAL010") == "broken"
    assert sheet(column, "BAL010", complete=False) == "not_run"


def test_depreciation_printed_for_information_beside_net_assets() -> None:
    column = {"fixed_assets_cost": "120.00", "accumulated_depreciation": "80.00", "total_noncurrent_assets": "120.00"}
    assert sheet(column, "BAL005") == "holds"


def test_total_assets_without_a_noncurrent_total() -> None:
    column = {
        "cash": "50.00",
        "total_current_assets": "50.00",
        "fixed_assets_net": "30.00",
        "intangible_assets": "5.00",
        "total_assets": "85.00",
    }
    assert sheet(column, "BAL003", form="western") == "holds"
    assert sheet({**column, "total_assets": "95.00"}, "BAL003", form="western") == "broken"


MICRO = {
    "total_noncurrent_assets": "5,000", "total_current_assets": "20,000", "prepayments": "600", "total_current_liabilities": "8,000",
    "net_current_assets": "12,600", "total_assets_less_current_liabilities": "17,600", "creditors_after_one_year": "4,000", "provisions": "500",
    "accrued_liabilities": "1,100", "net_assets": "12,000", "total_equity": "12,000",
}  # fmt: skip


@pytest.mark.parametrize("code", ["BAL004", "BAL008", "BAL012", "BAL013", "BAL014", "BAL015"])
def test_a_uk_micro_sheet_with_accruals_and_prepayments_apart(code: str) -> None:
    expected = "not_run" if code in {"BAL004", "BAL008"} else "holds"  # only what stands apart is detailed
    assert sheet(MICRO, code, form="uk") == expected
    assert sheet(MICRO, code) == expected  # the layout is seen from its lines


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("BAL012", "net_current_assets"),
        ("BAL013", "total_assets_less_current_liabilities"),
        ("BAL014", "total_equity"),
        ("BAL015", "net_assets"),
    ],
)
def test_a_uk_micro_sheet_with_one_figure_changed(code: str, changed: str) -> None:
    assert sheet({**MICRO, changed: "19,999"}, code, form="uk") == "broken"


WESTERN = {
    "revenue": "900",
    "cost_of_sales": "500",
    "gross_profit": "400",
    "Wages|": "100",
    "Rent|": "50",
    "Grant income|": "20",
    "operating_profit": "270",
}


def test_lines_printed_with_dashes_only_are_no_detail() -> None:
    column = {"total_current_assets": "2,909", "prepayments": "-", "cash": "-", "net_assets": "1"}
    assert sheet(column, "BAL004", form="uk") == "not_run"


def test_share_capital_not_paid_stands_on_top() -> None:
    column = {"Called up share capital not paid|": "1,000", "net_current_assets": "500", "total_assets_less_current_liabilities": "1,500"}
    assert sheet(column, "BAL013", form="uk") == "holds"
    assert sheet({**column, "total_assets_less_current_liabilities": "9,500"}, "BAL013", form="uk") == "broken"


def test_a_deduction_without_brackets() -> None:
    column = {"total_current_assets": "431,748", "other_payables": "433,912", "provisions": "433", "net_assets": "-1,731"}
    assert sheet(column, "BAL015", form="uk") == "holds"
    assert sheet({**column, "net_assets": "1,731"}, "BAL015", form="uk") == "broken"


def test_a_sum_of_an_incomplete_statement_is_not_judged_broken() -> None:
    column = {"cash": "50.00", "total_current_assets": "90.00"}
    assert sheet(column, "BAL004", complete=False) == "not_run"
    assert sheet({**column, "total_current_assets": "50.00"}, "BAL004", complete=False) == "holds"


def test_western_expenses_without_a_concept() -> None:
    assert income(WESTERN, "INC005") == "holds"
    assert income({**WESTERN, "operating_profit": "350"}, "INC005") == "broken"


def test_expenses_that_spell_out_a_printed_total() -> None:
    column = {"gross_profit": "400", "Wages|": "100", "Rent|": "50", "sga_expenses": "150", "operating_profit": "250"}
    assert income(column, "INC005") == "holds"


def test_direct_costs_on_several_lines() -> None:
    column = {"revenue": "900", "Direct wages|": "100", "cost_of_sales": "400", "gross_profit": "400"}
    assert income(column, "INC004") == "holds"


def test_a_profit_and_loss_account_by_nature() -> None:
    column = {
        "revenue": "900", "other_income": "10", "raw_materials_consumed": "400", "staff_costs": "200", "depreciation_amortisation": "50",
        "Other charges|": "60", "profit_before_tax": "200", "income_tax": "40", "net_profit": "160",
    }  # fmt: skip
    assert income(column, "INC003", form="uk") == "holds"


def test_expenses_that_are_a_part_of_the_total_below_them() -> None:
    paper = Paper("a.pdf", form="uk").statement(
        "income_statement",
        {THIS: {"gross_profit": "19,459", "selling_expenses": "7,556", "admin_expenses": "11,657", "operating_profit": "7,802"}},
    )
    (statement,) = paper.records
    assert isinstance(statement, FinancialStatement)
    assert status(judged(paper), "INC005") == "broken"
    total = replace(statement.lines[2], label="Total administrative expenses")
    paper.records = [replace(statement, lines=(*statement.lines[:2], total, statement.lines[3]))]
    assert status(judged(paper), "INC005") == "holds"


def test_exceptional_items_above_operating_profit() -> None:
    column = {"gross_profit": "400", "sga_expenses": "150", "non_operating_expenses": "80", "operating_profit": "170"}
    assert income(column, "INC005") == "holds"
    assert income({**column, "operating_profit": "190"}, "INC005") == "broken"


def test_debtors_on_two_lines() -> None:
    column = {"cash": "10", "receivables_total": "35", "total_current_assets": "115"}
    paper = Paper("a.pdf", form="uk").statement("balance_sheet", {THIS: column})
    later = Paper("b.pdf").statement("balance_sheet", {THIS: {"receivables_total": "70"}})
    statement, extra = paper.records[0], later.records[0]
    assert isinstance(statement, FinancialStatement) and isinstance(extra, FinancialStatement)
    assert status(judged(paper), "BAL004") == "broken"
    second = replace(extra.lines[0], label="Debtors: amounts falling due after more than one year")
    paper.records = [replace(statement, lines=(*statement.lines, second))]
    assert status(judged(paper), "BAL004") == "holds"


def test_lines_of_a_western_cash_flow_statement_without_a_concept() -> None:
    column = {
        "cf_operating_net": "902",
        "Repayment of hire purchase|investing": "-620",
        "cf_interest_paid": "158",
        "cf_dividends_paid": "55",
    }
    paper = Paper("a.pdf", form="western").statement("cash_flow", {THIS: {**column, "cf_financing_net": "-833"}})
    assert status(judged(paper), "CFS003") == "holds"
    assert status(judged(paper), "CFS001") == "not_run"  # no line of the direct method


def test_finance_income_as_part_of_net_finance_costs() -> None:
    column = {"operating_profit": "120", "finance_costs": "10", "interest_income": "2", "profit_before_tax": "110"}
    assert income(column, "INC006") == "holds"


def test_the_reconciliation_stands_in_for_the_direct_method_only_when_that_is_not_printed() -> None:
    indirect = {"cfi_net_profit": "100.00", "cfi_depreciation": "20.00", "cf_operating_net": "120.00"}
    assert status(judged(Paper("a.pdf").statement("cash_flow", {THIS: indirect})), "CFS001") == "holds"
    both = {**indirect, "cf_receipts_customers": "500.00", "cf_payments_suppliers": "300.00"}
    assert status(judged(Paper("a.pdf").statement("cash_flow", {THIS: both})), "CFS001") == "broken"


def test_a_concept_on_two_lines_is_added_up_and_a_total_is_not() -> None:
    paper = Paper("a.pdf").statement(
        "balance_sheet", {THIS: {"cash": "50.00", "other_receivables": "10.00", "total_current_assets": "75.00"}}
    )
    twice = Paper("b.pdf").statement("balance_sheet", {THIS: {"other_receivables": "15.00"}})
    statement, extra = paper.records[0], twice.records[0]
    assert isinstance(statement, FinancialStatement) and isinstance(extra, FinancialStatement)
    paper.records[0] = replace(statement, lines=(*statement.lines, *extra.lines))
    assert status(judged(paper), "BAL004") == "holds"


def test_two_halves_of_a_chinese_sheet_read_as_one_row_prove_nothing() -> None:
    paper = Paper("a.pdf", form="xqy").statement("balance_sheet", {THIS: {"cash": "50.00", "total_current_assets": "90.00"}})
    (statement,) = paper.records
    assert isinstance(statement, FinancialStatement)
    first = statement.lines[0]
    doubled = replace(first, figures=(*first.figures, PeriodFigure(THIS, "instant", paper.figure("900.00"))))
    paper.records = [replace(statement, lines=(doubled, *statement.lines[1:]))]
    assert status(judged(paper), "BAL004") == "not_run"


def test_columns_without_dates_are_kept_apart() -> None:
    paper = Paper("a.pdf").statement("balance_sheet", {THIS: {"total_assets": "100.00"}, LAST: {"total_assets": "90.00"}})
    paper.statement("balance_sheet", {THIS: {"total_liabilities_and_equity": "100.00"}, LAST: {"total_liabilities_and_equity": "80.00"}})
    one, other = paper.records
    assert isinstance(one, FinancialStatement) and isinstance(other, FinancialStatement)
    lines = [
        replace(line, figures=tuple(PeriodFigure(None, "instant", column.figure) for column in line.figures))
        for line in (*one.lines, *other.lines)
    ]
    paper.records = [replace(one, lines=tuple(lines), periods=())]
    assert sorted(tie.status for tie in results(judged(paper), "BAL001")) == ["broken", "holds"]
