"""One printed amount: what it says, where it stands, and how sure the reading is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extract.money import Money
from extract.place import Place

#: Below this calibrated confidence a figure is shown to a person before anything is concluded from it.
DOUBTFUL_BELOW = 0.98


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to read the same printed amount.   value: main currency units, after the scale"""

    value: Decimal
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One printed amount.

    id            unique over all documents: "f-" + the first eight digits of the document's hash + "-" + a number
    printed       as on the page, never cleaned (brackets and minus kept)
    money         after the printed scale, positive on the normal side of its concept
    step          worth of the last printed digit in main currency units, scale included
    place         where it stands; of a derived figure, the place of its first operand
    confidence    of 100 figures at 0.98, 98 are right
    alternatives  likeliest first, none equal to `money`
    operands      ids of the figures that this one was derived from; empty when it is printed
    """

    id: str
    printed: str
    money: Money
    step: Decimal
    place: Place
    confidence: float = 1.0
    alternatives: tuple[Reading, ...] = ()
    operands: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal:
        return self.money.amount

    @property
    def doubtful(self) -> bool:
        return self.confidence < DOUBTFUL_BELOW
