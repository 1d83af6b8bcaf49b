"""Firms with their books and papers, made once for all tests of records."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from samples.books.journal import Books, Ledgers
from samples.books.simulate import books
from samples.case import Papers
from samples.firms.draw import firm
from samples.firms.firm import Firm, Framework, Industry
from samples.records.compose import papers


@cache
def drawn(framework: Framework, industry: Industry = "trade", taxpayer: str = "") -> Firm:
    """The first firm with that framework."""
    language = "zh" if framework in {"xqy", "cas"} else "en"
    made = (firm(seed, language=language, industry=industry) for seed in range(1, 2000))  # type: ignore[arg-type]
    return next(one for one in made if one.framework == framework and taxpayer in {"", one.taxpayer})


@cache
def _books(framework: Framework, industry: Industry, taxpayer: str) -> Books:
    return books(drawn(framework, industry, taxpayer))


def ledgers(framework: Framework, industry: Industry = "trade", taxpayer: str = "", **settings: object) -> Ledgers:
    made = Ledgers(firm=drawn(framework, industry, taxpayer), books=_books(framework, industry, taxpayer))
    return made.set(**settings) if settings else made


@cache
def clean(framework: Framework, industry: Industry = "trade", taxpayer: str = "") -> Papers:
    """All papers of that firm."""
    return papers(ledgers(framework, industry, taxpayer))


def with_entry(made: Ledgers, *kinds: str) -> Ledgers:
    """The same books with the last entry of one of those kinds booked once more, on the same day."""
    from samples.books.journal import Overlay

    entry = [entry for entry in made.books.entries if entry.kind in kinds][-1]
    again = entry._replace(id="T00-1", settles=())
    return made.laid(Overlay(source="T00", views=frozenset(("actual", "stated", "filed")), added=(again,)))


def without_stub(made: Ledgers) -> Ledgers:
    """The same firm, applying on the day after its last year end."""
    end = made.firm.year_ends[-1]
    return replace(made, firm=replace(made.firm, last=end))
