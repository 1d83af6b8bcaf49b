"""Several figures misread at once: the smallest and likeliest set of other readings that makes every tie agree.

Only figures that the recogniser was in doubt about take part: with sure ones, some pair of small repairs fits any difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from verify.channel import error_of, likely_readings
from verify.graph import TieGraph
from verify.localise import Cause

#: Figures misread at once. Of a page with so many errors more, a better copy is asked for anyway.
MAX_TOGETHER = 3
#: Sets of readings that are tried.
MAX_STEPS = 4_000
#: A figure surer than this is taken as read right here.
MIN_ERROR = 0.005


class JointSearch:
    """`run` leaves the likeliest set in `changes` (figure id to value) with its `likelihood`; none is 0."""

    def __init__(self, graph: TieGraph, cause: Cause) -> None:
        self._graph, self._cause = graph, cause
        self._readings: dict[str, tuple[tuple[Decimal, float], ...]] = {}
        self._steps = 0
        self.changes: Mapping[str, Decimal] = {}
        self.likelihood = 0.0

    @property
    def exhausted(self) -> bool:
        return self._steps >= MAX_STEPS

    def run(self) -> None:
        for size in range(2, MAX_TOGETHER + 1):
            self._extend({}, 1.0, size)
            if self.likelihood or self.exhausted:
                return

    def _extend(self, changes: dict[str, Decimal], likelihood: float, left: int) -> None:
        unresolved = self._unresolved(changes)
        if not unresolved:
            if likelihood > self.likelihood:
                self.changes, self.likelihood = dict(changes), likelihood
            return
        if not left or self.exhausted:
            return
        index = min(unresolved, key=lambda index: (len(self._graph.equations[index].terms), index))
        equation = self._graph.equations[index]
        difference = unresolved[index]
        for term in equation.terms:
            figure = term.evidence.figure.id
            if figure in changes:
                continue
            for value, chance in self._doubts(figure):
                # The last figure must settle this equation; before that, any reading may be a part of it.
                after = difference + term.coefficient * (value - term.evidence.figure.value)
                if (left > 1 or equation.agrees_at(after)) and likelihood * chance > self.likelihood:
                    self._extend({**changes, figure: value}, likelihood * chance, left - 1)

    def _doubts(self, figure: str) -> tuple[tuple[Decimal, float], ...]:
        """Other readings of a figure that was in doubt, likeliest first."""
        if figure not in self._readings:
            printed = self._graph.evidence[figure].figure
            doubtful = printed.alternatives or error_of(printed) >= MIN_ERROR
            found = sorted(likely_readings(printed), key=lambda reading: -reading[1]) if doubtful else []
            self._readings[figure] = tuple(found)
        return self._readings[figure]

    def _unresolved(self, changes: Mapping[str, Decimal]) -> dict[int, Decimal]:
        """Equations of the cause, and others touched by the changes, that do not agree, with their differences."""
        self._steps += 1
        moved = dict.fromkeys(self._cause.equations, Decimal(0))
        for figure, value in changes.items():
            for link in self._graph.links[figure]:
                moved[link.equation] = moved.get(link.equation, Decimal(0)) + link.coefficient * (value - self._graph.value(figure))
        differences = {index: self._graph.equations[index].difference + shift for index, shift in moved.items()}
        return {index: by for index, by in differences.items() if not self._graph.equations[index].agrees_at(by)}
