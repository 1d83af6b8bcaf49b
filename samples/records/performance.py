"""What an income statement says of a period, concept by concept: minor units, positive on each concept's normal side."""

from __future__ import annotations

from collections.abc import Mapping

from samples.books.accounts import ACCOUNTS, RESULT
from samples.firms.firm import Framework
from samples.records.position import CHINESE
from samples.records.running import CLOSING

_RESULT = frozenset(RESULT)
_SELLING = ("selling_wages", "freight", "advertising", "platform_fees")
_ADMIN = ("admin_wages", "rent", "power", "office", "entertainment", "depreciation", "amortisation", "other_admin")
#: Costs that a Western statement by function counts as administrative, though the Chinese form has lines of their own for them.
_WESTERN_ADMIN = ("urban_tax", "education_levy", "stamp_tax", "bank_charges", "exchange", "non_operating_expenses", "bad_debts")


def by_account(moved: Mapping[tuple[str, str, str], int]) -> dict[str, int]:
    """Account of the result -> its movement, closing entries left out; a cost positive, income negative."""
    result = dict.fromkeys(RESULT, 0)
    for (kind, _, account), amount in moved.items():
        if account in _RESULT and kind not in CLOSING:
            result[account] += amount
    return result


def performance(moved: Mapping[tuple[str, str, str], int], framework: Framework) -> dict[str, int]:
    """The concepts of the income statement under that framework, every total with them.

    moved   as Running.moved gives it
    """
    amounts = by_account(moved)
    revenue, other = -amounts["sales"], -amounts["other_sales"]
    selling = sum(amounts[account] for account in _SELLING)
    admin = sum(amounts[account] for account in _ADMIN)
    result = {
        "main_revenue": revenue,
        "other_business_revenue": other,
        "revenue": revenue + other,
        "cost_of_sales": amounts["cost"],
        "gross_profit": revenue + other - amounts["cost"],
        "advertising_expense": amounts["advertising"],
        "entertainment_expense": amounts["entertainment"],
        "interest_expense": amounts["interest"],
        "interest_income": -amounts["interest_income"],
        "bad_debt_loss": amounts["bad_debts"],
        "income_tax": amounts["income_tax"],
        "selling_expenses": selling,
        "admin_expenses": admin,
    }
    fill = _chinese if framework in CHINESE else _by_function
    fill(result, amounts)
    if framework in CHINESE:
        result["government_grants"] = -sum(
            amount for (kind, _, account), amount in moved.items() if kind == "grant" and account == "non_operating_income"
        )
    result["net_profit"] = result["profit_before_tax"] - result["income_tax"]
    result["other_comprehensive_income"] = 0
    result["total_comprehensive_income"] = result["net_profit"]
    return result


def _chinese(result: dict[str, int], amounts: Mapping[str, int]) -> None:
    result["urban_maintenance_tax"] = amounts["urban_tax"]
    result["education_surcharge"] = amounts["education_levy"]
    result["property_stamp_taxes"] = amounts["stamp_tax"]
    result["taxes_and_surcharges"] = amounts["urban_tax"] + amounts["education_levy"] + amounts["stamp_tax"]
    result["finance_costs"] = amounts["interest"] + amounts["interest_income"] + amounts["bank_charges"] + amounts["exchange"]
    result["sga_expenses"] = result["selling_expenses"] + result["admin_expenses"]
    result["operating_profit"] = result["gross_profit"] - result["taxes_and_surcharges"] - result["sga_expenses"] - result["finance_costs"]
    result["non_operating_income"] = -amounts["non_operating_income"]
    result["non_operating_expenses"] = amounts["non_operating_expenses"] + amounts["bad_debts"]
    result["profit_before_tax"] = result["operating_profit"] + result["non_operating_income"] - result["non_operating_expenses"]


def _by_function(result: dict[str, int], amounts: Mapping[str, int]) -> None:
    result["other_income"] = -amounts["non_operating_income"]
    result["admin_expenses"] += sum(amounts[account] for account in _WESTERN_ADMIN)
    result["sga_expenses"] = result["selling_expenses"] + result["admin_expenses"]
    result["operating_profit"] = result["gross_profit"] + result["other_income"] - result["sga_expenses"]
    result["finance_costs"] = amounts["interest"]
    result["profit_before_tax"] = result["operating_profit"] + result["interest_income"] - result["finance_costs"]


def by_nature(result: Mapping[str, int], staff: int, charge: int, expensed: Mapping[str, int]) -> dict[str, int]:
    """The lines of the micro-entity account instead of those by function: the profit is the same.

    staff     staff costs of the period, those in stock and cost of sales with them
    charge    depreciation and amortisation of the period, likewise
    expensed  as by_account gives it: what of staff and depreciation was charged directly
    """
    direct_staff = expensed["selling_wages"] + expensed["admin_wages"]
    direct_charge = expensed["depreciation"] + expensed["amortisation"]
    consumed = result["cost_of_sales"] - (staff - direct_staff) - (charge - direct_charge)
    income = result["other_income"] + result["interest_income"]
    # What is left belongs to "other charges": interest too.
    other = result["sga_expenses"] - direct_staff - direct_charge + result["finance_costs"]
    return {
        "revenue": result["revenue"],
        "other_income": income,
        "raw_materials_consumed": consumed,
        "staff_costs": staff,
        "depreciation_amortisation": charge,
        "sga_expenses": other,
        "income_tax": result["income_tax"],
        "net_profit": result["net_profit"],
    }


def own_lines(moved: Mapping[tuple[str, str, str], int]) -> tuple[tuple[str, int], ...]:
    """The firm's own lines below gross profit, as a detailed Western profit and loss account lists them: caption, amount."""
    amounts = by_account(moved)
    listed = (*_SELLING, *_ADMIN, *_WESTERN_ADMIN)
    return tuple((ACCOUNTS[account].en, amounts[account]) for account in listed if amounts[account])
