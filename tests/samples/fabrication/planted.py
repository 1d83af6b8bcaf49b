"""Two firms with their honest papers, and what comes of planting a kind in one of them; each made once for all tests."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from samples.books.accounts import BANKS
from samples.books.journal import Entry, Ledgers, View, balances
from samples.books.simulate import books
from samples.case import Dose, Drawn, Intervention, Papers
from samples.firms.draw import firm
from samples.firms.firm import Industry, Language
from samples.population import registry
from samples.records.compose import papers
from samples.streams import stream

KINDS: dict[str, Intervention] = {kind.code: kind for kind in registry.declared("samples.fabrication", "KIND")}
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@cache
def honest(language: Language, industry: Industry = "trade") -> Ledgers:
    """A merchant with two accounts or more, a loan, a firm in the family, and books that go on for a month after the last year end."""
    for seed in range(1, 400):
        drawn = firm(seed, split="develop", language=language, industry=industry)
        fits = len(drawn.accounts) >= 2 and drawn.profile.loan > 0 and (drawn.last - drawn.year_ends[-1]).days >= 31
        taxed = drawn.taxpayer in {"general", "uk_vat"} and drawn.framework in {"xqy", "frs102"}
        family = any(not party.natural for party in drawn.of("related"))
        if fits and taxed and family:
            return Ledgers(firm=drawn, books=books(drawn))
    raise LookupError(f"no such firm: {language}, {industry}")


@cache
def file(language: Language) -> Papers:
    return papers(honest(language))


@cache
def planted(code: str, language: Language = "zh", strength: float = 0.3, care: int = 1) -> tuple[Ledgers, Drawn]:
    """The books after the kind was planted in them, and what it drew."""
    return on_books(honest(language), code, strength, care)


def on_books(ledgers: Ledgers, code: str, strength: float, care: int) -> tuple[Ledgers, Drawn]:
    kind = KINDS[code]
    assert kind.books is not None
    assert kind.suits is None or kind.suits(ledgers)
    answer = kind.books(ledgers, stream(ledgers.firm.seed, "step", code, "books"), Dose(strength=strength, care=care))
    assert answer is not None
    return answer


@cache
def forged(code: str, language: Language = "zh", strength: float = 0.3, care: int = 0) -> tuple[Papers, Drawn]:
    """The papers after the kind was planted on them, and what it drew."""
    kind = KINDS[code]
    assert kind.papers is not None
    answer = kind.papers(file(language), stream(7, "step", code, "papers"), Dose(strength=strength, care=care))
    assert answer is not None
    return answer


def total(entries: tuple[Entry, ...], *accounts: str, first: date | None = None, last: date | None = None) -> int:
    """Sum of the postings to `accounts` from `first` to `last`, closings left out; debits positive."""
    return sum(
        amount
        for entry in entries
        if entry.kind not in {"closing", "reserve"} and (first is None or entry.day >= first) and (last is None or entry.day <= last)
        for account, amount in entry.postings
        if account in accounts
    )


def last_year(ledgers: Ledgers) -> tuple[date, date]:
    end = ledgers.firm.year_ends[-1]
    after = end + timedelta(1)
    return date(after.year - 1, after.month, after.day), end


def net_sales(ledgers: Ledgers, view: View) -> int:
    """Of the last financial year."""
    first, last = last_year(ledgers)
    return -total(ledgers.entries(view), "sales", "other_sales", first=first, last=last)


def at_end(ledgers: Ledgers, view: View, *accounts: str) -> int:
    """Balance of those accounts at the last year end."""
    found = balances(ledgers.entries(view), ledgers.firm.year_ends[-1])
    return sum(found.get(account, 0) for account in accounts)


def bank_rows(ledgers: Ledgers) -> list[tuple[str, str, int]]:
    """What the bank saw: (entry, account, amount)."""
    return [(entry.id, account, amount) for entry in ledgers.entries("actual") for account, amount in entry.postings if account in BANKS]


def lowest(ledgers: Ledgers) -> dict[str, int]:
    """The lowest balance of each account at the end of a day."""
    by_day: dict[str, dict[date, int]] = {account.id: {} for account in ledgers.firm.accounts}
    for entry in ledgers.entries("actual"):
        for account, amount in entry.postings:
            if account in by_day:
                day = entry.cleared or entry.day
                by_day[account][day] = by_day[account].get(day, 0) + amount
    found = {}
    for account, moves in by_day.items():
        running, least = 0, 0
        for day in sorted(moves):
            running += moves[day]
            least = min(least, running)
        found[account] = least
    return found
