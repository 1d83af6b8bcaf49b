"""Returns and other forms: their own arithmetic, and the books behind them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from samples.books.journal import Entry
from samples.records.compose import papers
from samples.records.loans import loans
from samples.records.record import Form
from samples.records.returns.chinese_income import assessed
from samples.records.returns.tax_year import quarters
from tests.samples.clean_ties import cell
from tests.samples.records.made import clean, drawn, ledgers


def _forms(framework: str, *names: str, taxpayer: str = "") -> list[Form]:
    made = clean(framework, "trade", taxpayer)  # type: ignore[arg-type]
    return [document.record for document in made.documents if isinstance(document.record, Form) and document.record.form in names]


def test_a_month_brings_forward_what_the_last_left() -> None:
    forms = _forms("xqy", "vat_general", taxpayer="general")
    assert len(forms) >= 12
    for one, other in pairwise(forms):
        assert cell(one, "20", "month") == cell(other, "13", "month")


def test_the_lines_of_the_vat_return_follow_from_each_other() -> None:
    for form in _forms("xqy", "vat_general", taxpayer="general"):
        for column in ("month", "year"):
            at = {line.number: line.amounts[column] for line in form.lines if line.number}
            assert at["17"] == at["12"] + at["13"] - at["14"] - at["15"] + at["16"] or column == "year"
            assert at["19"] == at["11"] - at["18"]
            assert at["24"] == at["19"] + at["21"] - at["23"]
        month = {line.number: line.amounts["month"] for line in form.lines if line.number}
        assert month["18"] == min(month["17"], month["11"])
        assert month["20"] == month["17"] - month["18"]


def test_the_year_is_the_sum_of_its_months() -> None:
    total: dict[int, int] = {}
    for form in _forms("xqy", "vat_general", taxpayer="general"):
        total[form.end.year] = total.get(form.end.year, 0) + cell(form, "1", "month")
        assert cell(form, "1", "year") == total[form.end.year]


def test_a_small_scale_return_is_due_after_relief() -> None:
    for form in _forms("xqy", "vat_small", taxpayer="small_scale"):
        assert cell(form, "20", "quarter") == cell(form, "15", "quarter") - cell(form, "16", "quarter")


def test_nine_boxes() -> None:
    for form in _forms("frs102", "uk_vat"):
        at = {line.number: line.amounts["quarter"] for line in form.lines}
        assert at["3"] == at["1"] + at["2"]
        assert at["5"] == abs(at["3"] - at["4"])
        assert at["6"] % 100 == at["7"] % 100 == 0


@pytest.mark.parametrize(
    ("profit", "tax", "relief"), [(1_000_000_00, 50_000_00, 200_000_00), (4_000_000_00, 1_000_000_00, 0), (-5_00, 0, 0)]
)
def test_a_return_behind_a_tax(profit: int, tax: int, relief: int) -> None:
    told = assessed(profit, tax)
    assert told.relief == relief
    assert told.full - told.relief == tax


def test_losses_explain_a_tax_that_is_too_small() -> None:
    told = assessed(1_000_000_00, 20_000_00)
    assert (told.losses, told.taxable, told.adjustments) == (600_000_00, 400_000_00, 0)


def test_quarters_may_end_in_any_month() -> None:
    firm = drawn("xqy")
    ends = [end.month for _, end in quarters(firm.first, firm.last, 2)]
    assert set(ends) <= {2, 5, 8, 11}


@pytest.mark.parametrize("framework", ["xqy", "cas", "frs105", "us_tax"])
def test_a_trial_balance_balances(framework: str) -> None:
    for form in _forms(framework, "trial_balance"):
        total = next(line.amounts for line in form.lines if line.name == "total")
        for part in {column.name.split("_")[0] for column in form.columns}:
            assert total[f"{part}_debit"] == total[f"{part}_credit"], (framework, part)


def test_a_report_lists_what_each_lender_is_owed() -> None:
    firm = drawn("xqy")
    lender = "lender-9"
    entries = (
        Entry("e-1", firm.first, "loan_draw", (("bank_1", 900), ("short_loans", -900)), "cf_borrowings_received", lender),
        Entry("e-2", firm.last, "loan_repayment", (("short_loans", 400), ("bank_1", -400)), "cf_principal_repaid", lender),
    )
    found = loans(firm, entries, firm.last)
    assert [(loan.lender, loan.balance) for loan in found] == [(lender, 500)]
    assert loans(firm, entries, firm.first)[0].balance == 900


def test_a_meter_runs_on() -> None:
    readings = [
        (line.texts["previous"], line.texts["current"])
        for form in _forms("xqy", "utility_bill")
        for line in form.lines
        if line.name == "kwh"
    ]
    assert all(one[1] == other[0] for one, other in pairwise(readings))


def test_the_application_says_what_the_statements_say() -> None:
    made = papers(ledgers("xqy"))
    form = next(document.record for document in made.of("loan_application"))
    assert isinstance(form, Form)
    year = made.ledgers.firm.year_ends[-1].year
    income = next(document.record for document in made.documents if document.id == f"income_statement-{year}")
    stated = {key.name: amount for key, amount in income.figures() if key.period.year == year}
    assert cell(form, "revenue", "stated") == stated["revenue"]
    assert cell(form, "sum", "stated") == cell(form, "goods", "stated") + cell(form, "running", "stated")
