"""The two sides of a formula held against each other, in every way in which the papers can be read."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from verify.evidence import Term
from verify.formulas.compare import Comparison, between, compared, ratio_between
from verify.formulas.evaluate import evaluate
from verify.formulas.expression import Binary, Call, Name, Node, Range
from verify.formulas.formula import Formula
from verify.formulas.occasions import Occasion
from verify.formulas.sum import MAX_SUMS, NotJudged, Sum
from verify.parameters import industry_band
from verify.wording import Wording


def comparisons(
    formula: Formula, rhs: Node, occasion: Occasion, *, remark: Wording | None = None, unsure: tuple[Term, ...] = ()
) -> Iterator[Comparison]:
    """Every reading, the plain one first, MAX_SUMS at most.

    rhs     the right side, or another one that satisfies the tie as well
    unsure  lines that may belong to the right side

    Raises NotJudged where a figure is missing or a ratio says nothing.
    """
    bounds = _bounds(formula, rhs, occasion)
    if isinstance(formula.lhs, Binary) and formula.lhs.operator == "/":
        over, under = evaluate(formula.lhs.left, occasion), evaluate(formula.lhs.right, occasion)
        for above, below, (low, high) in itertools.islice(itertools.product(over, under, bounds), MAX_SUMS):
            yield ratio_between(above, below, low, high, formula.tolerance, remark=remark)
        return
    for lhs, (low, high) in itertools.islice(itertools.product(evaluate(formula.lhs, occasion), bounds), MAX_SUMS):
        if formula.operator == "in":
            if low is None or high is None:
                raise ValueError(f"{formula.id}: 'in' asks for two bounds")
            yield between(lhs, low, high, formula.tolerance, remark=remark)
        else:
            right = low if low is not None else high
            if right is None:
                raise ValueError(f"{formula.id}: nothing to compare with")
            yield compared(lhs, formula.operator, replace(right, unsure=right.unsure + unsure), formula.tolerance, remark=remark)


def _bounds(formula: Formula, rhs: Node, occasion: Occasion) -> list[tuple[Sum | None, Sum | None]]:
    """Low and high bound of each reading of the right side; of an equation both are the same side."""
    if isinstance(rhs, Call) and rhs.function == "industry_band":
        low, high = _band(rhs, occasion)
        return [(low, high)]
    if isinstance(rhs, Range):
        return list(itertools.product(evaluate(rhs.low, occasion), evaluate(rhs.high, occasion)))
    sides = evaluate(rhs, occasion)
    if formula.operator == "ge":
        return [(side, None) for side in sides]
    if formula.operator == "le":
        return [(None, side) for side in sides]
    return [(side, side) for side in sides]


def _band(rhs: Call, occasion: Occasion) -> tuple[Sum, Sum]:
    name = rhs.arguments[0]
    if not isinstance(name, Name):
        raise ValueError("industry_band takes the name of a band")
    if occasion.case.industry is None:
        raise NotJudged(Wording("借款人的行业未知。", "The borrower's industry is not known."))
    low, high = industry_band(name.concept, occasion.case.industry)
    return Sum(constant=low), Sum(constant=high)
