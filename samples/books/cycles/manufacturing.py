"""The trade of a maker: material is issued to production, wages, power and wear join it, and goods come out at the end of a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from samples.books.cycles.payments import pay
from samples.books.cycles.purchases import Buying, restock, reviews
from samples.books.cycles.receipts import collect
from samples.books.cycles.sales import Buyers, Ticket, by_period, deliver, demanded, tickets
from samples.books.draft import Draft
from samples.books.stock import Stock
from samples.firms.calendar import month_end

#: How the days of stock are shared: goods (at least a month of sales, since goods come out monthly), material, work in progress.
_GOODS, _MATERIAL, _PROGRESS = 0.52, 0.30, 0.10
_SAFETY = 1.04
#: Months before and after over which usual sales are reckoned.
_NEAR = 4
#: Share of the power that moves with what is finished in a month; the rest moves with what is sold, since machines run all month and
#: goods are counted at its end.
_FINISHED = 0.4
_REVIEWS_A_MONTH = 4
_MONTH_DAYS = 30.4


def manufacture(draft: Draft) -> Callable[[], None]:
    """Plan sales and output; answer what books them when wages, power and depreciation are known."""
    buyers = Buyers(draft)
    sold = {month: tickets(draft, buyers, month) for month in draft.months}
    goods = len(draft.firm.goods)
    wanted = [demanded([sold[month]], goods)[0] for month in draft.months]
    first, made = output(wanted, _GOODS * draft.profile.stock_days)
    worth = [sum(quantity * good.cost for quantity, good in zip(row, draft.firm.goods, strict=True)) // 1000 for row in made]
    usual = max(sum(worth) / len(worth), 1.0)
    for month, row, value in zip(draft.months, made, worth, strict=True):
        draft.activity[month] = _FINISHED * value / usual + (1 - _FINISHED) * draft.plan.level[month]
        draft.output[month] = sum(row) // 1000
    return lambda: _Plant(draft, sold, first, made, worth).run()


def output(wanted: list[list[int]], days: float) -> tuple[list[int], list[list[int]]]:
    """Goods there at the beginning, and goods made in each month, thousandths: so that a month's sales are there before it begins."""
    goods = len(wanted[0])

    def target(month: int, place: int) -> int:
        near = [row[place] for row in wanted[max(month - _NEAR, 0) : month + _NEAR + 1]]
        soon = wanted[min(month, len(wanted) - 1)][place]
        return round(max(_SAFETY * soon, days * sum(near) / (len(near) * _MONTH_DAYS)))

    first = [target(0, place) for place in range(goods)]
    held = list(first)
    made = []
    for month, sold in enumerate(wanted):
        row = []
        for place in range(goods):
            lot = max(0, target(month + 1, place) - held[place] + sold[place])
            held[place] += lot - sold[place]
            row.append(lot)
        made.append(row)
    return first, made


class _Plant:
    """Stores of material and goods, and what is in progress between them."""

    def __init__(self, draft: Draft, sold: dict[date, list[Ticket]], first: list[int], made: list[list[int]], worth: list[int]) -> None:
        self.draft = draft
        self.sold = sold
        self.made = made
        self.worth = worth
        materials = draft.firm.materials
        self.goods, self.materials = Stock(len(draft.firm.goods)), Stock(len(materials))
        for place, (quantity, good) in enumerate(zip(first, draft.firm.goods, strict=True)):
            self.goods.receive(place, quantity, round(quantity * good.cost / 1000))
        # What wages, power and wear leave of the cost of goods is material.
        conversion = sum(draft.conversion.get(month, 0) for month in draft.months)
        self.share = min(max(1 - conversion / max(sum(worth), 1), 0.25), 0.95)
        source = draft.stream("recipe")
        weights = [source.uniform(0.3, 1.7) / (1 + place) ** 0.5 for place in range(len(materials))]
        self.mix = [weight / sum(weights) for weight in weights]
        self.noise = draft.stream("production")
        self.issues = self._issues()
        self.progress = round(_PROGRESS * draft.profile.stock_days / _MONTH_DAYS * worth[0])

    def _issues(self) -> list[list[int]]:
        """What of each material is issued at each review, thousandths."""
        rows = []
        for value in self.worth:
            for _ in range(_REVIEWS_A_MONTH):
                part = value * self.share / _REVIEWS_A_MONTH * self.noise.uniform(0.97, 1.03)
                rows.append([round(part * mix / good.cost * 1000) for mix, good in zip(self.mix, self.draft.firm.materials, strict=True)])
        return rows

    def run(self) -> None:
        draft = self.draft
        buying = Buying(draft, draft.firm.materials, "materials")
        days = _MATERIAL * draft.profile.stock_days
        for place, good in enumerate(draft.firm.materials):
            daily = sum(row[place] for row in self.issues[:8]) / (8 * 7.6)
            self.materials.receive(place, round(daily * days), round(daily * days * good.cost / 1000))
        for account, amount in (
            ("stock", self.goods.total()), ("materials", self.materials.total()), ("work_in_progress", self.progress)
        ):  # fmt: skip
            draft.opening[account] = draft.opening.get(account, 0) + amount
        starts = reviews(draft.months)
        for index, month in enumerate(draft.months):
            first = index * _REVIEWS_A_MONTH
            own = starts[first : first + _REVIEWS_A_MONTH]
            for offset, (day, sold) in enumerate(zip(own, by_period(own, self.sold[month]), strict=True)):
                restock(buying, self.materials, self.issues, first + offset, day, days)
                self._issue(day, self.issues[first + offset])
                for ticket in sold:
                    deliver(draft, ticket, self.goods)
            self._complete(index, month)
        pay(draft, buying.bought)
        collect(draft, draft.sold)

    def _issue(self, day: date, quantities: list[int]) -> None:
        cost = sum(self.materials.issue(place, quantity) for place, quantity in enumerate(quantities))
        self.progress += cost
        if cost:
            self.draft.book(f"issue-{day:%Y-%m-%d}", day, "material_issue", (("work_in_progress", cost), ("materials", -cost)))

    def _complete(self, index: int, month: date) -> None:
        """Take out the goods of a month. They bear all cost but that of what is still in progress."""
        draft = self.draft
        self.progress += draft.conversion.get(month, 0)
        following = self.worth[min(index + 1, len(self.worth) - 1)]
        left = min(round(_PROGRESS * draft.profile.stock_days / _MONTH_DAYS * following), self.progress // 2)
        total = sum(quantity * good.cost for quantity, good in zip(self.made[index], draft.firm.goods, strict=True))
        cost = self.progress - left
        if total <= 0 or cost <= 0:
            return
        rest = cost
        places = [place for place, quantity in enumerate(self.made[index]) if quantity]
        for place in places:
            quantity = self.made[index][place]
            part = rest if place == places[-1] else cost * quantity * draft.firm.goods[place].cost // total
            rest -= part
            self.goods.receive(place, quantity, part)
        self.progress = left
        day = month_end(month.year, month.month)
        draft.book(f"completion-{month:%Y-%m}", day, "completion", (("stock", cost), ("work_in_progress", -cost)))
