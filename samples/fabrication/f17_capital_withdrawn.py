"""F17 抽逃出资: capital that is paid in, shown, and taken out again.

What is done
    In the last financial year the owner pays capital in, and within one to ten days as much goes to the owner or an agent.
    Both are real payments: all versions of the books have them.
Strength
    Withdrawn over the capital before.
Care
    0   the same sum back to the owner on the next days, as an other receivable
    1   to an agent, as a payment on account to a supplier;   2   to an agent, in two or three parts over ten days, 1 to 5 % less
Traces
    Capital up, and other receivables or prepayments with it; money in and out within days.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import VIEWS, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import balance, last_year
from samples.fabrication.purse import fullest
from samples.fabrication.trade import parts
from samples.firms import calendar


def _capital(ledgers: Ledgers) -> int:
    return -balance(ledgers.entries("actual"), ("capital",), last_year(ledgers).first)


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    withdrawn = round(_capital(ledgers) * dose.strength) // 100 * 100
    if withdrawn <= 0:
        return None
    paid_in = round(withdrawn * (1 + source.uniform(0.01, 0.05))) if dose.care == 2 else withdrawn
    account = fullest(ledgers)
    span = (year.last - year.first).days
    day = calendar.on_or_after(year.first + timedelta(source.randint(span // 3, span - 20)), firm.country)
    agent = distinct(firm, source, "F17-agent", "helper", 1)[0]
    owner = firm.owner.id
    paid = Entry("F17-in", day, "capital_in", ((account, paid_in), ("capital", -paid_in)), flow="cf_capital_received", party=owner)
    entries = [paid]
    pieces = parts(source, withdrawn, source.randint(2, 3), 0.2) if dose.care == 2 else [withdrawn]
    for number, part in enumerate(pieces, start=1):
        gap = source.randint(1, 3) if dose.care == 0 else source.randint(1, 10)
        out = calendar.on_or_after(day + timedelta(gap), firm.country)
        target, kind, flow = ("other_receivables", "capital_out", "cf_other_operating_out")
        if dose.care:
            target, kind, flow = ("prepayments", "prepayment", "cf_payments_suppliers")
        entries.append(
            Entry(
                f"F17-out{number}",
                out,
                "capital_out" if kind == "capital_out" else "prepayment",
                ((target, part), (account, -part)),
                flow=flow,
                party=agent.id if dose.care else owner,
            )
        )
    done = laid(joined(ledgers, agent) if dose.care else ledgers, "F17", VIEWS, added=entries)
    return done, {
        "start": day,
        "months": 1,
        "value": withdrawn,
        "paid_in": paid_in,
        "agent": agent.name if dose.care else firm.owner.name,
        "rows": tuple(entry.id for entry in entries),
    }


def _suits(ledgers: Ledgers) -> bool:
    return _capital(ledgers) > 0


KIND = Intervention(code="F17", name="capital_withdrawn", split="test", books=_books, suits=_suits)
