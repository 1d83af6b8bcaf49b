"""N28: real distress: sales and margin fall, customers pay late. Nothing is made up."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Dose, Drawn, Intervention


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    # Other books follow from it, so it comes before all other mess; and a firm takes one such course.
    if ledgers.overlays or "course" in ledgers.settings:
        return None
    plan = ledgers.firm.profile
    growth = source.uniform(-0.45, -0.20)
    squeezed = source.uniform(0.6, 0.9)
    profile = replace(plan, growth=growth, gross_margin=plan.gross_margin * squeezed, terms=plan.terms * source.uniform(1.2, 1.6))
    firm = replace(ledgers.firm, profile=profile)
    return replace(ledgers, firm=firm, books=books(firm)).set(course="distress"), {
        "growth": f"{growth:.2f}",
        "margin": f"{profile.gross_margin:.3f}",
    }


KIND = Intervention(code="N28", name="distress", split="develop", books=_books)
