"""Which days a fabrication is about, and what the honest books come to over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from samples.books.accounts import BANKS, RESULT
from samples.books.journal import Entry, Ledgers

#: Entries that only carry a year's result to equity.
CLOSING = frozenset({"closing", "reserve"})
#: Expenses that are neither cost of sales nor tax nor interest.
OPERATING = (
    *("selling_wages", "freight", "advertising", "platform_fees", "admin_wages", "rent", "power", "office", "entertainment"),
    *("depreciation", "amortisation", "other_admin"),
)
#: What a balance sheet gathers as inventories.
INVENTORIES = ("materials", "work_in_progress", "contract_costs", "stock")


class Period(NamedTuple):
    """First and last day, both within."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        return self.first <= day <= self.last


def years(ledgers: Ledgers) -> tuple[Period, ...]:
    """The financial years that end inside the books, the first one perhaps cut short by their start."""
    return tuple(Period(max(ledgers.firm.first, year_before(end)), end) for end in ledgers.firm.year_ends)


def year_before(end: date) -> date:
    """First day of the year that ends on `end`, the last day of a month."""
    after = end + timedelta(1)
    return date(after.year - 1, after.month, after.day)


def last_year(ledgers: Ledgers) -> Period:
    """The last financial year that the books hold whole: the one that a lender looks at."""
    return years(ledgers)[-1]


def month_before(day: date, months: int) -> date:
    """First day of the month that lies `months` months before that of `day`."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def months_of(period: Period) -> list[Period]:
    """The calendar months of a period, the outer ones cut to it."""
    found, first = [], date(period.first.year, period.first.month, 1)
    while first <= period.last:
        following = month_before(first, -1)
        found.append(Period(max(first, period.first), min(following - timedelta(1), period.last)))
        first = following
    return found


def within(entries: Iterable[Entry], period: Period) -> Iterator[Entry]:
    """Those of `entries` in that period, closings left out."""
    return (entry for entry in entries if entry.kind not in CLOSING and period.first <= entry.day <= period.last)


def movement(entries: Iterable[Entry], accounts: Iterable[str], period: Period) -> int:
    """Sum of the postings to `accounts` in a period, closings left out; debits positive, minor units."""
    wanted = frozenset(accounts)
    return sum(amount for entry in within(entries, period) for account, amount in entry.postings if account in wanted)


def balance(entries: Iterable[Entry], accounts: Iterable[str], until: date) -> int:
    """Balance of `accounts` together after `until`; debit positive, minor units."""
    wanted = frozenset(accounts)
    return sum(amount for entry in entries if entry.day <= until for account, amount in entry.postings if account in wanted)


def net_sales(entries: Iterable[Entry], period: Period) -> int:
    """Sales without tax, minor units."""
    return -movement(entries, ("sales", "other_sales"), period)


def profit(entries: Iterable[Entry], period: Period) -> int:
    """Result of the period after tax, minor units."""
    return -movement(entries, RESULT, period)


def bank_credits(entries: Iterable[Entry], period: Period) -> int:
    """Money that came into the bank accounts, without transfers between them; minor units."""
    return sum(
        amount
        for entry in entries
        if entry.kind not in {"transfer", "opening"} and period.has(entry.cleared or entry.day)
        for account, amount in entry.postings
        if account in BANKS and amount > 0
    )
