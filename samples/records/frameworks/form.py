"""Which lines a framework prints: the same figures, other forms."""

from __future__ import annotations

from dataclasses import dataclass

from samples.firms.firm import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementForm:
    """The lines of each statement, concept ids in the order of the form; () where the framework has none.

    totals   concepts that are printed even when they are nothing
    detailed the firm's own expense lines stand below gross profit (a detailed Western profit and loss account)
    """

    framework: Framework
    balance_sheet: tuple[str, ...]
    income_statement: tuple[str, ...]
    cash_flow: tuple[str, ...] = ()
    equity_changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    totals: frozenset[str]
    detailed: bool = False


EQUITY_CHANGES = (
    "eq_opening", "eq_prior_adjustments", "eq_profit", "eq_capital_movement", "eq_reserve_transfer", "eq_distributions",
    "eq_other", "eq_closing",
)  # fmt: skip
#: Figures of the notes that ties need; those of a moment first.
CASH_NOTE = ("cash_on_hand", "bank_deposits", "other_monetary_funds", "cash")
ASSET_NOTE = (
    "fixed_assets_cost", "accumulated_depreciation", "fixed_assets_net", "fixed_asset_additions", "fixed_asset_disposals_cost",
    "depreciation_charge", "depreciation_on_disposals",
)  # fmt: skip
TRADE_NOTE = ("purchases", "production_costs_added", "staff_costs", "employees_average", "interest_expense")
DEBTORS_NOTE = (
    "notes_receivable", "trade_receivables", "prepayments", "other_receivables", "due_from_related",
    "tax_receivable", "receivables_total",
)  # fmt: skip
CREDITORS_NOTE = (
    "short_term_borrowings", "notes_payable", "trade_payables", "advances_from_customers", "contract_liabilities",
    "employee_benefits_payable", "taxes_payable", "interest_payable", "dividends_payable", "other_payables", "due_to_related",
    "total_current_liabilities",
)  # fmt: skip
#: Of the concepts of the notes, those that belong to a moment and not to a period.
INSTANT_NOTES = frozenset({*CASH_NOTE, *DEBTORS_NOTE, *CREDITORS_NOTE, "bank_loans_note", "long_term_borrowings", *ASSET_NOTE[:3]})
