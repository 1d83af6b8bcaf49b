"""N19: a customer's debt set off against what is owed to a supplier, as when a note is passed on: no money moves for either."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.accounts import MONEY
from samples.books.journal import Entry, Ledgers
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention
from samples.mess.choosing import ALL, common, laid, money


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    alike, _ = common(ledgers)
    entries = [entry for entry in ledgers.entries("actual") if entry.id in alike]
    days = {deal.id: deal.day for deal in ledgers.deals("actual")}
    receipts = [entry for entry in entries if entry.kind == "receipt" and _plain(entry, "receivables")]
    payments = [entry for entry in entries if entry.kind == "payment" and _plain(entry, "payables")]
    pairs: list[tuple[Entry, Entry | None]] = []
    used: set[str] = set()
    netted = []
    for receipt in source.sample(receipts, min(len(receipts), 2 + len(receipts) // 60)):
        amount = money(receipt)
        owed = max((days.get(deal, receipt.day) for deal, _ in receipt.settles), default=receipt.day)
        # The payment comes first, so that no account holds less than it did; the customer owes by then.
        fits = [
            one
            for one in payments
            if one.id not in used and owed <= one.day <= receipt.day <= one.day + timedelta(45) and -money(one) > amount
        ]
        if not fits:
            continue
        payment = fits[-1]
        used.add(payment.id)
        less, off = _less(payment, amount)
        postings = (("payables", amount), ("receivables", -amount))
        both = receipt._replace(day=payment.day, postings=postings, settles=(*receipt.settles, *off), flow="", cleared=None)
        pairs += [(receipt, both), (payment, less)]
        netted.append({"receipt": receipt.id, "payment": payment.id, "amount": amount})
        if len(netted) == 4:
            break
    if not pairs:
        return None
    after = laid(ledgers, "N19", ALL, pairs)
    return (after, {"netted": netted}) if solvent(after.entries("actual")) else None


def _plain(entry: Entry, other: str) -> bool:
    """Whether the entry is money against that one account."""
    return len(entry.postings) == 2 and any(account == other for account, _ in entry.postings) and money(entry) != 0


def _less(payment: Entry, amount: int) -> tuple[Entry, tuple[tuple[str, int], ...]]:
    """The payment without `amount` of it, and what of its bills that amount settles."""
    postings = tuple((account, value + amount if account in MONEY else value - amount) for account, value in payment.postings)
    settles, off, left = [], [], amount
    for deal, value in payment.settles:
        part = min(left, value)
        left -= part
        if part:
            off.append((deal, part))
        if value > part:
            settles.append((deal, value - part))
    return payment._replace(postings=postings, settles=tuple(settles)), tuple(off)


KIND = Intervention(code="N19", name="netting", split="develop", books=_books)
