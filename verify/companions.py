"""Soft ties that a cause explains: a ratio that is out of its range because of the figure that breaks a sum is no second finding.

A soft tie (a wide tolerance, a plausible range) is not used to find causes. Where it is broken and the change that makes a
cause vanish would mend it too, it goes with that cause; else it is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from verify.carried import ChangeSet, change_sets
from verify.evidence import Equation
from verify.graph import TieGraph
from verify.localise import Cause
from verify.misread import Repair, search
from verify.tie import Tie


@dataclass(frozen=True, slots=True)
class Explained:
    """A cause with what would make it vanish: other readings, or sets of changed figures."""

    cause: Cause
    repair: Repair | None
    sets: tuple[ChangeSet, ...]


def explained(graph: TieGraph, causes: Iterable[Cause], ties: Iterable[Tie]) -> list[Explained]:
    """Every cause once, with the soft ties that go with it; then each soft tie that goes with none."""
    found = [Explained(cause, search(graph, cause), change_sets(graph, cause)) for cause in causes]
    joined: list[list[Tie]] = [[] for _ in found]
    alone: list[Tie] = []
    for tie in ties:
        if tie.soft and tie.status == "broken":
            place = next((number for number, one in enumerate(found) if _mends(graph, one, tie)), None)
            (alone if place is None else joined[place]).append(tie)
    with_them = [replace(one, cause=replace(one.cause, ties=(*one.cause.ties, *more))) for one, more in zip(found, joined, strict=True)]
    return [*with_them, *(Explained(Cause(group, None, None, frozenset()), None, ()) for group in _by_code(alone))]


def _mends(graph: TieGraph, one: Explained, tie: Tie) -> bool:
    """Whether a change that makes the cause vanish makes the soft tie agree as well."""
    return bool(tie.equations) and any(
        all(_agrees(equation, changes) for equation in tie.equations) for changes in _changes(graph, one) if changes
    )


def _changes(graph: TieGraph, one: Explained) -> Iterator[Mapping[str, Decimal]]:
    """Each way to undo the cause, as new values by figure."""
    if one.cause.suspect is not None and one.cause.mended_at is not None:
        yield {one.cause.suspect: one.cause.mended_at}
    if one.repair is not None:
        yield {reading.figure: reading.value for reading in one.repair.readings}
    for found in one.sets:
        yield {figure: graph.value(figure) + step for figure, step in found.changes.items()}


def _agrees(equation: Equation, changes: Mapping[str, Decimal]) -> bool:
    moved = Decimal(0)
    for term in equation.terms:
        figure = term.evidence.figure
        if figure.id in changes:
            moved += term.coefficient * (changes[figure.id] - figure.value)
    return equation.agrees_at(equation.difference + moved)


def _by_code(ties: Sequence[Tie]) -> Iterator[tuple[Tie, ...]]:
    """Soft ties of one code and one period are one finding: copies of one paper say the same thing twice."""
    groups: dict[tuple[str, object], list[Tie]] = {}
    for tie in ties:
        groups.setdefault((tie.id, tie.period), []).append(tie)
    yield from (tuple(group) for group in groups.values())
