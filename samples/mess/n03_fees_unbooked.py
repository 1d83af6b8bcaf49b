"""N03: a bank fee or interest that the books never have, or have a month later."""

from __future__ import annotations

from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid, next_month, some


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    small = [entry for entry in ledgers.entries("stated") if entry.kind in {"bank_fee", "deposit_interest"}]
    chosen = some(source, small, dose.rate.get("month", 0.1), least=1)
    if not chosen:
        return None
    pairs: list[tuple[Entry, Entry | None]] = []
    never = []
    for entry in chosen:
        later = next_month(entry.day, source.randint(1, 20))
        if source.random() < 0.4 or later > ledgers.firm.last:
            pairs.append((entry, None))
            never.append(entry.id)
        else:
            pairs.append((entry, entry._replace(day=later, cleared=entry.cleared or entry.day)))
    return laid(ledgers, "N03", OWN, pairs), {"entries": [entry.id for entry in chosen], "never_booked": never}


KIND = Intervention(code="N03", name="fees_unbooked", split="develop", books=_books)
