"""N32: books that are behind: what happened in the last weeks before the day of the interim statements is not booked yet.

The tax returns are made from the invoices and are complete.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import laid


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    # A closed year is whole: only what follows it can be behind.
    since = max(firm.last - timedelta(source.randint(6, 30)), firm.year_ends[-1])
    missing = [entry for entry in ledgers.entries("stated") if entry.day > since and entry.kind not in {"opening", "closing", "reserve"}]
    if not missing:
        return None
    pairs: list[tuple[Entry, Entry | None]] = [(entry, None) for entry in missing]
    return laid(ledgers, "N32", frozenset({"stated"}), pairs), {"start": since + timedelta(1), "entries": [entry.id for entry in missing]}


KIND = Intervention(
    code="N32", name="books_behind", split="develop", books=_books, suits=lambda ledgers: ledgers.firm.last > ledgers.firm.year_ends[-1]
)
