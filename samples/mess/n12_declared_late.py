"""N12: sales declared for VAT later than they were made: a month later without an invoice, else when the invoice was made out.

An invoice is known to the tax office the day it is made out, so what has one is declared with it at the latest. Only the version that is
filed moves.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Deal, Entry, Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.firms.calendar import month_end
from samples.mess.choosing import next_month

_SALES = frozenset({"sale", "cash_sale", "platform_sale"})


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    months = sorted({(deal.day.year, deal.day.month) for deal in ledgers.deals("filed") if deal.day >= firm.first})
    chosen = {month for month in months[:-1] if source.random() < dose.rate.get("month", 0.1)}
    last = [month for month in months if month_end(*month) < firm.last.replace(day=1)]
    if not last:
        return None
    chosen = chosen & set(last) or {source.choice(last)}
    moved: dict[str, Deal] = {}
    for deal in ledgers.deals("filed"):
        if deal.kind == "sale" and (deal.day.year, deal.day.month) in chosen and source.random() < 0.5:
            later = next_month(deal.day, source.randint(1, 20)) if deal.invoiced is None else deal.invoiced
            if month_end(deal.day.year, deal.day.month) < later <= firm.last:
                moved[deal.id] = replace(deal, day=later)
    if not moved:
        return None
    booked = [entry for entry in ledgers.entries("filed") if entry.kind in _SALES and entry.deal in moved]
    moved = {entry.deal: moved[entry.deal] for entry in booked}
    if not moved:
        return None
    added: tuple[Entry, ...] = tuple(entry._replace(day=moved[entry.deal].day) for entry in booked)
    overlay = Overlay(
        source="N12",
        views=frozenset({"filed"}),
        dropped=frozenset(entry.id for entry in booked),
        added=added,
        deals_dropped=frozenset(moved),
        deals_added=tuple(moved.values()),
    )
    return ledgers.laid(overlay), {
        "deals": sorted(moved),
        "entries": sorted(entry.id for entry in booked),
        "months": len(chosen),
    }


KIND = Intervention(code="N12", name="declared_late", split="develop", books=_books)
