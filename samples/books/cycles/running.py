"""What it costs to be there: rent, power, freight, office, entertainment, advertising, bank charges."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from samples.books.draft import Draft, rounded
from samples.books.journal import Kind
from samples.firms.calendar import month_end, month_start
from samples.firms.firm import Role
from samples.firms.profile import POWER_IN_COST

_FLOW = "cf_other_operating_out"
#: Tax rates of what is bought: rent, power, freight, office, advertising.
_RATES = {
    "CN": {"rent": 0.05, "power": 0.13, "freight": 0.09, "office": 0.13, "advertising": 0.06},
    "GB": {"rent": 0.0, "power": 0.20, "freight": 0.20, "office": 0.20, "advertising": 0.20},
    "US": {},
}
_WHAT = {
    "CN": {"rent": ("经营租赁", "房屋租金"), "power": ("供电", "电费"), "freight": ("运输服务", "运输费"), "office": ("纸制品", "办公用品"),
           "advertising": ("广告服务", "广告费")},
    "GB": {"rent": ("", "Rent of premises"), "power": ("", "Electricity"), "freight": ("", "Carriage"), "office": ("", "Office supplies"),
           "advertising": ("", "Advertising")},
}  # fmt: skip
#: A part of the overheads: account, kind, share of overheads, times a month, paid in cash, which office.
_OVERHEADS: tuple[tuple[str, Kind, float, int, float, int], ...] = (
    ("office", "office", 0.45, 2, 0.25, 0),
    ("advertising", "advertising", 0.20, 1, 0.0, 2),
    ("other_admin", "other_cost", 0.35, 2, 0.35, 1),
)
_CASH_LIMIT = {"CNY": 300_000, "GBP": 20_000, "USD": 20_000}


#: Share of the power of an average month that follows the trade, and the additions of the months in which rooms are cooled or heated.
_MOVING = {"manufacturing": 0.75, "catering": 0.45, "trade": 0.2, "construction": 0.5, "services": 0.2}
_COOLING = {7: 0.12, 8: 0.14, 6: 0.05, 9: 0.04, 12: 0.05, 1: 0.07}


def meter(draft: Draft) -> None:
    """Read the meter of every month: a base, what follows the trade, cooling and heating, and chance."""
    source = draft.stream("power")
    usual = draft.profile.power / max(draft.profile.kwh_price, 1)
    moving = _MOVING[draft.firm.industry]
    for month in draft.months:
        factor = (1 - moving) + moving * draft.activity[month] + _COOLING.get(month.month, 0.0)
        draft.power_used[month] = round(usual * factor * source.lognormvariate(0, 0.05))


def run(draft: Draft) -> None:
    """Book the running costs of every month."""
    source = draft.stream("running")
    quarterly = source.random() < 0.5
    rent_day = source.randint(1, 10)
    power_day = source.randint(10, 24)
    fee_day = source.randint(20, 27)
    for index, month in enumerate(draft.months):
        if not quarterly or month.month % 3 == 1:
            # The rent rises once a year, not every month.
            rent = round(draft.profile.rent * (3 if quarterly else 1) * 1.03 ** ((index - 6) // 12))
            _spend(draft, f"rent-{month:%Y-%m}", draft.bank_day(month.replace(day=rent_day)), "rent", "rent", rent, draft.of("landlord"))
        _power(draft, month, power_day)
        revenue = draft.plan.revenue[month]
        _several(draft, source, month, "freight", "freight", round(revenue * draft.profile.freight_share), 3, draft.of("carrier"), 0.0)
        if draft.profile.entertainment_share > 0:
            meals = round(revenue * draft.profile.entertainment_share)
            _several(draft, source, month, "entertainment", "entertainment", meals, 2, "", 0.5)
        monthly = draft.profile.overheads * draft.plan.grown[month]
        for account, kind, share, times, cash, place in _OVERHEADS:
            _several(draft, source, month, account, kind, round(monthly * share), times, _one(draft, "office", place), cash)
        _charges(draft, month, fee_day, source)


def _one(draft: Draft, role: Role, place: int) -> str:
    """Id of that party of the role, or of the last when there are fewer."""
    found = draft.firm.of(role)
    return found[min(place, len(found) - 1)].id if found else ""


def _several(draft: Draft, source: Random, month: date, account: str, kind: Kind, total: int, times: int, party: str, cash: float) -> None:
    """Spend about `total` in a month, in up to `times` payments."""
    if total < 2_000:
        return
    count = source.randint(1, times) if total > 20_000 else 1
    last = month_end(month.year, month.month).day
    for number in range(1, count + 1):
        amount = round(total / count * source.uniform(0.7, 1.3))
        day = draft.bank_day(month.replace(day=source.randint(1, last)))
        in_cash = source.random() < cash and amount <= _CASH_LIMIT[draft.firm.currency]
        name = f"{account}-{month:%Y-%m}-{number}"
        if in_cash:
            spent = max(100, rounded(amount, 100))
            draft.book(name, day, kind, ((account, spent), ("cash_on_hand", -spent)), _FLOW)
        else:
            _spend(draft, name, day, account, kind, amount, party)


def _spend(draft: Draft, name: str, day: date, account: str, kind: Kind, gross: int, party: str) -> None:
    """Pay a service at once, with its invoice where one matters."""
    if gross <= 0 or day > draft.firm.last:
        return
    rate = _RATES[draft.firm.country].get(account)
    deal, tax = "", 0
    if rate is not None and day >= draft.firm.first:
        category, what = _WHAT[draft.firm.country][account]
        deal, tax = draft.expense(f"x-{name}", day, party, category, what, gross, rate)
    bank = draft.account(party)
    postings = ((account, gross - tax), ("vat_payable", tax), (bank, -gross)) if tax else ((account, gross), (bank, -gross))
    draft.book(name, day, kind, postings, _FLOW, party, deal, ((deal, gross),) if deal else ())


def _power(draft: Draft, month: date, day: int) -> None:
    """The power of a month: a debt at its end, paid in the next month on the day of the bill."""
    kwh = draft.power_used[month]
    gross = kwh * draft.profile.kwh_price
    last = month_end(month.year, month.month)
    if gross <= 0:
        return
    name = f"power-{month:%Y-%m}"
    party = draft.of("utility")
    rate = _RATES[draft.firm.country].get("power")
    deal, tax = "", 0
    if rate is not None:
        category, what = _WHAT[draft.firm.country]["power"]
        deal, tax = draft.expense(f"x-{name}", last, party, category, what, gross, rate)
    made = round((gross - tax) * POWER_IN_COST[draft.firm.industry])
    if made:
        draft.conversion[month] = draft.conversion.get(month, 0) + made
    making = "contract_costs" if draft.firm.industry == "construction" else "work_in_progress"
    postings = ((making, made), ("power", gross - tax - made), ("vat_payable", tax), ("other_payables", -gross))
    draft.book(name, last, "power", tuple(row for row in postings if row[1]), "", party, deal)
    paid = draft.bank_day(month_start(month, 1) + timedelta(day - 1))
    settles = ((deal, gross),) if deal else ()
    draft.book(f"{name}-paid", paid, "power", (("other_payables", gross), ("bank_1", -gross)), _FLOW, party, "", settles)


def _charges(draft: Draft, month: date, day: int, source: Random) -> None:
    """What the bank takes for accounts and transfers, each month from each account."""
    for account in draft.firm.accounts:
        if draft.chinese:
            amount = source.randint(4, 60) * 100 if account.kind == "basic" else source.choice((0, 1_000, 2_000))
        else:
            amount = source.randint(500, 2_500)
        if amount:
            name = f"charge-{account.id}-{month:%Y-%m}"
            when = draft.bank_day(month.replace(day=day))
            draft.book(name, when, "bank_fee", (("bank_charges", amount), (account.id, -amount)), _FLOW)
