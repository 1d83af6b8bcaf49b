"""Statements: columns, lines, and the settings that spoil them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from samples.records.compose import papers
from samples.records.record import Statement
from samples.records.workbook import year_start
from tests.samples.records.made import clean, ledgers, without_stub


def _statement(made: object, name: str) -> Statement:
    record = next(document.record for document in made.documents if document.id == name)  # type: ignore[attr-defined]
    assert isinstance(record, Statement)
    return record


def test_the_opening_column_is_the_last_year_end() -> None:
    firm = ledgers("xqy").firm
    sheet = _statement(clean("xqy"), f"balance_sheet-{firm.year_ends[-1].year}")
    assert [column.period for column in sheet.columns] == [firm.year_ends[-1], year_start(firm.year_ends[-1]) - timedelta(days=1)]


def test_a_year_before_the_books_has_no_column() -> None:
    firm = ledgers("xqy").firm
    assert len(_statement(clean("xqy"), f"income_statement-{firm.year_ends[0].year}").columns) == 1
    assert len(_statement(clean("xqy"), f"income_statement-{firm.year_ends[1].year}").columns) == 2


def test_chinese_interim_flows_have_the_year_to_date_and_the_month() -> None:
    made = next(one for one in (ledgers("xqy"), ledgers("cas"), ledgers("xqy", "services")) if one.firm.last > one.firm.year_ends[-1])
    income = _statement(papers(made), f"income_statement-{made.firm.last:%Y-%m}")
    assert [column.span for column in income.columns] == ["year_to_date", "month"]
    assert income.columns[0].figures["revenue"] >= income.columns[1].figures["revenue"]


def test_without_months_after_the_year_there_is_nothing_interim() -> None:
    made = papers(without_stub(ledgers("xqy")))
    end = made.ledgers.firm.year_ends[-1]
    assert max(document.record.period for document in made.of("balance_sheet")) == end


def test_totals_are_printed_even_when_they_are_nothing() -> None:
    for column in _statement(clean("xqy"), f"balance_sheet-{ledgers('xqy').firm.year_ends[-1].year}").columns:
        assert "total_noncurrent_liabilities" in column.figures


def test_a_micro_entity_prints_no_lines_but_totals() -> None:
    firm = ledgers("frs105").firm
    sheet = _statement(clean("frs105"), f"balance_sheet-{firm.year_ends[-1].year}")
    assert "trade_receivables" not in sheet.columns[0].figures
    assert sheet.columns[0].figures["net_assets"] == sheet.columns[0].figures["total_equity"]


def test_own_expense_lines_add_up_to_their_total() -> None:
    firm = ledgers("us_gaap").firm
    income = _statement(clean("us_gaap"), f"income_statement-{firm.year_ends[-1].year}")
    for index, column in enumerate(income.columns):
        assert sum(amounts[index] for _, _, amounts in income.inner) == column.figures["sga_expenses"]


def test_the_unit_is_as_set() -> None:
    made = papers(ledgers("xqy", unit=10_000))
    assert {document.record.unit for document in made.of("balance_sheet") if isinstance(document.record, Statement)} == {10_000}


def test_a_missing_cash_flow_is_missing() -> None:
    assert not papers(ledgers("xqy", cash_flow="missing")).of("cash_flow")


@pytest.mark.parametrize("how", ["plug", "zero"])
def test_a_spoilt_cash_flow_still_adds_up(how: str) -> None:
    for document in papers(ledgers("xqy", cash_flow=how)).of("cash_flow"):
        assert isinstance(document.record, Statement)
        for column in document.record.columns:
            f = column.figures
            assert f["cf_net_increase"] == f["cf_operating_net"] + f["cf_investing_net"] + f["cf_financing_net"]
            assert f["cf_closing_cash"] == f["cf_opening_cash"] + f["cf_net_increase"]


def test_a_plug_moves_receipts_and_keeps_the_net() -> None:
    name = f"cash_flow-{ledgers('xqy').firm.year_ends[-1].year}"
    honest = _statement(clean("xqy"), name).columns[0].figures
    forced = _statement(papers(ledgers("xqy", cash_flow="plug")), name).columns[0].figures
    assert forced["cf_receipts_customers"] != honest["cf_receipts_customers"]
    assert forced["cf_operating_net"] == honest["cf_operating_net"]


def test_a_moved_comparative_keeps_every_total() -> None:
    name = f"income_statement-{ledgers('xqy').firm.year_ends[-1].year}"
    honest = _statement(clean("xqy"), name).columns[1].figures
    moved = _statement(papers(ledgers("xqy", comparatives="moved")), name).columns[1].figures
    assert {line for line in honest if honest[line] != moved[line]} == {"admin_expenses", "selling_expenses"}
    assert moved["admin_expenses"] + moved["selling_expenses"] == honest["admin_expenses"] + honest["selling_expenses"]


def test_a_debit_balance_of_the_owner_stays_in_payables_when_not_reclassified() -> None:
    from samples.records.position import position

    balances = {"owner_loan": 500, "capital": -500}
    assert position(balances, "xqy")["other_receivables"] == 500
    kept = position(balances, "xqy", reclassified=False)
    assert (kept["other_payables"], kept["total_assets"]) == (-500, kept["total_liabilities_and_equity"])


def test_what_is_scrapped_is_added_back_as_a_loss() -> None:
    from samples.records.cash import reconciliation

    moved = {
        ("depreciation", "", "depreciation"): 40,
        ("depreciation", "", "accumulated_depreciation"): -40,
        ("disposal", "", "accumulated_depreciation"): 70,
        ("disposal", "", "fixed_assets"): -100,
        ("disposal", "", "non_operating_expenses"): 30,
    }
    told = reconciliation(moved, {"net_profit": -70}, 0, "cas")
    assert (told["cfi_depreciation"], told["cfi_disposal_loss"], told["cfi_other"]) == (40, 30, 0)


def test_a_moved_comparative_stands_on_a_line_that_was_empty() -> None:
    year = ledgers("frs105").firm.year_ends[-1].year
    honest = _statement(clean("frs105"), f"income_statement-{year}").columns[1].figures
    moved = _statement(papers(ledgers("frs105", comparatives="moved")), f"income_statement-{year}").columns[1].figures
    assert sum(honest.get(line, 0) != moved[line] for line in moved) == 2
    assert moved["net_profit"] == honest["net_profit"]
