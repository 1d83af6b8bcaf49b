"""What a cash flow statement says of a period: the direct lines, the reconciliation, and the ways in which small firms spoil it."""

from __future__ import annotations

from collections.abc import Mapping

from samples.books.accounts import MONEY, RESULT
from samples.firms.firm import Framework
from samples.records.position import INVENTORIES, RECEIVABLES, lines
from samples.records.running import CLOSING

OPERATING_IN = ("cf_receipts_customers", "cf_tax_refunds", "cf_other_operating_in")
OPERATING_OUT = ("cf_payments_suppliers", "cf_payments_employees", "cf_taxes_paid", "cf_other_operating_out")
INVESTING_IN = (
    "cf_investments_recovered", "cf_investment_income", "cf_disposal_proceeds", "cf_subsidiary_disposal", "cf_other_investing_in",
)  # fmt: skip
INVESTING_OUT = ("cf_investments_paid", "cf_capex", "cf_subsidiary_acquisition", "cf_other_investing_out")
FINANCING_IN = ("cf_borrowings_received", "cf_capital_received", "cf_other_financing_in")
FINANCING_OUT = ("cf_principal_repaid", "cf_interest_paid", "cf_dividends_paid", "cf_other_financing_out")
OUT = frozenset({*OPERATING_OUT, *INVESTING_OUT, *FINANCING_OUT})
DIRECT = (*OPERATING_IN, *OPERATING_OUT, *INVESTING_IN, *INVESTING_OUT, *FINANCING_IN, *FINANCING_OUT)
_ASIDE = frozenset({*INVESTING_IN, *INVESTING_OUT, *FINANCING_IN, *FINANCING_OUT})

#: The small-enterprise form has fewer lines: what has none enters the "other" lines of operating activities.
_XQY = {
    "cf_tax_refunds": "cf_other_operating_in",
    "cf_other_financing_in": "cf_other_operating_in",
    "cf_other_financing_out": "cf_other_operating_out",
    "cf_other_investing_in": "cf_other_operating_in",
    "cf_other_investing_out": "cf_other_operating_out",
}
_MONEY = frozenset(MONEY)
_RESULT = frozenset(RESULT)
RECONCILIATION = (
    "cfi_net_profit", "cfi_impairment", "cfi_depreciation", "cfi_amortisation", "cfi_disposal_loss", "cfi_finance_costs",
    "cfi_investment_loss", "cfi_deferred_tax", "cfi_inventory_decrease", "cfi_receivables_decrease", "cfi_payables_increase", "cfi_other",
)  # fmt: skip

Moved = Mapping[tuple[str, str, str], int]


def cash_flow(moved: Moved, opening: int, framework: Framework) -> dict[str, int]:
    """The direct lines with every total; outflows positive.   opening: cash when the period begins   moved: as Running.moved gives it"""
    renamed = _XQY if framework == "xqy" else {}
    result = dict.fromkeys(DIRECT, 0)
    for (_, flow, account), amount in moved.items():
        if flow and account in _MONEY:
            concept = renamed.get(flow, flow)
            result[concept] += -amount if concept in OUT else amount
    return result | nets(result, opening)


def nets(direct: Mapping[str, int], opening: int) -> dict[str, int]:
    """The totals of those lines, and the cash before and after."""
    sums = {
        "cf_operating_in_total": sum(direct[concept] for concept in OPERATING_IN),
        "cf_operating_out_total": sum(direct[concept] for concept in OPERATING_OUT),
        "cf_investing_in_total": sum(direct[concept] for concept in INVESTING_IN),
        "cf_investing_out_total": sum(direct[concept] for concept in INVESTING_OUT),
        "cf_financing_in_total": sum(direct[concept] for concept in FINANCING_IN),
        "cf_financing_out_total": sum(direct[concept] for concept in FINANCING_OUT),
    }
    operating = sums["cf_operating_in_total"] - sums["cf_operating_out_total"]
    investing = sums["cf_investing_in_total"] - sums["cf_investing_out_total"]
    financing = sums["cf_financing_in_total"] - sums["cf_financing_out_total"]
    increase = operating + investing + financing
    return sums | {
        "cf_operating_net": operating,
        "cf_investing_net": investing,
        "cf_financing_net": financing,
        "cf_dividends_interest_paid": direct["cf_interest_paid"] + direct["cf_dividends_paid"],
        "cf_fx_effect": 0,
        "cf_net_increase": increase,
        "cf_opening_cash": opening,
        "cf_closing_cash": opening + increase,
    }


def reconciliation(moved: Moved, result: Mapping[str, int], operating: int, framework: Framework) -> dict[str, int]:
    """Profit to operating cash flow (补充资料). It adds up to `operating` by double entry; what no line takes is in cfi_other.

    result   the income statement of the period   operating: cf_operating_net
    """
    renamed = _XQY if framework == "xqy" else {}
    line_of = lines(framework)
    stock = debts = owed = depreciation = amortisation = interest = disposal = 0
    for (kind, flow, account), amount in moved.items():
        # What is scrapped brings no money, and is no operating matter either.
        aside = kind == "disposal" or renamed.get(flow, flow) in _ASIDE
        if account in _RESULT:
            if aside and kind not in CLOSING:
                if kind == "disposal":
                    disposal += amount
                else:
                    interest += amount
            continue
        if aside or account in _MONEY:
            continue
        line = line_of[account]
        if line in INVENTORIES:
            stock -= amount
        elif line in RECEIVABLES or line == "other_current_assets":
            debts -= amount
        elif line == "accumulated_depreciation":
            depreciation -= amount
        elif line in {"intangible_assets", "long_term_deferred_expenses", "development_expenditure"}:
            amortisation -= amount
        elif account == "interest_payable":
            interest -= amount
        elif line in {"fixed_assets_cost", "construction_in_progress"}:
            # Assets bought on credit: what is owed for them is no operating debt.
            owed -= amount
        elif line not in {"short_term_borrowings", "long_term_borrowings", "paid_in_capital", "capital_reserve"} and account not in {
            "dividends_payable", "retained", "surplus_reserve",
        }:  # fmt: skip
            owed -= amount
    found = {
        "cfi_net_profit": result["net_profit"],
        "cfi_impairment": 0,
        "cfi_depreciation": depreciation,
        "cfi_amortisation": amortisation,
        "cfi_disposal_loss": disposal,
        "cfi_finance_costs": interest,
        "cfi_investment_loss": 0,
        "cfi_deferred_tax": 0,
        "cfi_inventory_decrease": stock,
        "cfi_receivables_decrease": debts,
        "cfi_payables_increase": owed,
    }
    return found | {"cfi_other": operating - sum(found.values())}


def plugged(flow: Mapping[str, int], result: Mapping[str, int]) -> dict[str, int]:
    """The statement of a bookkeeper who starts from the income statement and forces the rest into an "other" line."""
    direct = {concept: flow[concept] for concept in DIRECT}
    direct["cf_receipts_customers"] = result["revenue"]
    direct["cf_payments_suppliers"] = result["cost_of_sales"]
    direct["cf_other_operating_in"] = direct["cf_other_operating_out"] = 0
    gap = flow["cf_operating_net"] - nets(direct, 0)["cf_operating_net"]
    direct["cf_other_operating_in" if gap >= 0 else "cf_other_operating_out"] = abs(gap)
    return direct | nets(direct, flow["cf_opening_cash"])


def lumped(found: Mapping[str, int]) -> dict[str, int]:
    """That bookkeeper's reconciliation: profit and depreciation, and all else under "other"."""
    kept = ("cfi_net_profit", "cfi_depreciation")
    return {name: found[name] if name in kept else 0 for name in found} | {
        "cfi_other": sum(found[name] for name in found if name not in kept),
    }


def zeroed(flow: Mapping[str, int]) -> dict[str, int]:
    """The form as software leaves it when nobody fills it in."""
    return dict.fromkeys(flow, 0)
