"""N15: statements on an old template: the business tax line, 主营业务 captions, last decade's form number."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers
from samples.mess.choosing import statements


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    found = statements(papers)
    if not found:
        return None
    for document in found:
        papers = papers.replaced(document.hinted(old_template=True))
    return papers, {"papers": [document.id for document in found]}


KIND = Intervention(code="N15", name="old_template", split="develop", papers=_papers, languages=("zh",))
