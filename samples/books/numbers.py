"""Numbers of invoices: digital ones of China come from the tax bureau, English ones from each seller's own count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random

from samples.books.draft import Bill, Draft
from samples.books.journal import Deal

_REGION = slice(2, 4)
#: Digital invoices that a province gives out in a year, in the order of what numbers seen say.
_A_YEAR = 180_000_000


def numbered(draft: Draft, bills: Sequence[Bill]) -> tuple[Deal, ...]:
    """The deals by day, each invoice made out before the application with its number."""
    source = draft.stream("numbers")
    counts: dict[str, tuple[str, int, int]] = {}
    numbers: dict[str, str] = {}
    for bill in sorted(bills, key=lambda bill: (bill.invoiced or date.max, bill.id)):
        if bill.invoiced is None or bill.invoiced > draft.firm.applied:
            continue
        if draft.chinese:
            numbers[bill.id] = _digital(draft, bill, bill.invoiced, source)
        else:
            numbers[bill.id] = _counted(bill, counts, source)
    currency = draft.firm.currency
    return tuple(
        Deal(
            id=bill.id,
            kind=bill.kind,
            day=bill.day,
            party=bill.party,
            lines=bill.lines,
            number=numbers.get(bill.id, ""),
            invoiced=bill.invoiced if bill.id in numbers else None,
            due=bill.due,
            reverses=bill.reverses,
            currency=currency,
        )
        for bill in sorted(bills, key=lambda bill: (bill.day, bill.id))
    )


def _digital(draft: Draft, bill: Bill, day: date, source: Random) -> str:
    """Two digits of the year, two of the region, one of the channel, fifteen of a count that runs through the province."""
    own = bill.kind in {"sale", "sale_return"}
    party = draft.firm.parties.get(bill.party)
    seller = draft.firm.tax_id if own or party is None or len(party.tax_id) < 4 else party.tax_id
    region = seller[_REGION] if seller[_REGION].isdigit() else "44"
    passed = (day - date(day.year, 1, 1)).days
    count = _A_YEAR * passed // 366 + source.randrange(_A_YEAR // 366)
    return f"{day:%y}{region}{2 if own else source.choice('22237')}{count:015d}"


def _counted(bill: Bill, counts: dict[str, tuple[str, int, int]], source: Random) -> str:
    own = bill.kind in {"sale", "sale_return"}
    key = "" if own else bill.party
    if key not in counts:
        form = source.choice(("INV-", "", "SI", "A")) if not own else source.choice(("INV-", "INV", "", "S"))
        counts[key] = (form, source.randint(120, 60_000), 1 if own else source.randint(2, 40))
    form, last, step = counts[key]
    number = last + (1 if own else source.randint(1, step))
    counts[key] = (form, number, step)
    credit = "CN-" if bill.kind == "sale_return" else form
    return f"{credit}{number:05d}"
