"""N31: cash takings that lie in the till and reach the bank in lumps, or are spent from the till."""

from __future__ import annotations

from random import Random

from samples.books.accounts import BANKS
from samples.books.journal import Entry, Ledgers, Overlay
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention
from samples.firms.calendar import month_end, on_or_before
from samples.mess.choosing import ALL, common, money, some


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    alike, _ = common(ledgers)
    takings = [
        entry for entry in ledgers.entries("actual") if entry.id in alike and entry.kind in {"cash_sale", "receipt"} and money(entry) > 0
    ]
    takings = [entry for entry in takings if any(account in BANKS for account, _ in entry.postings) and money(entry) < 5_000_000]
    share = 0.25
    while share > 0.01:
        chosen = some(source, takings, share, least=1)
        if not chosen:
            return None
        after = _kept(ledgers, chosen, source)
        if solvent(after.entries("actual")):
            return after, {"entries": [entry.id for entry in chosen], "share": f"{share:.3f}"}
        share /= 4
    return None


def _kept(ledgers: Ledgers, chosen: list[Entry], source: Random) -> Ledgers:
    """Each taking goes into the till; most of a month's is paid in on one of its last days."""
    country = ledgers.firm.country
    added = []
    months: dict[tuple[int, int], int] = {}
    for entry in chosen:
        postings = tuple(("cash_on_hand" if account in BANKS else account, amount) for account, amount in entry.postings)
        added.append(entry._replace(postings=postings, cleared=None))
        month = (entry.day.year, entry.day.month)
        months[month] = months.get(month, 0) + money(entry)
    for month, amount in sorted(months.items()):
        day = on_or_before(month_end(*month), country)
        part = amount * source.choice((80, 90, 95)) // 100 // 10_000 * 10_000
        last = max(entry.day for entry in chosen if (entry.day.year, entry.day.month) == month)
        if part and last <= day <= ledgers.firm.last:
            postings = (("bank_1", part), ("cash_on_hand", -part))
            added.append(Entry(f"N31-in-{month[0]}-{month[1]:02d}", day, "cash_deposited", postings, party="owner"))
    dropped = frozenset(entry.id for entry in chosen)
    return ledgers.laid(Overlay(source="N31", views=ALL, dropped=dropped, added=tuple(added)))


KIND = Intervention(code="N31", name="cash_in_lumps", split="develop", books=_books, industries=("trade", "catering", "services"))
