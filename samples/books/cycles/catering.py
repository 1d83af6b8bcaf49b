"""The trade of a kitchen: guests pay through platforms, cards and cash every day, platforms pay out on the next bank day less their fee."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from samples.books.cycles.payments import pay
from samples.books.cycles.purchases import Buying
from samples.books.cycles.receipts import collect
from samples.books.cycles.sales import Buyers, Ticket, deliver, tickets
from samples.books.draft import Draft, rounded
from samples.books.journal import DealLine
from samples.books.stock import Stock
from samples.firms.calendar import days, month_end

#: Monday first: how a week's guests come.
_WEEK = (0.86, 0.84, 0.88, 0.95, 1.12, 1.24, 1.11)
_MARKET_DAYS = (1, 5, 9, 13, 17, 21, 25, 29)
#: Fee of cards and scanned codes.
_CARD_FEE = {"CN": 0.0038, "GB": 0.0169, "US": 0.026}
_FEE_TAX = {"CN": 0.06, "GB": 0.20, "US": 0.0}
_FOOD = {"CN": ("餐饮服务", "餐费"), "GB": ("", "Meals"), "US": ("", "Meals")}
_FEE = {"CN": ("信息技术服务", "平台服务费"), "GB": ("", "Platform fees"), "US": ("", "Platform fees")}


class Channel:
    """A way in which guests pay.   share: of the sales that are paid at once   fee: of them

    waiting: what it owes for days not paid out yet, less its fee   month: its fee of the month so far
    """

    def __init__(self, party: str, share: float, fee: float) -> None:
        self.party = party
        self.share = share
        self.fee = fee
        self.waiting = 0
        self.month = 0


def cater(draft: Draft) -> Callable[[], None]:
    """Plan the sales on account; answer what books everything."""
    buyers = Buyers(draft) if draft.firm.of("customer") else None
    planned = {month: tickets(draft, buyers, month, 1 - draft.profile.cash_share) if buyers else [] for month in draft.months}
    return lambda: _Kitchen(draft).run(planned)


class _Kitchen:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        source = draft.stream("channels")
        platforms = draft.firm.of("platform")
        delivered = source.uniform(0.2, 0.45)
        cash = source.uniform(0.02, 0.08)
        *delivering, cards = platforms
        parts = (1.0,) if len(delivering) == 1 else (0.65, 0.35)
        self.channels = [
            Channel(platform.id, delivered * part, draft.profile.platform_fee) for platform, part in zip(delivering, parts, strict=False)
        ]
        self.channels.append(Channel(cards.id, 1 - delivered - cash, _CARD_FEE[draft.firm.country]))
        self.cash = cash
        self.food = Stock(1)
        self.buying = Buying(draft, draft.firm.materials, "materials")

    def run(self, planned: dict[date, list[Ticket]]) -> None:
        draft = self.draft
        first = draft.months[0]
        value = round(self._daily_cost(first) * draft.profile.stock_days)
        self.food.receive(0, value, value)
        draft.opening["materials"] = draft.opening.get("materials", 0) + value
        for month in draft.months:
            source = draft.stream("guests", f"{month:%Y-%m}")
            last = month_end(month.year, month.month)
            account = sum(ticket.net for ticket in planned[month])
            weights = {day: _WEEK[day.weekday()] * source.lognormvariate(0, 0.12) for day in days(month, last)}
            scale = max(draft.plan.revenue[month] - account, 0) / sum(weights.values())
            cost = 1 - draft.plan.margin[month]
            tickets_of: dict[date, list[Ticket]] = {}
            for ticket in planned[month]:
                tickets_of.setdefault(ticket.day, []).append(ticket)
            for day, weight in weights.items():
                if day.day in _MARKET_DAYS:
                    self._market(day)
                for ticket in tickets_of.get(day, ()):
                    deliver(draft, ticket._replace(moves=((0, round(ticket.net * cost)),)), self.food, "materials")
                self._guests(day, weight * scale, cost, source)
            for channel in self.channels:
                self._fee(channel, last)
        pay(draft, self.buying.bought)
        collect(draft, draft.sold)

    def _daily_cost(self, month: date) -> float:
        plan = self.draft.plan
        return plan.revenue[month] * (1 - plan.margin[month]) / 30.4

    def _market(self, day: date) -> None:
        """Buy food for the days to the next market, and what the larder should hold."""
        draft = self.draft
        ahead = min(day + timedelta(4), draft.firm.last).replace(day=1)
        daily = max(self._daily_cost(ahead), self._daily_cost(day.replace(day=1)))
        needed = round(daily * (4.6 * 1.2 + max(draft.profile.stock_days - 3.5, 0.5)) - self.food.value[0])
        if needed <= 0:
            return
        source = draft.stream("market", f"{day:%Y-%m-%d}")
        count = min(len(self.buying.ids), source.randint(1, 3))
        goods = source.sample(range(len(self.buying.goods)), min(len(self.buying.goods), count * 2))
        for number in range(count):
            supplier = source.choices(self.buying.ids, cum_weights=self.buying.cumulative)[0]
            chosen = [self.buying.goods[place] for place in goods[number::count]]
            if not chosen:
                continue
            parts = [(good, round(needed / count / len(chosen) * source.uniform(0.8, 1.2))) for good in chosen]
            held = self.buying.buy(f"p-{day:%Y-%m-%d}-{number + 1}", day, supplier, parts, source)
            self.food.receive(0, held, held)

    def _guests(self, day: date, total: float, cost: float, source: Random) -> None:
        draft = self.draft
        paid_out = draft.bank_day(day) == day
        for channel in self.channels:
            if paid_out:
                self._payout(channel, day)
            net = round(total * channel.share * source.uniform(0.93, 1.07))
            if net > 0:
                name = f"s-{day:%Y-%m-%d}-{channel.party}"
                gross = self._sale(name, day, net, cost, channel.party)
                fee = round(gross * channel.fee)
                channel.waiting += gross - fee
                channel.month += fee
        net = rounded(total * self.cash * source.uniform(0.7, 1.3), 100)
        if net > 0:
            self._sale(f"s-{day:%Y-%m-%d}-cash", day, net, cost, "")

    def _sale(self, name: str, day: date, net: int, cost: float, party: str) -> int:
        """One day's sales of one channel. Guests want no invoices; those who do are the customers on account."""
        draft = self.draft
        rate = draft.profile.vat_rate
        tax = round(net * rate)
        used = self.food.issue(0, round(net * cost))
        money = "other_monetary_funds" if party else "cash_on_hand"
        rows = ((money, net + tax), ("sales", -net), ("vat_payable", -tax), ("cost", used), ("materials", -used))
        kind = "platform_sale" if party else "cash_sale"
        settles = ((name, net + tax),)
        draft.book(name, day, kind, tuple(row for row in rows if row[1]), "cf_receipts_customers", party, name, settles)  # type: ignore[arg-type]
        draft.sale(day, net)
        category, what = _FOOD[draft.firm.country]
        if day >= draft.firm.first:
            draft.deal(name, "sale", day, party, (DealLine(category, what, "", 1000, net, net, tax, rate),), None, day)
        return net + tax

    def _payout(self, channel: Channel, day: date) -> None:
        """What a platform owes for the days before, less its fee."""
        net, channel.waiting = channel.waiting, 0
        if net > 0:
            account = self.draft.account(channel.party)
            rows = ((account, net), ("other_monetary_funds", -net))
            self.draft.book(f"payout-{channel.party}-{day:%Y-%m-%d}", day, "platform_payout", rows, "", channel.party)

    def _fee(self, channel: Channel, last: date) -> None:
        """The fee of a month, of which the platform sends an invoice."""
        draft = self.draft
        fee, channel.month = channel.month, 0
        if fee <= 0:
            return
        name = f"fee-{channel.party}-{last:%Y-%m}"
        deal, tax = "", 0
        if last >= draft.firm.first:
            category, what = _FEE[draft.firm.country]
            deal, tax = draft.expense(f"x-{name}", last, channel.party, category, what, fee, _FEE_TAX[draft.firm.country])
        rows = (("platform_fees", fee - tax), ("vat_payable", tax), ("other_monetary_funds", -fee))
        settles = ((deal, fee),) if deal else ()
        postings = tuple(row for row in rows if row[1])
        draft.book(name, last, "platform_fee", postings, "cf_other_operating_out", channel.party, deal, settles)
