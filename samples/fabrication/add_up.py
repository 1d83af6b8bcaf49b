"""Adding a statement up again after some of its cells were changed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from samples.firms.firm import Framework
from samples.records.position import CHINESE
from samples.records.record import Key, Statement

_Lines = dict[str, int]


def _plus(*names: str) -> _Lines:
    return dict.fromkeys(names, 1)


def _minus(*names: str) -> _Lines:
    return dict.fromkeys(names, -1)


#: Total -> the lines that it adds, with their sign; a line that is itself a total stands for its own lines.
_TOTALS: Mapping[str, _Lines] = {
    "cash": _plus("cash_on_hand", "bank_deposits", "other_monetary_funds"),
    "receivables_total": _plus(
        "notes_receivable", "trade_receivables", "receivables_financing", "prepayments", "dividends_receivable", "interest_receivable",
        "other_receivables", "due_from_related", "tax_receivable",
    ),
    "total_current_assets": _plus(
        "cash", "short_term_investments", "derivative_assets", "receivables_total", "inventories", "contract_assets",
        "assets_held_for_sale", "current_portion_noncurrent_assets", "other_current_assets",
    ),
    "fixed_assets_net": _plus("fixed_assets_cost") | _minus("accumulated_depreciation"),
    "total_noncurrent_assets": _plus(
        "long_term_bond_investments", "other_debt_investments", "long_term_receivables", "long_term_equity_investments",
        "other_equity_investments", "other_noncurrent_financial_assets", "investment_property", "fixed_assets_net",
        "construction_in_progress", "construction_materials", "fixed_assets_disposal", "biological_assets", "oil_gas_assets",
        "right_of_use_assets", "intangible_assets", "development_expenditure", "goodwill", "long_term_deferred_expenses",
        "deferred_tax_assets", "other_noncurrent_assets",
    ),
    "total_assets": _plus("total_current_assets", "total_noncurrent_assets"),
    "total_current_liabilities": _plus(
        "short_term_borrowings", "notes_payable", "trade_payables", "advances_from_customers", "contract_liabilities",
        "employee_benefits_payable", "taxes_payable", "interest_payable", "dividends_payable", "other_payables", "accrued_liabilities",
        "due_to_related", "current_portion_long_term_debt", "other_current_liabilities",
    ),
    "creditors_after_one_year": _plus("long_term_borrowings", "bonds_payable", "lease_liabilities", "long_term_payables"),
    "total_noncurrent_liabilities": _plus(
        "creditors_after_one_year", "provisions", "deferred_income", "deferred_tax_liabilities", "other_noncurrent_liabilities",
    ),
    "total_liabilities": _plus("total_current_liabilities", "total_noncurrent_liabilities"),
    "total_equity": _plus(
        "paid_in_capital", "capital_reserve", "accumulated_oci", "special_reserve", "surplus_reserve", "retained_earnings",
    ),
    "total_liabilities_and_equity": _plus("total_liabilities", "total_equity"),
    "net_current_assets": _plus("total_current_assets") | _minus("total_current_liabilities"),
    "total_assets_less_current_liabilities": _plus("total_noncurrent_assets", "net_current_assets"),
    "net_assets": _plus("total_assets_less_current_liabilities") | _minus("total_noncurrent_liabilities"),
    "revenue": _plus("main_revenue", "other_business_revenue"),
    "gross_profit": _plus("revenue") | _minus("cost_of_sales"),
    "sga_expenses": _plus("selling_expenses", "admin_expenses"),
    "net_profit": _plus("profit_before_tax") | _minus("income_tax"),
    "total_comprehensive_income": _plus("net_profit", "other_comprehensive_income"),
    "cf_operating_in_total": _plus("cf_receipts_customers", "cf_tax_refunds", "cf_other_operating_in"),
    "cf_operating_out_total": _plus("cf_payments_suppliers", "cf_payments_employees", "cf_taxes_paid", "cf_other_operating_out"),
    "cf_operating_net": _plus("cf_operating_in_total") | _minus("cf_operating_out_total"),
    "cf_investing_in_total": _plus("cf_investments_recovered", "cf_investment_income", "cf_disposal_proceeds", "cf_other_investing_in"),
    "cf_investing_out_total": _plus("cf_investments_paid", "cf_capex", "cf_other_investing_out"),
    "cf_investing_net": _plus("cf_investing_in_total") | _minus("cf_investing_out_total"),
    "cf_financing_in_total": _plus("cf_borrowings_received", "cf_capital_received", "cf_other_financing_in"),
    "cf_dividends_interest_paid": _plus("cf_interest_paid", "cf_dividends_paid"),
    "cf_financing_out_total": _plus("cf_principal_repaid", "cf_dividends_interest_paid", "cf_other_financing_out"),
    "cf_financing_net": _plus("cf_financing_in_total") | _minus("cf_financing_out_total"),
    "cf_net_increase": _plus("cf_operating_net", "cf_investing_net", "cf_financing_net", "cf_fx_effect"),
    "cf_closing_cash": _plus("cf_opening_cash", "cf_net_increase"),
    "eq_closing": _plus("eq_opening", "eq_prior_adjustments", "eq_profit", "eq_capital_movement", "eq_other") | _minus("eq_distributions"),
}  # fmt: skip
#: Finance costs stand above operating profit on Chinese forms, below it on Western ones; the micro format lists costs by nature.
_CHINESE: Mapping[str, _Lines] = {
    "operating_profit": _plus(
        "gross_profit", "other_income", "investment_income", "fair_value_gains", "credit_impairment", "asset_impairment",
        "asset_disposal_gains",
    ) | _minus("taxes_and_surcharges", "sga_expenses", "rd_expenses", "finance_costs"),
    "profit_before_tax": _plus("operating_profit", "non_operating_income") | _minus("non_operating_expenses"),
}  # fmt: skip
_WESTERN: Mapping[str, _Lines] = {
    "operating_profit": _plus("gross_profit", "other_income")
    | _minus("sga_expenses", "raw_materials_consumed", "staff_costs", "depreciation_amortisation"),
    "profit_before_tax": _plus("operating_profit", "interest_income") | _minus("finance_costs"),
}
#: Cash flow by the indirect method adds its operating lines up itself.
_INDIRECT = _plus(
    "cfi_net_profit", "cfi_impairment", "cfi_depreciation", "cfi_amortisation", "cfi_disposal_loss", "cfi_finance_costs",
    "cfi_investment_loss", "cfi_deferred_tax", "cfi_inventory_decrease", "cfi_receivables_decrease", "cfi_payables_increase", "cfi_other",
)  # fmt: skip


@cache
def _tree(framework: Framework, record: str) -> Mapping[str, _Lines]:
    tree = {**_TOTALS, **(_CHINESE if framework in CHINESE else _WESTERN)}
    if record == "notes":
        # What the notes repeat they add up as the face of the statement does; a year's charges stand there by themselves.
        return {total: tree[total] for total in ("cash", "receivables_total", "fixed_assets_net", "total_current_liabilities")}
    if record == "cash_flow" and framework not in CHINESE:
        tree["cf_operating_net"] = _INDIRECT
    return tree


@cache
def weights(framework: Framework, record: str, concept: str) -> Mapping[str, int]:
    """Total -> the sign with which a change of `concept` moves it, through every total between."""
    found: dict[str, int] = {}
    for total, lines in _tree(framework, record).items():
        if concept in lines:
            found[total] = found.get(total, 0) + lines[concept]
            for above, weight in weights(framework, record, total).items():
                found[above] = found.get(above, 0) + lines[concept] * weight
    return {total: weight for total, weight in found.items() if weight}


def added_up(statement: Statement, changed: Mapping[Key, int]) -> dict[Key, int]:
    """`changed` and every printed total of the same column that it moves, by as much as it moves it.

    Totals that were off before stay off by the same. A total that is itself among `changed` keeps the amount given there.
    """
    now = dict(statement.figures())
    result = dict(changed)
    moved: dict[Key, int] = {}
    for key, amount in changed.items():
        for total, weight in weights(statement.framework, statement.record, key.name).items():
            above = key._replace(name=total)
            if above in now and above not in changed:
                moved[above] = moved.get(above, now[above]) + weight * (amount - now[key])
    return {**moved, **result}
