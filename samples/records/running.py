"""One pass over a journal: what moved in every month, by kind of entry, cash flow line and account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from samples.books.journal import Entry

#: Kinds that close a year: a statement of a period leaves them out.
CLOSING = frozenset({"closing", "reserve"})


def month_of(day: date) -> int:
    """Months counted through: the next one is one more."""
    return day.year * 12 + day.month - 1


class Running:
    """A journal added up by month. Amounts are minor units, a debit positive.

    Every period asked for consists of whole months, as the periods of statements and returns do.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._cells: dict[int, dict[tuple[str, str, str], int]] = {}
        self._debits: dict[int, dict[str, int]] = {}
        self._moved: dict[tuple[int, int], Mapping[tuple[str, str, str], int]] = {}
        self._balances: dict[int, dict[str, int]] = {}
        month, cells, debits = -1, dict[tuple[str, str, str], int](), dict[str, int]()
        for entry in entries:
            day, kind, flow = entry.day, entry.kind, entry.flow
            if (at := day.year * 12 + day.month - 1) != month:
                month = at
                cells, debits = self._cells.setdefault(month, {}), self._debits.setdefault(month, {})
            for account, amount in entry.postings:
                key = (kind, flow, account)
                cells[key] = cells.get(key, 0) + amount
                if amount > 0:
                    debits[account] = debits.get(account, 0) + amount
        self._months = sorted(self._cells)

    def moved(self, first: date, last: date) -> Mapping[tuple[str, str, str], int]:
        """(kind, flow, account) -> net movement in the months from that of `first` to that of `last`."""
        start, end = month_of(first), month_of(last)
        if (start, end) not in self._moved:
            total: dict[tuple[str, str, str], int] = {}
            for month in self._months:
                if start <= month <= end:
                    for key, amount in self._cells[month].items():
                        total[key] = total.get(key, 0) + amount
            self._moved[start, end] = total
        return self._moved[start, end]

    def balances(self, day: date) -> Mapping[str, int]:
        """Account -> balance at the end of the month of `day`."""
        end = month_of(day)
        if end not in self._balances:
            before = max((month for month in self._balances if month < end), default=None)
            total = dict(self._balances[before]) if before is not None else {}
            for month in self._months:
                if (before is None or month > before) and month <= end:
                    for (_, _, account), amount in self._cells[month].items():
                        total[account] = total.get(account, 0) + amount
            self._balances[end] = total
        return self._balances[end]

    def debits(self, first: date, last: date) -> dict[str, int]:
        """Account -> debits alone in those months."""
        start, end = month_of(first), month_of(last)
        total: dict[str, int] = {}
        for month in self._months:
            if start <= month <= end:
                for account, amount in self._debits[month].items():
                    total[account] = total.get(account, 0) + amount
        return total
