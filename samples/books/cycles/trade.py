"""The trade of a merchant: buys goods, keeps them, sells them."""

from __future__ import annotations

from collections.abc import Callable

from samples.books.cycles.payments import pay
from samples.books.cycles.purchases import Buying, restock, reviews
from samples.books.cycles.receipts import collect
from samples.books.cycles.sales import Buyers, Ticket, by_period, deliver, demanded, tickets
from samples.books.draft import Draft
from samples.books.stock import Stock


def trade(draft: Draft) -> Callable[[], None]:
    """Plan sales; answer what books purchases, deliveries, receipts and payments of a merchant."""
    buyers = Buyers(draft)
    planned = [ticket for month in draft.months for ticket in tickets(draft, buyers, month)]
    return lambda: _trade(draft, planned)


def _trade(draft: Draft, planned: list[Ticket]) -> None:
    goods = draft.firm.goods
    starts = reviews(draft.months)
    periods = by_period(starts, planned)
    demand = demanded(periods, len(goods))
    stock = Stock(len(goods))
    fill(draft, stock, demand, "stock")
    buying = Buying(draft, goods, "stock")
    for period, (day, sold) in enumerate(zip(starts, periods, strict=True)):
        restock(buying, stock, demand, period, day, draft.profile.stock_days)
        for ticket in sold:
            deliver(draft, ticket, stock)
    pay(draft, buying.bought)
    collect(draft, draft.sold)


def fill(draft: Draft, stock: Stock, demand: list[list[int]], account: str) -> None:
    """Put the stock there that the time before would have left: the target, at usual cost."""
    goods = draft.firm.goods
    ahead = demand[:8]
    for place, good in enumerate(goods):
        daily = sum(row[place] for row in ahead) / (len(ahead) * 7.6)
        quantity = round(daily * draft.profile.stock_days)
        if quantity:
            stock.receive(place, quantity, round(good.cost * quantity / 1000))
    draft.opening[account] = draft.opening.get(account, 0) + stock.total()
