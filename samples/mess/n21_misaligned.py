"""N21: a statement whose inner columns an export has shifted."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers
from samples.mess.choosing import statements


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    found = statements(papers)
    if not found:
        return None
    document = source.choice(found)
    return papers.replaced(document.hinted(misaligned=True)), {"paper": document.id}


KIND = Intervention(code="N21", name="misaligned", split="develop", papers=_papers)
