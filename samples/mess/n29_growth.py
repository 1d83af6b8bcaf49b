"""N29: real growth: sales half as large again or more within a year. Nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Dose, Drawn, Intervention
from samples.population.parameters import parameters


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    # Other books follow from it, so it comes before all other mess; and a firm takes one such course.
    if ledgers.overlays or "course" in ledgers.settings:
        return None
    growth = source.uniform(0.5, 1.2)
    if ledgers.firm.taxpayer == "small_scale":
        # One that outgrows the limit becomes a general taxpayer, which these books do not do.
        limit = parameters()["firms"]["small_scale_limit"] * 100 / 1.25
        growth = min(growth, (limit / max(ledgers.firm.profile.revenue, 1)) ** 0.5 - 1)
        if growth < 0.3:
            return None
    firm = replace(ledgers.firm, profile=replace(ledgers.firm.profile, growth=growth))
    return replace(ledgers, firm=firm, books=books(firm)).set(course="growth"), {"growth": f"{growth:.2f}"}


KIND = Intervention(code="N29", name="growth", split="develop", books=_books)
