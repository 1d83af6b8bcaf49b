"""The smallest sets of changed figures that would make everything agree: one amount, carried into several figures.

Whoever changes a figure with care carries the change into the totals above it. Undone in all of them together, the broken
ties hold and no other breaks. The search starts at a broken tie and follows the amount from tie to tie.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from verify.graph import TieGraph
from verify.localise import Cause

#: Figures in one set; a change of the smallest asset line runs through six totals of a UK balance sheet.
MAX_FIGURES = 8
#: Sets that are looked at, and sets that are returned.
MAX_STEPS = 3_000
MAX_SETS = 3
#: Figures of one equation that are followed; a statement of a thousand rows is entered by its running balance instead.
MAX_BRANCHES = 120


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Figures, with what is to be added to each of them, that make a cause vanish."""

    changes: Mapping[str, Decimal]


def change_sets(graph: TieGraph, cause: Cause) -> tuple[ChangeSet, ...]:
    """The smallest sets found, smallest first; for those of its ties that are off by one amount."""
    wanted = _off_by_one_amount(graph, cause)
    if not wanted:
        return ()
    search = _Search(graph, wanted)
    for size in range(1, MAX_FIGURES + 1):
        search.extend({}, size)
        if search.exhausted or len(search.found) >= MAX_SETS:
            break
    return tuple(ChangeSet(dict(found)) for found in search.found[:MAX_SETS])


def _off_by_one_amount(graph: TieGraph, cause: Cause) -> frozenset[int]:
    """The equations of the cause that are off by the same amount: by the one that most of them are off by."""
    by_amount = sorted(
        (index for index in cause.equations if graph.equations[index].operator == "eq"), key=lambda index: _amount(graph, index)
    )
    runs: list[list[int]] = []
    for index in by_amount:
        slack = graph.equations[index].tolerance + (graph.equations[runs[-1][-1]].tolerance if runs else Decimal(0))
        if runs and _amount(graph, index) - _amount(graph, runs[-1][-1]) <= slack:
            runs[-1].append(index)
        else:
            runs.append([index])
    return frozenset(max(runs, key=lambda run: len(run)) if runs else ())


def _amount(graph: TieGraph, index: int) -> Decimal:
    return abs(graph.equations[index].difference)


class _Search:
    def __init__(self, graph: TieGraph, wanted: frozenset[int]) -> None:
        self._graph, self._wanted = graph, wanted
        self._amount = max(_amount(graph, index) for index in wanted)
        self._slack = 2 * max(graph.equations[index].tolerance for index in wanted)
        self._steps = 0
        self._seen: set[tuple[int, frozenset[tuple[str, Decimal]]]] = set()
        self.found: list[tuple[tuple[str, Decimal], ...]] = []

    @property
    def exhausted(self) -> bool:
        return self._steps >= MAX_STEPS

    def extend(self, changes: dict[str, Decimal], left: int) -> None:
        """Every way to finish `changes` with at most `left` further figures."""
        key = (left, frozenset(changes.items()))
        if self.exhausted or key in self._seen:
            return
        self._seen.add(key)
        self._steps += 1
        differences = self._differences(changes)
        if not differences:
            self._keep(changes)
            return
        if not left:
            return
        equation = min(differences, key=lambda index: (len(self._graph.equations[index].terms), index))
        for term in self._graph.equations[equation].terms[:MAX_BRANCHES]:
            figure, step = term.evidence.figure.id, -differences[equation] / term.coefficient
            if figure not in changes and abs(abs(step) - self._amount) <= self._slack and not self._turns(figure, step):
                self.extend({**changes, figure: step}, left - 1)

    def _turns(self, figure: str, step: Decimal) -> bool:
        """Whether the change would turn the figure's sign: an asset below nothing explains nothing."""
        value = self._graph.value(figure)
        return value * (value + step) < 0

    def _keep(self, changes: dict[str, Decimal]) -> None:
        figures = tuple(sorted(changes.items()))
        if not any(set(known) <= set(figures) for known in self.found):
            self.found.append(figures)

    def _differences(self, changes: dict[str, Decimal]) -> dict[int, Decimal]:
        """Equations that do not agree after the changes, of the cause or newly broken, with their differences."""
        moved = dict.fromkeys(self._wanted, Decimal(0))
        for figure, step in changes.items():
            for link in self._graph.links[figure]:
                moved[link.equation] = moved.get(link.equation, Decimal(0)) + link.coefficient * step
        wrong = {}
        for index, shift in moved.items():
            equation = self._graph.equations[index]
            if index in self._graph.broken and index not in self._wanted:
                continue
            difference = equation.difference + shift
            if not equation.agrees_at(difference):
                wrong[index] = difference
        return wrong
