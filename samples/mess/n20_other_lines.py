"""N20: meals booked as office costs. The ratios between kinds of cost change, no total does."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid, some, swapped


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    meals = [entry for entry in ledgers.entries("stated") if entry.kind == "entertainment"]
    chosen = some(source, meals, 0.5, least=1)
    if not chosen:
        return None
    pairs = [
        (entry, entry._replace(postings=swapped(entry, lambda account: "office" if account == "entertainment" else account)))
        for entry in chosen
    ]
    return laid(ledgers, "N20", OWN, pairs), {"entries": [entry.id for entry in chosen]}


KIND = Intervention(code="N20", name="other_lines", split="develop", books=_books)
