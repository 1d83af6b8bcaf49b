"""A weighted sum of figures: one way to read one side of a tie."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from verify.evidence import ZERO, Term
from verify.wording import Wording

#: Ways of reading one side of a tie that are tried. Honest statements need three or four.
MAX_SUMS = 64


class NotJudged(Exception):
    """The papers do not say enough to judge a tie here.   reason: one sentence for the reader"""

    def __init__(self, reason: Wording) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Sum:
    """One way to read one side of a tie.

    terms    figures and what each is multiplied with
    basis    figures that went into `constant` otherwise than by adding up: a rate, a growth, a share. A reviewer follows them;
             no other reading of them is tried in this sum
    unsure   lines that may belong to the sum, nobody can say: left out here
    remark   how it was read, when not plainly
    """

    terms: tuple[Term, ...] = ()
    constant: Decimal = ZERO
    unsure: tuple[Term, ...] = ()
    remark: Wording | None = None
    basis: tuple[Term, ...] = ()

    @property
    def value(self) -> Decimal:
        return self.constant + sum((term.amount for term in self.terms), ZERO)

    @property
    def figures(self) -> tuple[Term, ...]:
        """All that went into it."""
        return (*self.terms, *self.basis)

    def times(self, factor: Decimal) -> Sum:
        terms, unsure = ([replace(term, coefficient=term.coefficient * factor) for term in group] for group in (self.terms, self.unsure))
        return Sum(tuple(terms), self.constant * factor, tuple(unsure), self.remark, self.basis)

    def plus(self, other: Sum) -> Sum:
        return Sum(
            self.terms + other.terms,
            self.constant + other.constant,
            self.unsure + other.unsure,
            remarks(self.remark, other.remark),
            self.basis + other.basis,
        )

    def scaled_by(self, other: Sum) -> Sum:
        """The product: linear in these figures, with `other` fixed at the value it has."""
        product = self.times(other.value)
        return replace(product, remark=remarks(self.remark, other.remark), basis=product.basis + other.figures)

    def fixed(self, value: Decimal) -> Sum:
        """A value computed from these figures that is no sum of them."""
        return Sum(constant=value, remark=self.remark, basis=self.figures)


def remarks(one: Wording | None, other: Wording | None) -> Wording | None:
    """Both remarks in one; the same remark once."""
    if one is None or other is None or one == other:
        return one or other
    return Wording(f"{one.zh}{other.zh}", f"{one.en} {other.en}")


def combined(parts: Iterable[list[Sum]]) -> list[Sum]:
    """The sums of one choice from each of `parts`: the plain choices, then one other choice, then two, at most MAX_SUMS."""
    every = list(parts)
    plain = [choices[0] for choices in every]
    others = [(index, choice) for index, choices in enumerate(every) for choice in choices[1:]]

    def swapped() -> Iterator[dict[int, Sum]]:
        yield {}
        yield from ({index: choice} for index, choice in others)
        yield from (dict(pair) for pair in itertools.combinations(others, 2) if pair[0][0] != pair[1][0])

    return [_total(plain, swap) for swap in itertools.islice(swapped(), MAX_SUMS)]


def _total(plain: list[Sum], swap: Mapping[int, Sum]) -> Sum:
    total = Sum()
    for index, choice in enumerate(plain):
        total = total.plus(swap.get(index, choice))
    return total
