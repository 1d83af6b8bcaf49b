"""Broken ties to causes: ties that share one suspect figure are one cause, not many.

The suspect is the figure in most broken and fewest held ties, and first of all one whose other value would mend every
broken tie it is in without breaking another.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from verify.finding import SEVERITIES, VERDICTS
from verify.graph import TieGraph
from verify.tie import Tie

#: Two rounded differences are the same amount only when they are this many times what rounding allows.
SLACK_SHARE = 20
#: Broken equations of one figure that are compared with each other; more are one heap.
MOST_COMPARED = 40


@dataclass(frozen=True, slots=True)
class Cause:
    """Broken ties that one thing explains.

    ties       leading tie first
    suspect    id of a figure whose other value would mend all of them and break no other tie, or None
    mended_at  that value
    equations  numbers in the graph
    """

    ties: tuple[Tie, ...]
    suspect: str | None
    mended_at: Decimal | None
    equations: frozenset[int]


def causes(graph: TieGraph, broken: Iterable[Tie]) -> list[Cause]:
    """All broken ties, each in one cause, in the order of their leading ties."""
    groups = _Groups([tie for tie in broken if tie.status == "broken"])
    suspects: dict[int, str] = {}
    number = {id(tie): index for index, tie in enumerate(groups.ties)}
    ranking = _Ranking(graph)
    while (best := ranking.best()) is not None:
        found_suspect, shared = best
        members = list(dict.fromkeys(number[id(graph.ties[graph.tie_of[index]])] for index in sorted(shared)))
        for other in members[1:]:
            groups.join(members[0], other)
        if len(members) > 1:
            suspects[members[0]] = found_suspect
        ranking.settle(shared)
    for one, other in _carried(groups.ties):
        groups.join(one, other)
    equations = _equations_by_tie(graph)
    found = []
    for members in groups.members():
        ties = sorted((groups.ties[index] for index in members), key=_leading)
        numbers = frozenset(index for tie in ties for index in equations.get(id(tie), ()) if index in graph.broken)
        known = [suspects[index] for index in members if index in suspects]
        mended = {figure: graph.mending_value(figure, numbers) for figure in known if numbers}
        suspect = next((figure for figure, value in mended.items() if value is not None), None)
        found.append(Cause(tuple(ties), suspect, None if suspect is None else mended[suspect], numbers))
    return sorted(found, key=lambda cause: _leading(cause.ties[0]))


def _carried(ties: list[Tie]) -> Iterator[tuple[int, int]]:
    """Pairs of broken ties to join: those of one cluster, and those of one document that are off by the same amount.

    The same amount is one change, carried into several figures; rounded figures may differ by what rounding allows.
    """
    first: dict[str, int] = {}
    by_document: dict[str, list[tuple[Decimal, Decimal, int]]] = {}
    for index, tie in enumerate(ties):
        if tie.cluster is not None:
            yield first.setdefault(tie.cluster, index), index
        if tie.difference and tie.verdict != "notice":
            for sha256 in {item.sha256 for item in tie.evidence}:
                by_document.setdefault(sha256, []).append((abs(tie.difference), tie.tolerance or Decimal(0), index))
    for amounts in by_document.values():
        for (smaller, allowed, one), (larger, more_allowed, other) in itertools.pairwise(sorted(amounts)):
            slack = allowed + more_allowed
            if larger - smaller <= slack < smaller / SLACK_SHARE:
                yield one, other


class _Ranking:
    """Figures that stand in several broken equations, best suspect first; equations leave as causes are found."""

    def __init__(self, graph: TieGraph) -> None:
        self._graph = graph
        counted = Counter(term.evidence.figure.id for index in graph.broken for term in graph.equations[index].terms)
        self._shared = {figure: self._of_one_cause(figure, graph.broken_with(figure)) for figure, number in counted.items() if number > 1}
        self._rank = {figure: self._ranked(figure) for figure in self._shared}

    def _of_one_cause(self, figure: str, shared: frozenset[int]) -> frozenset[int]:
        """The broken equations that one other value of the figure would mend together; all of them where no value mends two.

        A misread net profit breaks its own sum and the roll-forward to last year's paper by the same amount; the roll-forward to
        a changed prior column is broken for a cause of its own.
        """
        if len(shared) > MOST_COMPARED or self._graph.mending_value(figure, shared) is not None:
            return shared
        mended = [
            effect.healed & shared
            for index in sorted(shared)
            if not (effect := self._graph.effect({figure: self._graph.required(figure, index)})).harmed
        ]
        most = max(mended, key=len, default=frozenset())
        return most if len(most) > 1 else shared

    def best(self) -> tuple[str, frozenset[int]] | None:
        figure = min(self._rank, key=lambda figure: self._rank[figure], default=None)
        return None if figure is None else (figure, self._shared[figure])

    def settle(self, equations: frozenset[int]) -> None:
        for figure in [figure for figure, shared in self._shared.items() if shared & equations]:
            left = self._shared[figure] - equations
            if len(left) > 1:
                self._shared[figure] = self._of_one_cause(figure, left)
                self._rank[figure] = self._ranked(figure)
            else:
                del self._shared[figure], self._rank[figure]

    def _ranked(self, figure: str) -> tuple[int, int, int, float, str]:
        shared = self._shared[figure]
        mends = self._graph.mending_value(figure, shared) is not None
        held = sum(link.equation not in self._graph.broken for link in self._graph.links[figure])
        return (-int(mends), -len(shared), held, self._graph.evidence[figure].figure.confidence, figure)


def _leading(tie: Tie) -> tuple[int, int, str, str]:
    return (SEVERITIES.index(tie.severity), VERDICTS.index(tie.verdict), tie.id, tie.subject)


def _equations_by_tie(graph: TieGraph) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, tie in enumerate(graph.tie_of):
        found.setdefault(id(graph.ties[tie]), []).append(index)
    return found


class _Groups:
    """Ties in disjoint groups."""

    def __init__(self, ties: list[Tie]) -> None:
        self.ties = ties
        self._parent = list(range(len(ties)))

    def _root(self, index: int) -> int:
        while self._parent[index] != index:
            index = self._parent[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def members(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for index in range(len(self.ties)):
            found.setdefault(self._root(index), []).append(index)
        return list(found.values())
