"""Layouts of fixed pages turn a page only where they mean to: a row carried forward is the last on its page."""

from __future__ import annotations

import pytest

from samples.papers.layout import Layout
from samples.papers.paper import Break
from samples.population.registry import declared
from samples.press.typefaces import faces
from samples.press.typeset import display
from tests.samples.papers_banks.examples import look, statement

FIXED = frozenset({"donglin", "lanshan", "haiyue", "northmere", "albion", "pennine"})
LAYOUTS: tuple[Layout, ...] = tuple(layout for layout in declared("samples.papers.banks", "LAYOUT") if layout.bank in FIXED)


@pytest.mark.parametrize("rows", [39, 70])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_pages_end_where_they_are_broken(layout: Layout, rows: int) -> None:
    for face in faces(layout.language, layout.split)[::3]:
        paper = layout.draw(statement(layout.bank, rows=rows), look(layout.language, face.name))
        assert len(display(paper).pages) == 1 + sum(isinstance(block, Break) for block in paper.blocks), face.name
