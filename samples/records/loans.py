"""The firm's loans, lender by lender, as they stood on any day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samples.books.journal import Entry
from samples.firms.firm import Firm

#: Ledger accounts of what is borrowed from lenders.
LOAN_ACCOUNTS = frozenset({"short_loans", "long_loans"})


@dataclass(slots=True)
class Loan:
    """What is owed to one lender.   drawn: the last day money was taken   amount: taken that day   paid: the last repayment's day"""

    lender: str
    balance: int = 0
    drawn: date | None = None
    amount: int = 0
    paid: date | None = None


def loans(firm: Firm, entries: Iterable[Entry], until: date) -> list[Loan]:
    """What each lender is owed at the end of `until`, by lender; those repaid in full with them, balance 0."""
    found: dict[str, Loan] = {}
    first = next(iter(firm.of("lender")), None)
    for entry in entries:
        if entry.day > until or entry.kind in {"closing", "reserve"}:
            continue
        moved = sum(amount for account, amount in entry.postings if account in LOAN_ACCOUNTS)
        if not moved:
            continue
        # The opening balance names nobody: it is owed to the first lender.
        lender = entry.party or (first.id if first else "")
        loan = found.setdefault(lender, Loan(lender))
        loan.balance -= moved
        if moved < 0:
            loan.drawn, loan.amount = entry.day, -moved
        else:
            loan.paid = entry.day
    return [found[lender] for lender in sorted(found)]
