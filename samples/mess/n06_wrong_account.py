"""N06: a receipt posted to the wrong customer, or to advances when the customer owed it."""

from __future__ import annotations

from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid, some, swapped


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    customers = [party.id for party in ledgers.firm.of("customer")]
    receipts = [entry for entry in ledgers.entries("stated") if entry.kind == "receipt" and dict(entry.postings).get("receivables", 0) < 0]
    chosen = some(source, receipts, dose.rate.get("item", 0.02), least=1)
    if not chosen:
        return None
    pairs: list[tuple[Entry, Entry | None]] = []
    for entry in chosen:
        others = [name for name in customers if name != entry.party]
        if source.random() < 0.5 and others:
            other = source.choice(others)
            pairs.append((entry, entry._replace(party=other, settles=())))
        else:
            new = swapped(entry, lambda account: "advances" if account == "receivables" else account)
            pairs.append((entry, entry._replace(postings=new, settles=())))
    return laid(ledgers, "N06", OWN, pairs), {"entries": [entry.id for entry in chosen]}


KIND = Intervention(code="N06", name="wrong_account", split="develop", books=_books)
