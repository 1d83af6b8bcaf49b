"""N16: another unit in the heading than the figures are in."""

from __future__ import annotations

from random import Random

from samples.case import Dose, Drawn, Intervention, Papers
from samples.mess.choosing import statements
from samples.records.record import Statement

#: The heading that a slip puts there: minor units of a printed step -> words.
_HEADINGS = {"zh": {1: "万元", 100: "万元", 10_000: "元"}, "en": {1: "£'000", 100: "£'000", 100_000: "£"}}


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    found = [document for document in statements(papers) if document.record.record in {"balance_sheet", "income_statement", "cash_flow"}]
    if not found:
        return None
    document = source.choice(found)
    assert isinstance(document.record, Statement)
    heading = _HEADINGS[papers.ledgers.firm.language].get(document.record.unit)
    if heading is None:
        return None
    if papers.ledgers.firm.currency == "USD":
        heading = heading.replace("£", "$")
    return papers.replaced(document.hinted(unit_heading=heading)), {"paper": document.id, "heading": heading}


KIND = Intervention(code="N16", name="wrong_unit", split="develop", papers=_papers)
