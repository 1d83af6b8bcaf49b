"""N33: a bill that was booked twice, and mostly taken back when somebody saw it."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Entry, Ledgers, Overlay
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, money, some

_KINDS = frozenset({"payment", "office", "other_cost", "entertainment"})


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    last = ledgers.firm.last
    bills = [entry for entry in ledgers.entries("stated") if entry.kind in _KINDS and money(entry) < 0 and entry.day + timedelta(5) <= last]
    added: list[Entry] = []
    chosen = some(source, bills, dose.rate.get("item", 0.004), least=1)[:6]
    for entry in chosen:
        again = entry.day + timedelta(source.randint(1, 5))
        twice = entry._replace(id=f"N33-{entry.id}", day=again, cleared=None, deal="", settles=())
        found = again + timedelta(source.randint(15, 70))
        added.append(twice)
        if found <= last and source.random() < 0.8:
            back = tuple((account, -amount) for account, amount in entry.postings)
            added.append(twice._replace(id=f"N33-back-{entry.id}", day=found, postings=back))
    # Money that the books do not have cannot be spent in them, not even twice.
    while added and not solvent((*ledgers.entries("stated"), *added), booked=True):
        name = chosen.pop().id
        added = [entry for entry in added if entry.id not in {f"N33-{name}", f"N33-back-{name}"}]
    if not added:
        return None
    after = ledgers.laid(Overlay(source="N33", views=OWN, added=tuple(added)))
    return after, {"entries": [entry.id for entry in chosen], "booked": [entry.id for entry in added]}


KIND = Intervention(code="N33", name="booked_twice", split="develop", books=_books)
