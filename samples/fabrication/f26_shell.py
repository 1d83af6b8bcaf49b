"""F26 空壳, 借壳: a borrowed licence with no operations behind it.

What is done
    Whatever the firm did is taken out of all versions of its books: it opens with cash and capital in round sums and has no
    staff, no rent and no power. Then five to ten months of sham invoices in a ring (F06) and of money that goes round
    (F05).
Strength
    Always 1; the dose's strength is not read.
Care
    0 to 2   as F06 and F05 have it
Traces
    All round, no costs of being: no utilities, rent, wages; a few partners, each both customer and supplier.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from samples.books.accounts import BANKS
from samples.books.journal import VIEWS, Entry, Ledgers
from samples.case import Dose, Drawn, Intervention
from samples.fabrication.accomplices import distinct, joined
from samples.fabrication.cycles import Cycling, cycled, open_of
from samples.fabrication.f06_sham_invoices import mutual
from samples.fabrication.laying import laid
from samples.fabrication.periods import Period, last_year, month_before, net_sales
from samples.fabrication.settling import settled
from samples.firms.firm import Firm

#: What happens to an account by itself, and the closings that follow from the rest.
_KEPT = frozenset({"bank_fee", "closing", "reserve"})
_PAID = 0.7


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm, year = ledgers.firm, last_year(ledgers)
    monthly = net_sales(ledgers.entries("actual"), year) / 12
    months = source.randint(5, 10)
    target = round(monthly * months)
    if target <= 0:
        return None
    ring = distinct(firm, source, "F26-ring", "helper", source.randint(2, 4))
    done = empty = joined(_emptied(ledgers, round(monthly)), *ring)
    period = Period(max(firm.first, month_before(firm.last, months - 1)), firm.last - timedelta(6))
    entries, deals = mutual(done, source, dose.care, "F26", period, ring, target)
    done = laid(done, "F26", ("stated", "filed"), added=entries, deals=deals)
    how = Cycling(
        code="F26-money",
        wanted=round(target * _PAID),
        period=Period(period.first, firm.last),
        out=ring,
        back=ring,
        fee=(0.0, 0.003),
        care=dose.care,
        owed=open_of(done, "payables", ("F26",)),
        owing=open_of(done, "receivables", ("F26",)),
    )
    paid = cycled(done, source, how)
    drawn: dict[str, object] = {
        "start": period.first,
        "months": months,
        "ring": tuple(party.name for party in ring),
        "value": sum(one.net for one in deals if one.kind == "sale"),
        "cycled": paid.credits if paid else 0,
        "rows": paid.rows if paid else (),
    }
    return settled(empty, paid.ledgers if paid else done, "F26", stated=dose.care > 0), drawn


def _emptied(ledgers: Ledgers, monthly: int) -> Ledgers:
    """The books of a firm that only exists."""
    firm = ledgers.firm
    own = _basic(firm)
    gone = {entry.id for view in VIEWS for entry in ledgers.entries(view) if not _kept(entry, own)}
    deals = {deal.id for view in VIEWS for deal in ledgers.deals(view)}
    step = 1_000_000 if monthly >= 5_000_000 else 100_000
    cash = max(monthly // step, 1) * step
    opened = firm.first - timedelta(1)
    opening = Entry("F26-opening", opened, "opening", ((own, cash), ("capital", -cash)))
    done = laid(ledgers, "F26", VIEWS, added=(opening,), dropped=gone, deals_dropped=deals)
    idle = tuple(replace(month, headcount=0, insured=0, declared=0, wages=0, base=0, kwh=0, output=0) for month in ledgers.books.months)
    return replace(done, books=replace(done.books, months=idle))


def _kept(entry: Entry, account: str) -> bool:
    """Closings, and what the bank takes from the one account that has money."""
    return entry.kind in _KEPT and (entry.kind != "bank_fee" or any(name == account for name, _ in entry.postings))


def _basic(firm: Firm) -> str:
    return firm.accounts[0].id if firm.accounts else BANKS[0]


def _suits(ledgers: Ledgers) -> bool:
    return net_sales(ledgers.entries("actual"), last_year(ledgers)) > 0


KIND = Intervention(code="F26", name="shell", split="test", books=_books, suits=_suits)
