"""N07: negative receivables and payables left where they are, not moved to advances and prepayments."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    return ledgers.set(reclassified=False), {}


KIND = Intervention(
    code="N07",
    name="not_reclassified",
    split="develop",
    books=_books,
    suits=lambda ledgers: ledgers.firm.framework == "xqy",
    languages=("zh",),
)
