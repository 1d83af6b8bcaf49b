"""F11 虚增存货: stock at the year end raised, cost of sales lowered.

What is done
    In the stated books stock is debited and cost of sales credited.
Strength
    Added over the true inventories at the last year end.
Care
    0   in one entry on the last day, taken back on the first day of the new year (as far as the books go on)
    1   carried into the next year, and income tax accrued;   2   built up evenly over the last six months, so that no
        month's margin stands out
Traces
    Stock days and margin up, payables flat; purchases and payments do not support it; nothing was counted.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import INVENTORIES, Period, balance, last_year, month_before, months_of
from samples.fabrication.trade import parts


def _held(ledgers: Ledgers) -> int:
    return balance(ledgers.entries("actual"), INVENTORIES, last_year(ledgers).last)


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    value = round(_held(ledgers) * dose.strength)
    if value <= 0:
        return None
    months = 6 if dose.care == 2 else 1
    period = Period(max(year.first, month_before(year.last, months - 1)), year.last)
    sums = parts(source, value, len(months_of(period)), 0.1)
    account = _account(ledgers)
    entries = [
        Entry(f"F11-{number}", month.last, "stock_adjustment", ((account, part), ("cost", -part)))
        for number, (month, part) in enumerate(zip(months_of(period), sums, strict=True), start=1)
    ]
    if dose.care == 0 and year.last < firm.last:
        entries.append(Entry("F11-back", year.last + timedelta(1), "stock_adjustment", ((account, -value), ("cost", value))))
    return laid(ledgers, "F11", ("stated",), added=entries, taxed=dose.care > 0), {
        "start": period.first,
        "months": months,
        "value": value,
        "account": account,
    }


def _account(ledgers: Ledgers) -> str:
    """Where most of the stock lies."""
    end = last_year(ledgers).last
    held = {account: balance(ledgers.entries("actual"), (account,), end) for account in INVENTORIES}
    return max(INVENTORIES, key=lambda account: held[account])


def _suits(ledgers: Ledgers) -> bool:
    return _held(ledgers) > 0


KIND = Intervention(code="F11", name="inventory_overstated", split="develop", books=_books, suits=_suits)
