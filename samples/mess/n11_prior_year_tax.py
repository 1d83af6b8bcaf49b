"""N11: last year's tax settled in May straight against retained earnings, without a statement of equity that says so."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.books.journal import Entry, Ledgers, Overlay
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention
from samples.firms.calendar import on_or_after
from samples.mess.choosing import ALL


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    mays = [date(year, 5, 20) for year in range(firm.first.year, firm.last.year + 1) if firm.first <= date(year, 5, 20) <= firm.last]
    if not mays:
        return None
    day = on_or_after(mays[-1], firm.country)
    amount = max(firm.profile.revenue * source.randint(2, 30) // 10_000, 10_000)
    added = (
        Entry("N11-1", day, "prior_year_tax", (("retained", amount), ("income_tax_payable", -amount))),
        Entry(
            "N11-2", day, "income_tax_paid", (("income_tax_payable", amount), ("bank_1", -amount)), flow="cf_taxes_paid", party="treasury"
        ),
    )
    after = ledgers.laid(Overlay(source="N11", views=ALL, added=added))
    return (after, {"amount": amount, "start": day}) if solvent(after.entries("actual")) else None


KIND = Intervention(code="N11", name="prior_year_tax", split="develop", books=_books)
