"""N11: last year's tax settled in May straight against retained earnings, without a statement of equity that says so."""

from __future__ import annotations

from datetime import date
from random import Random

from samples.books.journal import Entry, Ledgers, Overlay
from samples.books.solvency import solvent
from samples.case import Dose, Drawn, Intervention, Papers
from samples.firms.calendar import on_or_after
from samples.mess.choosing import ALL


def _books(ledgers: Ledgers, source: Random, dose: Dose) -> tuple[Ledgers, Drawn] | None:
    firm = ledgers.firm
    mays = [date(year, 5, 20) for year in range(firm.first.year, firm.last.year + 1) if firm.first <= date(year, 5, 20) <= firm.last]
    if not mays:
        return None
    told = [day for day in mays if day <= firm.year_ends[-1]]  # a May that annual statements cover, where there is one
    day = on_or_after((told or mays)[-1], firm.country)
    amount = max(firm.profile.revenue * source.randint(2, 30) // 10_000, 10_000)
    added = (
        Entry("N11-1", day, "prior_year_tax", (("retained", amount), ("income_tax_payable", -amount))),
        Entry(
            "N11-2", day, "income_tax_paid", (("income_tax_payable", amount), ("bank_1", -amount)), flow="cf_taxes_paid", party="treasury"
        ),
    )
    after = ledgers.laid(Overlay(source="N11", views=ALL, added=added))
    return (after, {"amount": amount, "start": day, "entries": [entry.id for entry in added]}) if solvent(after.entries("actual")) else None


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    """No statement of equity is handed in that would show it."""
    booked = [entry.day for overlay in papers.ledgers.overlays if overlay.source == "N11" for entry in overlay.added]
    told = [document.id for document in papers.of("equity_changes") if booked and document.record.period >= booked[0]]
    return (papers.without(*told), {"papers": told}) if told else None


KIND = Intervention(code="N11", name="prior_year_tax", split="develop", books=_books, papers=_papers)
