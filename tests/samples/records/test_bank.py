"""Bank statements: chained, timed within the day, and told in the words of their bank."""

from __future__ import annotations

from datetime import date

from samples.books.journal import Entry
from samples.records.bank import _Movement, _solvent
from samples.records.compose import papers
from samples.records.record import BankStatement
from tests.samples.records.made import clean, ledgers


def _statements(framework: str = "xqy") -> list[BankStatement]:
    return [document.record for document in clean(framework).of("bank_statement") if isinstance(document.record, BankStatement)]  # type: ignore[arg-type]


def test_rows_follow_each_other_in_time() -> None:
    for statement in _statements():
        moments = [(line.day, line.time) for line in statement.lines]
        assert moments == sorted(moments)


def test_rows_lie_inside_the_statement() -> None:
    for statement in _statements():
        assert all(statement.start <= line.day <= statement.end for line in statement.lines)


def test_statements_cover_as_many_months_as_are_asked_for() -> None:
    made = papers(ledgers("xqy", bank_months=6))
    found = [document.record for document in made.of("bank_statement") if isinstance(document.record, BankStatement)]
    firm = made.ledgers.firm
    assert (firm.last.year - min(s.start for s in found).year) * 12 + firm.last.month - min(s.start for s in found).month == 5


def test_a_counterparty_has_one_account_number() -> None:
    names = {party.name for party in ledgers("xqy").firm.parties.values()}
    numbers: dict[str, set[str]] = {}
    for statement in _statements():
        for line in statement.lines:
            if line.counterparty in names:
                numbers.setdefault(line.counterparty, set()).add(line.counterparty_account)
    assert all(len(found) == 1 for found in numbers.values())


def test_nothing_is_printed_before_its_last_row() -> None:
    assert all(statement.printed > statement.end for statement in _statements())


def test_a_day_is_not_overdrawn_in_passing_when_money_comes_in() -> None:
    entry = Entry("e", date(2025, 1, 2), "receipt", ())
    rows = [
        _Movement(date(2025, 1, 2), "09:00:00", "a", -80, entry),
        _Movement(date(2025, 1, 2), "10:00:00", "b", 100, entry),
    ]
    assert [(row.id, row.time) for row in _solvent(rows, 50)] == [("b", "09:00:00"), ("a", "10:00:00")]


def test_a_day_that_is_never_overdrawn_keeps_its_times() -> None:
    entry = Entry("e", date(2025, 1, 2), "receipt", ())
    rows = [
        _Movement(date(2025, 1, 2), "09:00:00", "a", -80, entry),
        _Movement(date(2025, 1, 2), "10:00:00", "b", 100, entry),
    ]
    assert _solvent(rows, 90) == rows


def test_an_own_transfer_stands_in_both_accounts_at_one_time() -> None:
    made = papers(ledgers("xqy", "manufacturing", bank_months=24))
    legs: dict[str, list[tuple[int, date, str]]] = {}
    for document in made.of("bank_statement"):
        assert isinstance(document.record, BankStatement)
        for line in document.record.lines:
            if line.kind == "transfer":
                legs.setdefault(line.id.removesuffix("/2"), []).append((line.amount, line.day, line.time))
    assert all(len(pair) == 2 and pair[0][0] == -pair[1][0] and pair[0][1:2] == pair[1][1:2] for pair in legs.values())
