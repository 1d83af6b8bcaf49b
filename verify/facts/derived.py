"""Sums over the rows of one paper: one figure in place of hundreds, with all of them as its operands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.document import Document
from extract.figure import Figure
from extract.money import Money
from verify.evidence import ZERO, Evidence, Term


def summed(document: Document, name: str, parts: Sequence[tuple[Figure, int]], *, seen: Sequence[Figure] = (), concept: str) -> Term | None:
    """The sum of `parts`, each with its sign, as one term; None where there is nothing that it could stand on.

    name   tells it from other sums over the same document; with the document's hash it makes the figure's id
    seen   rows that were looked through where none of them counts: a sum of nothing stands on these
    """
    operands = [figure for figure, _ in parts] or list(seen)
    if not operands:
        return None
    figure = Figure(
        id=f"f-{document.sha256[:8]}-{name}",
        printed="",
        money=Money(sum((sign * figure.value for figure, sign in parts), ZERO), operands[0].money.currency),
        step=min(figure.step for figure in operands),
        place=operands[0].place,
        confidence=min(figure.confidence for figure in operands),
        operands=tuple(figure.id for figure in operands),
    )
    return Term(Evidence(document.name, document.sha256, figure, "", concept), Decimal(1), figure.step)
