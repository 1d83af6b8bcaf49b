"""Every kind of form is read back as it was printed: values, periods, lines, counts, concepts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.document import REMARKS
from tests.extract.forms_made import UNDATED, Case, cases, matching, read_back

CASES = [pytest.param(case, id=f"{case.form}-{case.layout}-{case.firm[0]}{case.firm[1]}") for case in cases()]
TYPES = {
    "vat_general": "tax_return", "vat_small": "tax_return", "cit_annual": "tax_return", "cit_quarterly": "tax_return", "uk_vat": "tax_return",
    "ct600": "tax_return", "us_1120": "tax_return", "us_sales_tax": "tax_return", "tax_certificate": "tax_return",
    "wage_tax": "payroll_return", "social_insurance": "payroll_return", "rti_fps": "payroll_return", "us_941": "payroll_return",
    "trial_balance": "trial_balance", "credit_report": "credit_report", "utility_bill": "utility_bill", "valuation": "valuation",
    "loan_application": "loan_application", "register_issued": "other", "register_received": "other",
}  # fmt: skip
#: Lines that are the concept only together with others, and read as such (test_forms_parts).
SUMMED = {("vat_sales_taxable", "vat_small"), ("cit_adjustments", "cit_annual")}
#: The box prints an amount without its direction: to pay or to reclaim is another box's business.
UNSIGNED = {"vat_due", "cit_profit"}


def test_there_is_a_case_of_every_form() -> None:
    assert {case.values[0].form for case in CASES} == set(TYPES)


@pytest.mark.parametrize("case", CASES)
def test_every_figure_is_read_in_its_line_column_and_period(case: Case) -> None:
    read = read_back(case)
    assert read.record.type == TYPES[case.form]
    lost = []
    for entry in read.entries:
        found = [one for _, one in matching(read.record, entry) if one.figure.value == entry.value]
        if case.form not in UNDATED:
            found = [one for one in found if one.period == entry.period and one.span in (entry.span, "year", "year_to_date")]
        if not found:
            lost.append((entry.label, entry.field, entry.printed, entry.period))
    assert not lost, f"{len(lost)} of {len(read.entries)}: {lost[:5]}"


@pytest.mark.parametrize("case", CASES)
def test_no_figure_is_read_that_is_not_printed(case: Case) -> None:
    read = read_back(case)
    words = [text for line in read.printed.lines for text in line.texts.values()]
    printed = {entry.value for entry in read.entries} | {
        Decimal(word.replace(",", "")) for word in words if word.replace(",", "").replace(".", "").isdigit()
    }
    extra = [
        one.figure.printed
        for line in read.record.lines
        for one in line.figures
        if not one.figure.operands and one.figure.value not in printed
    ]
    assert not extra


@pytest.mark.parametrize("case", CASES)
def test_a_line_has_the_concept_that_the_firm_printed_it_for(case: Case) -> None:
    read = read_back(case)
    for entry in read.entries:
        for line, _ in matching(read.record, entry):
            if entry.concept is None or (entry.concept, case.form) in SUMMED:
                continue
            assert line.concept == entry.concept or entry.concept in UNSIGNED, (line.label, line.concept)


@pytest.mark.parametrize("case", CASES)
def test_the_heading_is_read(case: Case) -> None:
    read = read_back(case)
    record = read.record
    assert record.currency in {read.printed.currency, "XXX"}, "a wrong currency is worse than none"
    if case.form not in {"valuation"}:
        assert record.entity == read.printed.entity
    if case.form not in UNDATED:
        assert record.end == read.printed.end
    assert read.document.status == "read", [one.code for one in read.document.warnings if one.code not in REMARKS]


def test_persons_and_kilowatt_hours_are_counts_and_not_money() -> None:
    units = {}
    for param in CASES:
        for line in read_back(param.values[0]).record.lines:  # type: ignore[arg-type]
            if line.concept in {"iit_persons", "si_persons", "electricity_kwh", "iit_wages"}:
                units[line.concept] = line.figures[0].unit
    assert units == {"iit_persons": "persons", "si_persons": "persons", "electricity_kwh": "kWh", "iit_wages": None}


def test_an_answer_in_words_is_a_field() -> None:
    record = read_back(next(param.values[0] for param in CASES if param.values[0].form == "loan_application")).record
    assert any(field.caption in {"借款用途", "Purpose"} and field.text for field in record.fields)
    terms = [one for line in record.lines for one in line.figures if one.unit == "months"]
    assert len(terms) == 1


def test_the_days_of_a_loan_are_words_of_its_line() -> None:
    record = read_back(next(param.values[0] for param in CASES if param.values[0].form == "credit_report")).record
    loans = [dict(line.texts) for line in record.lines if "due" in dict(line.texts)]
    assert loans
    assert all(len(texts["due"]) == 10 and len(texts["opened"]) == 10 and texts["class"] for texts in loans)
