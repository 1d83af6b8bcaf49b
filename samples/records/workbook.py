"""The books of a firm in one version, ready to be asked for the figures of any period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from samples.books.journal import Entry, Ledgers, View
from samples.records import cash, performance
from samples.records.notes import employees, notes
from samples.records.position import CHINESE, position
from samples.records.running import Running


class Workbook:
    """Figures from one version of the books: minor units, positive on each concept's normal side.

    Settings of the ledgers that it reads:
        reclassified   False leaves debit balances of 应付 and credit balances of 应收 where they are (default: moved)
        cash_flow      "derived" (default), "plug" (forced by an "other" line), "missing" (none handed in), "zero" (left empty)
    """

    def __init__(self, ledgers: Ledgers, view: View, entries: tuple[Entry, ...] | None = None) -> None:
        self.ledgers, self.view, self.firm = ledgers, view, ledgers.firm
        self.entries = ledgers.entries(view) if entries is None else entries
        self._positions: dict[date, dict[str, int]] = {}
        self._periods: dict[tuple[date, date], dict[str, int]] = {}

    @cached_property
    def running(self) -> Running:
        return Running(self.entries)

    def position(self, day: date) -> dict[str, int]:
        """The balance sheet at the end of the month of `day`."""
        if day not in self._positions:
            kept = bool(self.ledgers.settings.get("reclassified", True))
            self._positions[day] = position(self.running.balances(day), self.firm.framework, kept)
        return self._positions[day]

    def result(self, first: date, last: date) -> dict[str, int]:
        """The income statement from `first` to `last`, as the framework has it."""
        found = performance.performance(self.running.moved(first, last), self.firm.framework)
        if self.firm.framework == "frs105":
            told = self.notes(first, last)
            charge = told["depreciation_charge"] + told["amortisation_charge"]
            expensed = performance.by_account(self.running.moved(first, last))
            nature = performance.by_nature(found, told["staff_costs"], charge, expensed)
            kept = ("main_revenue", "other_business_revenue", "cost_of_sales", "gross_profit", "interest_expense", "bad_debt_loss")
            return {concept: found[concept] for concept in kept} | nature
        return found

    def cash(self, first: date, last: date, how: str | None = None) -> dict[str, int]:
        """The cash flow statement with its reconciliation.   how: instead of the setting `cash_flow`"""
        moved, framework = self.running.moved(first, last), self.firm.framework
        opening = self.position(first - timedelta(days=1))["cash"]
        found = cash.cash_flow(moved, opening, framework)
        result = performance.performance(moved, framework)
        how = how or str(self.ledgers.settings.get("cash_flow", "derived"))
        if how == "plug":
            found = cash.plugged(found, result)
        told = cash.reconciliation(moved, result, found["cf_operating_net"], framework)
        found |= cash.lumped(told) if how == "plug" else told
        return cash.zeroed(found) if how == "zero" else found

    def notes(self, first: date, last: date) -> dict[str, int]:
        """What the notes tell of the period."""
        found = notes(self.running.moved(first, last), self.firm.framework)
        return found | {"employees_average": employees(self.ledgers.books.months, first, last)}

    def equity(self, first: date, last: date) -> dict[str, int]:
        """The statement of changes in equity, its total column."""
        told = self.notes(first, last)
        opening = self.position(first - timedelta(days=1))["total_equity"]
        closing = self.position(last)["total_equity"]
        profit = performance.performance(self.running.moved(first, last), self.firm.framework)["net_profit"]
        found = {
            "eq_opening": opening,
            "eq_prior_adjustments": told["eq_prior_adjustments"],
            "eq_profit": profit,
            "eq_capital_movement": told["eq_capital_movement"],
            "eq_reserve_transfer": told["eq_reserve_transfer"],
            "eq_distributions": told["eq_distributions"],
        }
        rest = closing - (opening + found["eq_prior_adjustments"] + profit + found["eq_capital_movement"] - found["eq_distributions"])
        return found | {"eq_other": rest, "eq_closing": closing}

    def period(self, first: date, last: date) -> Mapping[str, int]:
        """Every concept of a period and of its last day in one: all statements and the notes."""
        if (first, last) not in self._periods:
            told = self.notes(first, last)
            told.pop("amortisation_charge")
            loans = self.position(last)
            self._periods[first, last] = (
                told
                | self.position(last)
                | self.result(first, last)
                | self.cash(first, last)
                | self.equity(first, last)
                | {"bank_loans_note": loans["short_term_borrowings"] + loans["long_term_borrowings"]}
            )
        return self._periods[first, last]

    @property
    def chinese(self) -> bool:
        return self.firm.framework in CHINESE


def workbooks(ledgers: Ledgers) -> dict[View, Workbook]:
    """One workbook for each version; versions that nothing tells apart share one."""
    made: dict[View, Workbook] = {}
    views: tuple[View, ...] = ("actual", "stated", "filed")
    for view in views:
        laid = [index for index, overlay in enumerate(ledgers.overlays) if view in overlay.views]
        same = [other for other in made if laid == [index for index, overlay in enumerate(ledgers.overlays) if other in overlay.views]]
        made[view] = made[same[0]] if same else Workbook(ledgers, view)
    return made


def year_start(year_end: date) -> date:
    """The first day of the financial year that ends on `year_end` (a last day of a month)."""
    return (year_end.replace(year=year_end.year - 1, day=28) + timedelta(days=4)).replace(day=1)
