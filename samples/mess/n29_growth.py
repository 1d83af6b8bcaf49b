"""N29: real growth: sales half as large again or more within a year. Nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Dose, Drawn, Intervention


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    if ledgers.overlays:
        return None
    growth = source.uniform(0.5, 1.2)
    firm = replace(ledgers.firm, profile=replace(ledgers.firm.profile, growth=growth))
    return replace(ledgers, firm=firm, books=books(firm)), {"growth": f"{growth:.2f}"}


KIND = Intervention(code="N29", name="growth", split="develop", books=_books)
