"""How much a forger adds: a share of what stands there, in the paper's own step."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from samples.papers.paper import Entry, Paper


def figure(paper: Paper, concept: str, year: int) -> Entry:
    """The figure of `concept` in the column of `year`.   Raises StopIteration when the paper does not print it."""
    return next(entry for entry in paper.entries() if entry.concept == concept and entry.period.year == year)


def share_of(entry: Entry, source: Random, low: int, high: int) -> Decimal:
    """`low` to `high` thousandths of the figure, never nothing, in its printed step."""
    step = Decimal(1).scaleb(int(entry.value.as_tuple().exponent))
    amount = (abs(entry.value) * source.randint(low, high) / 1000).quantize(step)
    return max(amount, step)
