"""The books of a made-up firm: from what it is to every entry of its journal.

How it works
    A plan of sales by month (plan.py); the cycles write entries and deals from months before the books begin to their last day; what
    lies before becomes the opening balance (draft.py, opening.py); then the days are lived in order, with what hangs on balances: tax,
    deposit interest, the owner's money, transfers, petty cash (days.py). No account is ever overdrawn: money comes from another own
    account, then suppliers wait a week, then the owner puts some in.
What readers of the journal may count on
    Names derive from what an entry is: "s-2024-03-017" a sale (and its deal), "r-<deal>-<day>" its receipt, "p-…" a purchase, "y-…" a
    payment run, "x-…" the deal of an expense, "vat-2024-03" the tax of a period, whatever day it is paid.
    Withheld tax and contributions stay in wages_payable until paid, under cf_payments_employees, so that what people cost rolls exactly.
    Power is a debt in other_payables at the end of its month; other running costs are paid at once. What guests pay through platforms
    stands in other_monetary_funds until paid out; the fee of a month is one entry, under cf_other_operating_out.
    A small-scale taxpayer's purchases bear their tax in the cost. A sold asset bears no turnover tax. Taxable profit is the profit,
    less losses of earlier years of the books (cycles.taxes.corporation_tax).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from samples.books.cycles.assets import equip
from samples.books.cycles.catering import cater
from samples.books.cycles.construction import build
from samples.books.cycles.loans import borrow
from samples.books.cycles.manufacturing import manufacture
from samples.books.cycles.people import employ
from samples.books.cycles.private import borrow_privately, raise_capital
from samples.books.cycles.running import meter, run
from samples.books.cycles.services import serve
from samples.books.cycles.trade import trade
from samples.books.days import Days
from samples.books.draft import Bill, Draft
from samples.books.journal import Books, Deal, Entry, closed
from samples.books.numbers import numbered
from samples.books.opening import opening
from samples.firms.firm import Firm, Industry

#: What each industry does to earn its sales: a plan first, since power follows it; then the entries, since goods bear wages and power.
_TRADES: Mapping[Industry, Callable[[Draft], Callable[[], None]]] = {
    "trade": trade, "manufacturing": manufacture, "catering": cater, "construction": build, "services": serve,
}  # fmt: skip


def books(firm: Firm) -> Books:
    """What a firm did, booked honestly, from its opening balance to its last day.

    The same firm has the same books on every machine. At most about 12,000 entries (see sales.MOST_TICKETS).
    """
    draft = Draft(firm)
    work = _TRADES[firm.industry](draft)
    meter(draft)
    equip(draft)
    employ(draft)
    run(draft)
    borrow(draft)
    borrow_privately(draft)
    raise_capital(draft)
    work()
    entries = Days(draft, opening(draft)).run()
    deals = numbered(draft, _kept(draft, entries))
    entries[0] = entries[0]._replace(settles=_settled(draft, deals))
    months = tuple(replace(month, output=draft.output.get(month.first, 0)) for month in draft.facts)
    return Books(entries=closed(entries), deals=deals, months=months)


def _kept(draft: Draft, entries: list[Entry]) -> list[Bill]:
    """The deals that the books know: those of their days, and older ones that an entry settles or that stand open to the end."""
    first, last = draft.firm.first, draft.firm.last
    named = {name for entry in entries for name, _ in entry.settles}
    paid = draft.settled_before
    return [
        deal
        for deal in draft.deals
        if deal.day <= last and (deal.day >= first or deal.id in named or (deal.kind in _OPEN and paid.get(deal.id, 0) < deal.gross))
    ]


def _settled(draft: Draft, deals: tuple[Deal, ...]) -> tuple[tuple[str, int], ...]:
    """What of older deals was settled before the books begin; the opening entry names it."""
    paid = draft.settled_before
    return tuple((deal.id, paid[deal.id]) for deal in deals if deal.day < draft.firm.first and paid.get(deal.id, 0) > 0)


#: Deals that can stand open when the books begin.
_OPEN = frozenset({"sale", "purchase"})
