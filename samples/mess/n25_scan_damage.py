"""N25: damage of scans and photographs: how bad the machine and the hand were, for all pictures of a file."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    # Most machines are fair, a few are bad.
    damage = round(source.betavariate(1.6, 3.2), 2)
    for document in papers.documents:
        papers = papers.replaced(document.hinted(damage=damage))
    return papers, {"damage": str(damage)}


KIND = Intervention(code="N25", name="scan_damage", split="develop", papers=_papers)
