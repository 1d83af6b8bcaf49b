"""N12: sales declared for VAT a month after they were made, or invoiced ahead of delivery."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Deal, Entry, Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.firms.calendar import month_end
from samples.mess.choosing import next_month

FILED = frozenset({"filed"})


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    months = sorted({(deal.day.year, deal.day.month) for deal in ledgers.deals("filed") if deal.day >= firm.first})
    chosen = {month for month in months[:-1] if source.random() < dose.rate.get("month", 0.1)} or {source.choice(months[:-1])}
    moved: dict[str, Deal] = {}
    for deal in ledgers.deals("filed"):
        if deal.kind == "sale" and (deal.day.year, deal.day.month) in chosen and source.random() < 0.3:
            later = next_month(deal.day, source.randint(1, 20))
            if later <= firm.last:
                moved[deal.id] = replace(deal, day=later, invoiced=later if deal.invoiced else None)
    if not moved:
        return None
    booked = [entry for entry in ledgers.entries("filed") if entry.kind == "sale" and entry.deal in moved]
    added: tuple[Entry, ...] = tuple(entry._replace(id=f"N12-{entry.id}", day=moved[entry.deal].day) for entry in booked)
    overlay = Overlay(
        source="N12",
        views=frozenset({"filed"}),
        dropped=frozenset(entry.id for entry in booked),
        added=added,
        deals_dropped=frozenset(moved),
        deals_added=tuple(moved.values()),
    )
    return ledgers.laid(overlay), {"deals": sorted(moved), "months_ends": sorted(month_end(*month).isoformat() for month in chosen)}


KIND = Intervention(code="N12", name="declared_late", split="develop", books=_books)
