"""One small paper of each class of layout, beside what a person wrote down from its picture before any reader saw it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from api import wire
from extract.flow import read
from tests.extract.transcript import of_document, of_text

PAPERS = Path(__file__).parents[1] / "golden" / "papers"
ALL = sorted(path for path in PAPERS.iterdir() if path.suffix != ".txt")


@pytest.mark.parametrize("paper", ALL, ids=lambda path: path.stem)
def test_a_paper_says_what_a_person_saw_on_it(paper: Path) -> None:
    seen = Counter(of_text(paper.with_suffix(".txt").read_text("utf-8")))
    said = Counter(of_document(wire.documents([read(paper.read_bytes(), paper.name)])["documents"][0]))
    assert {"not read": list((seen - said).elements()), "not seen": list((said - seen).elements())} == {"not read": [], "not seen": []}
