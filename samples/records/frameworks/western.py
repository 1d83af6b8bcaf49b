"""FRS 105 and FRS 102 Section 1A, IFRS for SMEs, US GAAP and the American income tax basis."""

from __future__ import annotations

from dataclasses import replace

from samples.records.frameworks.form import (
    ASSET_NOTE,
    CREDITORS_NOTE,
    DEBTORS_NOTE,
    EQUITY_CHANGES,
    TRADE_NOTE,
    StatementForm,
)

_BRITISH_TOTALS = frozenset(
    {
        "total_noncurrent_assets", "total_current_assets", "total_current_liabilities", "net_current_assets",
        "total_assets_less_current_liabilities", "net_assets", "total_equity", "revenue", "gross_profit", "operating_profit",
        "profit_before_tax", "net_profit", "receivables_total", "cash",
    }
)  # fmt: skip
_BRITISH_BALANCE = (
    "intangible_assets", "fixed_assets_net", "total_noncurrent_assets", "inventories", "receivables_total", "other_current_assets", "cash",
    "total_current_assets", "total_current_liabilities", "net_current_assets", "total_assets_less_current_liabilities",
    "creditors_after_one_year", "provisions", "net_assets", "paid_in_capital", "capital_reserve", "surplus_reserve", "retained_earnings",
    "total_equity",
)  # fmt: skip

FRS102 = StatementForm(
    framework="frs102",
    balance_sheet=_BRITISH_BALANCE,
    income_statement=(
        "revenue", "cost_of_sales", "gross_profit", "selling_expenses", "admin_expenses", "other_income", "operating_profit",
        "interest_income", "finance_costs", "profit_before_tax", "income_tax", "net_profit",
    ),
    notes=(*DEBTORS_NOTE, *CREDITORS_NOTE, "long_term_borrowings", *ASSET_NOTE, *TRADE_NOTE, "bank_loans_note"),
    totals=_BRITISH_TOTALS,
)  # fmt: skip

#: The micro-entity formats: totals of the balance sheet alone, and an account of eight lines by nature.
FRS105 = StatementForm(
    framework="frs105",
    balance_sheet=(
        "total_noncurrent_assets", "total_current_assets", "total_current_liabilities", "net_current_assets",
        "total_assets_less_current_liabilities", "creditors_after_one_year", "net_assets", "total_equity",
    ),
    income_statement=(
        "revenue", "other_income", "raw_materials_consumed", "staff_costs", "depreciation_amortisation", "sga_expenses", "income_tax",
        "net_profit",
    ),
    notes=("employees_average",),
    totals=_BRITISH_TOTALS,
)  # fmt: skip

_WESTERN_TOTALS = frozenset(
    {
        "cash", "inventories", "receivables_total", "total_current_assets", "fixed_assets_net", "total_noncurrent_assets",
        "total_assets", "total_current_liabilities", "total_noncurrent_liabilities", "total_liabilities", "total_equity",
        "total_liabilities_and_equity", "revenue", "gross_profit", "operating_profit", "profit_before_tax", "net_profit",
        "total_comprehensive_income", "cf_operating_net", "cf_investing_net", "cf_financing_net", "cf_net_increase", "cf_opening_cash",
        "cf_closing_cash", "cfi_net_profit", "eq_opening", "eq_profit", "eq_closing",
    }
)  # fmt: skip
_INDIRECT_FLOW = (
    "cfi_net_profit", "cfi_depreciation", "cfi_amortisation", "cfi_disposal_loss", "cfi_finance_costs", "cfi_inventory_decrease",
    "cfi_receivables_decrease", "cfi_payables_increase", "cfi_other", "cf_operating_net", "cf_disposal_proceeds", "cf_capex",
    "cf_other_investing_in", "cf_other_investing_out", "cf_investing_net", "cf_borrowings_received", "cf_capital_received",
    "cf_other_financing_in", "cf_principal_repaid", "cf_interest_paid", "cf_dividends_paid", "cf_other_financing_out",
    "cf_financing_net", "cf_net_increase", "cf_opening_cash", "cf_closing_cash",
)  # fmt: skip

IFRS_SMES = StatementForm(
    framework="ifrs_smes",
    balance_sheet=(
        "fixed_assets_net", "intangible_assets", "total_noncurrent_assets", "inventories", "receivables_total", "other_current_assets",
        "cash", "total_current_assets", "total_assets", "short_term_borrowings", "trade_payables", "notes_payable",
        "advances_from_customers", "employee_benefits_payable", "taxes_payable", "interest_payable", "dividends_payable", "other_payables",
        "due_to_related", "total_current_liabilities", "long_term_borrowings", "total_noncurrent_liabilities", "total_liabilities",
        "paid_in_capital", "capital_reserve", "surplus_reserve", "retained_earnings", "total_equity", "total_liabilities_and_equity",
    ),
    income_statement=(
        "revenue", "cost_of_sales", "gross_profit", "other_income", "selling_expenses", "admin_expenses", "operating_profit",
        "interest_income", "finance_costs", "profit_before_tax", "income_tax", "net_profit", "other_comprehensive_income",
        "total_comprehensive_income",
    ),
    cash_flow=_INDIRECT_FLOW,
    equity_changes=EQUITY_CHANGES,
    notes=(*DEBTORS_NOTE, *ASSET_NOTE, *TRADE_NOTE, "bank_loans_note"),
    totals=_WESTERN_TOTALS,
)  # fmt: skip

#: Assets by liquidity; income in several steps, the firm's own expense lines below gross profit.
US_GAAP = StatementForm(
    framework="us_gaap",
    balance_sheet=(
        "cash", "trade_receivables", "notes_receivable", "other_receivables", "due_from_related", "tax_receivable", "inventories",
        "prepayments", "other_current_assets", "total_current_assets", "fixed_assets_cost", "accumulated_depreciation",
        "fixed_assets_net", "intangible_assets", "total_noncurrent_assets", "total_assets", "short_term_borrowings", "trade_payables",
        "notes_payable", "advances_from_customers", "employee_benefits_payable", "taxes_payable", "interest_payable",
        "dividends_payable", "other_payables", "due_to_related", "total_current_liabilities", "long_term_borrowings",
        "total_noncurrent_liabilities", "total_liabilities", "paid_in_capital", "capital_reserve", "surplus_reserve",
        "retained_earnings", "total_equity", "total_liabilities_and_equity",
    ),
    income_statement=(
        "revenue", "cost_of_sales", "gross_profit", "sga_expenses", "other_income", "operating_profit", "interest_income",
        "finance_costs", "profit_before_tax", "income_tax", "net_profit",
    ),
    cash_flow=_INDIRECT_FLOW,
    notes=(*ASSET_NOTE[3:], *TRADE_NOTE, "bank_loans_note"),
    totals=_WESTERN_TOTALS,
    detailed=True,
)  # fmt: skip

#: A compiled statement of revenues and expenses on the tax basis; no cash flow statement, no notes but a few figures.
US_TAX = replace(US_GAAP, framework="us_tax", cash_flow=(), notes=("depreciation_charge", "interest_expense", "purchases", "staff_costs"))
