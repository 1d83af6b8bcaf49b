"""Whether money is there when it leaves: what the accounts at banks and the cash box held at the end of their worst day."""

from __future__ import annotations

from collections.abc import Iterable

from samples.books.accounts import BANKS
from samples.books.journal import Entry

_MONEY = frozenset((*BANKS, "cash_on_hand"))


def lowest(entries: Iterable[Entry], *, booked: bool = False) -> dict[str, int]:
    """The lowest balance at the end of a day of each account that is used; minor units.   entries: of one view, in any order

    A bank's day counts, not the day of booking, where they differ; with `booked` the other way about.
    """
    moves: dict[str, dict[int, int]] = {}
    for entry in entries:
        day = (entry.day if booked else entry.cleared or entry.day).toordinal()
        for account, amount in entry.postings:
            if account in _MONEY:
                days = moves.setdefault(account, {})
                days[day] = days.get(day, 0) + amount
    found = {}
    for account, days in moves.items():
        balance, worst = 0, 0
        for number, (_, amount) in enumerate(sorted(days.items())):
            balance += amount
            worst = balance if number == 0 else min(worst, balance)
        found[account] = worst
    return found


def solvent(entries: Iterable[Entry], *, booked: bool = False) -> bool:
    """No account is overdrawn and the cash box is never below nothing at the end of any day."""
    return all(balance >= 0 for balance in lowest(entries, booked=booked).values())


def held(entries: Iterable[Entry], account: str) -> int:
    """The lowest that a ledger account holds at the end of any day of the books; minor units, a debit positive.   entries: by day"""
    days: dict[int, int] = {}
    for entry in entries:
        for name, amount in entry.postings:
            if name == account:
                day = entry.day.toordinal()
                days[day] = days.get(day, 0) + amount
    balance, worst = 0, 0
    for number, day in enumerate(sorted(days)):
        balance += days[day]
        worst = balance if number == 0 else min(worst, balance)
    return worst
