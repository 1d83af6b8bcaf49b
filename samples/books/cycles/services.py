"""The trade of a provider of services: its people work, and what they cannot do is bought."""

from __future__ import annotations

from collections.abc import Callable

from samples.books.cycles.payments import pay
from samples.books.cycles.purchases import Buying
from samples.books.cycles.receipts import collect
from samples.books.cycles.sales import Buyers, Ticket, deliver, tickets
from samples.books.draft import Draft
from samples.firms.calendar import month_end


def serve(draft: Draft) -> Callable[[], None]:
    """Plan sales; answer what books them when the wages in their cost are known."""
    buyers = Buyers(draft)
    planned = [tickets(draft, buyers, month) for month in draft.months]
    return lambda: _serve(draft, planned)


def _serve(draft: Draft, planned: list[list[Ticket]]) -> None:
    buying = Buying(draft, draft.firm.materials, "cost")
    source = draft.stream("bought services")
    behind = 0
    for month, sold in zip(draft.months, planned, strict=True):
        for ticket in sold:
            deliver(draft, ticket, None)
        net = sum(ticket.net for ticket in sold)
        # The year's margin is met; a slow month has idle people in its cost.
        behind += round(net * (1 - draft.plan.margin[month])) - draft.conversion.get(month, 0)
        if behind <= 10_000:
            continue
        count = source.randint(1, 4)
        last = month_end(month.year, month.month).day
        for number in range(1, count + 1):
            amount = behind if number == count else round(behind * source.uniform(0.2, 0.5))
            day = draft.bank_day(month.replace(day=source.randint(3, last - 6)))
            supplier = source.choices(buying.ids, cum_weights=buying.cumulative)[0]
            good = source.choice(draft.firm.materials)
            behind -= buying.buy(f"p-{month:%Y-%m}-{number}", day, supplier, [(good, amount)], source)
    pay(draft, buying.bought)
    collect(draft, draft.sold)
