"""N26: papers that a lender asks for and that this borrower does not bring."""

from __future__ import annotations

from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers

#: What is left at home: all papers of the kind.
_LEFT = (
    "cash_flow",
    "trial_balance",
    "invoice_register",
    "payroll_return",
    "credit_report",
    "valuation",
    "utility_bill",
    "notes",
    "prior_year",
)


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    last = papers.ledgers.firm.year_ends[-1]

    def meant(document: Document, kind: str) -> bool:
        if kind == "prior_year":
            return document.record.record in {"balance_sheet", "income_statement"} and document.record.period < last
        return document.record.record == kind

    there = [kind for kind in _LEFT if any(meant(document, kind) for document in papers.documents)]
    if not there:
        return None
    kinds = source.sample(there, min(len(there), source.randint(1, 3)))
    lost = [document.id for document in papers.documents if any(meant(document, kind) for kind in kinds)]
    return papers.without(*lost), {"kinds": sorted(kinds), "papers": lost}


KIND = Intervention(code="N26", name="missing_papers", split="develop", papers=_papers)
