"""Two sides held against each other: the equations of one reading, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from verify.evidence import Equation, Operator, Term, joined
from verify.formulas.sum import NotJudged, Sum, remarks
from verify.formulas.tolerance import ToleranceName, tolerance
from verify.wording import Wording

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One way to read both sides.

    value, bound   what is compared, as a reviewer is shown it: amounts, or a ratio and the bound it is nearest to
    equations      one; of a range two, its low and its high end
    scale          what a difference of the equations is divided by to be a difference of `value`: a ratio's denominator
    """

    lhs: Sum
    rhs: Sum
    value: Decimal
    bound: Decimal
    equations: tuple[Equation, ...]
    remark: Wording | None
    scale: Decimal = ONE

    @property
    def agrees(self) -> bool:
        return all(equation.agrees for equation in self.equations)

    @property
    def worst(self) -> Equation:
        """The equation that is furthest from agreeing."""
        return max(self.equations, key=lambda equation: (not equation.agrees, abs(equation.difference)))

    @property
    def difference(self) -> Decimal:
        return self.value - self.bound

    @property
    def figures(self) -> tuple[Term, ...]:
        """Every figure that entered, each once."""
        return joined_basis((*self.lhs.figures, *self.rhs.figures))


def joined_basis(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Each figure once, whether or not its weights cancel."""
    return tuple({term.evidence.figure.id: term for term in reversed(terms)}.values())[::-1]


def compared(lhs: Sum, operator: Operator, rhs: Sum, allowed: ToleranceName, *, remark: Wording | None = None) -> Comparison:
    """One side against the other."""
    return Comparison(
        lhs, rhs, lhs.value, rhs.value, (_equation(lhs, operator, rhs, allowed),), remarks(remark, remarks(lhs.remark, rhs.remark))
    )


def between(lhs: Sum, low: Sum, high: Sum, allowed: ToleranceName, *, remark: Wording | None = None) -> Comparison:
    """One side against two bounds."""
    under, over = _equation(lhs, "ge", low, allowed), _equation(lhs, "le", high, allowed)
    nearest = low if abs(under.difference) <= abs(over.difference) else high
    shown = low if not under.agrees else high if not over.agrees else nearest
    both = replace(shown, basis=joined_basis((*shown.basis, *(low if shown is high else high).figures)))
    said = remarks(remark, remarks(lhs.remark, remarks(low.remark, high.remark)))
    return Comparison(lhs, both, lhs.value, shown.value, (under, over), said)


def ratio_between(
    over: Sum, under: Sum, low: Sum | None, high: Sum | None, allowed: ToleranceName, *, remark: Wording | None = None
) -> Comparison:
    """A ratio against one bound or two, multiplied out, so that it stays a weighted sum of its figures.

    Raises NotJudged where the denominator is nothing or negative: the ratio would say the opposite of what it says.
    """
    if under.value <= 0:
        raise NotJudged(Wording("分母为零或为负，比率没有意义。", "The denominator is nothing or negative, so the ratio says nothing."))
    value = over.value / under.value
    equations = []
    if low is not None:
        equations.append(_equation(over, "ge", under.scaled_by(low), allowed))
    if high is not None:
        equations.append(_equation(over, "le", under.scaled_by(high), allowed))
    bounds = [bound for bound in (low, high) if bound is not None]
    shown = min(bounds, key=lambda bound: abs(value - bound.value))
    lhs = Sum(over.terms, over.constant, basis=joined_basis((*over.basis, *under.figures)))
    said = remarks(remark, remarks(over.remark, under.remark))
    return Comparison(lhs, replace(shown, terms=()), value, shown.value, tuple(equations), said, under.value)


def _equation(lhs: Sum, operator: Operator, rhs: Sum, allowed: ToleranceName) -> Equation:
    terms = joined((*lhs.terms, *rhs.times(Decimal(-1)).terms))
    return Equation(terms, tolerance(allowed, lhs.value, rhs.value, terms), operator, lhs.constant - rhs.constant)
