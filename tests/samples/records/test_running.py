"""Running balances by month agree with the journal added up from its first entry."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from samples.books.journal import Entry, balances
from samples.records.running import Running

_ACCOUNTS = ("bank_1", "receivables", "sales", "vat_payable")
_DAY = st.integers(0, 700).map(lambda days: date(2024, 1, 1) + timedelta(days=days))
_ENTRIES = st.lists(
    st.tuples(_DAY, st.sampled_from(("sale", "receipt", "closing")), st.sampled_from(_ACCOUNTS), st.sampled_from(_ACCOUNTS), st.integers(-500, 500)),
    max_size=40,
)  # fmt: skip


def _booked(drawn: list[tuple[date, str, str, str, int]]) -> list[Entry]:
    rows = sorted(drawn, key=lambda row: row[0])
    return [Entry(f"e-{n}", day, kind, ((one, amount), (other, -amount))) for n, (day, kind, one, other, amount) in enumerate(rows)]  # type: ignore[arg-type]


def _end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@given(_ENTRIES, _DAY)
def test_balances_are_those_of_the_journal(drawn: list[tuple[date, str, str, str, int]], day: date) -> None:
    entries = _booked(drawn)
    assert {k: v for k, v in Running(entries).balances(day).items() if v} == {k: v for k, v in balances(entries, _end(day)).items() if v}


@given(_ENTRIES, _DAY, _DAY)
def test_balances_do_not_depend_on_what_was_asked_before(drawn: list[tuple[date, str, str, str, int]], one: date, other: date) -> None:
    entries = _booked(drawn)
    running = Running(entries)
    running.balances(one)
    assert running.balances(other) == Running(entries).balances(other)


@given(_ENTRIES, _DAY, _DAY)
def test_movements_lead_from_one_balance_to_the_next(drawn: list[tuple[date, str, str, str, int]], one: date, other: date) -> None:
    first, last = sorted((one, other))
    running = Running(_booked(drawn))
    before = running.balances(first.replace(day=1) - timedelta(days=1))
    moved: dict[str, int] = {}
    for (_, _, account), amount in running.moved(first, last).items():
        moved[account] = moved.get(account, 0) + amount
    after = running.balances(last)
    assert all(before.get(account, 0) + moved.get(account, 0) == after.get(account, 0) for account in _ACCOUNTS)


@given(_ENTRIES, _DAY, _DAY)
def test_debits_are_what_was_debited(drawn: list[tuple[date, str, str, str, int]], one: date, other: date) -> None:
    first, last = sorted((one, other))
    entries = _booked(drawn)
    inside = [entry for entry in entries if first.replace(day=1) <= entry.day <= _end(last)]
    debits = Running(entries).debits(first, last)
    for account in _ACCOUNTS:
        assert debits.get(account, 0) == sum(
            amount for entry in inside for name, amount in entry.postings if name == account and amount > 0
        )
