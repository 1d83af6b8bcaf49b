"""Printed statements: they say what the ledger says, and they add up.

Sums are written out here by hand; neither the generator's totals nor the engine under test has a part in them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from samples.company import firm
from samples.loan_file import honest
from samples.papers.forms import ASSETS, CASH_FLOW, INCOME, LIABILITIES
from samples.trading import YEARS, books

seeds = st.integers(0, 10**6)
YEAR = YEARS[-1]
#: Balance sheet lines and the accounts behind them, written down apart from the ledger's own table.
ASSET_ACCOUNTS = {"cash": ["bank"], "trade_receivables": ["receivables"], "inventories": ["stock"], "fixed_assets_cost": ["equipment"]}
DEBT_ACCOUNTS = {
    "accumulated_depreciation": ["depreciation_to_date"],
    "short_term_borrowings": ["loan"],
    "trade_payables": ["payables"],
    "employee_benefits_payable": ["wages_owed"],
    "taxes_payable": ["vat", "surcharges_owed", "income_tax_owed", "payroll_tax_owed"],
    "paid_in_capital": ["capital"],
    "surplus_reserve": ["surplus_reserve"],
    "retained_earnings": ["retained"],
}


def read(printed: str) -> Decimal:
    """What a person reads: brackets are a minus, a dash is nothing."""
    text = printed.replace(",", "").replace("£", "").replace("¥", "")
    if text in {"-", ""}:
        return Decimal(0)
    return -Decimal(text.strip("()")) if text.startswith("(") else Decimal(text)


def columns(paper) -> dict[tuple[date, str], dict[str, Decimal]]:
    """Column -> concept -> what is printed there, with the printed sign."""
    found: dict[tuple[date, str], dict[str, Decimal]] = {}
    for entry in paper.entries():
        found.setdefault((entry.period, entry.span), {})[entry.concept] = read(entry.printed)
    return found


def add(column: dict[str, Decimal], *concepts: str) -> Decimal:
    return sum((column.get(concept, Decimal(0)) for concept in concepts), Decimal(0))


def papers(seed: int, language: str):
    borrower = firm(seed, language)
    made = books(borrower)
    file = honest(borrower, made)
    return made, {handed.name: handed for handed in file.documents}, file


def test_the_forms_have_their_official_numbers_once_and_in_order():
    assert [line[0] for line in (*ASSETS, *LIABILITIES) if line[0]] == list(range(1, 54))
    assert [line[0] for line in INCOME if line[0]] == list(range(1, 33))
    assert [line[0] for line in CASH_FLOW if line[0]] == list(range(1, 23))


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_the_chinese_balance_sheet_says_what_the_ledger_says(seed):
    made, _, file = papers(seed, "zh")
    for (day, _), column in columns(file.document("balance_sheet").paper).items():
        for sign, lines in ((1, ASSET_ACCOUNTS), (-1, DEBT_ACCOUNTS)):
            for concept, accounts in lines.items():
                assert column[concept] == sign * sum(made.ledger.balance(account, day) for account in accounts) / Decimal(100)


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_the_chinese_balance_sheet_adds_up_to_the_fen(seed):
    _, _, file = papers(seed, "zh")
    for column in columns(file.document("balance_sheet").paper).values():
        assert column["total_current_assets"] == add(column, *(line[2] for line in ASSETS if line[0] in {*range(1, 10), 14}))
        assert column["fixed_assets_net"] == column["fixed_assets_cost"] - column["accumulated_depreciation"]
        assert column["total_assets"] == column["total_current_assets"] + column["fixed_assets_net"]
        assert column["total_current_liabilities"] == add(column, *(line[2] for line in LIABILITIES if line[0] in range(31, 41)))
        assert column["total_equity"] == add(column, *(line[2] for line in LIABILITIES if line[0] in range(48, 52)))
        assert column["total_liabilities_and_equity"] == column["total_liabilities"] + column["total_equity"]
        assert column["total_assets"] == column["total_liabilities_and_equity"]


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_the_chinese_flow_statements_add_up_to_the_fen(seed):
    _, _, file = papers(seed, "zh")
    for column in columns(file.document("income_statement").paper).values():
        costs = add(column, "cost_of_sales", "taxes_and_surcharges", "selling_expenses", "admin_expenses", "finance_costs")
        parts = add(column, "urban_maintenance_tax", "education_surcharge", "property_stamp_taxes")
        assert column["taxes_and_surcharges"] == parts
        assert column["operating_profit"] == column["revenue"] - costs == column["profit_before_tax"]
        assert column["net_profit"] == column["profit_before_tax"] - add(column, "income_tax")
    for column in columns(file.document("cash_flow").paper).values():
        into = add(column, "cf_receipts_customers", "cf_other_operating_in")
        out = add(column, "cf_payments_suppliers", "cf_payments_employees", "cf_taxes_paid", "cf_other_operating_out")
        assert add(column, "cf_operating_net") == into - out
        assert add(column, "cf_investing_net") == -add(column, "cf_capex")
        lent = add(column, "cf_borrowings_received") - add(column, "cf_principal_repaid", "cf_interest_paid", "cf_dividends_paid")
        assert add(column, "cf_financing_net") == lent
        assert column["cf_net_increase"] == add(column, "cf_operating_net", "cf_investing_net", "cf_financing_net")
        assert column["cf_closing_cash"] == column["cf_opening_cash"] + column["cf_net_increase"]


@settings(max_examples=10, deadline=None)
@given(seeds)
def test_british_statements_add_up_within_half_a_pound_for_each_figure(seed):
    _, _, file = papers(seed, "en")

    def near(total: Decimal, parts: Decimal, figures: int) -> bool:
        return abs(total - parts) <= figures // 2

    for column in columns(file.document("balance_sheet").paper).values():  # creditors print in brackets, so they add
        assert near(column["total_current_assets"], add(column, "inventories", "receivables_total", "cash"), 4)
        assert near(column["net_current_assets"], add(column, "total_current_assets", "total_current_liabilities"), 3)
        assert near(column["total_assets_less_current_liabilities"], add(column, "fixed_assets_net", "net_current_assets"), 3)
        later = add(column, "total_assets_less_current_liabilities", "creditors_after_one_year")
        assert near(column["net_assets"], later, 3)
        assert near(column["total_equity"], add(column, "paid_in_capital", "retained_earnings"), 3)
        assert column["net_assets"] == column["total_equity"]
    for column in columns(file.document("income_statement").paper).values():
        assert near(column["gross_profit"], add(column, "revenue", "cost_of_sales"), 3)
        assert near(column["operating_profit"], add(column, "gross_profit", "selling_expenses", "admin_expenses"), 4)
        assert near(column["profit_before_tax"], add(column, "operating_profit", "finance_costs"), 3)
        assert near(column["net_profit"], add(column, "profit_before_tax", "income_tax"), 3)
    for column in columns(file.document("cash_flow").paper).values():
        assert near(column["cf_net_increase"], add(column, "cf_operating_net", "cf_investing_net", "cf_financing_net"), 4)
        assert near(column["cf_closing_cash"], add(column, "cf_opening_cash", "cf_net_increase"), 3)


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from(["zh", "en"]))
def test_papers_of_one_file_agree_with_each_other(seed, language):
    _, handed, file = papers(seed, language)
    sheet = columns(file.document("balance_sheet").paper)
    this, last = sheet[date(YEAR, 12, 31), "instant"], sheet[date(YEAR - 1, 12, 31), "instant"]
    own = next(paper.paper for name, paper in handed.items() if paper.paper.record == "balance_sheet" and str(YEAR - 1) in name)
    assert columns(own)[date(YEAR - 1, 12, 31), "instant"] == last
    flow = next(column for (day, span), column in columns(file.document("cash_flow").paper).items() if day.year == YEAR and span != "month")
    assert flow["cf_closing_cash"] == this["cash"]
    assert flow["cf_opening_cash"] == last["cash"]
    closing = [entry.value for paper in handed.values() for entry in paper.paper.entries() if entry.field == "closing"]
    assert abs(closing[-1] - this["cash"]) <= (Decimal(0) if language == "zh" else Decimal("0.5"))


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from(["zh", "en"]))
def test_bank_statements_chain_line_by_line_and_from_one_to_the_next(seed, language):
    _, handed, _ = papers(seed, language)
    statements = [paper.paper for paper in handed.values() if paper.paper.record == "bank_statement"]
    assert len(statements) == 2
    before = None
    for paper in statements:
        entries = list(paper.entries())
        balance = next(entry.value for entry in entries if entry.field == "opening")
        assert before in {None, balance}
        amounts = [entry.value for entry in entries if entry.field == "amount"]
        balances = [entry.value for entry in entries if entry.field == "balance"]
        for amount, after in zip(amounts, balances, strict=True):
            balance += amount
            assert balance == after
        assert balance == next(entry.value for entry in entries if entry.field == "closing")
        assert sum(amount for amount in amounts if amount > 0) == next(e.value for e in entries if e.field == "total_credits")
        assert -sum(amount for amount in amounts if amount < 0) == next(e.value for e in entries if e.field == "total_debits")
        before = balance


@settings(max_examples=8, deadline=None)
@given(seeds, st.sampled_from(["zh", "en"]))
def test_invoices_add_up_and_their_money_went_through_the_bank(seed, language):
    borrower = firm(seed, language)
    _, handed, _ = papers(seed, language)
    rate = Decimal("0.13") if language == "zh" else Decimal("0.20")
    moved = {abs(entry.value) for paper in handed.values() for entry in paper.paper.entries() if entry.field == "amount"}
    invoices = [paper.paper for paper in handed.values() if paper.paper.record == "invoice"]
    assert len(invoices) == 3
    for paper in invoices:
        of = {field: [e.value for e in paper.entries() if e.field == field] for field in ("net", "tax", "total", "line_net", "line_tax")}
        assert of["total"][0] == of["net"][0] + of["tax"][0]
        assert of["net"][0] == sum(of["line_net"])
        assert of["total"][0] in moved
        for net, tax in zip(of["line_net"], of["line_tax"], strict=False):
            assert abs(net * rate - tax) <= Decimal("0.005")
        assert abs(of["net"][0] * rate - of["tax"][0]) <= Decimal("0.01") * len(of["line_net"])
    assert borrower.profile.vat == rate * 1000
