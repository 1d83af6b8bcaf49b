"""The books behind the samples: balanced at every entry, never overdrawn, and the same from the same seed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.bank_days import is_bank_day
from samples.company import firm
from samples.ledger import RESULT, Entry, Ledger, Posting
from samples.trading import YEARS, books

firms = st.builds(firm, st.integers(0, 10**6), st.sampled_from(["zh", "en"]))


@settings(max_examples=12, deadline=None)
@given(firms)
def test_every_account_together_is_nothing_after_each_entry(borrower):
    balances: Counter[str] = Counter()
    for entry in books(borrower).ledger.entries:
        for posting in entry.postings:
            balances[posting.account] += posting.amount
        assert sum(balances.values()) == 0, entry


@settings(max_examples=12, deadline=None)
@given(firms)
def test_the_account_is_never_overdrawn_and_moves_on_bank_days_only(borrower):
    for entry, balance in books(borrower).ledger.bank_lines:
        assert balance > 0
        if entry.kind not in {"opening", "deposit_interest"}:  # a bank credits its own interest on any day
            assert is_bank_day(entry.day, borrower.language), entry


@settings(max_examples=12, deadline=None)
@given(firms)
def test_a_closed_year_leaves_nothing_on_the_result_accounts(borrower):
    ledger = books(borrower).ledger
    for year in YEARS:
        for account in RESULT:
            assert ledger.balance(account, date(year, 12, 31)) == 0


@settings(max_examples=12, deadline=None)
@given(firms)
def test_what_customers_owe_is_what_unpaid_invoices_say(borrower):
    made = books(borrower)
    unpaid = sum(deal.gross for deal in made.deals if deal.kind == "sale" and deal.paid is None)
    assert made.ledger.balance("receivables", date(YEARS[-1], 12, 31)) == unpaid


@settings(max_examples=12, deadline=None)
@given(firms)
def test_the_same_seed_gives_the_same_books(borrower):
    again = firm(borrower.seed, borrower.language)
    assert again == borrower
    assert books(again) == books(borrower)


def test_an_entry_that_does_not_balance_cannot_be_built():
    with pytest.raises(ValueError, match="balance"):
        Entry(day=date(2025, 1, 2), kind="sale", postings=(Posting("receivables", 100), Posting("sales", -99)))


def test_a_bank_leg_needs_its_cash_flow_line():
    with pytest.raises(ValueError, match="belong together"):
        Entry(day=date(2025, 1, 2), kind="rent", postings=(Posting("admin", 100), Posting("bank", -100)))


def test_entries_out_of_order_are_no_ledger():
    late = Entry(day=date(2025, 1, 3), kind="sale", postings=())
    early = Entry(day=date(2025, 1, 2), kind="sale", postings=())
    with pytest.raises(ValueError, match="order"):
        Ledger((late, early))
