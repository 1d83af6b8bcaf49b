"""F09 少计成本费用: wages, rent and other running costs of the last financial year left out of the books.

What is done
    Expenses of the year are drawn and taken out of the stated books, as money lent to the owner.
Strength
    Taken out over the operating expenses of that year.
Care
    0   the owner's account takes the expense, nothing else;   1   income tax on the profit that this adds is accrued
    2   what was paid on the spot was paid with the owner's own card: it is in no book and on no statement of the bank, nor
        its invoice
Traces
    Margin above the industry; staff cost below persons times wages, no rent, few purchase invoices; a growing balance with
    the owner.
"""

from __future__ import annotations

from random import Random

from samples.books.journal import VIEWS, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import last_year
from samples.fabrication.settling import settled
from samples.fabrication.spending import elsewhere, operating, paid_at_once, taken


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    year = last_year(ledgers)
    target = round(operating(ledgers, year) * dose.strength)
    chosen = taken(ledgers, source, year, target, at_once_first=dose.care == 2) if target > 0 else []
    if not chosen:
        return None
    unseen = [one for one in chosen if dose.care == 2 and paid_at_once(one)]
    gone = {one.entry.id for one in unseen}
    added, dropped = elsewhere("F09", [one for one in chosen if one.entry.id not in gone], "owner_loan")
    done = laid(ledgers, "F09", ("stated",), added=added, dropped=(*dropped, *gone), taxed=dose.care > 0)
    if unseen:
        invoices = tuple(one.entry.deal for one in unseen if one.entry.deal)
        done = laid(done, "F09", VIEWS, dropped=tuple(gone), deals_dropped=invoices)
        done = settled(ledgers, done, "F09")
    return done, {
        "start": year.first,
        "months": 12,
        "value": sum(one.value for one in chosen),
        "expenses": len(chosen),
        "paid_by_owner": sum(one.value for one in unseen),
        "rows": tuple(sorted(gone)),
    }


def _suits(ledgers: Ledgers) -> bool:
    return operating(ledgers, last_year(ledgers)) > 0


KIND = Intervention(code="F09", name="expenses_left_out", split="develop", books=_books, suits=_suits)
