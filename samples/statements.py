"""What the ledger says at the end of a year, concept by concept, in minor units and positive on each concept's normal side."""

from __future__ import annotations

from datetime import date

from samples.company import Firm
from samples.ledger import ACCOUNTS, RESULT, Books

#: Balance sheet concepts whose normal side is credit: their debit balance is turned round.
_CREDIT = frozenset(
    (
        "accumulated_depreciation",
        "short_term_borrowings",
        "trade_payables",
        "employee_benefits_payable",
        "taxes_payable",
        "paid_in_capital",
        "surplus_reserve",
        "retained_earnings",
    )
)
#: Cash flow lines stored as positive magnitudes of what goes out.
OUTFLOWS = frozenset(
    (
        "cf_payments_suppliers",
        "cf_payments_employees",
        "cf_taxes_paid",
        "cf_other_operating_out",
        "cf_capex",
        "cf_principal_repaid",
        "cf_interest_paid",
        "cf_dividends_paid",
    )
)
_OPERATING = (
    "cf_receipts_customers",
    "cf_other_operating_in",
    "cf_payments_suppliers",
    "cf_payments_employees",
    "cf_taxes_paid",
    "cf_other_operating_out",
)
_INVESTING = ("cf_capex",)
_FINANCING = ("cf_borrowings_received", "cf_principal_repaid", "cf_interest_paid", "cf_dividends_paid")

Amounts = dict[str, int]


def balance_sheet(firm: Firm, books: Books, day: date) -> Amounts:
    """Balances at the end of `day` (a year's last), with every total of the Chinese form and of the British format."""
    amounts: Amounts = {}
    for account, concept in ACCOUNTS.items():
        if account not in RESULT:
            amounts[concept] = amounts.get(concept, 0) + books.ledger.balance(account, day)
    amounts = {concept: -amount if concept in _CREDIT else amount for concept, amount in amounts.items()}
    # The firm keeps no petty cash, so cash is what lies at the bank.
    amounts["cash"] = amounts["bank_deposits"]
    amounts["finished_goods"] = amounts["inventories"]
    # British loan: what falls due within twelve months is current, the rest is not.
    if firm.profile.repayment:
        owed = amounts.pop("short_term_borrowings")
        amounts["current_portion_long_term_debt"] = min(owed, 12 * firm.profile.repayment)
        amounts["long_term_borrowings"] = owed - amounts["current_portion_long_term_debt"]
    amounts.setdefault("short_term_borrowings", 0)
    amounts.setdefault("current_portion_long_term_debt", 0)
    amounts.setdefault("long_term_borrowings", 0)
    return amounts | _balance_totals(amounts)


def _balance_totals(amounts: Amounts) -> Amounts:
    net = amounts["fixed_assets_cost"] - amounts["accumulated_depreciation"]
    current = amounts["cash"] + amounts["trade_receivables"] + amounts["inventories"]
    due = sum(
        amounts[concept]
        for concept in (
            "short_term_borrowings",
            "current_portion_long_term_debt",
            "trade_payables",
            "employee_benefits_payable",
            "taxes_payable",
        )
    )
    later = amounts["long_term_borrowings"]
    equity = amounts["paid_in_capital"] + amounts["surplus_reserve"] + amounts["retained_earnings"]
    return {
        "fixed_assets_net": net,
        "receivables_total": amounts["trade_receivables"],
        "total_current_assets": current,
        "total_noncurrent_assets": net,
        "total_assets": current + net,
        "total_current_liabilities": due,
        "creditors_after_one_year": later,
        "total_noncurrent_liabilities": later,
        "total_liabilities": due + later,
        "total_equity": equity,
        "total_liabilities_and_equity": due + later + equity,
        "net_current_assets": current - due,
        "total_assets_less_current_liabilities": net + current - due,
        "net_assets": net + current - due - later,
    }


def income_statement(books: Books, first: date, last: date) -> Amounts:
    """Result from `first` to `last`, both within."""
    moved = {account: books.ledger.movement(account, first, last) for account in RESULT}
    amounts: Amounts = {
        "revenue": -moved["sales"],
        "cost_of_sales": moved["cost"],
        "urban_maintenance_tax": moved["urban_tax"],
        "education_surcharge": moved["education_levy"],
        "property_stamp_taxes": moved["stamp_tax"],
        "taxes_and_surcharges": moved["urban_tax"] + moved["education_levy"] + moved["stamp_tax"],
        "selling_expenses": moved["selling"],
        "admin_expenses": moved["admin"],
        "interest_expense": moved["interest"],
        "finance_costs": moved["interest"] + moved["bank_charges"],
        "income_tax": moved["income_tax"],
    }
    amounts["gross_profit"] = amounts["revenue"] - amounts["cost_of_sales"]
    spent = sum(amounts[concept] for concept in ("taxes_and_surcharges", "selling_expenses", "admin_expenses"))
    # British format 1 puts interest below the operating profit, the Chinese form above it.
    amounts["operating_profit_before_interest"] = amounts["gross_profit"] - spent
    amounts["operating_profit"] = amounts["operating_profit_before_interest"] - amounts["finance_costs"]
    amounts["profit_before_tax"] = amounts["operating_profit"]
    amounts["net_profit"] = amounts["profit_before_tax"] - amounts["income_tax"]
    return amounts


def cash_flow(books: Books, first: date, last: date) -> Amounts:
    """Cash flows by the direct method from `first` to `last`, both within, and the cash before and after."""
    flows = books.ledger.cash_by_flow(first, last)
    amounts = {
        concept: -flows.get(concept, 0) if concept in OUTFLOWS else flows.get(concept, 0)
        for concept in _OPERATING + _INVESTING + _FINANCING
    }
    nets = {
        "cf_operating_net": sum(flows.get(concept, 0) for concept in _OPERATING),
        "cf_investing_net": sum(flows.get(concept, 0) for concept in _INVESTING),
        "cf_financing_net": sum(flows.get(concept, 0) for concept in _FINANCING),
    }
    closing = books.ledger.balance("bank", last)
    increase = sum(nets.values())
    return amounts | nets | {"cf_net_increase": increase, "cf_opening_cash": closing - increase, "cf_closing_cash": closing}
