"""The small-enterprise standard (会小企01 to 03) and the general standard of 2019 (会企01 to 04)."""

from __future__ import annotations

from samples.records.frameworks.form import ASSET_NOTE, CASH_NOTE, EQUITY_CHANGES, TRADE_NOTE, StatementForm

_BALANCE_TOTALS = (
    "cash", "total_current_assets", "fixed_assets_net", "total_noncurrent_assets", "total_assets", "total_current_liabilities",
    "total_noncurrent_liabilities", "total_liabilities", "total_equity", "total_liabilities_and_equity",
)  # fmt: skip
_RESULT_TOTALS = ("revenue", "operating_profit", "profit_before_tax", "net_profit")
_CASH_TOTALS = (
    "cf_operating_net", "cf_investing_net", "cf_financing_net", "cf_net_increase", "cf_opening_cash", "cf_closing_cash",
)  # fmt: skip
_RECONCILIATION = (
    "cfi_net_profit", "cfi_impairment", "cfi_depreciation", "cfi_amortisation", "cfi_disposal_loss", "cfi_finance_costs",
    "cfi_investment_loss", "cfi_deferred_tax", "cfi_inventory_decrease", "cfi_receivables_decrease", "cfi_payables_increase", "cfi_other",
)  # fmt: skip

#: Lines 1 to 53 of 会小企01表, 1 to 32 of 会小企02表 and 1 to 22 of 会小企03表, in the order of their numbers.
XQY = StatementForm(
    framework="xqy",
    balance_sheet=(
        "cash", "short_term_investments", "notes_receivable", "trade_receivables", "prepayments", "dividends_receivable",
        "interest_receivable", "other_receivables", "inventories", "raw_materials", "work_in_progress", "finished_goods",
        "turnover_materials", "other_current_assets", "total_current_assets", "long_term_bond_investments",
        "long_term_equity_investments", "fixed_assets_cost", "accumulated_depreciation", "fixed_assets_net",
        "construction_in_progress", "construction_materials", "fixed_assets_disposal", "biological_assets", "intangible_assets",
        "development_expenditure", "long_term_deferred_expenses", "other_noncurrent_assets", "total_noncurrent_assets", "total_assets",
        "short_term_borrowings", "notes_payable", "trade_payables", "advances_from_customers", "employee_benefits_payable",
        "taxes_payable", "interest_payable", "dividends_payable", "other_payables", "other_current_liabilities",
        "total_current_liabilities", "long_term_borrowings", "long_term_payables", "deferred_income", "other_noncurrent_liabilities",
        "total_noncurrent_liabilities", "total_liabilities", "paid_in_capital", "capital_reserve", "surplus_reserve",
        "retained_earnings", "total_equity", "total_liabilities_and_equity",
    ),
    income_statement=(
        "revenue", "cost_of_sales", "taxes_and_surcharges", "consumption_tax", "business_tax", "urban_maintenance_tax", "resource_tax",
        "land_vat", "property_stamp_taxes", "education_surcharge", "selling_expenses", "repair_expense_goods", "advertising_expense",
        "admin_expenses", "startup_costs", "entertainment_expense", "research_expense", "finance_costs", "interest_expense",
        "investment_income", "operating_profit", "non_operating_income", "government_grants", "non_operating_expenses",
        "bad_debt_loss", "bond_investment_loss", "equity_investment_loss", "disaster_loss", "tax_late_fees", "profit_before_tax",
        "income_tax", "net_profit",
    ),
    cash_flow=(
        "cf_receipts_customers", "cf_other_operating_in", "cf_payments_suppliers", "cf_payments_employees", "cf_taxes_paid",
        "cf_other_operating_out", "cf_operating_net", "cf_investments_recovered", "cf_investment_income", "cf_disposal_proceeds",
        "cf_investments_paid", "cf_capex", "cf_investing_net", "cf_borrowings_received", "cf_capital_received", "cf_principal_repaid",
        "cf_interest_paid", "cf_dividends_paid", "cf_financing_net", "cf_net_increase", "cf_opening_cash", "cf_closing_cash",
    ),
    notes=(*CASH_NOTE, *ASSET_NOTE, *TRADE_NOTE, "bank_loans_note"),
    totals=frozenset({*_BALANCE_TOTALS, *_RESULT_TOTALS, *_CASH_TOTALS, "fixed_assets_cost", "accumulated_depreciation", "inventories"}),
)  # fmt: skip

CAS = StatementForm(
    framework="cas",
    balance_sheet=(
        "cash", "short_term_investments", "derivative_assets", "notes_receivable", "trade_receivables", "receivables_financing",
        "prepayments", "other_receivables", "inventories", "contract_assets", "assets_held_for_sale", "current_portion_noncurrent_assets",
        "other_current_assets", "total_current_assets", "long_term_bond_investments", "other_debt_investments", "long_term_receivables",
        "long_term_equity_investments", "other_equity_investments", "other_noncurrent_financial_assets", "investment_property",
        "fixed_assets_net", "construction_in_progress", "biological_assets", "oil_gas_assets", "right_of_use_assets",
        "intangible_assets", "development_expenditure", "goodwill", "long_term_deferred_expenses", "deferred_tax_assets",
        "other_noncurrent_assets", "total_noncurrent_assets", "total_assets", "short_term_borrowings", "trading_financial_liabilities",
        "derivative_liabilities", "notes_payable", "trade_payables", "advances_from_customers", "contract_liabilities",
        "employee_benefits_payable", "taxes_payable", "other_payables", "liabilities_held_for_sale", "current_portion_long_term_debt",
        "other_current_liabilities", "total_current_liabilities", "long_term_borrowings", "bonds_payable", "lease_liabilities",
        "long_term_payables", "provisions", "deferred_income", "deferred_tax_liabilities", "other_noncurrent_liabilities",
        "total_noncurrent_liabilities", "total_liabilities", "paid_in_capital", "other_equity_instruments", "capital_reserve",
        "treasury_stock", "accumulated_oci", "special_reserve", "surplus_reserve", "retained_earnings", "total_equity",
        "total_liabilities_and_equity",
    ),
    income_statement=(
        "revenue", "cost_of_sales", "taxes_and_surcharges", "selling_expenses", "admin_expenses", "rd_expenses", "finance_costs",
        "interest_expense", "interest_income", "other_income", "investment_income", "hedge_gains", "fair_value_gains",
        "credit_impairment", "asset_impairment", "asset_disposal_gains", "operating_profit", "non_operating_income",
        "non_operating_expenses", "profit_before_tax", "income_tax", "net_profit", "other_comprehensive_income",
        "total_comprehensive_income",
    ),
    cash_flow=(
        "cf_receipts_customers", "cf_tax_refunds", "cf_other_operating_in", "cf_operating_in_total", "cf_payments_suppliers",
        "cf_payments_employees", "cf_taxes_paid", "cf_other_operating_out", "cf_operating_out_total", "cf_operating_net",
        "cf_investments_recovered", "cf_investment_income", "cf_disposal_proceeds", "cf_subsidiary_disposal", "cf_other_investing_in",
        "cf_investing_in_total", "cf_capex", "cf_investments_paid", "cf_subsidiary_acquisition", "cf_other_investing_out",
        "cf_investing_out_total", "cf_investing_net", "cf_capital_received", "cf_borrowings_received", "cf_other_financing_in",
        "cf_financing_in_total", "cf_principal_repaid", "cf_dividends_interest_paid", "cf_other_financing_out", "cf_financing_out_total",
        "cf_financing_net", "cf_fx_effect", "cf_net_increase", "cf_opening_cash", "cf_closing_cash", *_RECONCILIATION,
    ),
    equity_changes=EQUITY_CHANGES,
    notes=(
        *CASH_NOTE, *ASSET_NOTE, *TRADE_NOTE[:4], "raw_materials", "work_in_progress", "finished_goods", "bank_loans_note",
    ),
    totals=frozenset(
        {
            *_BALANCE_TOTALS, *_RESULT_TOTALS, *_CASH_TOTALS, "cf_operating_in_total", "cf_operating_out_total", "cf_investing_in_total",
            "cf_investing_out_total", "cf_financing_in_total", "cf_financing_out_total", "total_comprehensive_income", "eq_opening",
            "eq_profit", "eq_closing", "cfi_net_profit", "inventories",
        }
    ),
)  # fmt: skip
