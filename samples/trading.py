"""Two years of a trading firm, booked entry by entry.

Month after month: sales and purchases on credit, receipts and payments as they fall due, wages, rent, power, freight, fees, loan
and interest, depreciation, taxes and what the owners take out. The years before leave an opening balance.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from samples.bank_days import days, month_end, on_or_after, on_or_before
from samples.company import Firm, Partner
from samples.ledger import RESULT, Books, Deal, DealLine, Entry, Ledger, postings
from samples.opening import COST_SHARE, opening
from samples.streams import stream

YEARS = (2024, 2025)
#: Share of a plain month's sales in thousandths, January first (domain page on fabrication, B.3, trade).
SEASON = (950, 700, 1000, 1000, 1000, 1050, 950, 950, 1050, 1050, 1180, 1120)
TREASURY = {"zh": ("待报解预算收入", ""), "en": ("HMRC", "")}
#: Straight line over five years down to 5 % (China: the shortest life the tax law takes for such equipment is 3 to 5 years).
LIFE_MONTHS, RESIDUAL = 60, 50
#: What Chinese banks paid on demand deposits in 2024 and 2025, thousandths of a per cent a year.
DEMAND_RATE = 100


def books(firm: Firm) -> Books:
    """The firm's two years.   The opening cash is raised when the account would otherwise be overdrawn on some day."""
    extra = 0
    while True:
        result = _Years(firm, extra).run()
        lowest = min(balance for _, balance in result.ledger.bank_lines)
        if lowest > 0:
            return result
        extra += 20_000_00 - lowest


class _Years:
    """The bookkeeper at work; what it makes is immutable."""

    def __init__(self, firm: Firm, extra_cash: int) -> None:
        self.firm = firm
        self.plan = firm.profile
        self.extra_cash = extra_cash
        self.source = stream(firm.seed, firm.language, "books")
        self.entries: list[Entry] = []
        self.balances: dict[str, int] = {}
        self.deals: list[Deal] = []
        self.due: list[tuple[date, str, tuple[tuple[str, int], ...], str, tuple[str, str]]] = []
        self.numbers = {"sale": self.source.randint(210, 640), "purchase": 0}

    def run(self) -> Books:
        self._open()
        for year in YEARS:
            for month in range(1, 13):
                self._month(year, month)
            self._close_year(year)
        ordered = sorted(self.entries, key=lambda entry: entry.day)
        return Books(Ledger(tuple(ordered)), tuple(self.deals), YEARS)

    # -- booking ------------------------------------------------------------------------------------------------------

    def _book(self, day: date, kind: str, *moves: tuple[str, int], flow: str = "", party: tuple[str, str] = ("", "")) -> None:
        self.entries.append(Entry(day=day, kind=kind, postings=postings(moves), flow=flow, party=party))
        for account, amount in moves:
            self.balances[account] = self.balances.get(account, 0) + amount

    def _later(self, day: date, kind: str, *moves: tuple[str, int], flow: str, party: tuple[str, str]) -> None:
        """Book on `day`, or the next bank day, when its month comes."""
        self.due.append((self._bank_day(day), kind, moves, flow, party))

    def _bank_day(self, day: date) -> date:
        return on_or_after(day, self.firm.language)

    def _open(self) -> None:
        first, zh = date(YEARS[0], 1, 1), self.firm.language == "zh"
        start = opening(self.firm, self.extra_cash, self.source)
        self._book(first - timedelta(1), "opening", *start.moves.items())
        for partner, amount in start.owed_to_us:
            self._settle_sale(first + timedelta(self.source.randint(1, 50)), amount, partner)
        for partner, amount in start.owed_by_us:
            self._settle_purchase(first + timedelta(self.source.randint(1, 40)), amount, partner)
        self._pay_tax(date(first.year, 1, 15) if zh else date(first.year, 2, 7), "vat_paid", "vat", -start.moves["vat"])
        income_tax = -start.moves["income_tax_owed"]
        self._pay_tax(date(first.year, 1, 15) if zh else date(first.year, 10, 1), "income_tax_paid", "income_tax_owed", income_tax)
        self._pay_tax(date(first.year, 1, 22), "payroll_tax_paid", "payroll_tax_owed", -start.moves["payroll_tax_owed"])
        if zh:
            self._pay_wages(date(first.year, 1, 10))

    def _settle_sale(self, day: date, amount: int, partner: Partner) -> None:
        moves = (("bank", amount), ("receivables", -amount))
        self._later(day, "receipt", *moves, flow="cf_receipts_customers", party=_named(partner))

    def _settle_purchase(self, day: date, amount: int, partner: Partner) -> None:
        moves = (("payables", amount), ("bank", -amount))
        self._later(day, "payment", *moves, flow="cf_payments_suppliers", party=_named(partner))

    # -- one month ----------------------------------------------------------------------------------------------------

    def _month(self, year: int, month: int) -> None:
        first, last = date(year, month, 1), month_end(year, month)
        cost, quantities = self._sell(first, last)
        self._buy(first, last, cost, quantities)
        self._costs(year, month, first, last)
        self._loan(year, month)
        self._owners(year, month)
        for item in [item for item in self.due if item[0] <= last]:
            self.due.remove(item)
            day, kind, moves, flow, party = item
            self._book(day, kind, *moves, flow=flow, party=party)
        if self.firm.language == "zh" and month % 3 == 0:
            self._deposit_interest(year, month)
        self._depreciate(last)
        self._taxes(year, month, last)

    def _sell(self, first: date, last: date) -> tuple[int, dict[int, int]]:
        """Sales of the month: their cost, and how many of each good."""
        growth = 1000 if first.year == YEARS[0] else 1070
        target = self.plan.turnover * SEASON[first.month - 1] // 1000 * growth // 1000 * self.source.randint(930, 1070) // 1000
        count = self.source.randint(7, 9)
        cost, quantities = 0, dict.fromkeys(range(len(self.firm.goods)), 0)
        for day in sorted(self._working_day(first, last) for _ in range(count)):
            party = self._pick(self.firm.customers)
            lines = []
            for good in self.source.sample(range(len(self.firm.goods)), self.source.randint(1, 3)):
                item = self.firm.goods[good]
                quantity = max(1, target * self.source.randint(60, 140) // 100 // count // 2 // item.price)
                lines.append(self._line(good, item.price, quantity))
                quantities[good] += quantity
                cost += quantity * item.cost
            self._deal("sale", day, party, lines)
        return cost, quantities

    def _buy(self, first: date, last: date, cost: int, quantities: dict[int, int]) -> None:
        """Restock what was sold, more or less of it as the stock is below or above its target."""
        wanted = self.plan.turnover * COST_SHARE // 1000 * self.plan.stock_days // 30 * (1000 if first.year == YEARS[0] else 1070) // 1000
        share = min(1500, max(300, 1000 + (wanted - self.balances["stock"] - cost) * 350 // max(cost, 1)))
        goods = [good for good, quantity in quantities.items() if quantity]
        self.source.shuffle(goods)
        for start in range(0, len(goods), 2):
            lines = [
                self._line(good, self.firm.goods[good].cost, max(1, quantities[good] * share * self.source.randint(820, 1180) // 1_000_000))
                for good in goods[start : start + 2]
            ]
            self._deal("purchase", self._working_day(first, last), self._pick(self.firm.suppliers), lines)

    def _working_day(self, first: date, last: date) -> date:
        return on_or_before(min(last, self._bank_day(first + timedelta(self.source.randint(0, (last - first).days)))), self.firm.language)

    def _pick(self, partners: Sequence[Partner]) -> int:
        return self.source.choices(range(len(partners)), [partner.weight for partner in partners])[0]

    def _line(self, good: int, price: int, quantity: int) -> DealLine:
        item = self.firm.goods[good]
        return DealLine(item.category, item.name, item.unit, quantity, price, _share(quantity * price, self.plan.vat))

    def _deal(self, kind: str, day: date, party: int, lines: list[DealLine]) -> None:
        sale = kind == "sale"
        partner = (self.firm.customers if sale else self.firm.suppliers)[party]
        paid = self._bank_day(day + timedelta(partner.terms + self.source.randint(0, 12)))
        deal = Deal(
            kind="sale" if sale else "purchase",
            number=self._number(kind, day),
            day=day,
            paid=paid if paid.year <= YEARS[-1] else None,
            party=party,
            lines=tuple(lines),
        )
        self.deals.append(deal)
        if sale:
            cost = sum(line.quantity * self._cost_of(line.name) for line in lines)
            self._book(day, "sale", ("receivables", deal.gross), ("sales", -deal.net), ("vat", -deal.tax), ("cost", cost), ("stock", -cost))
            self._settle_sale(paid, deal.gross, partner)
        else:
            self._book(day, "purchase", ("stock", deal.net), ("vat", deal.tax), ("payables", -deal.gross))
            self._settle_purchase(paid, deal.gross, partner)

    def _cost_of(self, name: str) -> int:
        return next(good.cost for good in self.firm.goods if good.name == name)

    def _number(self, kind: str, day: date) -> str:
        """An invoice number: twenty digits of the national platform in China, the issuer's own count in Britain."""
        if self.firm.language == "zh":
            region = self.firm.tax_id[2:4] if kind == "sale" else self.source.choice(("31", "32", "33", "44"))
            return f"{day:%y}{region}2{self.source.randint(10**9, 10**10 - 1):015d}"
        if kind == "purchase":
            return f"{self.source.choice('ABCEHKLNPRST')}{self.source.randint(10_000, 99_999)}"
        self.numbers[kind] += 1
        return f"INV-{self.numbers[kind]:05d}"

    # -- running costs, loan, owners ----------------------------------------------------------------------------------

    def _costs(self, year: int, month: int, first: date, last: date) -> None:
        firm, plan, source = self.firm, self.plan, self.source
        gross, levy, withheld = plan.payroll, plan.payroll * plan.levy // 1000, plan.payroll * plan.withheld // 1000
        selling = (gross + levy) * 350 // 1000
        expense = (("admin", gross + levy - selling), ("selling", selling))
        if firm.language == "zh":
            self._book(last, "wages", *expense, ("wages_owed", -(gross + levy)))
            self._pay_wages(last + timedelta(10))
        else:
            payday = on_or_before(date(year, month, 28), "en")
            self._book(payday, "wages", *expense, ("wages_owed", -(gross - withheld)), ("payroll_tax_owed", -(levy + withheld)))
            net = gross - withheld
            self._book(payday, "payroll", ("wages_owed", net), ("bank", -net), flow="cf_payments_employees", party=("", ""))
            self._pay_tax(last + timedelta(22), "payroll_tax_paid", "payroll_tax_owed", levy + withheld)
        self._spend(date(year, month, 5), "rent", "admin", plan.rent, _named(firm.landlord))
        self._spend(date(year, month, 18), "power", "admin", plan.overheads * source.randint(200, 320) // 1000, _POWER[firm.language])
        self._spend(date(year, month, 12), "office", "admin", plan.overheads * source.randint(500, 780) // 1000, _OFFICE[firm.language])
        sold = -sum(
            move.amount for entry in self.entries if first <= entry.day <= last for move in entry.postings if move.account == "sales"
        )
        self._spend(date(year, month, 25), "freight", "selling", sold * plan.freight // 1000, _CARRIER[firm.language])
        self._spend(
            last, "fee", "bank_charges", source.randint(60_00, 160_00) if firm.language == "zh" else source.randint(12_00, 38_00), ("", "")
        )

    def _spend(self, day: date, kind: str, account: str, amount: int, party: tuple[str, str]) -> None:
        if amount:
            when = min(self._bank_day(day), on_or_before(month_end(day.year, day.month), self.firm.language))
            self._book(when, kind, (account, amount), ("bank", -amount), flow="cf_other_operating_out", party=party)

    def _pay_wages(self, day: date) -> None:
        """Chinese wages of last month: net pay on the tenth, insurance of both sides on the fifteenth."""
        gross, levy, withheld = (
            self.plan.payroll,
            self.plan.payroll * self.plan.levy // 1000,
            self.plan.payroll * self.plan.withheld // 1000,
        )
        for offset, kind, amount in ((0, "payroll", gross - withheld), (5, "insurance", levy + withheld)):
            party = ("代发工资户", "") if kind == "payroll" else ("社会保险费征收专户", "")
            self._later(day + timedelta(offset), kind, ("wages_owed", amount), ("bank", -amount), flow="cf_payments_employees", party=party)

    def _loan(self, year: int, month: int) -> None:
        plan, lender = self.plan, (self.firm.bank, "")
        owed = -self.balances["loan"]
        day = self._bank_day(date(year, month, 21))
        interest = owed * plan.loan_rate * 30 // 360_000
        self._book(day, "loan_interest", ("interest", interest), ("bank", -interest), flow="cf_interest_paid", party=lender)
        if plan.repayment:
            part = min(plan.repayment, owed)
            self._book(day, "loan_repayment", ("loan", part), ("bank", -part), flow="cf_principal_repaid", party=lender)
        elif month == 8:
            again = owed + self.source.choice((0, 0, 50_000_00, 100_000_00))
            back = self._bank_day(day + timedelta(1))
            self._book(day, "loan_repayment", ("loan", owed), ("bank", -owed), flow="cf_principal_repaid", party=lender)
            self._book(back, "loan_draw", ("bank", again), ("loan", -again), flow="cf_borrowings_received", party=lender)

    def _owners(self, year: int, month: int) -> None:
        plan, zh = self.plan, self.firm.language == "zh"
        if (month == 6) if zh else (month % 3 == 0):
            owner = (self.firm.people[0], "")
            self._book(
                self._bank_day(date(year, month, 16)),
                "dividend",
                ("retained", plan.dividend),
                ("bank", -plan.dividend),
                flow="cf_dividends_paid",
                party=owner,
            )
        if month == (7 if year == YEARS[0] else 4):
            cost = plan.new_equipment if year == YEARS[-1] else plan.new_equipment * 450 // 1000
            vat = _share(cost, plan.vat)
            self._book(
                self._bank_day(date(year, month, 9)),
                "equipment",
                ("equipment", cost),
                ("vat", vat),
                ("bank", -cost - vat),
                flow="cf_capex",
                party=_MAKER[self.firm.language],
            )

    def _deposit_interest(self, year: int, month: int) -> None:
        """Quarter's interest on the account, settled on the twentieth, credited on the twenty-first."""
        credited = date(year, month, 21)
        start = date(year, month - 3, 21) if month > 3 else date(year - 1, 12, 21)
        moves: dict[date, int] = {}
        for entry in self.entries:
            if entry.day < credited:
                day = max(entry.day, start)
                moves[day] = moves.get(day, 0) + entry.cash
        balance = total = 0
        for day in days(start, credited - timedelta(1)):
            balance += moves.get(day, 0)
            total += balance
        amount = total * DEMAND_RATE // (360 * 100_000)
        self._book(credited, "deposit_interest", ("bank", amount), ("interest", -amount), flow="cf_other_operating_in", party=("", ""))

    # -- month end ----------------------------------------------------------------------------------------------------

    def _depreciate(self, last: date) -> None:
        """Equipment in use before this month, straight line, until 5 % is left."""
        new = sum(
            move.amount
            for entry in self.entries
            if entry.kind == "equipment" and entry.day.replace(day=1) == last.replace(day=1)
            for move in entry.postings
            if move.account == "equipment"
        )
        base = self.balances["equipment"] - new
        left = base * (1000 - RESIDUAL) // 1000 + self.balances["depreciation_to_date"]
        amount = min(base * (1000 - RESIDUAL) // 1000 // LIFE_MONTHS, max(left, 0))
        self._book(last, "depreciation", ("admin", amount), ("depreciation_to_date", -amount))

    def _taxes(self, year: int, month: int, last: date) -> None:
        zh = self.firm.language == "zh"
        if zh:
            due = max(-self.balances["vat"], 0)
            urban, education = _share(due, 35), _share(due, 25)
            sold = -sum(
                move.amount
                for entry in self.entries
                if entry.kind == "sale" and entry.day.replace(day=1) == last.replace(day=1)
                for move in entry.postings
                if move.account == "sales"
            )
            stamp = sold * 3 // 20_000
            owed = urban + education + stamp
            self._book(
                last, "surcharges", ("urban_tax", urban), ("education_levy", education), ("stamp_tax", stamp), ("surcharges_owed", -owed)
            )
            self._pay_tax(last + timedelta(14), "vat_paid", "vat", due)
            self._pay_tax(last + timedelta(14), "surcharges_paid", "surcharges_owed", owed)
        elif month % 3 == 0:
            self._pay_tax(date(year + (month + 2) // 13, (month + 1) % 12 + 1, 7), "vat_paid", "vat", max(-self.balances["vat"], 0))
        if zh and month % 3 == 0:
            booked = sum(
                move.amount
                for entry in self.entries
                if entry.day.year == year and entry.kind == "income_tax"
                for move in entry.postings
                if move.account == "income_tax"
            )
            amount = max(_share(self._profit_before_tax(year), 50) - booked, 0)
            if amount:
                self._book(last, "income_tax", ("income_tax", amount), ("income_tax_owed", -amount))
                self._pay_tax(last + timedelta(14), "income_tax_paid", "income_tax_owed", amount)

    def _pay_tax(self, day: date, kind: str, account: str, amount: int) -> None:
        if amount:
            self._later(day, kind, (account, amount), ("bank", -amount), flow="cf_taxes_paid", party=TREASURY[self.firm.language])

    def _profit_before_tax(self, year: int) -> int:
        return -sum(
            move.amount
            for entry in self.entries
            if entry.day.year == year and entry.kind not in {"closing", "opening"}
            for move in entry.postings
            if move.account in RESULT and move.account != "income_tax"
        )

    def _close_year(self, year: int) -> None:
        last = date(year, 12, 31)
        if self.firm.language == "en":
            profit = max(self._profit_before_tax(year), 0)
            # 19 % to £50,000, above it 25 % less marginal relief of 3/200 of what is missing to £250,000.
            tax = _share(profit, 190) if profit <= 50_000_00 else _share(profit, 250) - max(250_000_00 - profit, 0) * 3 // 200
            self._book(last, "income_tax", ("income_tax", tax), ("income_tax_owed", -tax))
            self._pay_tax(date(year + 1, 10, 1), "income_tax_paid", "income_tax_owed", tax)
        totals = {account: self.balances.get(account, 0) for account in RESULT}
        self._book(last, "closing", *((account, -amount) for account, amount in totals.items()), ("retained", sum(totals.values())))
        if self.firm.language == "zh":
            reserve = max(-sum(totals.values()), 0) // 10
            self._book(last, "appropriation", ("retained", reserve), ("surplus_reserve", -reserve))


_POWER = {"zh": ("国网电力有限公司", "3301040160000012345"), "en": ("PENNINE ENERGY", "")}
_OFFICE = {"zh": ("云启信息服务有限公司", "1208019045200087716"), "en": ("BUSINESS CARD SETTLEMENT", "")}
_CARRIER = {"zh": ("捷顺达物流有限公司", "1102156409300145520"), "en": ("RIDGEWAY HAULAGE LTD", "31870452")}
_MAKER = {"zh": ("中叉工业车辆销售有限公司", "1302010109200337418"), "en": ("LIFTWELL EQUIPMENT LTD", "60218834")}


def _named(partner: Partner) -> tuple[str, str]:
    return partner.name, partner.account


def _share(amount: int, thousandths: int) -> int:
    """`thousandths` of `amount`, rounded half up to the minor unit."""
    return (amount * thousandths + 500) // 1000


def pick(source: Random, deals: Sequence[Deal], count: int) -> list[Deal]:
    """`count` of `deals`, in order of their days."""
    return sorted(source.sample(list(deals), count), key=lambda deal: (deal.day, deal.number))
