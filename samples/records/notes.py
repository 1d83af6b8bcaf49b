"""Figures that the notes to a statement give: minor units, counts in hundredths (see COUNTS)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from samples.books.accounts import MONEY
from samples.books.journal import Month
from samples.firms.firm import Framework
from samples.records.position import INVENTORIES, lines
from samples.records.running import CLOSING

#: Concepts that are no money. They are held in hundredths, as money is, so that one rule turns every figure into what is printed.
COUNTS = frozenset({"employees_average", "iit_persons", "si_persons", "electricity_kwh", "output_units"})
#: Kinds of entry by which goods come in from suppliers.
_BOUGHT = frozenset({"purchase", "purchase_return"})
_MONEY = frozenset(MONEY)


def notes(moved: Mapping[tuple[str, str, str], int], framework: Framework) -> dict[str, int]:
    """What moved in the period, as notes to the statement tell it.   moved: as Running.moved gives it

    Additions to stock other than purchases are all that entered stock or cost of sales without coming from a supplier, so that
    opening stock, purchases, these, cost of sales and closing stock always add up.
    """
    line_of = lines(framework)
    found = dict.fromkeys(
        (
            "depreciation_charge", "depreciation_on_disposals", "fixed_asset_additions", "fixed_asset_disposals_cost", "purchases",
            "production_costs_added", "staff_costs", "eq_prior_adjustments", "eq_distributions", "eq_capital_movement",
            "eq_reserve_transfer", "amortisation_charge",
        ),
        0,
    )  # fmt: skip
    for (kind, flow, account), amount in moved.items():
        line = line_of.get(account, "")
        if line == "accumulated_depreciation":
            name = "depreciation_on_disposals" if kind == "disposal" else "depreciation_charge"
            found[name] += amount if kind == "disposal" else -amount
        elif line == "fixed_assets_cost":
            name = "fixed_asset_disposals_cost" if kind == "disposal" else "fixed_asset_additions"
            found[name] += -amount if kind == "disposal" else amount
        elif line in INVENTORIES or account == "cost":
            if kind not in CLOSING:
                found["purchases" if kind in _BOUGHT else "production_costs_added"] += amount
        elif account == "wages_payable":
            if not flow:
                found["staff_costs"] -= amount
        elif account in {"retained", "surplus_reserve"}:
            _equity(found, kind, account, amount)
        elif account in {"capital", "capital_reserve"}:
            found["eq_capital_movement"] -= amount
        elif account in {"intangible_assets", "long_term_deferred"} and kind == "amortisation":
            found["amortisation_charge"] -= amount
    return found


def _equity(found: dict[str, int], kind: str, account: str, amount: int) -> None:
    if kind == "closing":
        return
    if kind == "reserve":
        if account == "surplus_reserve":
            found["eq_reserve_transfer"] -= amount
    elif kind == "dividend":
        found["eq_distributions"] += amount
    else:
        found["eq_prior_adjustments"] -= amount


def employees(months: Iterable[Month], first: date, last: date) -> int:
    """Persons employed on average from `first` to `last`, whole persons in hundredths."""
    counts = [month.headcount for month in months if first <= month.first <= last]
    return 100 * round(sum(counts) / len(counts)) if counts else 0
