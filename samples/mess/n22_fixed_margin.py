"""N22: cost of sales booked by a fixed margin each month, whatever left the store."""

from __future__ import annotations

from random import Random

from samples.books.journal import Entry, Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.firms.calendar import month_end
from samples.mess.choosing import OWN


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    goods = _goods(ledgers)
    sold: dict[tuple[int, int], list[int]] = {}
    stock: dict[tuple[int, int], int] = {}
    held = 0
    for entry in ledgers.entries("stated"):
        month = (entry.day.year, entry.day.month)
        for account, amount in entry.postings:
            if account == goods:
                held += amount
                stock[month] = min(stock.get(month, held), held)
            elif account in {"sales", "cost"} and entry.kind not in {"closing", "reserve"}:
                sold.setdefault(month, [0, 0])[account == "cost"] += amount
    sales = -sum(amounts[0] for amounts in sold.values())
    cost = sum(amounts[1] for amounts in sold.values())
    if sales <= 0 or not stock:
        return None
    margin = round(1 - cost / sales + source.uniform(-0.004, 0.004), 3)
    added: list[Entry] = []
    # What the store holds at least from each month on: no correction may make the goods of a later day less than nothing.
    least: dict[tuple[int, int], int] = {}
    lowest = held
    for month in sorted(stock, reverse=True):
        lowest = min(lowest, stock[month])
        least[month] = lowest
    drift = 0
    for month, (revenue, booked) in sorted(sold.items()):
        by = round(-revenue * (1 - margin)) - booked
        if min((low for when, low in least.items() if when >= month), default=held) - drift - by < 0:
            continue
        drift += by
        day = min(month_end(*month), firm.last)
        if by:
            added.append(Entry(f"N22-{month[0]}-{month[1]:02d}", day, "stock_adjustment", (("cost", by), (goods, -by))))
    if not added:
        return None
    return ledgers.laid(Overlay(source="N22", views=OWN, added=tuple(added))), {
        "margin": str(margin),
        "entries": [entry.id for entry in added],
    }


def _goods(ledgers: Ledgers) -> str:
    """The account that goods are taken from when they are sold: a kitchen has materials only."""
    taken = {account for entry in ledgers.books.entries for account, _ in entry.postings}
    return "stock" if "stock" in taken else "materials"


KIND = Intervention(code="N22", name="fixed_margin", split="develop", books=_books, industries=("trade", "catering"))
