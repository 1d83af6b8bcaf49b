"""N24: totals of a hand-made spreadsheet that are a few cents off, or a pound where it prints whole pounds."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers
from samples.mess.choosing import retyped, statements
from samples.records.record import Statement


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    found = [document for document in statements(papers) if isinstance(document.record, Statement) and document.record.unit in {1, 100}]
    if not found:
        return None
    document = source.choice([one for one in found if one.typed] or found)
    record = document.record
    assert isinstance(record, Statement)
    totals = [(key, amount) for key, amount in record.figures() if key.name.startswith("total_") or key.name.endswith(("_net", "_profit"))]
    if not totals:
        return None
    off = {
        key: amount + record.unit * source.choice((-3, -2, -1, 1, 2, 5) if record.unit == 1 else (-1, 1))
        for key, amount in source.sample(totals, min(len(totals), source.randint(1, 3)))
    }
    return papers.replaced(retyped(document, record.amended(off))), {"paper": document.id, "totals": [key.name for key in off]}


KIND = Intervention(code="N24", name="spreadsheet_cents", split="develop", papers=_papers)
