"""Every printed statement equals its ledger: the journal summed by hand, over seeds, in every industry, country and framework."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samples.books.accounts import ACCOUNTS, MONEY
from samples.books.journal import Entry, Ledgers
from samples.books.simulate import books
from samples.firms.draw import firm
from samples.handover.sheaves import layout
from samples.papers.layout import Look, in_unit
from samples.records.compose import papers
from samples.records.record import Statement
from samples.streams import stream

_STOCK = ("materials", "work_in_progress", "contract_costs", "stock")
_FIXED = ("fixed_assets", "accumulated_depreciation", "construction_in_progress")


def _held(entries: Iterable[Entry], until: date) -> Counter[str]:
    held: Counter[str] = Counter()
    for entry in entries:
        if entry.day <= until:
            for account, amount in entry.postings:
                held[account] += amount
    return held


def _earned(entries: Iterable[Entry], first: date, last: date) -> Counter[str]:
    """What the accounts of the result moved by, before they were closed."""
    return _held((entry for entry in entries if entry.day >= first and entry.kind not in {"closing", "reserve"}), last)


def _balance(held: Counter[str]) -> dict[str, int]:
    """Lines that mean the same in every framework, straight from the accounts."""
    owned = sum(held[one.id] for one in ACCOUNTS.values() if one.kind == "asset")
    owing = -sum(held[one.id] for one in ACCOUNTS.values() if one.kind == "liability")
    equity = -sum(held[one.id] for one in ACCOUNTS.values() if one.kind in {"equity", "income", "expense"})
    return {
        "cash": sum(held[account] for account in MONEY),
        "inventories": sum(held[account] for account in _STOCK),
        "paid_in_capital": -held["capital"],
        "total_equity": equity,
        "net_assets": owned - owing,
    }


def _result(earned: Counter[str]) -> dict[str, int]:
    revenue = -earned["sales"] - earned["other_sales"]
    kept = -sum(earned[one.id] for one in ACCOUNTS.values() if one.kind in {"income", "expense"})
    return {"revenue": revenue, "net_profit": kept, "income_tax": earned["income_tax"]}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6))
def test_what_is_printed_is_what_the_journal_adds_up_to(seed: int) -> None:
    borrower = firm(seed)
    ledgers = Ledgers(firm=borrower, books=books(borrower))
    entries = ledgers.books.entries
    compared = 0
    for document in papers(ledgers).documents:
        record = document.record
        if not isinstance(record, Statement) or record.record not in {"balance_sheet", "income_statement"}:
            continue
        chosen = layout(record, borrower, borrower.split)
        look = Look(firm=borrower, face="song" if borrower.language == "zh" else "sans", source=stream(seed, "look"))
        months = {(column.period, column.span): column.months for column in record.columns}
        for entry in chosen.draw(record, look).entries():
            if entry.concept is None:
                continue
            if record.record == "balance_sheet":
                known = _balance(_held(entries, entry.period))
            else:
                known = _result(_earned(entries, _start(entry.period, months[entry.period, entry.span]), entry.period))
            if entry.concept in known:
                assert entry.value == in_unit(known[entry.concept], record.unit), (entry.concept, entry.period)
                compared += 1
    assert compared >= 8


def _start(last: date, months: int) -> date:
    """The first day of the `months` months that end on `last`."""
    number = last.year * 12 + last.month - months
    return date(number // 12, number % 12 + 1, 1)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6))
def test_every_ledger_balances_on_every_day(seed: int) -> None:
    borrower = firm(seed)
    day: date | None = None
    held: Counter[str] = Counter()
    for entry in books(borrower).entries:
        if entry.day != day:
            assert sum(held.values()) == 0
            day = entry.day
        for account, amount in entry.postings:
            assert isinstance(amount, int)
            held[account] += amount
    assert sum(held.values()) == 0


@pytest.mark.parametrize(
    ("minor", "unit", "printed"), [(1_234_567, 10_000, "12300"), (-1_234_567, 10_000, "-12300"), (150, 100, "2"), (7, 1, "0.07")]
)
def test_a_figure_is_rounded_to_the_printed_step_a_half_away_from_nothing(minor: int, unit: int, printed: str) -> None:
    assert in_unit(minor, unit) == Decimal(printed)
