"""F27 虚增或隐瞒人员: staff that does not exist, or wages that no book has.

What is done
    In the last twelve months staff is invented, or left out (one or the other is drawn).
Strength
    Change of the wages over the true ones of those months; persons in proportion.
Care
    invented   0   wages in the stated and filed books and persons in the returns; nothing is paid
               1   also paid by the bank, as far as there is money;   2   equal wages, paid, and put back by the owner's card
                   a few days later
    left out   0   the stated books alone;   1   the returns too;   2   also the bank: the owner pays those wages in cash
Traces
    Equal salaries that come back from one card; persons per the returns and per the payroll differ; wages below persons
    times a living.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

from samples.books.accounts import BANKS
from samples.books.journal import VIEWS, Entry, Ledgers, Month, View
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, month_before
from samples.fabrication.purse import Purse, fullest
from samples.fabrication.settling import settled
from samples.firms import calendar

_STATED: tuple[View, ...] = ("stated", "filed")


def _period(ledgers: Ledgers) -> Period:
    firm = ledgers.firm
    return Period(max(firm.first, month_before(firm.last, 11)), firm.last)


def _wages(ledgers: Ledgers, view: View) -> list[Entry]:
    period = _period(ledgers)
    return [entry for entry in ledgers.entries(view) if entry.kind == "wages" and period.has(entry.day) and _owed(entry) > 0]


def _owed(entry: Entry) -> int:
    return -sum(amount for account, amount in entry.postings if account == "wages_payable")


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    wages = _wages(ledgers, "stated")
    if not wages:
        return None
    invented = source.random() < 0.5
    done, value, rows = _invented(ledgers, source, dose, wages) if invented else _left_out(ledgers, dose, wages)
    done = settled(ledgers, done, "F27")
    period = _period(ledgers)
    persons = max(round(_persons(ledgers) * dose.strength), 1)
    if invented or dose.care:
        months = tuple(_counted(month, persons, dose.strength, 1 if invented else -1) for month in ledgers.books.months)
        kept = {month.first: month for month in ledgers.books.months if not period.has(month.first)}
        done = replace(done, books=replace(done.books, months=tuple(kept.get(month.first, month) for month in months)))
    return done, {
        "start": period.first,
        "months": 12,
        "direction": "invented" if invented else "left out",
        "persons": persons,
        "value": value,
        "rows": rows,
    }


def _persons(ledgers: Ledgers) -> float:
    counts = [month.headcount for month in ledgers.books.months if _period(ledgers).has(month.first)]
    return sum(counts) / len(counts) if counts else 0.0


def _counted(month: Month, persons: int, strength: float, sign: int) -> Month:
    """What the returns of that month say."""
    share = 1 + sign * strength
    return replace(
        month,
        declared=max(month.declared + sign * persons, 0),
        insured=max(month.insured + sign * min(persons, month.insured if sign < 0 else persons), 0),
        wages=round(month.wages * share),
        base=round(month.base * share),
    )


def _invented(ledgers: Ledgers, source: Random, dose: Dose, wages: Iterable[Entry]) -> tuple[Ledgers, int, tuple[str, ...]]:
    firm = ledgers.firm
    total = sum(amount for entry in wages for _, amount in entry.postings if amount > 0)
    count = len(list(wages))
    equal = round(total * dose.strength / count)
    purse = Purse(ledgers, fullest(ledgers))
    staff = next((party.id for party in firm.of("staff")), "")
    owed: list[Entry] = []
    money: list[Entry] = []
    for number, entry in enumerate(wages, start=1):
        own = sum(amount for _, amount in entry.postings if amount > 0)
        value = equal if dose.care == 2 else round(own * dose.strength)
        owed.append(Entry(f"F27-{number}", entry.day, "wages", (("admin_wages", value), ("wages_payable", -value))))
        day = calendar.on_or_after(entry.day + timedelta(source.randint(8, 15)), firm.country)
        back = calendar.on_or_after(day + timedelta(source.randint(2, 5)), firm.country)
        if not dose.care or back > firm.last or purse.room(day) < value:
            continue
        paid = (("wages_payable", value), (purse.account, -value))
        money.append(Entry(f"F27-paid{number}", day, "payroll", paid, flow="cf_payments_employees", party=staff))
        purse.move(day, -value)
        if dose.care == 2:
            returned = round(value * source.uniform(0.92, 0.98)) // 100 * 100
            posting = ((purse.account, returned), ("owner_loan", -returned))
            flow, owner = "cf_other_operating_in", firm.owner.id
            money.append(Entry(f"F27-back{number}", back, "owner_in", posting, flow=flow, party=owner))
            purse.move(back, returned)
    done = laid(ledgers, "F27", _STATED, added=owed)
    if money:
        done = laid(done, "F27", VIEWS, added=money)
    return done, sum(-amount for entry in owed for _, amount in entry.postings if amount < 0), tuple(entry.id for entry in money)


def _left_out(ledgers: Ledgers, dose: Dose, wages: Iterable[Entry]) -> tuple[Ledgers, int, tuple[str, ...]]:
    period = _period(ledgers)
    less = [_scaled(entry, dose.strength, "wages_payable") for entry in wages]
    views: tuple[View, ...] = ("stated",) if dose.care == 0 else _STATED
    value = sum(amount for entry in wages for _, amount in entry.postings if amount > 0)
    value -= sum(amount for entry in less for _, amount in entry.postings if amount > 0)
    done = laid(ledgers, "F27", views, added=less, dropped=tuple(entry.id for entry in wages), taxed=dose.care > 0)
    paid = [
        entry
        for entry in ledgers.entries("stated")
        if entry.kind == "payroll" and period.has(entry.day) and any(account in BANKS for account, _ in entry.postings)
    ]
    if dose.care == 2:
        cut = [less_paid for entry in paid if (less_paid := _paid_less(entry, dose.strength)).postings]
        return laid(done, "F27", VIEWS, added=cut, dropped=tuple(entry.id for entry in paid)), value, tuple(entry.id for entry in cut)
    # The bank paid it all: what the books do not call wages goes to the owner's account.
    shifted = [_shifted(entry, dose.strength) for entry in paid]
    return laid(done, "F27", views, added=shifted, dropped=tuple(entry.id for entry in paid)), value, ()


def _scaled(entry: Entry, strength: float, balance: str) -> Entry:
    """The accrual with every debit that much lower, and the liability with it."""
    cut = [(account, round(amount * strength)) for account, amount in entry.postings if amount > 0]
    least = min(sum(part for _, part in cut), sum(-amount for account, amount in entry.postings if account == balance and amount < 0))
    postings, left = [], least
    for account, amount in entry.postings:
        part = min(round(amount * strength), left) if amount > 0 else 0
        left -= part
        postings.append((account, amount - part))
    # What rounding and the cap leave goes to the liability, so that the entry balances.
    taken = least - left
    index = next(place for place, (account, amount) in enumerate(postings) if account == balance and amount < 0)
    postings[index] = (balance, postings[index][1] + taken)
    return entry._replace(id=f"F27-{entry.id}", postings=tuple(posting for posting in postings if posting[1]))


def _paid_less(entry: Entry, strength: float) -> Entry:
    postings = _balanced([(account, round(amount * (1 - strength))) for account, amount in entry.postings])
    return entry._replace(id=f"F27-{entry.id}", postings=tuple(posting for posting in postings if posting[1]))


def _balanced(postings: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The postings, the last one bearing what rounding left."""
    account, amount = postings[-1]
    return [*postings[:-1], (account, amount - sum(value for _, value in postings))]


def _shifted(entry: Entry, strength: float) -> Entry:
    part = round(sum(amount for account, amount in entry.postings if account == "wages_payable") * strength)
    postings = [(account, amount - part if account == "wages_payable" else amount) for account, amount in entry.postings]
    moved = [*postings, ("owner_loan", part)]
    return entry._replace(id=f"F27-{entry.id}", postings=tuple(posting for posting in moved if posting[1]))


def _suits(ledgers: Ledgers) -> bool:
    return bool(_wages(ledgers, "stated"))


KIND = Intervention(code="F27", name="payroll", split="develop", books=_books, suits=_suits)
