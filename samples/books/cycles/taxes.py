"""Taxes on turnover and profit: what is due at the end of a period, and when it is paid."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from samples.books.accounts import RESULT
from samples.books.draft import BURN_IN, Draft
from samples.firms.calendar import month_end, month_start
from samples.firms.firm import Country, Firm
from samples.population.parameters import parameters

if TYPE_CHECKING:
    from samples.books.days import Days

#: Sales of a quarter up to which a small-scale taxpayer is exempt (announcement of 2023: 300,000 CNY), minor units.
EXEMPT_QUARTER = 300_000_00
#: Stamp tax on contracts of sale, halved for small firms.
_STAMP = 0.0003 * 0.5
_CENT = 100
#: Corporation tax of small companies (Britain since April 2023): rates, limits in pounds, and the fraction of marginal relief.
_GB_SMALL, _GB_MAIN, _GB_LOWER, _GB_UPPER, _GB_FRACTION = 0.19, 0.25, 50_000, 250_000, 3 / 200
_US_RATE = 0.21
#: Months of the financial year (the last is 0) after which income tax is reckoned; American estimates are due on the 15th of the
#: fourth, sixth, ninth and twelfth month.
_RECKONED: dict[Country, tuple[int, ...]] = {"CN": (3, 6, 9, 0), "GB": (0,), "US": (3, 5, 8, 11, 0)}


def corporation_tax(country: Country, profit: int, losses: int = 0) -> int:
    """Tax on a year's profit after losses carried forward, minor units.

    China: 5 % of all of it up to 3 million, 25 % of all of it above. Britain: 19 % up to 50,000, 25 % from 250,000, between them
    marginal relief. America: 21 %.
    """
    taxable = max(profit - losses, 0)
    if country == "CN":
        rules: Mapping[str, Any] = parameters()["events"]["income_tax"]
        small = taxable <= rules["low_profit_limit"] * _CENT
        return round(taxable * float(rules["low_profit_rate"] if small else rules["rate"]))
    if country == "US":
        return round(taxable * _US_RATE)
    if taxable <= _GB_LOWER * _CENT:
        return round(taxable * _GB_SMALL)
    relief = max(_GB_UPPER * _CENT - taxable, 0) * _GB_FRACTION
    return round(taxable * _GB_MAIN - relief)


def surcharges(tax: int) -> tuple[int, int]:
    """Urban maintenance tax and education surcharges on turnover tax paid, halved for small firms (city rate 7 %)."""
    rules: Mapping[str, Any] = parameters()["events"]["surcharges"]
    half = rules["small_firm_factor"]
    return round(tax * rules["city"][0] * half), round(tax * (rules["education"] + rules["local_education"]) * half)


def period_ends(firm: Firm, month: date) -> bool:
    """Whether a period of turnover tax ends with that month."""
    if firm.taxpayer in {"general", "sales_tax"}:
        return True
    if firm.taxpayer == "small_scale":
        return month.month % 3 == 0
    return (month.month - firm.year_ends[0].month) % 3 == 0


def payment_day(firm: Firm, end: date) -> date:
    """Last day for paying the turnover tax of a period that ends on `end`."""
    following = month_start(end, 1)
    if firm.country == "CN":
        return following.replace(day=15)
    if firm.country == "US":
        return following.replace(day=20)
    return month_start(end, 2).replace(day=7)


def opening_taxes(draft: Draft) -> dict[str, int]:
    """What taxes the time before left unpaid, by account (a debt negative)."""
    firm = draft.firm
    owed, unpaid = 0, 0
    ended = draft.plan.begin
    since: list[date] = []
    for month in (m for m in draft.months if m < month_start(firm.first)):
        owed -= draft.tax_before.get(month, 0)
        since.append(month)
        if not period_ends(firm, month):
            continue
        if firm.taxpayer == "small_scale" and sum(draft.net_sales.get(m, 0) for m in since[-3:]) <= EXEMPT_QUARTER:
            owed = 0
        unpaid = max(owed, 0)
        # Credit is carried on, a debt is paid before the next period ends.
        owed = min(owed, 0)
        since = []
        ended = month_end(month.year, month.month)
    if payment_day(firm, ended) < firm.first:
        unpaid = 0
    draft.unpaid = (ended, unpaid)
    result = {"vat_payable": -(unpaid + owed)}
    if draft.chinese and unpaid:
        result["surcharges_payable"] = -sum(surcharges(unpaid))
    yearly = round(draft.result_before * 12 / BURN_IN[firm.industry] * 0.7)
    tax = corporation_tax(firm.country, yearly)
    if firm.country == "GB":
        owing = tax if _british_day(firm) >= firm.first else 0
    else:
        owing = tax // 4 if _income_ends(firm, month_start(firm.first, -1)) else 0
    result["income_tax_payable"] = -owing
    return result


def _quarter_ends(firm: Firm, month: date) -> bool:
    return (month.month - firm.year_ends[0].month) % 3 == 0


def _income_ends(firm: Firm, month: date) -> bool:
    """Whether income tax is reckoned at the end of that month: quarters in China, the year in Britain, before estimates in America."""
    return (month.month - firm.year_ends[0].month) % 12 in _RECKONED[firm.country]


def _british_day(firm: Firm) -> date:
    """Nine months and a day after the last financial year before the books begin."""
    back = (firm.first.month - firm.year_ends[0].month - 1) % 12
    return month_start(firm.first, 9 - back)


class Taxes:
    """The tax calendar of a firm, run from day to day with the balances of the books."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.draft = days.draft
        self.firm = days.draft.firm
        self.losses = 0
        #: What the annual settlement is to bring (China), apart from the quarters.
        self.settling = 0
        self.source = self.draft.stream("taxes")
        self.paid_in_fourth = 1.0 if self.source.random() < 0.5 else self.source.uniform(0.8, 0.97)
        self._open()

    def _open(self) -> None:
        """Plan the payments of what was owed when the books began."""
        ended, owed = self.draft.unpaid
        if owed > 0:
            self._plan_turnover(ended, owed)
        tax = -self.days.balances.get("income_tax_payable", 0)
        if tax > 0:
            when = self.firm.first + timedelta(14) if self.firm.country != "GB" else _british_day(self.firm)
            self._plan_income(self.firm.first - timedelta(1), when, tax)

    def month_end(self, day: date) -> None:
        """What is determined on the evening of a month's last day."""
        month = day.replace(day=1)
        if period_ends(self.firm, month):
            self._turnover(day)
        if self.draft.chinese and _quarter_ends(self.firm, month):
            self._stamp(day)
        if _income_ends(self.firm, month):
            self._income(day)

    def _turnover(self, day: date) -> None:
        month = day.replace(day=1)
        due = -self.days.balances.get("vat_payable", 0)
        if self.firm.taxpayer == "small_scale" and due > 0:
            sold = sum(self.draft.net_sales.get(month_start(month, -back), 0) for back in range(3))
            if sold <= EXEMPT_QUARTER:
                self.days.evening(f"exempt-{day:%Y-%m}", "vat_closing", (("vat_payable", due), ("non_operating_income", -due)))
                return
        if due <= 0:
            return
        if self.draft.chinese:
            urban, education = surcharges(due)
            if urban + education:
                rows = (("urban_tax", urban), ("education_levy", education), ("surcharges_payable", -urban - education))
                self.days.evening(f"surcharges-{day:%Y-%m}", "surcharges", tuple(row for row in rows if row[1]))
        self._plan_turnover(day, due)

    def _plan_turnover(self, end: date, due: int) -> None:
        when = self.draft.bank_day(payment_day(self.firm, end))
        kind = "sales_tax_paid" if self.firm.taxpayer == "sales_tax" else "vat_paid"
        name = f"vat-{end:%Y-%m}"
        # The last treasury is the state's where there is one (America).
        treasury = self.firm.of("treasury")[-1].id
        self.draft.book(name, when, kind, (("vat_payable", due), ("bank_1", -due)), "cf_taxes_paid", treasury)  # type: ignore[arg-type]
        if self.draft.chinese:
            self.days.at(when, lambda today: self._pay(f"surcharges-{end:%Y-%m}-paid", today, "surcharges_paid", "surcharges_payable"))

    def _stamp(self, day: date) -> None:
        """Stamp tax of a quarter on contracts of sale, booked with the quarter and paid in the month after."""
        month = day.replace(day=1)
        sold = sum(self.draft.net_sales.get(month_start(month, -back), 0) for back in range(3))
        tax = round(sold * _STAMP)
        if tax > 0 and self.firm.industry != "catering":
            self.days.evening(f"stamp-{day:%Y-%m}", "stamp_tax", (("stamp_tax", tax), ("surcharges_payable", -tax)))
            when = self.draft.bank_day(month_start(month, 1).replace(day=15))
            self.days.at(when, lambda today: self._pay(f"stamp-{day:%Y-%m}-paid", today, "surcharges_paid", "surcharges_payable"))

    def _pay(self, name: str, day: date, kind: str, account: str, most: int | None = None) -> None:
        owed = -self.days.balances.get(account, 0) - self.days.planned(day, account)
        amount = owed if most is None else min(owed, most)
        if amount > 0:
            rows = ((account, amount), ("bank_1", -amount))
            self.draft.book(name, day, kind, rows, "cf_taxes_paid", self.draft.of("treasury"))  # type: ignore[arg-type]

    def _income(self, day: date) -> None:
        balances = self.days.balances
        profit = -sum(balances.get(account, 0) for account in RESULT if account != "income_tax")
        tax = corporation_tax(self.firm.country, profit, self.losses)
        change = tax - balances.get("income_tax", 0)
        if change:
            self.days.evening(f"cit-{day:%Y-%m}", "income_tax", (("income_tax", change), ("income_tax_payable", -change)))
        owed = -balances.get("income_tax_payable", 0)
        closes = self.days.closes(day)
        if closes:
            self.losses = max(self.losses - profit, 0) if profit > 0 else self.losses - profit
        if owed <= 0:
            return
        if self.firm.country == "GB":
            self._plan_income(day, month_start(day, 10), owed)
            return
        if not closes:
            if owed > self.settling:
                self._plan_income(day, month_start(day, 1).replace(day=15), owed - self.settling)
            return
        if self.firm.country == "US":
            self._plan_income(day, month_start(day, 4).replace(day=15), owed)
            return
        fourth = round(owed * self.paid_in_fourth)
        self._plan_income(day, month_start(day, 1).replace(day=15), fourth)
        self.settling = owed - fourth
        if self.settling:
            self.days.at(self.draft.bank_day(month_start(day, 4) + timedelta(self.source.randint(9, 54))), self._settle)

    def _settle(self, today: date) -> None:
        """The annual settlement of China, before the end of May: what the fourth quarter left open."""
        left, self.settling = self.settling, 0
        self._pay(f"settlement-{today.year}", today, "income_tax_paid", "income_tax_payable", left)

    def _plan_income(self, end: date, when: date, most: int) -> None:
        """Plan what is paid of the tax reckoned on `end`."""
        when = self.draft.bank_day(when)
        self.days.at(when, lambda today: self._pay(f"cit-{end:%Y-%m}-paid", today, "income_tax_paid", "income_tax_payable", most))


def last_of_month(day: date) -> bool:
    return day == month_end(day.year, day.month)
