"""N27: an invoice in another currency, with the rate it was booked at."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import ALL, common

#: Units of the firm's currency for one of the other, about what they were in these years.
_RATES = {"CNY": ("USD", 7.02, 7.30), "GBP": ("EUR", 0.83, 0.88), "USD": ("EUR", 1.04, 1.18)}


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    other, low, high = _RATES[firm.currency]
    year = firm.year_ends[-1].year
    _, alike = common(ledgers, deals=True)
    deals = [
        deal
        for deal in ledgers.deals("actual")
        if deal.id in alike and deal.number and deal.kind == "sale" and deal.invoiced and deal.day.year == year
    ]
    if not deals:
        return None
    chosen = source.sample(deals, min(len(deals), source.randint(1, 4)))
    changed = tuple(
        replace(deal, currency=other, rate=f"{source.uniform(low, high):.4f}") for deal in sorted(chosen, key=lambda deal: deal.id)
    )
    overlay = Overlay(source="N27", views=ALL, deals_dropped=frozenset(deal.id for deal in changed), deals_added=changed)
    return ledgers.laid(overlay), {"currency": other, "deals": [deal.id for deal in changed]}


KIND = Intervention(code="N27", name="second_currency", split="develop", books=_books, industries=("trade", "manufacturing", "services"))
