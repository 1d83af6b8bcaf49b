"""What an account holds day by day, so that money made to move is money that is there."""

from __future__ import annotations

from datetime import date

from samples.books.accounts import BANKS
from samples.books.journal import Ledgers


class Purse:
    """The actual balance of one bank account, day by day from firm.first to firm.last; minor units.

    A day counts with its lowest balance, in the order in which the bank booked.
    """

    def __init__(self, ledgers: Ledgers, account: str) -> None:
        self.account = account
        self._first = ledgers.firm.first
        days = (ledgers.firm.last - self._first).days + 1
        moves: list[list[int]] = [[] for _ in range(days)]
        running = 0
        for entry in ledgers.entries("actual"):
            for name, amount in entry.postings:
                if name == account:
                    at = ((entry.cleared or entry.day) - self._first).days
                    if at < 0:
                        running += amount
                    elif at < days:
                        moves[at].append(amount)
        self._lows: list[int] = []
        for day in moves:
            low = running
            for amount in day:
                running += amount
                low = min(low, running)
            self._lows.append(low)

    def room(self, first: date, last: date | None = None) -> int:
        """The most that may be gone from `first` to `last` (to the end of the books without one) with nothing overdrawn."""
        start = (first - self._first).days
        end = len(self._lows) if last is None else (last - self._first).days + 1
        found = self._lows[max(start, 0) : end]
        return max(min(found), 0) if found else 0

    def move(self, day: date, amount: int) -> None:
        """Book `amount`, money in positive, on `day`: it is there from then on."""
        at = max((day - self._first).days, 0)
        # Money that comes in during a day does not help a payment earlier on that day.
        for index in range(at + 1 if amount > 0 else at, len(self._lows)):
            self._lows[index] += amount


def fullest(ledgers: Ledgers) -> str:
    """The ledger account of the bank account through which most money passes."""
    turnover = dict.fromkeys((account.id for account in ledgers.firm.accounts), 0)
    for entry in ledgers.entries("actual"):
        for name, amount in entry.postings:
            if name in turnover and amount > 0:
                turnover[name] += amount
    return max(turnover, key=lambda name: (turnover[name], name)) if turnover else BANKS[0]
