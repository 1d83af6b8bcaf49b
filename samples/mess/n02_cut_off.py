"""N02: an invoice or a receipt that the books have a month late."""

from __future__ import annotations

from random import Random

from samples.books.accounts import BANKS
from samples.books.journal import Entry, Ledgers
from samples.books.solvency import held, solvent
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
    pairs = [(entry, _late(entry, source)) for entry in chosen]
    # Goods cannot be sold before they are booked in, nor money spent that the books do not have: such a slip would be found at once.
    possible = _possible(ledgers)
    for kinds in (_KINDS, ("sale", "payment"), ("sale",)):
        kept = [(entry, late) for entry, late in pairs if entry.kind in kinds]
        after = laid(ledgers, "N02", OWN, kept)
        if kept and all(now >= before for now, before in zip(_possible(after), possible, strict=True)):
            return after, {"entries": [entry.id for entry, _ in kept]}
    return None


def _late(entry: Entry, source: Random) -> Entry:
    """The entry as the books have it in the next month; the bank keeps the day of what it has a part in."""
    moved = any(account in BANKS for account, _ in entry.postings)
    return entry._replace(
        day=next_month(entry.day, source.randint(1, 25)), cleared=(entry.cleared or entry.day) if moved else entry.cleared
    )


def _possible(ledgers: Ledgers) -> tuple[bool, bool]:
    """Whether goods and money of the firm's own books are there when they leave."""
    entries = ledgers.entries("stated")
    goods = all(held(entries, account) >= 0 for account in ("stock", "materials", "work_in_progress", "contract_costs"))
    return goods, solvent(entries, booked=True)


KIND = Intervention(code="N02", name="cut_off", split="develop", books=_books)
