"""Buying goods: four reviews a month, orders that keep the stock at its target, and the entry of each delivery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from samples.books.cycles.sales import priced
from samples.books.draft import Draft
from samples.books.journal import DealLine, Kind
from samples.books.stock import Stock
from samples.firms.firm import Good

_REVIEWS = (1, 8, 16, 23)
_PERIOD_DAYS = 7.6


@dataclass(slots=True)
class Bought:
    """What a payment must know of a purchase."""

    deal: str
    party: str
    day: date
    gross: int


class Buying:
    """The suppliers of goods, and which of them delivers what."""

    def __init__(self, draft: Draft, goods: tuple[Good, ...], account: str) -> None:
        self.draft = draft
        self.goods = goods
        self.account = account
        self.bought: list[Bought] = []
        suppliers = draft.firm.trading("supplier")
        source = draft.stream("suppliers", account)
        cumulative = list(accumulate(max(party.weight, 0.0001) for party in suppliers))
        ids = [party.id for party in suppliers]
        self.supplier = source.choices(ids, cum_weights=cumulative, k=len(goods))
        self.ids, self.cumulative = ids, cumulative
        #: Rates of goods that differ from the usual one, by name.
        self.rates: dict[str, float] = {}
        self.rate = 0.0 if draft.firm.taxpayer == "sales_tax" else draft.profile.input_rate

    def buy(self, name: str, day: date, supplier: str, amounts: list[tuple[Good, int]], source: Random, kind: Kind = "purchase") -> int:
        """Book a delivery of goods that cost the firm about those amounts; answer what it adds to `account`."""
        draft = self.draft
        lines = []
        for good, amount in amounts:
            rate = self.rates.get(good.name, self.rate)
            borne = 1.0 if draft.deducts else 1 + rate
            quantity, price = priced(max(round(amount / borne), 100), good.cost / borne, source)
            net = quantity * price // 1000
            lines.append(DealLine(good.category, good.name, good.unit, quantity, price, net, round(net * rate), rate))
        net = sum(line.net for line in lines)
        tax = sum(line.tax for line in lines)
        held = net if draft.deducts else net + tax
        postings = [(self.account, held), ("payables", -net - tax)]
        if tax and draft.deducts:
            postings.insert(1, ("vat_payable", tax))
        draft.book(name, day, kind, tuple(postings), "", supplier, name)
        invoiced = day + timedelta(source.choice((0, 0, 0, 1, 2, 3, 5)))
        draft.deal(name, "purchase", day, supplier, tuple(lines), invoiced, invoiced + timedelta(draft.terms(supplier)))
        self.bought.append(Bought(name, supplier, day, net + tax))
        return held


def reviews(months: tuple[date, ...]) -> list[date]:
    """The days on which the warehouse is looked through."""
    return [month.replace(day=day) for month in months for day in _REVIEWS]


def restock(buying: Buying, stock: Stock, demand: list[list[int]], period: int, day: date, stock_days: float) -> None:
    """Order what is short of `stock_days` of coming demand, one delivery a supplier, so that nothing sells that is not there.

    demand   for each review period the quantity of each good that will leave, thousandths
    """
    draft = buying.draft
    source = draft.stream("purchases", buying.account, f"{day:%Y-%m-%d}")
    ahead = demand[period : period + 4] or demand[-1:]
    orders: dict[str, list[tuple[int, int]]] = {}
    for place in range(len(buying.goods)):
        wanted = [quantities[place] for quantities in ahead]
        coming = sum(wanted) / (len(wanted) * _PERIOD_DAYS)
        soon = wanted[0]
        target = stock_days * coming + soon / 2
        held = stock.quantity[place]
        if held >= max(0.93 * target, soon * 1.02 + 1):
            continue
        lot = max(target * source.uniform(1.0, 1.1), soon * 1.05 + 2) - held
        if lot > 0.5:
            orders.setdefault(buying.supplier[place], []).append((place, round(lot) + 1))
    delivered = draft.bank_day(day)
    if delivered.month != day.month:
        delivered = day
    for supplier, lots in sorted(orders.items()):
        name = f"p-{day:%Y-%m-%d}-{supplier}" if buying.account != "materials" else f"m-{day:%Y-%m-%d}-{supplier}"
        amounts = [(buying.goods[place], round(buying.goods[place].cost * lot / 1000 * source.gauss(1, 0.015))) for place, lot in lots]
        held = buying.buy(name, day, supplier, amounts, source)
        total = sum(amount for _, amount in amounts) or 1
        left = held
        for index, ((place, lot), (_, amount)) in enumerate(zip(lots, amounts, strict=True)):
            part = left if index == len(lots) - 1 else held * amount // total
            left -= part
            stock.receive(place, lot, part)
