"""F14 虚增货币资金: cash that is in the books and not in the bank.

What is done
    A balance at the bank is raised in the stated books by the last year end.
Strength
    Added over the true cash at that date.
Care
    0   on the last day against other payables, taken back on the next (as far as the books go on)
    1   built up over six months as sales for cash, left standing, with income tax accrued;   2   also with interest on it at
        the demand rate
Traces
    The bank's closing balance is lower than the books'; interest does not fit; large cash beside large loans.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.accounts import MONEY
from samples.books.journal import Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, balance, last_year, month_before, months_of
from samples.fabrication.purse import fullest
from samples.fabrication.trade import parts
from samples.population.parameters import parameters


def _cash(ledgers: Ledgers) -> int:
    return balance(ledgers.entries("actual"), MONEY, last_year(ledgers).last)


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    value = round(_cash(ledgers) * dose.strength)
    if value <= 0:
        return None
    account = fullest(ledgers)
    drawn: dict[str, object] = {"start": year.last, "months": 1, "value": value, "account": account}
    if dose.care == 0:
        entries = [Entry("F14-1", year.last, "fiction", ((account, value), ("other_payables", -value)), flow="cf_other_operating_in")]
        if year.last < firm.last:
            back = ((account, -value), ("other_payables", value))
            entries.append(Entry("F14-2", year.last + timedelta(1), "fiction", back, flow="cf_other_operating_out"))
        return laid(ledgers, "F14", ("stated",), added=entries), drawn
    period = Period(max(year.first, month_before(year.last, 5)), year.last)
    months = months_of(period)
    sums = parts(source, value, len(months), 0.3)
    entries = [
        Entry(f"F14-{number}", month.last, "cash_sale", ((account, part), ("sales", -part)), flow="cf_receipts_customers")
        for number, (month, part) in enumerate(zip(months, sums, strict=True), start=1)
    ]
    if dose.care == 2:
        held = [sum(sums[: index + 1]) for index in range(len(months))]
        interest = sum(held[:-1]) * parameters()["events"]["demand_rate"] / 12
        if round(interest):
            posting = ((account, round(interest)), ("interest_income", -round(interest)))
            entries.append(Entry("F14-interest", year.last, "deposit_interest", posting, flow="cf_other_operating_in"))
    drawn |= {"start": period.first, "months": len(months)}
    return laid(ledgers, "F14", ("stated",), added=entries, taxed=True), drawn


def _suits(ledgers: Ledgers) -> bool:
    return _cash(ledgers) > 0


KIND = Intervention(code="F14", name="cash_overstated", split="develop", books=_books, suits=_suits)
