"""Sales of goods and services on tickets: who buys what, when, and the entry of each delivery."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from samples.books.draft import Draft, Sold
from samples.books.journal import DealLine
from samples.books.stock import Stock
from samples.firms.calendar import bank_days, month_end

#: No firm has more tickets a month than this: with receipts, purchases and payments it stays below 12,000 entries in three years.
#: A larger firm has larger tickets, not more of them.
MOST_TICKETS = 95
#: Sales below this (minor units of the currency) may be paid in notes and coins.
_SMALL = {"CNY": 200_000, "GBP": 15_000, "USD": 20_000}


class Ticket(NamedTuple):
    """One delivery.   moves: (good, thousandths) that leave the warehouse, measured in goods of standard cost"""

    deal: str
    day: date
    party: str
    lines: tuple[DealLine, ...]
    moves: tuple[tuple[int, int], ...]
    net: int
    tax: int
    at_once: bool
    in_cash: bool
    invoiced: date | None


class Buyers:
    """The customers of a firm, and the chance of each."""

    def __init__(self, draft: Draft) -> None:
        parties = draft.firm.trading("customer") or draft.firm.of("platform") or draft.firm.of("other")
        self.ids = [party.id for party in parties]
        self.cumulative = list(accumulate(max(party.weight, 0.0001) for party in parties))


def tickets(draft: Draft, buyers: Buyers, month: date, share: float = 1.0) -> list[Ticket]:
    """The deliveries of a month, by day. Their net adds up to about `share` of the plan of the month."""
    profile = draft.profile
    source = draft.stream("sales", f"{month:%Y-%m}")
    level = draft.plan.level[month]
    count = max(1, min(MOST_TICKETS, round(profile.tickets * level**0.6 * source.uniform(0.88, 1.12))))
    weights = [source.lognormvariate(0, 0.85) for _ in range(count)]
    scale = share * draft.plan.revenue[month] / sum(weights)
    last = month_end(month.year, month.month)
    open_days = list(bank_days(month, last, draft.firm.country)) or [last]
    days = sorted(source.choices(open_days, k=count))
    chosen = source.choices(buyers.ids, cum_weights=buyers.cumulative, k=count)
    margin = draft.plan.margin[month]
    small = _SMALL.get(draft.firm.currency, 20_000)
    made = []
    for number, (day, party, weight) in enumerate(zip(days, chosen, weights, strict=True), start=1):
        lines, moves = _lines(draft, source, round(weight * scale), margin)
        net = sum(line.net for line in lines)
        tax = sum(line.tax for line in lines)
        at_once = source.random() < profile.cash_share and draft.firm.industry != "catering"
        in_cash = at_once and net + tax <= small and source.random() < 0.4
        wanted = source.random() < profile.invoices_wanted and not in_cash
        invoiced = draft.invoiced(day, source) if wanted else None
        made.append(Ticket(f"s-{month:%Y-%m}-{number:03d}", day, party, lines, moves, net, tax, at_once, in_cash, invoiced))
    return made


def _lines(draft: Draft, source: Random, amount: int, margin: float) -> tuple[tuple[DealLine, ...], tuple[tuple[int, int], ...]]:
    goods = draft.firm.goods
    rate = draft.profile.vat_rate
    stocked = draft.firm.industry in {"trade", "manufacturing"}
    count = 1 if amount < 50_000 or not stocked else source.choice((1, 1, 2, 3))
    lines, moves = [], []
    left = amount
    for index in range(count):
        part = left if index == count - 1 else round(left * source.uniform(0.3, 0.6))
        left -= part
        place = int(len(goods) * source.random() ** 1.6)
        good = goods[place]
        quantity, price = priced(max(part, 100), good.cost / (1 - margin) if stocked else good.price, source)
        net = quantity * price // 1000
        lines.append(DealLine(good.category, good.name, good.unit, quantity, price, net, round(net * rate), rate))
        moves.append((place, max(1, round(net * (1 - margin) * 1000 / max(good.cost, 1)))))
    return tuple(lines), tuple(moves)


def priced(amount: int, usual: float, source: Random) -> tuple[int, int]:
    """Quantity (thousandths) and price of a line worth about `amount`.

    Whole units; where one unit costs more than that, one of a smaller make.
    """
    units = amount / max(usual * source.uniform(0.97, 1.03), 1)
    if units < 1.5:
        return 1000, max(1, amount)
    whole = round(units) if units < 400 else round(units, -1)
    return int(whole) * 1000, max(1, round(amount / whole))


def deliver(draft: Draft, ticket: Ticket, stock: Stock | None, account: str = "stock") -> None:
    """Book a delivery at the moving average cost of that moment, and note what its receipt will need."""
    gross = ticket.net + ticket.tax
    cost = sum(stock.issue(good, quantity) for good, quantity in ticket.moves) if stock is not None else 0
    postings: list[tuple[str, int]] = [("cash_on_hand" if ticket.in_cash else "receivables", gross), ("sales", -ticket.net)]
    if ticket.tax:
        postings.append(("vat_payable", -ticket.tax))
    if cost:
        postings += (("cost", cost), (account, -cost))
    if ticket.in_cash:
        settles = ((ticket.deal, gross),)
        draft.book(ticket.deal, ticket.day, "cash_sale", tuple(postings), "cf_receipts_customers", ticket.party, ticket.deal, settles)
    else:
        draft.book(ticket.deal, ticket.day, "sale", tuple(postings), "", ticket.party, ticket.deal)
        draft.sold.append(Sold(ticket.deal, ticket.party, ticket.day, ticket.invoiced, gross, ticket.at_once))
    draft.sale(ticket.day, ticket.net)
    terms = 0 if ticket.at_once else draft.terms(ticket.party)
    due = (ticket.invoiced or ticket.day) + timedelta(terms)
    if ticket.in_cash and ticket.day < draft.firm.first:
        return
    draft.deal(ticket.deal, "sale", ticket.day, ticket.party, ticket.lines, ticket.invoiced, due)


def by_period(starts: Sequence[date], plans: Sequence[Ticket]) -> list[list[Ticket]]:
    """The tickets between each start and the next."""
    result: list[list[Ticket]] = [[] for _ in starts]
    place = 0
    for ticket in plans:
        while place + 1 < len(starts) and ticket.day >= starts[place + 1]:
            place += 1
        result[place].append(ticket)
    return result


def demanded(periods: list[list[Ticket]], goods: int) -> list[list[int]]:
    """What leaves the warehouse in each period, thousandths of each good."""
    demand = [[0] * goods for _ in periods]
    for row, sold in zip(demand, periods, strict=True):
        for ticket in sold:
            for place, quantity in ticket.moves:
                row[place] += quantity
    return demand
