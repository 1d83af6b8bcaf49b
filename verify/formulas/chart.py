"""The chart of concepts as ties need it: what adds up to what, and which way a figure speaks for the borrower."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract import concepts
from extract.concepts import Child
from verify.wording import Wording

_LIABILITIES = frozenset({"current_liabilities", "noncurrent_liabilities", "liabilities"})
_ASSETS = frozenset({"current_assets", "noncurrent_assets", "assets", "uk_format"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartConcept:
    """One reporting concept.

    instant         a balance at a day, not a flow over a stretch of time
    presentations   ways in which a total is added up, by name; the plain one is "children"
    favourable      1 when more of it makes the borrower look better, -1 when worse, 0 when neither
    """

    id: str
    statement: str
    total: bool
    instant: bool
    label: Wording
    presentations: Mapping[str, tuple[Child, ...]]
    favourable: int


@cache
def chart() -> Mapping[str, ChartConcept]:
    """All concepts by id."""
    return {concept.id: _concept(concept) for concept in concepts.chart().concepts.values()}


def label_of(concept: str) -> Wording:
    """What the concept is called; its id where the chart has no such concept."""
    found = chart().get(concept)
    return found.label if found else Wording(concept, concept)


def _concept(concept: concepts.Concept) -> ChartConcept:
    plain = {"children": concept.children} if concept.children else {}
    return ChartConcept(
        id=concept.id,
        statement=concept.statement,
        total=concept.total,
        instant=concept.period == "instant",
        label=Wording(concept.label_zh, concept.label_en),
        presentations={**plain, **concept.children_alt},
        favourable=_favourable(concept),
    )


def _favourable(concept: concepts.Concept) -> int:
    if concept.section == "liabilities_and_equity" or concept.balance == "none":
        return 0
    if concept.section in _LIABILITIES:
        return -1 if concept.balance == "credit" else 1
    if concept.section in _ASSETS:
        return 1 if concept.balance == "debit" else -1
    return 1 if concept.balance in {"credit", "inflow"} else -1
