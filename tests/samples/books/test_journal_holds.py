"""What no honest books may break: every entry balances, nothing is overdrawn, every invoice is settled at most once."""

from __future__ import annotations

from collections import Counter

from samples.books.accounts import ACCOUNTS, BANKS, MONEY
from samples.books.journal import Ledgers, balances

from .lived import every, lived

_HELD = (*MONEY, "stock", "materials", "contract_costs", "work_in_progress", "receivables", "retention_receivable", "notes_receivable",
         "prepayments")  # fmt: skip
_SETTLED = {"receivables", "retention_receivable", "payables"}


@every
def test_every_entry_balances_in_whole_minor_units(case):
    _, made = lived(case)
    for entry in made.entries:
        assert sum(amount for _, amount in entry.postings) == 0, entry
        assert all(type(amount) is int and account in ACCOUNTS for account, amount in entry.postings), entry


@every
def test_entries_run_by_day_from_the_opening_balance(case):
    firm, made = lived(case)
    assert made.entries[0].kind == "opening"
    assert [entry.day for entry in made.entries] == sorted(entry.day for entry in made.entries)
    assert made.entries[0].day < firm.first
    assert all(firm.first <= entry.day <= firm.last for entry in made.entries[1:])


@every
def test_names_are_given_once(case):
    _, made = lived(case)
    for names in (Counter(entry.id for entry in made.entries), Counter(deal.id for deal in made.deals)):
        assert not [name for name, count in names.items() if count > 1]


@every
def test_nothing_is_overdrawn_after_any_entry(case):
    """Banks, cash, stock and receivables: not at the end of a day only, but in the order in which the entries stand."""
    firm, made = lived(case)
    running = dict.fromkeys(_HELD, 0)
    for entry in made.entries:
        for account, amount in entry.postings:
            if account in running:
                running[account] += amount
                assert running[account] >= 0, (entry, running[account])
    assert {account for account in BANKS if running[account]} <= {account.id for account in firm.accounts}


@every
def test_money_moves_under_one_concept(case):
    """Own transfers have none; an entry that changes what the firm has in money has one."""
    _, made = lived(case)
    for entry in made.entries[1:]:
        total = sum(amount for account, amount in entry.postings if account in MONEY)
        assert bool(entry.flow) == bool(total), entry


@every
def test_open_invoices_are_the_balance_of_receivables_and_payables(case):
    """And no invoice is settled beyond its sum."""
    _, made = lived(case)
    deals = {deal.id: deal for deal in made.deals}
    left = {deal.id: deal.gross for deal in made.deals if deal.kind in {"sale", "purchase"}}
    for entry in made.entries:
        assert all(name in deals for name, _ in entry.settles), entry
        settles = any(account in _SETTLED for account, _ in entry.postings)
        if settles or entry.kind in {"opening", "cash_sale", "platform_sale"}:
            for name, amount in entry.settles:
                if name in left:
                    left[name] -= amount
                    assert left[name] >= 0, (entry, deals[name])
    then = balances(made.entries)
    assert sum(left[name] for name in left if deals[name].kind == "sale") == sum(
        then.get(account, 0) for account in ("receivables", "retention_receivable")
    )
    assert sum(left[name] for name in left if deals[name].kind == "purchase") == -then.get("payables", 0)


@every
def test_parties_and_deals_that_entries_name_exist(case):
    firm, made = lived(case)
    deals = {deal.id for deal in made.deals}
    for entry in made.entries:
        assert not entry.party or entry.party in firm.parties, entry
        assert not entry.deal or entry.deal in deals, entry


@every
def test_no_firm_has_more_entries_than_the_limit(case):
    _, made = lived(case)
    assert 300 < len(made.entries) < 12_000


@every
def test_untouched_books_are_what_every_view_shows(case):
    """Closings are those that a changed version would be given, so that a twin differs only by what was done to it."""
    firm, made = lived(case)
    ledgers = Ledgers(firm=firm, books=made)
    assert ledgers.entries("actual") == ledgers.entries("stated") == made.entries


@every
def test_a_closing_leaves_no_result(case):
    firm, made = lived(case)
    for end in firm.year_ends:
        then = balances(made.entries, end)
        assert not [account for account, amount in then.items() if ACCOUNTS[account].kind in {"income", "expense"} and amount]
