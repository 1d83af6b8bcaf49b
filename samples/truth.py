"""The answers: every printed figure with its value and place, and what was planted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extract.money import plain
from samples.loan_file import LoanFile, Planted
from samples.press.placed import Placed, Printed


def truth(case: str, file: LoanFile, papers: Mapping[str, Printed]) -> dict[str, Any]:
    """The truth of one loan file as JSON values.

    papers   document name -> what was printed

    Amounts are strings in the main unit, positive on the concept's normal side; a bank amount is positive when money comes in.
    `field` says which figure of an invoice or bank statement it is, `item` which line of it, from 1. `span` follows the caption:
    本年累计金额 is "year_to_date" also when the year is over.
    """
    firm = file.firm
    return {
        "case": case,
        "class": "fabricated" if file.planted else "honest",
        "language": firm.language,
        "firm": {
            "name": firm.name,
            "tax_id": firm.tax_id,
            "company_number": firm.company_number or None,
            "currency": firm.currency,
            "bank": firm.bank,
            "account": firm.account,
            "seed": firm.seed,
        },
        "figures": [
            _figure(handed.name, handed.paper.record, placed) for handed in file.documents for placed in papers[handed.name].figures
        ],
        "planted": [_planted(planted, papers[planted.document]) for planted in file.planted],
    }


def _figure(document: str, record: str, placed: Placed) -> dict[str, Any]:
    entry = placed.entry
    return {
        "document": document,
        "record": record,
        "label": entry.label,
        "concept": entry.concept,
        "period": entry.period.isoformat(),
        "span": entry.span,
        "field": entry.field or None,
        "item": entry.item,
        "value": plain(entry.value),
        "printed": entry.printed,
        **_place(placed),
    }


def _place(placed: Placed) -> dict[str, Any]:
    return {"page": placed.page, "box": placed.box.as_list() if placed.box else None, "cell": placed.cell, "path": placed.path}


def _planted(planted: Planted, paper: Printed) -> dict[str, Any]:
    key = (planted.concept, planted.period, planted.span, planted.field, planted.item)
    placed = next(
        placed
        for placed in paper.figures
        if (placed.entry.concept, placed.entry.period, placed.entry.span, placed.entry.field, placed.entry.item) == key
    )
    return {
        "kind": planted.kind,
        "document": planted.document,
        "label": planted.label,
        "concept": planted.concept,
        "period": planted.period.isoformat(),
        "span": planted.span,
        "field": planted.field or None,
        "item": planted.item,
        "old": plain(planted.old),
        "new": plain(planted.new),
        "must_break": list(planted.must_break),
        **_place(placed),
    }
