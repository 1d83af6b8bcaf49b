"""N30: a prior-year column in which an amount stands on another line than in last year's own statement."""

from __future__ import annotations

from random import Random

from samples.books.journal import Ledgers
from samples.case import Dose, Drawn, Intervention


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    return ledgers.set(comparatives="moved"), {}


KIND = Intervention(code="N30", name="reclassified_prior_year", split="develop", books=_books)
