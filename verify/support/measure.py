"""Each stated figure in four parts: supported from other hands, contradicted, only self-consistent, not tested.

The parts add up to what is stated. Self-consistent is what a forger can give: figures that agree with the forger's other figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from verify.case import Case, newest
from verify.column import WHOLE_YEAR, Column
from verify.companions import Explained
from verify.evidence import ZERO
from verify.formulas.additions import operand
from verify.formulas.chart import chart
from verify.formulas.evaluate import evaluate
from verify.formulas.occasions import Occasion, stretch_of
from verify.formulas.sum import NotJudged, Sum
from verify.graph import TieGraph
from verify.judgement import Support
from verify.support.witnesses import Witness, witnesses
from verify.tie import Tie

_KINDS = ("balance_sheet", "income_statement", "cash_flow")


def support_of(case: Case, ties: Iterable[Tie], causes: Iterable[Explained], graph: TieGraph) -> tuple[Support, ...]:
    """One row for each line and period of the newest columns, in the order of the statements. Amounts are positive."""
    held = {figure for tie in ties if tie.status == "holds" for figure in tie.figures}
    wrong = _contradicted(causes, graph)
    rows: dict[tuple[str, object], Support] = {}
    for column in _columns(case):
        for concept in column.by_concept:
            if concept in chart() and column.period is not None:
                row = _row(case, column, concept, held, wrong)
                key = (concept, column.period)
                if row is not None and (key not in rows or row.supported > rows[key].supported):
                    rows[key] = row
    return tuple(rows.values())


def _columns(case: Case) -> Iterator[Column]:
    """Newest columns of the faces that cover a year or a day."""
    for column in case.columns:
        whole = column.kind == "balance_sheet" or column.span in WHOLE_YEAR
        if whole and column.kind in _KINDS and column.period is not None and column.period == newest(column):
            yield column


def _row(case: Case, column: Column, concept: str, held: set[str], wrong: Mapping[str, Decimal]) -> Support | None:
    try:
        stated = operand(column, concept)[0]
    except NotJudged:
        return None
    figures = [term.evidence.figure.id for term in stated.terms]
    amount = abs(stated.value)
    backed, by = _backed(case, column, concept, amount)
    contradicted = min(amount - backed, max((wrong.get(figure, ZERO) for figure in figures), default=ZERO))
    rest = amount - backed - contradicted
    tested = any(figure in held for figure in figures)
    assert column.period is not None
    return Support(
        concept=concept,
        period=column.period,
        stated=amount,
        supported=backed,
        contradicted=contradicted,
        self_consistent=rest if tested else ZERO,
        not_tested=ZERO if tested else rest,
        by=by,
    )


def _backed(case: Case, column: Column, concept: str, stated: Decimal) -> tuple[Decimal, tuple[str, ...]]:
    """The most that any one witness backs, and who they are; witnesses are not added up, for they speak of the same sales."""
    occasion = Occasion(column.subject, {(column.kind, None): column}, case=case, stretch=stretch_of(column))
    most, by = ZERO, []
    for witness in witnesses():
        if witness.line != concept:
            continue
        said = _said(witness, occasion)
        if said is None or said <= 0:
            continue
        backed = stated if said >= stated * (1 - witness.within) else said
        by.append(witness.by)
        most = max(most, backed)
    return min(most, stated), tuple(dict.fromkeys(by))


def _said(witness: Witness, occasion: Occasion) -> Decimal | None:
    """What a witness says; of several ways to read it, the one that backs most."""
    try:
        found: list[Sum] = evaluate(witness.says, occasion)
    except NotJudged:
        return None
    return max(choice.value for choice in found)


def _contradicted(causes: Iterable[Explained], graph: TieGraph) -> dict[str, Decimal]:
    """Figures that a contradiction points at, each with the amount that is wrong in it."""
    found: dict[str, Decimal] = {}

    def note(figure: str, amount: Decimal) -> None:
        found[figure] = max(found.get(figure, ZERO), abs(amount))

    for one in causes:
        lead = one.cause.ties[0]
        if lead.verdict != "contradiction" or (one.repair is not None and one.repair.probable):
            continue
        if one.cause.suspect is not None and one.cause.mended_at is not None:
            note(one.cause.suspect, graph.value(one.cause.suspect) - one.cause.mended_at)
            continue
        smallest = [found_set for found_set in one.sets if len(found_set.changes) == len(one.sets[0].changes)]
        for changes in smallest:
            for figure, step in changes.changes.items():
                note(figure, step)
    return found
