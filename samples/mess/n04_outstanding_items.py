"""N04: payments that the books have before a closing date and the bank only after it: cheques and transfers on their way."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Entry, Ledgers
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    pairs: list[tuple[Entry, Entry | None]] = []
    payments = [entry for entry in ledgers.entries("stated") if entry.kind == "payment"]
    days = {deal.id: deal.day for deal in ledgers.deals("stated")}
    soon_after = {
        date: [
            entry
            for entry in payments
            # Only what was owed at the date already.
            if date < entry.day <= date + timedelta(8) and all(days.get(deal, date) <= date - timedelta(2) for deal, _ in entry.settles)
        ]
        for date in ledgers.firm.year_ends
    }
    dates = [date for date, soon in soon_after.items() if soon]
    chosen = [date for date in dates if source.random() < dose.rate.get("date", 0.4)] or dates[-1:]
    for date in chosen:
        soon = soon_after[date]
        for entry in source.sample(soon, min(len(soon), source.randint(1, 3))):
            booked = date - timedelta(source.randint(0, 2))
            pairs.append((entry, entry._replace(day=booked, cleared=entry.cleared or entry.day)))
    # The books must have the money at the date that they pay from.
    while pairs and not solvent(laid(ledgers, "N04", OWN, pairs).entries("stated"), booked=True):
        pairs.pop()
    if not pairs:
        return None
    return laid(ledgers, "N04", OWN, pairs), {"entries": [old.id for old, _ in pairs]}


KIND = Intervention(code="N04", name="outstanding_items", split="develop", books=_books)
