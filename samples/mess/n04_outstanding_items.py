"""N04: payments that the books have before a closing date and the bank only after it: cheques and transfers on their way."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    pairs: list[tuple[Entry, Entry | None]] = []
    payments = [entry for entry in ledgers.entries("stated") if entry.kind == "payment"]
    for date in ledgers.firm.year_ends:
        if source.random() > max(dose.rate.get("date", 0.4), 0.4):
            continue
        soon = [entry for entry in payments if date < entry.day <= date + timedelta(8)]
        for entry in source.sample(soon, min(len(soon), source.randint(1, 3))):
            booked = date - timedelta(source.randint(0, 2))
            pairs.append((entry, entry._replace(day=booked, cleared=entry.cleared or entry.day)))
    if not pairs:
        return None
    return laid(ledgers, "N04", OWN, pairs), {"entries": [old.id for old, _ in pairs]}


KIND = Intervention(code="N04", name="outstanding_items", split="develop", books=_books)
