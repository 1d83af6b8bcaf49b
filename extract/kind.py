"""Which reader a document goes to: its content decides, never its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.banks import reader as banks
from extract.forms import reader as forms
from extract.invoices import reader as invoices
from extract.statements import further
from extract.statements import reader as statements
from extract.tables.lines import Row

Kind = Literal["bank_statement", "financial_statement", "invoice", "form", "other"]

#: Below this no reader claims the document: it is kept as a paper of another kind, and said so.
CLAIM = 0.4
#: The first of equals: a bank's own print may be headed like a form, and a form's lines may be those of a statement.
ORDER: tuple[Kind, ...] = ("form", "financial_statement", "bank_statement", "invoice")


@dataclass(frozen=True, slots=True)
class Decision:
    """kind: whose reader goes first   evidence: of each reader, 0 to 1"""

    kind: Kind
    evidence: dict[Kind, float]


def kind_of(pages: Sequence[Sequence[Row]]) -> Decision:
    """The kind of paper that `pages` (rows of each page or sheet) are."""
    rows = [row for page in pages for row in page]
    evidence: dict[Kind, float] = {
        "bank_statement": banks.recognises(rows),
        "financial_statement": max(statements.recognises(pages), further.recognises(pages)),
        "invoice": invoices.recognises(rows),
        "form": forms.recognises(pages),
    }
    best = max(ORDER, key=lambda kind: evidence[kind])
    if rows and rows[0].page is None and evidence["bank_statement"] >= 1.0:
        best = "bank_statement"  # of a sheet that means that its balances run: no list's figures do
    return Decision(best if evidence[best] >= CLAIM else "other", evidence)
