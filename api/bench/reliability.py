"""Bounds on a counted share, and whether a stated confidence keeps its word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy.stats import beta

#: Lower edges of the bins of confidence; most figures are stated to be surer than 0.99.
BINS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
_TAIL = 0.05


def at_most(count: int, total: int) -> float:
    """The share that the true one does not exceed, at 95 % (one-sided, Clopper and Pearson 1934); 1 where nothing was counted."""
    return 1.0 if count >= total else float(beta.ppf(1 - _TAIL, count + 1, total - count))


def at_least(count: int, total: int) -> float:
    """The share that the true one does not fall below, at 95 % (one-sided, Clopper and Pearson 1934); 0 where nothing was counted."""
    return 0.0 if count <= 0 else float(beta.ppf(_TAIL, count, total - count + 1))


@dataclass(frozen=True, slots=True)
class Bin:
    """Figures whose stated confidence lies from `low` up to the next bin.   stated: the mean of it   right: how many were"""

    low: float
    count: int
    stated: float
    right: int


def reliability(judged: Iterable[tuple[float, bool]]) -> Sequence[Bin]:
    """(confidence, was right) to the bins that hold any."""
    members: dict[float, list[tuple[float, bool]]] = {}
    for confidence, right in judged:
        low = max(edge for edge in BINS if edge <= max(confidence, 0.0))
        members.setdefault(low, []).append((confidence, right))
    return [
        Bin(low, len(found), sum(confidence for confidence, _ in found) / len(found), sum(right for _, right in found))
        for low, found in sorted(members.items())
    ]
