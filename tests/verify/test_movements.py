"""What rules about accounts share: movements once, parties under one name, balances of every day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from extract.records import BankStatement
from tests.verify.bank_rows import Row, bank
from tests.verify.papers import Paper, judged
from verify.account_days import balances_by_day
from verify.accounts import AccountStatement
from verify.movements import Counterparties, movements_of, plain_account, plain_name


def test_a_movement_that_two_statements_show_counts_once() -> None:
    one = bank([Row("2025-03-05", "10.00", balance="110.00"), Row("2025-03-06", "5.00", balance="115.00")], name="a.pdf")
    two = bank([Row("2025-03-06", "5.00", balance="115.00"), Row("2025-03-07", "5.00", balance="120.00")], name="b.pdf")
    moved = movements_of(judged(one, two).case)
    assert [movement.amount for movement in moved] == [Decimal("10.00"), Decimal("5.00"), Decimal("5.00")]


def test_parties_are_joined_by_name_and_account() -> None:
    rows = [
        Row("2025-03-05", "1.00", "Acme Trading Ltd", "11112222"),
        Row("2025-03-06", "1.00", "ACME TRADING LIMITED", None),
        Row("2025-03-07", "1.00", "A. Person", "1111-2222"),
        Row("2025-03-08", "1.00", "Other Ltd", "1234****"),
        Row("2025-03-09", "1.00", "Another Ltd", "1234****"),
        Row("2025-03-10", "1.00", None, None),
    ]
    moved = movements_of(judged(bank(rows)).case)
    parties = Counterparties(moved)
    first, second, third, fourth, fifth, last = (parties.of(movement) for movement in moved)
    assert first == second == third and len({first, fourth, fifth}) == 3 and last is None
    assert first is not None and parties.name(first) == "Acme Trading Ltd"


def test_plain_names_and_accounts() -> None:
    assert plain_name("上海（光明）贸易有限公司") == plain_name("上海光明贸易公司") == "上海光明贸易"
    assert plain_name("Limited") == "limited"
    assert [plain_account(text) for text in ("6222 0001", "6222****", "12345", None)] == ["62220001", "", "", ""]


def _held(paper: Paper) -> dict[date, Decimal]:
    (record,) = paper.records
    assert isinstance(record, BankStatement)
    return {day: one.value for day, one in balances_by_day([AccountStatement(paper.document(), record, 0)]).items()}


def test_balances_are_carried_over_days_without_a_row() -> None:
    rows = [Row("2025-03-03", "50.00", balance="150.00"), Row("2025-03-03", "-20.00"), Row("2025-03-05", "1.00", balance="131.00")]
    days = _held(bank(rows, start=date(2025, 3, 1), end=date(2025, 3, 6), opening="100.00"))
    assert list(days.values()) == [Decimal(value) for value in ("100.00", "100.00", "130.00", "130.00", "131.00", "131.00")]
    assert list(_held(bank(rows[:1], start=date(2025, 3, 2))).values()) == [Decimal("100.00"), Decimal("150.00")]


def test_balances_need_dates_in_order_and_one_balance() -> None:
    assert _held(bank([Row("2025-03-03", "50.00")])) == {}
    assert _held(bank([Row("2025-03-05", "1.00", balance="1.00"), Row("2025-03-03", "1.00", balance="2.00")])) == {}
    assert _held(bank([Row("2025-03-05", "1.00", balance="1.00"), Row("2205-03-03", "1.00", balance="2.00")])) == {}
