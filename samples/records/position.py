"""What a balance sheet says at the end of a month, concept by concept: minor units, positive on each concept's normal side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from samples.books.accounts import ACCOUNTS, RESULT
from samples.firms.firm import Framework

CHINESE: frozenset[Framework] = frozenset({"xqy", "cas"})

#: Where a Western balance sheet puts an account that the chart of accounts files under a Chinese line.
_WESTERN = {
    "construction_in_progress": "fixed_assets_cost",
    "development": "intangible_assets",
    "long_term_deferred": "prepayments",
    "owner_loan": "due_to_related",
}
#: The general Chinese standard has no separate lines for these since 2019; 预收账款 is 合同负债 there.
_CAS = {"interest_payable": "other_payables", "dividends_payable": "other_payables", "advances": "contract_liabilities"}

RECEIVABLES = ("notes_receivable", "trade_receivables", "prepayments", "other_receivables", "due_from_related", "tax_receivable")
INVENTORIES = ("raw_materials", "work_in_progress", "finished_goods")
NONCURRENT_ASSETS = (
    "fixed_assets_net",
    "construction_in_progress",
    "intangible_assets",
    "development_expenditure",
    "long_term_deferred_expenses",
)
CURRENT_LIABILITIES = (
    "short_term_borrowings",
    "notes_payable",
    "trade_payables",
    "advances_from_customers",
    "contract_liabilities",
    "employee_benefits_payable",
    "taxes_payable",
    "interest_payable",
    "dividends_payable",
    "other_payables",
    "due_to_related",
)
EQUITY = ("paid_in_capital", "capital_reserve", "surplus_reserve", "retained_earnings")
_LEAVES = (
    "cash_on_hand",
    "bank_deposits",
    "other_monetary_funds",
    *RECEIVABLES,
    *INVENTORIES,
    "other_current_assets",
    "fixed_assets_cost",
    "accumulated_depreciation",
    *NONCURRENT_ASSETS[1:],
    *CURRENT_LIABILITIES,
    "long_term_borrowings",
    *EQUITY,
)
_CREDIT = frozenset({"accumulated_depreciation", *CURRENT_LIABILITIES, "long_term_borrowings", *EQUITY})


@cache
def lines(framework: Framework) -> Mapping[str, str]:
    """Balance account -> concept whose line it enters under that framework."""
    moved = _CAS if framework == "cas" else {} if framework == "xqy" else _WESTERN
    return {account.id: moved.get(account.id, account.concept) for account in ACCOUNTS.values() if account.id not in RESULT}


def position(balances: Mapping[str, int], framework: Framework, reclassified: bool = True) -> dict[str, int]:
    """The concepts of the balance sheet, every total with them.

    balances      account -> balance, a debit positive; results not yet closed are shown within retained earnings
    reclassified  a line that lies on its wrong side is moved to its opposite (应收 and 预收, 应付 and 预付, 其他应收 and 其他应付)
    """
    result = dict.fromkeys(_LEAVES, 0)
    for account, concept in lines(framework).items():
        if amount := balances.get(account, 0):
            result[concept] += -amount if concept in _CREDIT else amount
    result["retained_earnings"] -= sum(balances.get(account, 0) for account in RESULT)
    owner = -balances.get("owner_loan", 0)
    if reclassified:
        _reclassify(result, owner, framework)
    return result | totals(result)


def _reclassify(result: dict[str, int], owner: int, framework: Framework) -> None:
    chinese = framework in CHINESE
    advances = "contract_liabilities" if framework == "cas" else "advances_from_customers"
    payable, receivable = ("other_payables", "other_receivables") if chinese else ("due_to_related", "due_from_related")
    if owner < 0:  # what the owner owes the firm
        result[payable] -= owner
        result[receivable] -= owner
    pairs = [("trade_receivables", advances), ("trade_payables", "prepayments"), ("other_receivables", "other_payables")]
    if not chinese:
        pairs.append(("tax_receivable", "taxes_payable"))
    for one, other in pairs:
        for line, opposite in ((one, other), (other, one)):
            if result[line] < 0:
                result[opposite] -= result[line]
                result[line] = 0


def totals(leaf: Mapping[str, int]) -> dict[str, int]:
    """Every total of the Chinese, British and American balance sheets."""
    net = leaf["fixed_assets_cost"] - leaf["accumulated_depreciation"]
    cash = leaf["cash_on_hand"] + leaf["bank_deposits"] + leaf["other_monetary_funds"]
    receivables = sum(leaf[concept] for concept in RECEIVABLES)
    stock = sum(leaf[concept] for concept in INVENTORIES)
    current = cash + receivables + stock + leaf["other_current_assets"]
    fixed = net + sum(leaf[concept] for concept in NONCURRENT_ASSETS[1:])
    due = sum(leaf[concept] for concept in CURRENT_LIABILITIES)
    later = leaf["long_term_borrowings"]
    equity = sum(leaf[concept] for concept in EQUITY)
    return {
        "cash": cash,
        "receivables_total": receivables,
        "inventories": stock,
        "fixed_assets_net": net,
        "total_current_assets": current,
        "total_noncurrent_assets": fixed,
        "total_assets": current + fixed,
        "total_current_liabilities": due,
        "creditors_after_one_year": later,
        "total_noncurrent_liabilities": later,
        "total_liabilities": due + later,
        "total_equity": equity,
        "total_liabilities_and_equity": due + later + equity,
        "net_current_assets": current - due,
        "total_assets_less_current_liabilities": fixed + current - due,
        "net_assets": fixed + current - due - later,
    }
