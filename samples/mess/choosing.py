"""Choosing entries for a mess, and putting others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.books.accounts import MONEY
from samples.books.journal import Entry, Ledgers, Overlay, View
from samples.case import Document, Papers
from samples.firms.calendar import month_end
from samples.records.record import Statement

ALL: frozenset[View] = frozenset({"actual", "stated", "filed"})
#: The firm's own books, which the bank has no part in.
OWN: frozenset[View] = frozenset({"stated", "filed"})


def some(source: Random, items: Iterable[Entry], rate: float, *, least: int = 0) -> list[Entry]:
    """Each of `items` with the chance `rate`; `least` of them at least, where there are so many."""
    everything = list(items)
    chosen = [item for item in everything if source.random() < rate]
    if len(chosen) < least:
        rest = [item for item in everything if item not in chosen]
        chosen += source.sample(rest, min(least - len(chosen), len(rest)))
    return sorted(chosen, key=lambda entry: (entry.day, entry.id))


def next_month(day: date, into: int) -> date:
    """The `into`-th day of the month after that of `day`."""
    return month_end(day.year, day.month) + timedelta(into)


def money(entry: Entry) -> int:
    """What the entry moves in money, in positive; minor units."""
    return sum(amount for account, amount in entry.postings if account in MONEY)


def swapped(entry: Entry, accounts: Callable[[str], str]) -> tuple[tuple[str, int], ...]:
    """The postings of `entry` under other accounts."""
    return tuple((accounts(account), amount) for account, amount in entry.postings)


def common(ledgers: Ledgers, deals: bool = False) -> tuple[frozenset[str], frozenset[str]]:
    """Ids of the entries, and of the deals when asked for, that all versions of the books have alike.

    What changes all versions at once takes only from these: what another mess has changed in one version stays as it is.
    """
    entries = set(ledgers.entries("actual")).intersection(*(ledgers.entries(view) for view in OWN))
    same = [deal.id for deal in ledgers.deals("actual")] if deals else []
    for view in sorted(OWN) if deals else []:
        there = {deal.id: deal for deal in ledgers.deals(view)}
        mine = {deal.id: deal for deal in ledgers.deals("actual")}
        same = [name for name in same if there.get(name) == mine[name]]
    return frozenset(entry.id for entry in entries), frozenset(same)


def laid(ledgers: Ledgers, code: str, views: frozenset[View], pairs: Sequence[tuple[Entry, Entry | None]]) -> Ledgers:
    """`ledgers` with each first entry dropped and each second one, where there is one, in its place.

    An entry keeps its id: the bank line, and whatever is laid later, find it under the same one.
    """
    dropped = frozenset(old.id for old, _ in pairs)
    added = tuple(new._replace(id=old.id) for old, new in pairs if new is not None)
    return ledgers.laid(Overlay(source=code, views=views, dropped=dropped, added=added))


def statements(papers: Papers, *, typed: bool = False) -> list[Document]:
    """The borrower's own statements that nobody forged; only those typed by hand with `typed`."""
    return [
        document
        for document in papers.documents
        if isinstance(document.record, Statement) and not document.how and (document.typed or not typed)
    ]


def retyped(document: Document, record: Statement) -> Document:
    """The same paper as it was typed by hand: an honest slip, so nothing genuine stands behind it."""
    return replace(document, record=record, typed=True)
