"""Ties within a statement: BAL, INC, CFS, EQT."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from tests.samples.clean_ties import Facts, tie

#: Total -> its children, as the chart of concepts lists them; a child in brackets is taken off.
_CHILDREN: dict[str, str] = {
    "cash": "cash_on_hand bank_deposits other_monetary_funds",
    "receivables_total": "notes_receivable trade_receivables -allowance_doubtful receivables_financing prepayments dividends_receivable "
    "interest_receivable other_receivables due_from_related tax_receivable",
    "total_current_assets": "cash short_term_investments derivative_assets receivables_total inventories contract_assets "
    "assets_held_for_sale current_portion_noncurrent_assets other_current_assets",
    "fixed_assets_net": "fixed_assets_cost -accumulated_depreciation",
    "total_noncurrent_assets": "long_term_bond_investments other_debt_investments long_term_receivables long_term_equity_investments "
    "other_equity_investments other_noncurrent_financial_assets investment_property fixed_assets_net construction_in_progress "
    "construction_materials fixed_assets_disposal biological_assets oil_gas_assets right_of_use_assets intangible_assets "
    "development_expenditure goodwill long_term_deferred_expenses deferred_tax_assets other_noncurrent_assets",
    "total_current_liabilities": "short_term_borrowings trading_financial_liabilities derivative_liabilities notes_payable trade_payables "
    "advances_from_customers contract_liabilities employee_benefits_payable taxes_payable interest_payable dividends_payable "
    "other_payables accrued_liabilities due_to_related liabilities_held_for_sale current_portion_long_term_debt other_current_liabilities",
    "creditors_after_one_year": "long_term_borrowings bonds_payable lease_liabilities long_term_payables",
    "total_noncurrent_liabilities": "creditors_after_one_year provisions deferred_income deferred_tax_liabilities other_noncurrent_liabilities",
    "total_equity": "paid_in_capital other_equity_instruments capital_reserve -treasury_stock accumulated_oci special_reserve "
    "surplus_reserve retained_earnings current_year_profit_equity -owner_drawings",
    "cf_operating_in_total": "cf_receipts_customers cf_tax_refunds cf_other_operating_in",
    "cf_operating_out_total": "cf_payments_suppliers cf_payments_employees cf_taxes_paid cf_other_operating_out",
    "cf_operating_net": "cf_operating_in_total -cf_operating_out_total",
    "cf_investing_in_total": "cf_investments_recovered cf_investment_income cf_disposal_proceeds cf_subsidiary_disposal cf_other_investing_in",
    "cf_investing_out_total": "cf_investments_paid cf_capex cf_subsidiary_acquisition cf_other_investing_out",
    "cf_investing_net": "cf_investing_in_total -cf_investing_out_total",
    "cf_financing_in_total": "cf_borrowings_received cf_capital_received cf_other_financing_in",
    "cf_dividends_interest_paid": "cf_interest_paid cf_dividends_paid",
    "cf_financing_out_total": "cf_principal_repaid cf_dividends_interest_paid cf_other_financing_out",
    "cf_financing_net": "cf_financing_in_total -cf_financing_out_total",
}
_INDIRECT = (
    "cfi_net_profit", "cfi_impairment", "cfi_depreciation", "cfi_amortisation", "cfi_disposal_loss", "cfi_finance_costs",
    "cfi_investment_loss", "cfi_deferred_tax", "cfi_inventory_decrease", "cfi_receivables_decrease", "cfi_payables_increase", "cfi_other",
)  # fmt: skip
_Printed = Mapping[str, int]


def children(figures: _Printed, total: str) -> int | None:
    """The printed children of a total added up, an unprinted one replaced by its own; None when nothing of it is printed."""
    found, any_printed = 0, False
    for name in _CHILDREN[total].split():
        sign, child = (-1, name[1:]) if name.startswith("-") else (1, name)
        amount = figures.get(child)
        if amount is None and child in _CHILDREN:
            amount = children(figures, child)
        if amount is not None:
            found, any_printed = found + sign * amount, True
    return found if any_printed else None


def _every(year: Facts, kinds: tuple[str, ...], check: Callable[[_Printed], bool | None]) -> bool | None:
    """The answers of every printed column of those statements: one that breaks breaks the tie."""
    answers = []
    for column in year.columns(*kinds):
        try:
            answers.append(check(column.figures))
        except KeyError:
            continue
    judged = [answer for answer in answers if answer is not None]
    return all(judged) if judged else None


def _sum(code: str, kinds: tuple[str, ...], total: str) -> None:
    def check(figures: _Printed) -> bool | None:
        added = children(figures, total)
        return None if added is None else figures[total] == added

    tie(code)(lambda year: _every(year, kinds, check))


def _line(code: str, kinds: tuple[str, ...], check: Callable[[_Printed], bool | None], grade: str = "hard") -> None:
    tie(code, grade)(lambda year: _every(year, kinds, check))


_B, _I, _C, _E, _N = ("balance_sheet",), ("income_statement",), ("cash_flow",), ("equity_changes",), ("balance_sheet", "notes")
_line("BAL001", _B, lambda f: f["total_assets"] == f["total_liabilities_and_equity"])
_line("BAL002", _B, lambda f: f["total_liabilities_and_equity"] == f["total_liabilities"] + f["total_equity"])
_line("BAL003", _B, lambda f: f["total_assets"] == f["total_current_assets"] + f["total_noncurrent_assets"])
_sum("BAL004", _B, "total_current_assets")
_sum("BAL005", _B, "total_noncurrent_assets")
_line("BAL006", _N, lambda f: f["fixed_assets_net"] == f["fixed_assets_cost"] - f["accumulated_depreciation"])
_line("BAL007", _B, lambda f: f["inventories"] >= sum(f.get(k, 0) for k in ("raw_materials", "work_in_progress", "finished_goods")))
_sum("BAL008", _N, "total_current_liabilities")
_sum("BAL009", _B, "total_noncurrent_liabilities")
_line("BAL010", _B, lambda f: f["total_liabilities"] == f["total_current_liabilities"] + f["total_noncurrent_liabilities"])
_sum("BAL011", _B, "total_equity")
_line("BAL012", _B, lambda f: f["net_current_assets"] == f["total_current_assets"] - f["total_current_liabilities"])
_line("BAL013", _B, lambda f: f["total_assets_less_current_liabilities"] == f["total_noncurrent_assets"] + f["net_current_assets"])
_line("BAL014", _B, lambda f: f["net_assets"] == f["total_equity"])
tie("BAL015")(lambda year: year.now["net_assets"] == year.now["total_assets"] - year.now["total_liabilities"])
_ASSETS = ("cash", "trade_receivables", "notes_receivable", "prepayments", "other_receivables", "inventories", "fixed_assets_net")
tie("BAL016")(lambda year: min(year.now[k] for k in (*_ASSETS, "raw_materials", "work_in_progress", "finished_goods")) >= 0)
tie("BAL017")(lambda year: year.now["cash_on_hand"] >= 0)
tie("BAL018")(lambda year: year.now.get("allowance_doubtful", 0) == 0)
_line("BAL019", _N, lambda f: f["accumulated_depreciation"] <= f["fixed_assets_cost"])
tie("BAL020")(lambda year: year.now["cash"] == sum(year.now[k] for k in ("cash_on_hand", "bank_deposits", "other_monetary_funds")))
_sum("BAL021", _N, "receivables_total")


@tie("INC001")
def _operating(year: Facts) -> bool | None:
    less = ("cost_of_sales", "taxes_and_surcharges", "selling_expenses", "admin_expenses", "rd_expenses", "finance_costs")
    return _every(year, _I, lambda f: f["operating_profit"] == f["revenue"] - sum(f.get(k, 0) for k in less) if year.chinese else None)


def _before_tax(f: _Printed) -> bool:
    return f["profit_before_tax"] == f["operating_profit"] + f.get("non_operating_income", 0) - f.get("non_operating_expenses", 0)


tie("INC002")(lambda year: _every(year, _I, _before_tax) if year.chinese else None)
_line("INC003", _I, lambda f: f["net_profit"] == f["profit_before_tax"] - f.get("income_tax", 0))
_line("INC004", _I, lambda f: f["gross_profit"] == f["revenue"] - f.get("cost_of_sales", 0))


@tie("INC005")
def _by_function(year: Facts) -> bool | None:
    def check(f: _Printed) -> bool:
        spent = f["sga_expenses"] if "sga_expenses" in f else f.get("selling_expenses", 0) + f.get("admin_expenses", 0)
        return f["operating_profit"] == f["gross_profit"] + f.get("other_income", 0) - spent

    return None if year.chinese else _every(year, _I, check)


@tie("INC006")
def _after_interest(year: Facts) -> bool | None:
    def check(f: _Printed) -> bool:
        return f["profit_before_tax"] == f["operating_profit"] + f.get("interest_income", 0) - f.get("finance_costs", 0)

    return None if year.chinese else _every(year, _I, check)


def _at_least(code: str, total: str, *parts: str) -> None:
    _line(code, _I, lambda f: f[total] >= sum(f.get(part, 0) for part in parts) if any(part in f for part in parts) else None)


_at_least("INC007", "taxes_and_surcharges", "consumption_tax", "business_tax", "urban_maintenance_tax", "resource_tax", "land_vat",
          "property_stamp_taxes", "education_surcharge")  # fmt: skip
_at_least("INC008", "selling_expenses", "repair_expense_goods", "advertising_expense")
_at_least("INC009", "admin_expenses", "startup_costs", "entertainment_expense", "research_expense")
_at_least("INC010", "non_operating_expenses", "bad_debt_loss", "bond_investment_loss", "disaster_loss", "tax_late_fees")
tie("INC011")(lambda year: year.now["revenue"] == year.now["main_revenue"] + year.now["other_business_revenue"])


def _months_add_up(year: Facts, concept: str) -> bool:
    book, total, start = year.books["stated"], 0, year.first
    while start <= year.year_end:
        total += book.result(start, start)[concept]
        start = (start + timedelta(days=31)).replace(day=1)
    return total == year.now[concept]


tie("INC012")(lambda year: _months_add_up(year, "revenue"))
tie("INC013")(lambda year: _months_add_up(year, "net_profit"))
_line("INC014", _I, lambda f: f["total_comprehensive_income"] == f["net_profit"] + f.get("other_comprehensive_income", 0))
_line("INC015", _I, lambda f: f["business_tax"] == 0)


@tie("INC016")
def _micro(year: Facts) -> bool | None:
    if year.firm.framework != "frs105":
        return None
    less = ("raw_materials_consumed", "staff_costs", "depreciation_amortisation", "sga_expenses", "income_tax")
    return _every(year, _I, lambda f: f["net_profit"] == f["revenue"] + f.get("other_income", 0) - sum(f.get(k, 0) for k in less))


def _flow(code: str, total: str) -> None:
    def check(f: _Printed) -> bool | None:
        if total == "cf_operating_net" and not any(k in f for k in ("cf_receipts_customers", "cf_operating_in_total")):
            return None  # the indirect method
        added = children(f, total)
        return None if added is None else f[total] == added

    tie(code)(lambda year: _every(year, _C, check))


_flow("CFS001", "cf_operating_net")
_flow("CFS002", "cf_investing_net")
_flow("CFS003", "cf_financing_net")
_NETS = ("cf_operating_net", "cf_investing_net", "cf_financing_net")
_line("CFS004", _C, lambda f: f["cf_net_increase"] == sum(f[k] for k in _NETS) + f.get("cf_fx_effect", 0))
_line("CFS005", _C, lambda f: f["cf_closing_cash"] == f["cf_opening_cash"] + f["cf_net_increase"])
_line("CFS006", _C, lambda f: f["cf_operating_net"] == sum(f.get(k, 0) for k in _INDIRECT) if "cfi_net_profit" in f else None)
tie("CFS007")(lambda year: abs(year.now["cfi_other"]) <= 0.1 * abs(year.now["cf_operating_net"]))


def _equity(f: _Printed) -> bool:
    parts = ("eq_opening", "eq_prior_adjustments", "eq_profit", "eq_capital_movement", "eq_other")
    return f["eq_closing"] == sum(f.get(k, 0) for k in parts) - f.get("eq_distributions", 0)


_line("EQT001", _E, _equity)
