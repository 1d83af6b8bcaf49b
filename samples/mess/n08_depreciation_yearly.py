"""N08: depreciation booked once a year, or some months of it forgotten."""

from __future__ import annotations

from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    monthly = [entry for entry in ledgers.entries("stated") if entry.kind == "depreciation"]
    if not monthly:
        return None
    if source.random() < 0.5:
        forgotten = source.sample(monthly, min(len(monthly), source.randint(1, 3)))
        return laid(ledgers, "N08", OWN, [(entry, None) for entry in forgotten]), {"forgotten": sorted(entry.id for entry in forgotten)}
    pairs: list[tuple[Entry, Entry | None]] = []
    first = ledgers.firm.first
    for end in ledgers.firm.year_ends:
        year = [entry for entry in monthly if first <= entry.day <= end]
        first = end
        # All of the year on its last day; the entries before it have their amounts in the one that is left.
        if len(year) < 2:
            continue
        postings: dict[str, int] = {}
        for entry in year:
            for account, amount in entry.postings:
                postings[account] = postings.get(account, 0) + amount
        pairs += [(entry, None) for entry in year[:-1]]
        pairs.append((year[-1], year[-1]._replace(postings=tuple(postings.items()), day=end)))
    return (laid(ledgers, "N08", OWN, pairs), {"booked_yearly": True}) if pairs else None


KIND = Intervention(code="N08", name="depreciation_yearly", split="develop", books=_books)
