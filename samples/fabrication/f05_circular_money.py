"""F05 资金循环: own money leaves to helpers and comes back as customers' payments.

What is done
    Cycles through the fullest account in the last six to nine months of the books: out to one of 2 to 4 helpers, back after
    0 to 7 days as 货款 from another of them, less a fee of 0 to 0.3 %. Where F02 or F06 made up sales or purchases, the
    money is said to settle those; otherwise it is booked as prepaid to suppliers and received in advance.
Strength
    Cycled credits over the true credits of those months. A firm whose account never holds enough gets less: "value" says
    how much.
Care
    0   round sums of ten thousands, back whole;   1   back in up to three parts;   2   sums with 2 % of noise, never back
        within the day
Traces
    Chains of out and in within days, closed loops among few parties, round sums, the same purpose both ways, a balance that
    returns.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import joined, shells
from samples.fabrication.cycles import Cycling, cycled, open_of
from samples.fabrication.periods import Period, bank_credits, month_before
from samples.firms.firm import Party


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    months = source.randint(6, 9)
    period = Period(max(firm.first, month_before(firm.last, months - 1)), firm.last)
    wanted = round(bank_credits(ledgers.entries("actual"), period) * dose.strength)
    if wanted <= 0:
        return None
    helpers = shells(firm, source, "F05-helper", source.randint(2, 4))
    payers = _made_up(ledgers) or helpers
    how = Cycling(
        code="F05",
        wanted=wanted,
        period=period,
        out=helpers,
        back=payers,
        fee=(0.0, 0.003),
        care=dose.care,
        owed=open_of(ledgers, "payables", ("F02", "F06")),
        owing=open_of(ledgers, "receivables", ("F02", "F06")),
    )
    done = cycled(joined(ledgers, *helpers), source, how)
    if done is None:
        return None
    return done.ledgers, {
        "start": period.first,
        "months": months,
        "helpers": tuple(party.name for party in helpers),
        "account": done.account,
        "cycles": done.cycles,
        "value": done.credits,
        "wanted": wanted,
        "rows": done.rows,
    }


def _made_up(ledgers: Ledgers) -> tuple[Party, ...]:
    """Buyers that F02 or F06 invented: the money comes back in their names."""
    parties = ledgers.firm.parties
    return tuple(parties[name] for name in sorted(parties) if name.startswith(("F02-buyer", "F06-ring")))


def _suits(ledgers: Ledgers) -> bool:
    return ledgers.firm.last - ledgers.firm.first > timedelta(120)


KIND = Intervention(code="F05", name="circular_money", split="develop", books=_books, suits=_suits)
