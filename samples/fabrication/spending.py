"""Expenses of a year that a forger wants out of it: F09 leaves them out, F10 parks them among the assets."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from samples.books.accounts import BANKS
from samples.books.journal import Entry, Ledgers
from samples.fabrication.laying import moved
from samples.fabrication.periods import OPERATING, Period, movement, within

#: Those that are paid for: nobody hides a depreciation in this way.
PAID = tuple(account for account in OPERATING if account not in {"depreciation", "amortisation"})


class Taken(NamedTuple):
    """An entry of which `value`, minor units, is taken: account -> how much of its debit."""

    entry: Entry
    parts: Mapping[str, int]

    @property
    def value(self) -> int:
        return sum(self.parts.values())


def operating(ledgers: Ledgers, year: Period) -> int:
    """Operating expenses of the honest books in that year."""
    return movement(ledgers.entries("actual"), OPERATING, year)


def taken(ledgers: Ledgers, source: Random, year: Period, target: int, *, at_once_first: bool = False) -> list[Taken]:
    """Expenses of the stated books, drawn until they come to `target`; the last one in part. By day.

    at_once_first   begin with those that were paid out of the bank on the spot
    """
    wanted = frozenset(PAID)
    found = [
        entry for entry in within(ledgers.entries("stated"), year) if any(name in wanted and value > 0 for name, value in entry.postings)
    ]
    source.shuffle(found)
    if at_once_first:
        found.sort(key=lambda entry: not any(name in BANKS for name, _ in entry.postings))
    chosen: list[Taken] = []
    left = target
    for entry in found:
        parts: dict[str, int] = {}
        for name, value in entry.postings:
            part = min(value, left) if name in wanted else 0
            if part > 0:
                parts[name] = parts.get(name, 0) + part
                left -= part
        if parts:
            chosen.append(Taken(entry, parts))
        if left <= 0:
            break
    return sorted(chosen, key=lambda one: (one.entry.day, one.entry.id))


def elsewhere(code: str, chosen: list[Taken], account: str) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries with those parts on `account`, and the ids of the entries that they stand for."""
    added = tuple(moved(one.entry, f"{code}-{one.entry.id}", {name: (account, part) for name, part in one.parts.items()}) for one in chosen)
    return added, tuple(one.entry.id for one in chosen)


def paid_at_once(one: Taken) -> bool:
    """Whether the whole entry is an expense that left the bank on the spot: the owner's own card can pay such a one unseen."""
    entry = one.entry
    whole = all(value < 0 or one.parts.get(name) == value or name == "vat_payable" for name, value in entry.postings)
    return whole and not entry.settles and any(name in BANKS and value < 0 for name, value in entry.postings)
