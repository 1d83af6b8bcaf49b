"""F08 买票, 虚抵: purchase invoices without goods, to lower tax or to make up support for cost.

What is done
    In the last financial year invoices of one or two shell firms are booked as cost, in the stated and the filed books.
    Their money, where any is paid, comes back to the owner's own card at 92 to 98 %, which no account of the firm shows.
Strength
    Net value of those invoices over the true purchases of goods in that year.
Care
    0   nothing is paid: the balance of the shell stays open;   1   paid on the spot, where the account holds enough
    2   goods as the firm buys them, paid after ten to forty days, where the account holds enough
Traces
    Cost that just fits; input tax of goods unlike the business; a new supplier elsewhere; payments to a shell.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import VIEWS, Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, last_year
from samples.fabrication.purse import Purse, fullest
from samples.fabrication.settling import settled
from samples.fabrication.trade import bought_as, days_in, deal, input_rate, lines, parts
from samples.firms import calendar
from samples.firms.firm import Firm, Good

#: Goods that have little to do with what small firms trade in.
_UNLIKE = {
    "zh": (
        Good("成品油", "车用柴油", "吨", 720000, 720000),
        Good("钢材", "螺纹钢", "吨", 380000, 380000),
        Good("矿产品", "煤炭", "吨", 90000, 90000),
    ),
    "en": (Good("FUEL", "Diesel, bulk", "1000 l", 120000, 120000), Good("STL", "Reinforcing bar", "t", 65000, 65000)),
}


def _bought(ledgers: Ledgers, year: Period) -> int:
    return sum(one.net for one in ledgers.deals("actual") if one.kind == "purchase" and year.has(one.day))


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    target = round(_bought(ledgers, year) * dose.strength)
    if target <= 0:
        return None
    shells = distinct(firm, source, "F08-shell", "helper", source.randint(1, 2))
    count = source.randint(4, 10)
    deals: list[Deal] = []
    entries: list[Entry] = []
    goods = None if dose.care == 2 else _UNLIKE[firm.language]
    for number, (day, part) in enumerate(zip(days_in(firm, source, *year, count), parts(source, target, count), strict=True), start=1):
        items = lines(firm, source, part, input_rate(firm), buying=True, goods=goods)
        made = deal(firm, source, f"F08-p{number}", "purchase", day, source.choice(shells).id, items, invoiced=True)
        deals.append(made)
        entries.append(bought_as(firm, f"F08-{number}", made, "cost"))
    done = laid(joined(ledgers, *shells), "F08", ("stated", "filed"), added=entries, deals=deals)
    drawn: dict[str, object] = {
        "start": year.first,
        "months": 12,
        "shells": tuple(shell.name for shell in shells),
        "value": sum(one.net for one in deals),
        "invoices": tuple(one.id for one in deals),
    }
    if dose.care:
        payments = _payments(ledgers, firm, source, dose, deals)
        if payments:
            done = laid(done, "F08", VIEWS, added=payments)
            drawn["returned"] = f"{source.uniform(0.92, 0.98):.3f}"
            drawn["rows"] = tuple(entry.id for entry in payments)
    return settled(ledgers, done, "F08", stated=dose.care > 0), drawn


def _payments(ledgers: Ledgers, firm: Firm, source: Random, dose: Dose, deals: list[Deal]) -> list[Entry]:
    purse = Purse(ledgers, fullest(ledgers))
    found: list[Entry] = []
    for number, made in enumerate(deals, start=1):
        wait = source.randint(10, 40) if dose.care == 2 else 0
        day = calendar.on_or_after(made.day + timedelta(wait), firm.country)
        if day > firm.last or purse.room(day) < made.gross:
            continue
        purse.move(day, -made.gross)
        found.append(
            Entry(
                f"F08-paid{number}",
                day,
                "payment",
                (("payables", made.gross), (purse.account, -made.gross)),
                flow="cf_payments_suppliers",
                party=made.party,
                settles=((made.id, made.gross),),
            )
        )
    return found


def _suits(ledgers: Ledgers) -> bool:
    return _bought(ledgers, last_year(ledgers)) > 0


KIND = Intervention(code="F08", name="bought_invoices", split="develop", books=_books, suits=_suits)
