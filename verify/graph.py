"""Figures as nodes, equations as edges: what follows for all ties when one figure is read otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from verify.evidence import Equation, Evidence, agrees
from verify.tie import Tie


@dataclass(frozen=True, slots=True)
class Link:
    """A figure's part in an equation.   equation: its number in the graph"""

    equation: int
    coefficient: Decimal


@dataclass(frozen=True, slots=True)
class Effect:
    """What another reading does.   healed, harmed: numbers of equations that begin or cease to agree"""

    healed: frozenset[int]
    harmed: frozenset[int]
    unhealed: frozenset[int]


class TieGraph:
    """All equations of the ties that were run. Built once for a case; nothing in it changes afterwards.

    Ties that are only a notice (cents of a spreadsheet) and soft ones are left out: they neither accuse a figure nor vouch for it.
    """

    def __init__(self, ties: Iterable[Tie]) -> None:
        self.ties: list[Tie] = []
        self.equations: list[Equation] = []
        self.tie_of: list[int] = []
        self.links: dict[str, list[Link]] = {}
        self.evidence: dict[str, Evidence] = {}
        for tie in ties:
            if tie.soft or tie.status == "not_run" or (tie.status == "broken" and tie.verdict == "notice"):
                continue
            number = len(self.ties)
            self.ties.append(tie)
            for equation in tie.equations:
                self._add(equation, number)
        self.broken = frozenset(index for index, equation in enumerate(self.equations) if not equation.agrees)

    def _add(self, equation: Equation, tie: int) -> None:
        index = len(self.equations)
        self.equations.append(equation)
        self.tie_of.append(tie)
        for term in equation.terms:
            figure = term.evidence.figure.id
            self.links.setdefault(figure, []).append(Link(index, term.coefficient))
            self.evidence.setdefault(figure, term.evidence)

    def value(self, figure: str) -> Decimal:
        return self.evidence[figure].figure.value

    def broken_with(self, figure: str) -> frozenset[int]:
        return frozenset(link.equation for link in self.links[figure] if link.equation in self.broken)

    def required(self, figure: str, equation: int) -> Decimal:
        """The value of `figure` at which the equation is exactly zero."""
        coefficient = next(link.coefficient for link in self.links[figure] if link.equation == equation)
        return self.value(figure) - self.equations[equation].difference / coefficient

    def effect(self, changes: Mapping[str, Decimal]) -> Effect:
        """What happens to all equations when the figures are read as `changes` (id to value) says."""
        moved: dict[int, Decimal] = {}
        for figure, value in changes.items():
            for link in self.links[figure]:
                moved[link.equation] = moved.get(link.equation, Decimal(0)) + link.coefficient * (value - self.value(figure))
        after = {
            index: agrees(self.equations[index].difference + shift, self.equations[index].operator, self.equations[index].tolerance)
            for index, shift in moved.items()
        }
        return Effect(
            healed=frozenset(index for index, good in after.items() if good and index in self.broken),
            harmed=frozenset(index for index, good in after.items() if not good and index not in self.broken),
            unhealed=frozenset(index for index, good in after.items() if not good and index in self.broken),
        )

    def mending_value(self, figure: str, equations: Iterable[int]) -> Decimal | None:
        """The value of one figure that makes all of `equations` agree and breaks no other; None when there is none."""
        wanted = frozenset(equations)
        if not wanted <= {link.equation for link in self.links[figure]}:
            return None
        for equation in sorted(wanted):
            value = self.required(figure, equation)
            effect = self.effect({figure: value})
            if wanted <= effect.healed and not effect.harmed:
                return value
        return None
