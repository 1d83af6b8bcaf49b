"""The trade of a builder: sites that cost before they earn, certificates of progress, and a part of each bill that is kept back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samples.books.cycles.payments import pay
from samples.books.cycles.purchases import Buying
from samples.books.cycles.receipts import collect
from samples.books.cycles.sales import Buyers
from samples.books.draft import Draft, Sold, rounded
from samples.books.journal import DealLine
from samples.firms.calendar import month_start, on_or_before
from samples.firms.firm import Good

_SITES = (2, 8)
_LENGTH = (3, 14)
_MONTH_DAYS = 30.4
#: Rates of what a site needs (general taxpayers in China): by the words of its tax category.
_RATES = {"建筑服务": 0.09, "劳务": 0.03, "经营租赁": 0.13}


@dataclass(slots=True)
class Site:
    """One project.   weight: of its bills among those of a month   ends: the last month with a bill"""

    id: str
    party: str
    good: Good
    weight: float
    starts: date
    ends: date


def build(draft: Draft) -> Callable[[], None]:
    """Plan the sites; answer what books them when wages on them are known."""
    planned = _sites(draft)
    return lambda: _build(draft, planned)


def _sites(draft: Draft) -> list[Site]:
    """Sites one after another in each gang of the firm, so that about as many run as the firm has bills a month."""
    source = draft.stream("sites")
    buyers = Buyers(draft)
    gangs = max(_SITES[0], min(_SITES[1], round(draft.profile.tickets)))
    planned = []
    for gang in range(1, gangs + 1):
        month = month_start(draft.plan.begin, -source.randrange(6))
        number = 0
        while month <= draft.firm.last:
            number += 1
            length = source.randint(*_LENGTH)
            party = source.choices(buyers.ids, cum_weights=buyers.cumulative)[0]
            good = source.choice(draft.firm.goods)
            planned.append(Site(f"{gang}{number:02d}", party, good, source.lognormvariate(0, 0.6), month, month_start(month, length - 1)))
            month = month_start(month, length)
    return planned


def _build(draft: Draft, sites: list[Site]) -> None:
    materials = draft.firm.materials
    buying = Buying(draft, materials, "contract_costs")
    if draft.firm.taxpayer == "general":
        buying.rates = {good.name: _RATES[good.category] for good in materials if good.category in _RATES}
    source = draft.stream("progress")
    kept: dict[str, list[Sold]] = {}
    costs = [round(draft.plan.revenue[month] * (1 - draft.plan.margin[month])) for month in draft.months]
    days = draft.profile.stock_days
    held = round(days / _MONTH_DAYS * costs[0])
    draft.opening["contract_costs"] = draft.opening.get("contract_costs", 0) + held
    for index, month in enumerate(draft.months):
        following = costs[min(index + 1, len(costs) - 1)]
        target = round(days / _MONTH_DAYS * (costs[index] + following) / 2)
        site_wages = draft.conversion.get(month, 0)
        needed = max(target + costs[index] - site_wages, round(costs[index] * 1.01)) - held
        held += _supply(draft, buying, month, needed)
        running = [site for site in sites if site.starts <= month <= site.ends]
        total = sum(site.weight for site in running) or 1.0
        left = costs[index]
        for place, site in enumerate(running):
            net = rounded(draft.plan.revenue[month] * site.weight / total, 100)
            cost = left if place == len(running) - 1 else min(left, round(costs[index] * site.weight / total))
            cost = min(cost, held)
            left -= cost
            held -= cost
            day = on_or_before(month.replace(day=source.randint(20, 28)), draft.firm.country)
            sale = _certify(draft, site, month, day, net, cost, draft.invoiced(day, source))
            if sale.kept:
                kept.setdefault(site.id, []).append(sale)
        held += site_wages
    pay(draft, buying.bought)
    collect(draft, draft.sold)
    for site in sites:
        _release(draft, site, kept.get(site.id, []))


def _supply(draft: Draft, buying: Buying, month: date, needed: int) -> int:
    """Buy material, labour and plant for the sites of a month; answer what it adds to their cost."""
    source = draft.stream("supply", f"{month:%Y-%m}")
    if needed <= 10_000:
        return 0
    count = min(10, 2 + round(draft.profile.tickets * source.uniform(0.6, 1.4)))
    weights = [source.uniform(0.4, 1.6) for _ in range(count)]
    added = 0
    for number, weight in enumerate(weights, start=1):
        amount = needed - added if number == count else round(needed * weight / sum(weights))
        supplier = source.choices(buying.ids, cum_weights=buying.cumulative)[0]
        day = draft.bank_day(month.replace(day=source.randint(1, 15)))
        # Labour and subcontractors are half of what a site costs.
        hired = [good for good in buying.goods if good.name in buying.rates] if source.random() < 0.5 else []
        good = source.choice(hired or buying.goods)
        added += buying.buy(f"p-{month:%Y-%m}-{number:02d}", day, supplier, [(good, amount)], source)
    return added


def _certify(draft: Draft, site: Site, month: date, day: date, net: int, cost: int, invoiced: date) -> Sold:
    """Bill the progress of a month. What the customer keeps back stands apart from what it owes."""
    rate = draft.profile.vat_rate
    tax = round(net * rate)
    gross = net + tax
    back = round(gross * draft.profile.retention)
    name = f"s-{month:%Y-%m}-{site.id}"
    rows = (
        ("receivables", gross - back), ("retention_receivable", back), ("sales", -net), ("vat_payable", -tax), ("cost", cost),
        ("contract_costs", -cost),
    )  # fmt: skip
    draft.book(name, day, "sale", tuple(row for row in rows if row[1]), "", site.party, name)
    draft.sale(day, net)
    line = DealLine(site.good.category, site.good.name, site.good.unit, 1000, net, net, tax, rate)
    draft.deal(name, "sale", day, site.party, (line,), invoiced, invoiced + timedelta(draft.terms(site.party)))
    sale = Sold(name, site.party, day, invoiced, gross, False, back)
    draft.sold.append(sale)
    return sale


def _release(draft: Draft, site: Site, sales: Sequence[Sold]) -> None:
    """Pay out what was kept back, when the time for defects is over."""
    lost = {sale.deal for sale in sales} & draft.lost
    due = [sale for sale in sales if sale.deal not in lost]
    total = sum(sale.kept for sale in due)
    if not total:
        return
    day = draft.bank_day(month_start(site.ends, draft.profile.retention_months + 1) + timedelta(int(site.weight * 9) % 25))
    rows = ((draft.account(site.party), total), ("retention_receivable", -total))
    settles = tuple((sale.deal, sale.kept) for sale in due)
    draft.book(f"release-{site.id}", day, "retention_release", rows, "cf_receipts_customers", site.party, "", settles)
