"""Living through the days in order: what depends on balances (tax, interest, the owner's money), and that no account is overdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from samples.books.accounts import BANKS
from samples.books.cycles.owners import Owner
from samples.books.cycles.taxes import Taxes, last_of_month
from samples.books.draft import Draft
from samples.books.journal import Entry, Kind
from samples.firms.calendar import days

_PURSE = frozenset({*BANKS, "cash_on_hand"})
#: How often a supplier waits another week when the money is short.
_PATIENCE = 5
#: Cash kept in the till, and the sum above which it is taken to the bank, minor units.
_TILL = {"CNY": (200_000, 1_000_000), "GBP": (15_000, 100_000), "USD": (20_000, 120_000)}
_WITHDRAWN = {"CNY": 500_000, "GBP": 20_000, "USD": 30_000}
#: The order of a day: money in and entries without money, the owner's money, own transfers, the till, what is paid.
_ORDER = {"owner_in": 1, "transfer": 2, "cash_deposited": 3, "cash_withdrawn": 3}


class Days:
    """The books from the opening balance to the last day.

    balances   of every account so far   done: the entries in order
    """

    def __init__(self, draft: Draft, first: Entry) -> None:
        self.draft = draft
        self.done: list[Entry] = [first]
        self.balances: dict[str, int] = dict(first.postings)
        self.banks = tuple(account.id for account in draft.firm.accounts)
        self.today = draft.firm.first
        self._hooks: dict[date, list[Callable[[date], None]]] = {}
        self._waited: dict[str, int] = {}
        self.taxes = Taxes(self)
        self.owner = Owner(self)

    def at(self, day: date, what: Callable[[date], None]) -> None:
        """Have `what` done on the morning of `day`."""
        self._hooks.setdefault(day, []).append(what)

    def closes(self, day: date) -> bool:
        """Whether a financial year ends with `day`, the one in which the books begin included."""
        return day.month == self.draft.firm.year_ends[0].month and last_of_month(day)

    def planned(self, day: date, account: str) -> int:
        """What of the debt on `account` is already to be paid on that day."""
        return sum(
            amount for entry in self.draft.agenda.get(day, ()) for posted, amount in entry.postings if posted == account and amount > 0
        )

    def evening(self, name: str, kind: Kind, postings: tuple[tuple[str, int], ...]) -> None:
        """Book without money, after all that the day brought."""
        self._apply(Entry(name, self.today, kind, postings))

    def run(self) -> list[Entry]:
        """Every entry, in order."""
        firm = self.draft.firm
        for day in days(firm.first, firm.last):
            self.today = day
            self.owner.morning(day)
            for hook in self._hooks.pop(day, ()):
                hook(day)
            self._till(day)
            entries = self.draft.agenda.pop(day, None)
            if entries:
                for entry in self._affordable(day, entries):
                    self._apply(entry)
            if last_of_month(day):
                self.taxes.month_end(day)
                if self.closes(day):
                    self.owner.close(day)
            self.owner.night()
        return self.done

    def _apply(self, entry: Entry) -> None:
        self.done.append(entry)
        balances = self.balances
        for account, amount in entry.postings:
            balances[account] = balances.get(account, 0) + amount

    def money(self) -> int:
        """In all banks."""
        return sum(self.balances.get(account, 0) for account in self.banks)

    def _till(self, day: date) -> None:
        """Take what is too much in the till to the bank."""
        kept, most = _TILL.get(self.draft.firm.currency, (20_000, 120_000))
        held = self.balances.get("cash_on_hand", 0)
        if held > most and self.draft.bank_day(day) == day:
            # What is spent from the till on this very day stays in it.
            spent = -sum(
                amount
                for entry in self.draft.agenda.get(day, ())
                for account, amount in entry.postings
                if account == "cash_on_hand" and amount < 0
            )
            amount = (held - kept - spent) // 10_000 * 10_000
            if amount > 0:
                rows = (("bank_1", amount), ("cash_on_hand", -amount))
                self.draft.book(f"deposited-{day:%Y-%m-%d}", day, "cash_deposited", rows)

    def _moves(self, entries: list[Entry]) -> dict[str, int]:
        moves: dict[str, int] = {}
        for entry in entries:
            for account, amount in entry.postings:
                if account in _PURSE:
                    moves[account] = moves.get(account, 0) + amount
        return moves

    def _affordable(self, day: date, entries: list[Entry]) -> list[Entry]:
        """The entries of a day, in an order and with additions that leave no account below nothing at any moment."""
        moves = self._moves(entries)
        balances = self.balances
        if any(balances.get(account, 0) + amount < 0 for account, amount in moves.items()):
            entries = self._helped(day, entries)
        if len(entries) > 1:
            entries.sort(key=_rank)
        return entries

    def _helped(self, day: date, entries: list[Entry]) -> list[Entry]:
        after = {account: self.balances.get(account, 0) for account in (*self.banks, "cash_on_hand")}
        for account, amount in self._moves(entries).items():
            after[account] = after.get(account, 0) + amount
        if after["cash_on_hand"] < 0:
            usual = _WITHDRAWN.get(self.draft.firm.currency, 30_000)
            amount = -(after["cash_on_hand"] // usual) * usual
            rows = (("cash_on_hand", amount), ("bank_1", -amount))
            entries.append(Entry(f"withdrawn-{day:%Y-%m-%d}", day, "cash_withdrawn", rows))
            after["cash_on_hand"] += amount
            after["bank_1"] -= amount
        for account in self.banks:
            if after[account] < 0:
                self._moved(day, account, entries, after)
            if after[account] < 0:
                entries = self._waiting(day, account, entries, after)
            if after[account] < 0:
                amount = self.owner.gift(-after[account])
                rows = ((account, amount), ("owner_loan", -amount))
                name = f"owner-in-{day:%Y-%m-%d}-{account}"
                entries.append(Entry(name, day, "owner_in", rows, "cf_other_financing_in", self.draft.firm.owner.id))
                after[account] += amount
        return entries

    def _moved(self, day: date, account: str, entries: list[Entry], after: dict[str, int]) -> None:
        """Bring money from another own account."""
        richest = max(self.banks, key=lambda bank: (after[bank], bank))
        step = 1_000_00
        wanted = -(after[account] // step) * step
        amount = min(wanted * 3 // 2 // step * step or wanted, after[richest] // step * step)
        amount = max(amount, wanted) if after[richest] >= wanted else amount
        if richest != account and amount >= wanted:
            rows = ((account, amount), (richest, -amount))
            entries.append(Entry(f"moved-{day:%Y-%m-%d}-{account}", day, "transfer", rows))
            after[account] += amount
            after[richest] -= amount

    def _waiting(self, day: date, account: str, entries: list[Entry], after: dict[str, int]) -> list[Entry]:
        """Let suppliers wait a week, the largest first."""
        payments = [entry for entry in entries if entry.kind == "payment" and (account, -entry.postings[0][1]) in entry.postings]
        for entry in sorted(payments, key=lambda item: (-item.postings[0][1], item.id)):
            waited = self._waited.get(entry.id, 0)
            if after[account] >= 0 or waited >= _PATIENCE:
                continue
            self._waited[entry.id] = waited + 1
            later = self.draft.bank_day(day + timedelta(7))
            entries = [other for other in entries if other.id != entry.id]
            after[account] += entry.postings[0][1]
            if later <= self.draft.firm.last:
                self.draft.agenda.setdefault(later, []).append(entry._replace(day=later))
        return entries


def _rank(entry: Entry) -> int:
    if entry.kind in _ORDER:
        return _ORDER[entry.kind]
    return 4 if any(amount < 0 and account in _PURSE for account, amount in entry.postings) else 0
