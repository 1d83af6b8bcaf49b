"""Firms with their books, made once for all tests of the books."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from samples.books.accounts import RESULT
from samples.books.journal import Books, Entry, balances
from samples.books.simulate import books
from samples.firms.draw import firm
from samples.firms.firm import Country, Firm, Industry

INDUSTRIES: tuple[Industry, ...] = ("trade", "manufacturing", "catering", "construction", "services")
_CASES: tuple[tuple[int, Industry, Country], ...] = tuple(
    (seed, industry, country)
    for index, industry in enumerate(INDUSTRIES)
    for seed, country in ((101 + index, "CN"), (201 + index, "CN"), (301 + index, "GB"), (401 + index, "US"))
)
every = pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case[1]}-{case[2]}-{case[0]}")
chinese = pytest.mark.parametrize("case", [case for case in _CASES if case[2] == "CN"], ids=lambda case: f"{case[1]}-{case[0]}")


@cache
def lived(case: tuple[int, Industry, Country]) -> tuple[Firm, Books]:
    seed, industry, country = case
    drawn = firm(seed, industry=industry, country=country)
    return drawn, books(drawn)


def years(drawn: Firm) -> list[tuple[date, date]]:
    """First and last day of each full financial year."""
    ends = drawn.year_ends
    return [(date(end.year - 1, end.month, 28), end) for end in ends]


def within(made: Books, after: date, until: date) -> list[Entry]:
    """The entries of a span, without the opening and what closes a year."""
    return [entry for entry in made.entries if after < entry.day <= until and entry.kind not in {"opening", "closing", "reserve"}]


def moved(entries: list[Entry], *accounts: str) -> int:
    """What those entries debit to the accounts."""
    return sum(amount for entry in entries for account, amount in entry.postings if account in accounts)


def flow(entries: list[Entry], concept: str, *, out: bool = False) -> int:
    """Money that entered under that concept; `out`: that left."""
    money = {"cash_on_hand", "bank_1", "bank_2", "bank_3", "bank_4", "other_monetary_funds"}
    total = sum(amount for entry in entries if entry.flow == concept for account, amount in entry.postings if account in money)
    return -total if out else total


def change(made: Books, after: date, until: date, *accounts: str) -> int:
    """How the balance of the accounts moves from one day to another (debit positive)."""
    before, then = balances(made.entries, after), balances(made.entries, until)
    return sum(then.get(account, 0) - before.get(account, 0) for account in accounts)


__all__ = ["INDUSTRIES", "RESULT", "change", "chinese", "every", "flow", "lived", "moved", "within", "years"]
