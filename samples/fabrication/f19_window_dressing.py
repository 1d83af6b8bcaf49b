"""F19 期末冲量, 过桥: money that is there on the day of the balance sheet only.

What is done
    A bridge deposit comes before the last year end and leaves after it: d = ⌈10 − 9s⌉ days round the date. Both are real
    payments; where the books end before it leaves, only the first is seen.
Strength
    Deposit over the average monthly net sales of the year.
Care
    0   from a person, as an other payable;   1   from a firm, as received in advance from a customer and returned
    2   as the payment of made-up receivables' holders: receivables are down at the date; it leaves in two parts
Traces
    A spike of a few days round the date; credit from a person or a bridge firm, reversed; current ratio good at the date
    only.
"""

from __future__ import annotations

import math
from datetime import timedelta
from random import Random

from samples.books.journal import VIEWS, Entry, Kind, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.laying import laid
from samples.fabrication.periods import last_year, net_sales
from samples.fabrication.phrases import phrase
from samples.fabrication.purse import fullest
from samples.firms import calendar

#: By care: the account that it is booked on, and the kinds of the two movements.
_TOLD: tuple[tuple[str, Kind, Kind], ...] = (
    ("other_payables", "other_in", "other_out"),
    ("advances", "advance", "other_out"),
    ("receivables", "receipt", "other_out"),
)


def _sum(amount: float, care: int) -> int:
    """What is lent for some days is a round sum; of the most careful it looks like what customers owe."""
    step = next(step for step in (1_000_000, 100_000, 10_000, 1) if care == 2 or amount >= 3 * step or step == 1)
    return round(amount) if care == 2 else round(amount / step) * step


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    end = year.last
    monthly = net_sales(ledgers.entries("actual"), year) / max(round((year.last - year.first).days / 30.4), 1)
    value = _sum(monthly * dose.strength, dose.care)
    if value <= 0:
        return None
    days = max(1, math.ceil(10 - 9 * dose.strength))
    # Whole days: what falls on rest days is paid on the bank day before, and returned on the one after.
    before = calendar.on_or_before(end - timedelta(source.randint(0, days - 1)), firm.country)
    after = calendar.on_or_after(max(before + timedelta(days), end + timedelta(1)), firm.country)
    account = fullest(ledgers)
    bridge = distinct(firm, source, "F19-bridge", "helper", 1, natural=dose.care == 0)[0]
    liability, taken, given = _TOLD[dose.care]
    into, out = (
        ("cf_other_operating_in", "cf_other_operating_out") if dose.care == 0 else ("cf_receipts_customers", "cf_other_operating_out")
    )
    # A person's money reads as such; a firm's goes back as what it came for.
    words: tuple[Kind, Kind] = ("private_in", "private_out") if dose.care == 0 else (taken, "payment")
    entries = [Entry("F19-in", before, taken, ((account, value), (liability, -value)), flow=into, party=bridge.id)]
    entries = [entry._replace(note=phrase(firm, words[0], entry.id, before, bridge)) for entry in entries]
    pieces = [value] if dose.care < 2 else [value // 2, value - value // 2]
    # Where the books end first, the money is still there when they do.
    for number, part in enumerate(pieces if after <= firm.last else (), start=1):
        name = f"F19-out{number}"
        note = phrase(firm, words[1], name, after)
        entries.append(Entry(name, after, given, ((liability, part), (account, -part)), flow=out, party=bridge.id, note=note))
    return laid(joined(ledgers, bridge), "F19", VIEWS, added=entries), {
        "start": before,
        "months": 2,
        "days": (after - before).days,
        "value": value,
        "bridge": bridge.name,
        "account": account,
        "returned": after <= firm.last,
        "rows": tuple(entry.id for entry in entries),
    }


KIND = Intervention(code="F19", name="window_dressing", split="develop", books=_books)
