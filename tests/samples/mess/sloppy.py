"""Firms whose books or papers have one kind of mess, each made once for all tests, and what the mess changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from samples.books.accounts import BANKS
from samples.books.journal import VIEWS, Deal, Entry, Ledgers, View
from samples.books.simulate import books
from samples.case import Dose, Drawn, Intervention, Papers
from samples.firms.draw import firm
from samples.firms.firm import Industry, Language
from samples.population.parameters import parameters
from samples.population.plan import messes
from samples.records.compose import papers
from samples.streams import stream

INDUSTRIES: tuple[Industry, ...] = ("trade", "manufacturing", "catering", "construction", "services")
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True)
class Done:
    """The books before and after, and what the kind drew."""

    before: Ledgers
    after: Ledgers
    drawn: Drawn

    def gone(self, view: View) -> dict[str, Entry]:
        """Entries that this version has no longer as they were; closings follow from the others and are left out."""
        return _without(self.before.entries(view), self.after.entries(view))

    def come(self, view: View) -> dict[str, Entry]:
        return _without(self.after.entries(view), self.before.entries(view))

    def deals(self, view: View) -> list[tuple[Deal, Deal]]:
        """Deals that differ, before and after."""
        known = {deal.id: deal for deal in self.before.deals(view)}
        return [(known[deal.id], deal) for deal in self.after.deals(view) if deal.id in known and known[deal.id] != deal]

    def same(self, *views: View) -> bool:
        return all(self.before.entries(view) == self.after.entries(view) for view in views)


def _without(entries: tuple[Entry, ...], others: tuple[Entry, ...]) -> dict[str, Entry]:
    known = set(others)
    return {entry.id: entry for entry in entries if entry not in known and entry.kind not in {"closing", "reserve"}}


@cache
def clean(seed: int, language: Language = "zh", industry: Industry = "trade") -> Ledgers:
    borrower = firm(seed, language=language, industry=industry)
    return Ledgers(firm=borrower, books=books(borrower))


@cache
def file(seed: int, language: Language = "zh", industry: Industry = "trade") -> Papers:
    return papers(clean(seed, language, industry))


def fits(kind: Intervention, ledgers: Ledgers) -> bool:
    borrower = ledgers.firm
    told = borrower.language in kind.languages and borrower.industry in kind.industries
    return told and (kind.suits is None or kind.suits(ledgers))


def dose(code: str) -> Dose:
    return Dose(rate=parameters()["mess"].get(code, {}))


def on_books(code: str, ledgers: Ledgers) -> tuple[Ledgers, Drawn] | None:
    kind = messes()[code]
    assert kind.books is not None
    return kind.books(ledgers, stream(ledgers.firm.seed, "step", code, "books"), dose(code)) if fits(kind, ledgers) else None


def on_papers(code: str, made: Papers) -> tuple[Papers, Drawn] | None:
    kind = messes()[code]
    assert kind.papers is not None
    return kind.papers(made, stream(made.ledgers.firm.seed, "step", code, "papers"), dose(code)) if fits(kind, made.ledgers) else None


@cache
def done(code: str, language: Language = "zh", industry: Industry = "trade") -> Done:
    """The books of the first firm that can have it."""
    for seed in range(1, 60):
        before = clean(seed, language, industry)
        answer = on_books(code, before)
        if answer is not None:
            return Done(before, *answer)
    raise LookupError(f"no firm for {code}: {language}, {industry}")


@cache
def marred(code: str, language: Language = "zh", industry: Industry = "trade") -> tuple[Papers, Papers, Drawn]:
    """The papers of the first firm that can have it: before, after, what the kind drew."""
    for seed in range(1, 60):
        before = file(seed, language, industry)
        answer = on_papers(code, before)
        if answer is not None:
            return before, *answer
    raise LookupError(f"no firm for {code}: {language}, {industry}")


def at_bank(ledgers: Ledgers, view: View = "actual") -> list[tuple[str, str, str, int]]:
    """What banks have: (entry, day, account, amount)."""
    return sorted(
        (entry.id, (entry.cleared or entry.day).isoformat(), account, amount)
        for entry in ledgers.entries(view)
        for account, amount in entry.postings
        if account in BANKS
    )


def posted(entry: Entry, account: str) -> int:
    return sum(amount for name, amount in entry.postings if name == account)


def total(ledgers: Ledgers, view: View, *accounts: str) -> int:
    """Of all entries but closings."""
    entries = [entry for entry in ledgers.entries(view) if entry.kind not in {"closing", "reserve"}]
    return sum(posted(entry, account) for entry in entries for account in accounts)


__all__ = ["VIEWS", "Done", "at_bank", "clean", "done", "dose", "file", "fits", "marred", "on_books", "on_papers", "posted", "total"]
