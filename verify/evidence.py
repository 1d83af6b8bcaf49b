"""What a tie stands on: printed figures with their places, and the equation that joins them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from extract.figure import Figure
from extract.money import Money, minor_unit
from extract.place import Place

Operator = Literal["eq", "le", "ge"]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure as a reviewer is shown it.

    document  name in the loan file
    label     caption of its line as printed, or what the figure is where the paper has no caption
    concept   reporting concept, or None
    """

    document: str
    sha256: str
    figure: Figure
    label: str
    concept: str | None = None

    @property
    def place(self) -> Place:
        return self.figure.place

    @property
    def value(self) -> Money:
        return self.figure.money

    @property
    def printed(self) -> str:
        return self.figure.printed


@dataclass(frozen=True, slots=True)
class Term:
    """A figure in an equation.

    coefficient  what it is multiplied with
    step         worth of its last printed digit, main currency units; finer than the figure's own where its statement
                 is printed finer ("1,000" among figures with cents is 1,000.00)
    """

    evidence: Evidence
    coefficient: Decimal
    step: Decimal

    @property
    def amount(self) -> Decimal:
        return self.coefficient * self.evidence.figure.value


@dataclass(frozen=True, slots=True)
class Equation:
    """constant + the sum of `terms` compared with zero: the left side of a tie less its right side.

    tolerance  how far from zero still agrees, main currency units
    """

    terms: tuple[Term, ...]
    tolerance: Decimal
    operator: Operator = "eq"
    constant: Decimal = ZERO
    difference: Decimal = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "difference", self.constant + sum((term.amount for term in self.terms), ZERO))

    @property
    def agrees(self) -> bool:
        return self.agrees_at(self.difference)

    def agrees_at(self, difference: Decimal) -> bool:
        """Whether the two sides would agree if they differed by `difference`."""
        return agrees(difference, self.operator, self.tolerance)


def agrees(difference: Decimal, operator: Operator, tolerance: Decimal) -> bool:
    """Whether left minus right satisfies the operator."""
    if operator == "le":
        return difference <= tolerance
    if operator == "ge":
        return difference >= -tolerance
    return abs(difference) <= tolerance


def rounding_tolerance(terms: Iterable[Term]) -> Decimal:
    """How far apart two sides may be that were rounded to their printed digits.

    Each printed figure is within half its step of the exact value, and exact when its step is no larger than the
    currency's minor unit. When all steps are the same, and all coefficients are one, a difference is a multiple of the
    step, so that the bound is floor(n / 2) steps.
    """
    every = list(terms)
    steps = {term.step for term in every}
    if len(steps) == 1 and every and all(abs(term.coefficient) == 1 for term in every):
        step = steps.pop()
        exact = all(step <= minor_unit(term.evidence.figure.money.currency) for term in every)
        return ZERO if exact else (len(every) // 2) * step
    bound = ZERO
    for term in every:
        if term.step > minor_unit(term.evidence.figure.money.currency):
            bound += abs(term.coefficient) * term.step / 2
    return bound


def joined(terms: Iterable[Term]) -> tuple[Term, ...]:
    """`terms` with each figure once; a figure whose coefficients cancel is dropped."""
    kept: dict[str, Term] = {}
    for term in terms:
        key = term.evidence.figure.id
        earlier = kept.get(key)
        kept[key] = term if earlier is None else Term(term.evidence, earlier.coefficient + term.coefficient, term.step)
    return tuple(term for term in kept.values() if term.coefficient)
