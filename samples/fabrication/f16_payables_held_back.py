"""F16 少计应付: bills of suppliers held back over the year end.

What is done
    Bills of the last 60·s days before the last year end, unpaid at the date, are booked one to twenty-five days after it in
    the stated books, or not at all where the books end there. Not more is held back than leaves a tenth of each stock
    account at the date.
Strength
    Days held back / 60.
Care
    0   payables and stock alone, in one sum on the last day that is taken back on the next;   1   each bill by itself, with
        its tax
    2   the deal and the day of its invoice too
Traces
    Payables fall at the date while purchases go on; payments of January exceed the payables; bills received in January
    dated December.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import INVENTORIES, last_year

_LEFT = 0.1


def _bill(entry: Entry) -> int:
    return -sum(amount for account, amount in entry.postings if account == "payables")


def _held(ledgers: Ledgers, days: int) -> list[Entry]:
    """The bills that can be held back."""
    end = last_year(ledgers).last
    entries = ledgers.entries("stated")
    paid = {deal for entry in entries if entry.day <= end for deal, _ in entry.settles}
    room: dict[str, int] = {}
    for entry in entries:
        if entry.day <= end:
            for account, amount in entry.postings:
                if account in INVENTORIES:
                    room[account] = room.get(account, 0) + amount
    room = {account: round(amount * (1 - _LEFT)) for account, amount in room.items()}
    found: list[Entry] = []
    for entry in entries:
        if not end - timedelta(days) < entry.day <= end or _bill(entry) <= 0 or not entry.deal or entry.deal in paid or entry.flow:
            continue
        goods = [(account, amount) for account, amount in entry.postings if account in INVENTORIES]
        if all(room.get(account, 0) >= amount for account, amount in goods):
            for account, amount in goods:
                room[account] -= amount
            found.append(entry)
    return found


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, end = ledgers.firm, last_year(ledgers).last
    days = max(1, round(60 * dose.strength))
    # Where no bill came in those days, as far back as the last one.
    while not (held := _held(ledgers, days)) and days < 60:
        days += 3
    if not held:
        return None
    value = sum(_bill(entry) for entry in held)
    drawn = {"start": end - timedelta(days - 1), "months": 2, "days": days, "value": value, "bills": len(held)}
    if dose.care == 0:
        stock = max(INVENTORIES, key=lambda account: sum(dict(entry.postings).get(account, 0) for entry in held))
        entries = [Entry("F16-1", end, "fiction", (("payables", value), (stock, -value)))]
        if end < firm.last:
            entries.append(Entry("F16-2", end + timedelta(1), "fiction", (("payables", -value), (stock, value))))
        return laid(ledgers, "F16", ("stated",), added=entries), drawn
    later = {entry.id: end + timedelta(source.randint(1, 25)) for entry in held}
    added = [entry._replace(id=f"F16-{entry.id}", day=later[entry.id]) for entry in held if later[entry.id] <= firm.last]
    deals: list[Deal] = []
    gone: list[str] = []
    if dose.care == 2:
        days_of = {entry.deal: later[entry.id] for entry in held}
        for deal in ledgers.deals("stated"):
            if deal.id in days_of:
                gone.append(deal.id)
                if days_of[deal.id] <= firm.last:
                    deals.append(_moved(deal, days_of[deal.id]))
    done = laid(ledgers, "F16", ("stated",), added=added, dropped=tuple(later), deals=deals, deals_dropped=gone, taxed=True)
    return done, drawn


def _moved(deal: Deal, day: date) -> Deal:
    return replace(deal, day=day, invoiced=day if deal.invoiced is not None else None)


def _suits(ledgers: Ledgers) -> bool:
    return bool(_held(ledgers, 60))


KIND = Intervention(code="F16", name="payables_held_back", split="develop", books=_books, suits=_suits)
