"""What papers beside the statements say: one amount for one stretch of time, from one pair of hands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from verify.evidence import ZERO, Evidence, Term
from verify.wording import Wording

#: Who wrote the paper. `own`: the borrower itself, as registers that it keeps; such a fact supports nothing by itself.
Hands = Literal["own", "bank", "tax_office", "insurance_fund", "counterparty", "credit_bureau", "utility", "valuer"]
DAY = timedelta(days=1)
#: Years that papers can be about; a date outside them was misread or made to break a calendar.
YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days from `start` to `end`, both included; one day for a balance."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """Calendar months that it touches."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def holds(self, other: Stretch) -> bool:
        return self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        return self.end.isoformat() if self.start == self.end else f"{self.start.isoformat()}..{self.end.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One amount that a paper states, or that its rows add up to.

    stretch   the days it is about; of a balance, its day
    terms     figures that make it up, weighted; a sum of very many rows is one derived figure with its operands
    entity    whose paper it is, as printed
    currency  ISO code; "XXX" of a count
    """

    concept: str
    stretch: Stretch
    terms: tuple[Term, ...]
    hands: Hands
    currency: str
    entity: str | None = None
    remark: Wording | None = None

    @property
    def value(self) -> Decimal:
        return sum((term.amount for term in self.terms), ZERO)

    @property
    def documents(self) -> frozenset[str]:
        return frozenset(term.evidence.sha256 for term in self.terms)


def fact_of(evidence: Evidence, concept: str, stretch: Stretch, hands: Hands, *, entity: str | None = None) -> Fact:
    """The fact that one printed figure states."""
    term = Term(evidence, Decimal(1), evidence.figure.step)
    return Fact(concept=concept, stretch=stretch, terms=(term,), hands=hands, currency=evidence.figure.money.currency, entity=entity)


def months_within(stretch: Stretch) -> list[Stretch]:
    """The calendar months whose days all lie within `stretch`, oldest first."""
    found: list[Stretch] = []
    first = stretch.start if stretch.start.day == 1 else _next_month(stretch.start)
    while (last := _next_month(first) - DAY) <= stretch.end:
        found.append(Stretch(first, last))
        first = last + DAY
    return found


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def gaps(wanted: Stretch, covered: Iterable[Stretch]) -> list[Stretch]:
    """The parts of `wanted` that none of `covered` reaches, oldest first."""
    missing: list[Stretch] = []
    day = wanted.start
    for stretch in sorted(covered):
        if stretch.end < day:
            continue
        if stretch.start > wanted.end:
            break
        if stretch.start > day:
            missing.append(Stretch(day, stretch.start - DAY))
        day = max(day, stretch.end + DAY)
    if day <= wanted.end:
        missing.append(Stretch(day, wanted.end))
    return missing
