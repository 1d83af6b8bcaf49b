"""Books in the making: entries by day, deals, and what stands open when the books begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal, NamedTuple

from samples.books.accounts import BANKS, MONEY, RESULT
from samples.books.journal import DealLine, Entry, Kind, Month
from samples.books.plan import Plan, plan
from samples.firms.calendar import months, on_or_after
from samples.firms.firm import Firm, Role
from samples.streams import stream

#: Months lived before the books begin, so that they begin in full swing: long enough for the slowest customer, and for a
#: retention in construction.
BURN_IN = {"trade": 5, "manufacturing": 7, "catering": 3, "construction": 26, "services": 4}
_OUTSIDE = frozenset(MONEY) - {"other_monetary_funds"}
_RESULT = frozenset(RESULT)


def rounded(amount: float, step: int) -> int:
    """`amount` as people settle on amounts: a multiple of `step`, minor units."""
    return round(amount / step) * step


DealKind = Literal["sale", "purchase", "sale_return", "expense"]


class Bill(NamedTuple):
    """A deal before its number is known; its fields are those of journal.Deal."""

    id: str
    kind: DealKind
    day: date
    party: str
    lines: tuple[DealLine, ...]
    invoiced: date | None
    due: date | None
    reverses: str

    @property
    def gross(self) -> int:
        return sum(line.net + line.tax for line in self.lines)


@dataclass(slots=True)
class Sold:
    """What a receipt must know of a sale.   at_once: paid on delivery   kept: of its gross, retained for longer"""

    deal: str
    party: str
    day: date
    invoiced: date | None
    gross: int
    at_once: bool = False
    kept: int = 0


class Draft:
    """What the cycles write to.

    An entry before the first day is not kept: it moves the opening balance. An entry after the last day is dropped: it has not
    happened yet. Money and results of the time before are forgotten, the retained earnings balance what is left.
    """

    def __init__(self, firm: Firm) -> None:
        self.firm = firm
        self.profile = firm.profile
        self.chinese = firm.country == "CN"
        self.deducts = firm.taxpayer in {"general", "uk_vat"}
        self.plan: Plan = plan(firm, BURN_IN[firm.industry])
        self.months: tuple[date, ...] = tuple(months(self.plan.begin, firm.last))
        self.agenda: dict[date, list[Entry]] = {}
        self.deals: list[Bill] = []
        self.sold: list[Sold] = []
        self.facts: list[Month] = []
        self.opening: dict[str, int] = {}
        self.tax_before: dict[date, int] = {}
        self.result_before = 0
        self.settled_before: dict[str, int] = {}
        self.output: dict[date, int] = {}
        self.net_sales: dict[date, int] = {}
        self.conversion: dict[date, int] = {}
        self._terms: dict[str, int] = {}
        self._accounts: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self.lost: set[str] = set()
        self.activity: dict[date, float] = dict(self.plan.level)
        self.unpaid: tuple[date, int] = (firm.first, 0)
        self.power_used: dict[date, int] = {}

    def stream(self, *names: str) -> Random:
        return stream(self.firm.seed, "books", *names)

    def bank_day(self, day: date) -> date:
        """`day`, or the next on which banks book. After the last day it does not matter any more."""
        if day > self.firm.last:
            return day
        return on_or_after(day, self.firm.country)

    def of(self, role: Role) -> str:
        """Id of the first party of that role; "" when the firm has none."""
        if role not in self._roles:
            found = self.firm.of(role)
            self._roles[role] = found[0].id if found else ""
        return self._roles[role]

    def account(self, party: str) -> str:
        """The firm's bank account that it uses with that party, always the same one: mostly the basic account, from which it pays."""
        if len(self.firm.accounts) == 1:
            return BANKS[0]
        if party not in self._accounts:
            others = [account.id for account in self.firm.accounts[1:]]
            source = self.stream("account", party)
            chance = 0.35 if party.startswith(("customer", "platform", "lender")) else 0.10
            self._accounts[party] = source.choice(others) if source.random() < chance else BANKS[0]
        return self._accounts[party]

    def book(
        self,
        name: str,
        day: date,
        kind: Kind,
        postings: tuple[tuple[str, int], ...],
        flow: str = "",
        party: str = "",
        deal: str = "",
        settles: tuple[tuple[str, int], ...] = (),
        through: str = "",
        note: str = "",
    ) -> None:
        """Write an entry, or what it leaves behind when the books begin."""
        if day >= self.firm.first:
            if day <= self.firm.last:
                entry = Entry(name, day, kind, postings, flow, party, deal, settles, None, through, note)
                if day in self.agenda:
                    self.agenda[day].append(entry)
                else:
                    self.agenda[day] = [entry]
            return
        for account, amount in postings:
            if account == "vat_payable":
                month = day.replace(day=1)
                self.tax_before[month] = self.tax_before.get(month, 0) + amount
            elif account in _RESULT:
                self.result_before -= amount
            elif account not in _OUTSIDE:
                self.opening[account] = self.opening.get(account, 0) + amount
        if any(account in _SETTLED for account, _ in postings):
            for settled, amount in settles:
                self.settled_before[settled] = self.settled_before.get(settled, 0) + amount

    def deal(
        self,
        name: str,
        kind: DealKind,
        day: date,
        party: str,
        lines: tuple[DealLine, ...],
        invoiced: date | None,
        due: date | None,
        reverses: str = "",
    ) -> None:
        """Note a deal. Its number is given when all of them are known."""
        self.deals.append(Bill(name, kind, day, party, lines, invoiced, due, reverses))

    def expense(self, name: str, day: date, party: str, category: str, what: str, gross: int, rate: float) -> tuple[str, int]:
        """An invoice received for a service: its deal, and the tax that may be deducted ("" and 0 where no invoice matters)."""
        if self.firm.taxpayer == "sales_tax" or not party:
            return "", 0
        tax = round(gross - gross / (1 + rate))
        line = DealLine(category, what, "", 1000, gross - tax, gross - tax, tax, rate)
        self.deal(name, "expense", day, party, (line,), day, day)
        return name, tax if self.deducts else 0

    def sale(self, day: date, net: int) -> None:
        """Count sales of a month: the limit below which a small-scale taxpayer is exempt looks at them."""
        month = day.replace(day=1)
        self.net_sales[month] = self.net_sales.get(month, 0) + net

    def terms(self, party: str) -> int:
        """Days that this customer takes or this supplier grants: its own, else drawn from the firm's usual."""
        if party not in self._terms:
            known = self.firm.parties.get(party)
            if known is not None and known.terms:
                self._terms[party] = known.terms
            else:
                profile = self.profile
                buying = party.startswith("supplier")
                usual = profile.purchase_terms if buying else profile.terms
                spread = profile.purchase_terms_deviation if buying else profile.terms_deviation
                self._terms[party] = max(0, round(self.stream("terms", party).gauss(usual, spread / 2)))
        return self._terms[party]

    def invoiced(self, day: date, source: Random) -> date:
        """When the invoice of a delivery is made out: nine of ten in its month."""
        if source.random() < 0.55:
            return day
        lag = source.randint(1, 25)
        later = day + timedelta(lag)
        if later.month == day.month or source.random() < 0.12:
            return later
        return day


#: An entry's `settles` counts against the invoice itself only where the entry moves one of these accounts; where it moves others (a
#: note that is cashed, an advance that arrives) it names what the money is for, and another entry settles the invoice.
_SETTLED = frozenset({"receivables", "retention_receivable", "payables", "other_payables"})
