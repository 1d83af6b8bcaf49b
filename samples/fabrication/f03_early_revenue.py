"""F03 提前确认: deliveries of January booked in December.

What is done
    The sales of the first ⌈31·s⌉ days of a new financial year are booked in the last days of the old one, in the stated
    books. The last year end is taken whose following days the books still have.
Strength
    Days moved / 31.
Care
    0   receivables and sales alone, in one entry at the year end that is taken back on the first day of the new year
    1   each sale with its tax and its cost, on a day of December; its invoice stays dated January;   2   the deal and its
        invoice too
Traces
    December's share up, January down; receivables at the date; receipts only months later; at care 0 and 1 invoices dated
    after the sale.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import INVENTORIES, balance

_SOLD = frozenset({"sale", "platform_sale", "cash_sale"})


def _end(ledgers: Ledgers, days: int) -> date | None:
    """The last year end that is followed by at least that many days of books."""
    ends = [end for end in ledgers.firm.year_ends if end + timedelta(days) <= ledgers.firm.last]
    return ends[-1] if ends else None


def _early(ledgers: Ledgers, end: date, days: int) -> list[Entry]:
    """The sales on credit of the first days after `end`: a sale for cash cannot be moved without its money."""
    return [
        entry
        for entry in ledgers.entries("stated")
        if entry.kind in _SOLD and end < entry.day <= end + timedelta(days) and not entry.flow and _sold(entry)
    ]


def _in_stock(ledgers: Ledgers, end: date, early: list[Entry]) -> list[Entry]:
    """Those whose goods were there at the year end: a forger who moves cost too stops before a stock account would be overdrawn."""
    room = {account: balance(ledgers.entries("stated"), (account,), end) for account in INVENTORIES}
    found: list[Entry] = []
    for entry in early:
        goods = [(account, -amount) for account, amount in entry.postings if account in room]
        if all(amount <= room[account] for account, amount in goods):
            found.append(entry)
            for account, amount in goods:
                room[account] -= amount
    return found


def _sold(entry: Entry) -> int:
    return -sum(amount for account, amount in entry.postings if account in {"sales", "other_sales"})


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    days = max(1, round(31 * dose.strength))
    end = _end(ledgers, days)
    if end is None:
        return None
    # A year that begins with days of rest has no deliveries on them: then up to the first ones.
    while not (early := _early(ledgers, end, days)) and days < 31:
        days += 1
    if dose.care:
        early = _in_stock(ledgers, end, early)
    if not early:
        return None
    value = sum(_sold(entry) for entry in early)
    drawn = {"start": date(end.year, end.month, 1), "months": 2, "days": days, "value": value, "sales": len(early)}
    if dose.care == 0:
        entries = (
            Entry("F03-1", end, "fiction", (("receivables", value), ("sales", -value))),
            Entry("F03-2", end + timedelta(1), "fiction", (("receivables", -value), ("sales", value))),
        )
        return laid(ledgers, "F03", ("stated",), added=entries), drawn
    moved = {entry.id: end - timedelta(source.randint(0, 10)) for entry in early}
    added = tuple(entry._replace(id=f"F03-{entry.id}", day=moved[entry.id]) for entry in early)
    deals: tuple[Deal, ...] = ()
    if dose.care == 2:
        days_of = {entry.deal: moved[entry.id] for entry in early if entry.deal}
        deals = tuple(_moved(deal, days_of[deal.id]) for deal in ledgers.deals("stated") if deal.id in days_of)
    done = laid(
        ledgers,
        "F03",
        ("stated",),
        added=added,
        dropped=tuple(moved),
        deals=deals,
        deals_dropped=tuple(deal.id for deal in deals),
        taxed=True,
    )
    return done, drawn


def _moved(deal: Deal, day: date) -> Deal:
    early = deal.day - day
    due = deal.due - early if deal.due is not None else None
    return replace(deal, day=day, invoiced=day if deal.invoiced is not None else None, due=due)


def _suits(ledgers: Ledgers) -> bool:
    end = _end(ledgers, 1)
    return end is not None and bool(_early(ledgers, end, 10))


KIND = Intervention(code="F03", name="early_revenue", split="develop", books=_books, suits=_suits)
