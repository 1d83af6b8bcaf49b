"""N08: depreciation booked once a year, or some months of it forgotten.

What a factory adds to its work in progress stays: the goods that carry it are sold at a cost that has it in.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import OWN, laid


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    monthly = [entry for entry in ledgers.entries("stated") if entry.kind == "depreciation" and _charged(entry)]
    if not monthly:
        return None
    if source.random() < 0.5:
        forgotten = source.sample(monthly, min(len(monthly), source.randint(1, 3)))
        pairs = [(entry, _with(entry, 0)) for entry in forgotten]
        return laid(ledgers, "N08", OWN, pairs), {"booked_yearly": False, "entries": sorted(entry.id for entry in forgotten)}
    pairs = []
    before = ledgers.firm.first - timedelta(1)
    for end in ledgers.firm.year_ends:
        year = [entry for entry in monthly if before < entry.day <= end]
        before = end
        if len(year) < 2:
            continue
        # All of the year in its last month, whose entry stands on the last day.
        pairs += [(entry, _with(entry, 0)) for entry in year[:-1]]
        pairs.append((year[-1], _with(year[-1], sum(_charged(entry) for entry in year))))
    if not pairs:
        return None
    return laid(ledgers, "N08", OWN, pairs), {"booked_yearly": True, "entries": sorted(old.id for old, _ in pairs)}


def _charged(entry: Entry) -> int:
    """What the entry charges to the year at once."""
    return sum(amount for account, amount in entry.postings if account == "depreciation")


def _with(entry: Entry, charge: int) -> Entry | None:
    """The entry with that charge; None when nothing is left in it."""
    more = charge - _charged(entry)
    moved = dict(entry.postings)
    moved["depreciation"] += more
    moved["accumulated_depreciation"] -= more
    postings = tuple((account, amount) for account, amount in moved.items() if amount)
    return entry._replace(postings=postings) if postings else None


KIND = Intervention(code="N08", name="depreciation_yearly", split="develop", books=_books)
