"""F10 费用资本化: running costs of the last financial year parked among the assets.

What is done
    Expenses of the year are booked as long-term deferred expenses, assets under construction, development or prepayments,
    in the stated books.
Strength
    Moved over the operating expenses of that year.
Care
    0   moved and left there;   1   income tax accrued on the profit that this adds;   2   also written off over five years
        from the next month,
    and the invoices behind it, where there are any, say works instead of what was bought
Traces
    Those assets grow without additions; normal payments of expenses at the bank; invoices of an expense kind.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from samples.books.journal import Deal, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, last_year, months_of
from samples.fabrication.spending import Taken, elsewhere, operating, taken

_TARGETS = ("long_term_deferred", "construction_in_progress", "prepayments", "development")
#: Wages and rent are the usual ones: large, regular and unseen by suppliers.
_MONTHS = 60


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    target = round(operating(ledgers, year) * dose.strength)
    chosen = taken(ledgers, source, year, target) if target > 0 else []
    if not chosen:
        return None
    # A development project is not what a small shop shows; British and American micro firms show no such line either.
    account = source.choice(_TARGETS if firm.framework in {"xqy", "cas"} else _TARGETS[:3])
    added, dropped = elsewhere("F10", chosen, account)
    deals: tuple[Deal, ...] = ()
    if dose.care == 2:
        added = (*added, *_written_off(chosen, account, Period(year.first, firm.last)))
        deals = tuple(
            _works(deal, firm.language == "zh") for deal in ledgers.deals("stated") if deal.id in {one.entry.deal for one in chosen}
        )
    done = laid(
        ledgers,
        "F10",
        ("stated",),
        added=added,
        dropped=dropped,
        deals=deals,
        deals_dropped=tuple(deal.id for deal in deals),
        taxed=dose.care > 0,
    )
    return done, {"start": year.first, "months": 12, "value": sum(one.value for one in chosen), "account": account, "expenses": len(chosen)}


def _written_off(chosen: list[Taken], account: str, period: Period) -> list[Entry]:
    """A sixtieth of what was parked before each month, at its end."""
    found: list[Entry] = []
    for month in months_of(period):
        first = date(month.first.year, month.first.month, 1)
        charge = sum(one.value for one in chosen if one.entry.day < first) // _MONTHS
        if charge:
            name = f"F10-off-{month.last:%Y%m}"
            found.append(Entry(name, month.last, "amortisation", (("amortisation", charge), (account, -charge))))
    return found


def _works(deal: Deal, zh: bool) -> Deal:
    category, name = ("建筑服务", "装修改造工程") if zh else ("WORKS", "Fitting out works")
    return replace(deal, lines=tuple(line._replace(category=category, name=name) for line in deal.lines))


def _suits(ledgers: Ledgers) -> bool:
    return operating(ledgers, last_year(ledgers)) > 0


KIND = Intervention(code="F10", name="capitalised_expenses", split="test", books=_books, suits=_suits)
