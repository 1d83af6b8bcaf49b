"""N23: part of the wages paid in cash, and fewer persons declared than work there."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.accounts import BANKS
from samples.books.journal import Entry, Ledgers, Overlay
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import ALL, common, money


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    alike, _ = common(ledgers)
    paid = [entry for entry in ledgers.entries("actual") if entry.id in alike and entry.kind == "payroll" and money(entry) < 0]
    paid = [entry for entry in paid if any(account in BANKS for account, _ in entry.postings)]
    if not paid:
        return None
    share = source.uniform(0.3, 0.7)
    added: list[Entry] = []
    changed: list[str] = []
    for entry in paid:
        bank = next(account for account, _ in entry.postings if account in BANKS)
        part = round(-money(entry) * share) // 10_000 * 10_000
        if not part:
            continue
        less = tuple(_less(account, amount, part, bank) for account, amount in entry.postings)
        if sum(amount for _, amount in less) or any(amount < 0 for account, amount in less if account == "wages_payable"):
            continue
        owed = next(account for account, amount in entry.postings if amount > 0)
        added.append(entry._replace(postings=less))
        changed.append(entry.id)
        drawn = (("cash_on_hand", part), (bank, -part))
        added.append(Entry(f"N23-cash-{entry.id}", entry.day, "cash_withdrawn", drawn, party="owner"))
        handed = ((owed, part), ("cash_on_hand", -part))
        added.append(Entry(f"N23-paid-{entry.id}", entry.day, "payroll", handed, flow=entry.flow, party=entry.party))
    if not added:
        return None
    after = ledgers.laid(Overlay(source="N23", views=ALL, dropped=frozenset(changed), added=tuple(added)))
    months = tuple(replace(month, declared=max(1, round(month.declared * (1 - share * 0.8)))) for month in after.books.months)
    return replace(after, books=replace(after.books, months=months)), {"share": f"{share:.2f}", "entries": changed}


def _less(account: str, amount: int, part: int, bank: str) -> tuple[str, int]:
    """The posting with `part` less paid from the bank, and as much less taken off what is owed."""
    if account == bank:
        return account, amount + part
    return account, amount - part if amount > 0 else amount


KIND = Intervention(code="N23", name="wages_in_cash", split="develop", books=_books)
