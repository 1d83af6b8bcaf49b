"""How papers come tells nothing of what was made up: files, layouts, programs and faces are those of the honest twin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samples.handover.printing import _face, _producer
from samples.handover.sheaves import sheaves
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, checked, plan
from samples.records.record import Statement


def _come(case: Assembled, *, program: bool) -> dict[str, tuple[object, ...]]:
    """Document -> how it comes; the papers that share its file among it."""
    found: dict[str, tuple[object, ...]] = {}
    for sheaf in sheaves(case):
        first = sheaf.documents[0]
        producer = _producer(first, case.firm, case.plan.split)
        for place, document in enumerate(sheaf.documents):
            layout = sheaf.layouts[place].name if sheaf.layouts else sheaf.writer
            made = (producer.name, _face(first, case.firm, case.plan.split, producer)) if program and sheaf.layouts else ()
            found[document.id] = (sheaf.press, layout, tuple(one.id for one in sheaf.documents), *made)
    return found


@pytest.mark.parametrize(("kind", "language"), [("F02", "zh"), ("F05", "en"), ("F15", "zh"), ("F20", "en"), ("F24", "zh"), ("F25", "zh")])
def test_papers_come_as_the_honest_twins(kind: str, language: str) -> None:
    wanted = checked(Wanted(cases=2, seed=77, only=(kind,), language="zh" if language == "zh" else "en"))
    case = assembled(plan(wanted, 1))
    # Honest mess on papers (drafts, papers that are missing) is on both sides of the comparison.
    there = {document.id for document in case.honest.documents} & {document.id for document in case.papers.documents}
    honest = replace(case.honest, documents=tuple(document for document in case.honest.documents if document.id in there))
    forged = replace(case.papers, documents=tuple(document for document in case.papers.documents if document.id in there))
    one, other = _come(replace(case, papers=honest), program=True), _come(replace(case, papers=forged), program=True)
    differing = [name for name in one if one[name] != other[name]]
    assert not differing, [(one[name], other[name]) for name in differing[:2]]


def test_only_a_file_made_from_nothing_has_the_forgers_program() -> None:
    wanted = checked(Wanted(cases=2, seed=77, only=("F21",), language="zh"))
    case = assembled(plan(wanted, 1))
    replaced = {document.id for document in case.papers.documents if document.how == "replaced"}
    assert replaced
    assert not any(isinstance(document.record, Statement) for document in case.papers.documents if document.id in replaced)
    there = {document.id for document in case.honest.documents} & {document.id for document in case.papers.documents}
    honest = replace(case.honest, documents=tuple(document for document in case.honest.documents if document.id in there))
    forged = replace(case.papers, documents=tuple(document for document in case.papers.documents if document.id in there))
    one, other = _come(replace(case, papers=honest), program=True), _come(replace(case, papers=forged), program=True)
    shared = {other_id for name in replaced & one.keys() for other_id in str(one[name][2])[1:-1].replace("'", "").split(", ")}
    assert all(one[name] == other[name] for name in one if name not in replaced | shared)
