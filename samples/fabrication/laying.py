"""Laying what was made up on some versions of the books; a careful forger accrues income tax on the profit that he adds."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from samples.books.accounts import RESULT
from samples.books.journal import Deal, Entry, Ledgers, Overlay, View
from samples.fabrication.periods import Period, movement, within, years
from samples.fabrication.trade import numbered

_RESULT = frozenset(RESULT)
#: Rates for a firm whose honest books show no tax: small low-profit firms; British small profits rate; American corporations.
_RATES = {"CN": 0.05, "GB": 0.19, "US": 0.21}


def laid(
    ledgers: Ledgers,
    code: str,
    views: Iterable[View],
    *,
    added: Iterable[Entry] = (),
    dropped: Collection[str] = (),
    deals: Iterable[Deal] = (),
    deals_dropped: Collection[str] = (),
    taxed: bool = False,
) -> Ledgers:
    """The books with those entries and deals on top, in `views`.

    taxed   also accrue income tax on the change of each year's profit. A forger of care 1 or 2 does so, for a statement whose profit
            rises while its tax does not is soon found; the tax is accrued and never paid: what is paid, the tax office knows.
    """
    new = tuple(added)
    if taxed:
        new = (*new, *_tax(ledgers, code, sorted(set(views))[0], new, frozenset(dropped)))
    return ledgers.laid(
        Overlay(
            source=code,
            views=frozenset(views),
            dropped=frozenset(dropped),
            added=new,
            deals_dropped=frozenset(deals_dropped),
            deals_added=numbered(ledgers, deals),
        )
    )


def _tax(ledgers: Ledgers, code: str, view: View, added: tuple[Entry, ...], dropped: frozenset[str]) -> Iterable[Entry]:
    """The accrual of each year: at the rate of the honest year, and never so little that the year's tax turns negative."""
    books = ledgers.entries(view)
    gone = [entry for entry in books if entry.id in dropped] if dropped else []
    for year in years(ledgers):
        more = _profit(added, year) - _profit(gone, year)
        if not more:
            continue
        due = movement(books, ("income_tax",), year)
        tax = max(round(more * tax_rate(ledgers, books, year)), -max(due, 0))
        if tax:
            name = f"{code}-tax-{len(ledgers.overlays)}-{year.last.year}"
            yield Entry(name, year.last, "income_tax", (("income_tax", tax), ("income_tax_payable", -tax)))


def _profit(entries: Iterable[Entry], year: Period) -> int:
    return -sum(amount for entry in within(entries, year) for account, amount in entry.postings if account in _RESULT)


def tax_rate(ledgers: Ledgers, books: Iterable[Entry], year: Period) -> float:
    """Income tax of the honest year over its profit before tax; the usual rate for a small firm where there was neither."""
    entries = tuple(books)
    due = movement(entries, ("income_tax",), year)
    before = due - movement(entries, _RESULT, year)
    return due / before if before > 0 and 0 < due < 0.3 * before else _RATES[ledgers.firm.country]


def moved(entry: Entry, name: str, moves: dict[str, tuple[str, int]]) -> Entry:
    """`entry` under the id `name`, with part of it elsewhere.   moves: account -> (account that takes over, signed amount taken over)"""
    postings: dict[str, int] = {}
    for account, amount in entry.postings:
        postings[account] = postings.get(account, 0) + amount
    for account, (target, amount) in moves.items():
        postings[account] -= amount
        postings[target] = postings.get(target, 0) + amount
    return entry._replace(id=name, postings=tuple((account, amount) for account, amount in postings.items() if amount))
