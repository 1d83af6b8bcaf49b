"""N02: an invoice or a receipt that the books have a month late."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid, next_month, some

_KINDS = ("sale", "purchase", "receipt", "payment")


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    agency = ledgers.firm.bookkeeper == "agency"
    rate = dose.rate.get("agency_item" if agency else "item", 0.03)
    last = ledgers.firm.last
    late = [entry for entry in ledgers.entries("stated") if entry.kind in _KINDS and next_month(entry.day, 28) <= last]
    chosen = some(source, late, rate, least=1)
    if not chosen:
        return None
    pairs = [
        (entry, entry._replace(day=next_month(entry.day, source.randint(1, 25)), cleared=entry.cleared or entry.day)) for entry in chosen
    ]
    return laid(ledgers, "N02", OWN, pairs), {"entries": [entry.id for entry in chosen]}


KIND = Intervention(code="N02", name="cut_off", split="develop", books=_books)
