"""Bank statements become totals, balances and flows of months that every account covers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from extract.records import BankStatement
from tests.verify.papers import Paper, case_of
from verify.facts.collect import Facts, facts_of
from verify.facts.fact import Stretch

NOVEMBER = Stretch(date(2025, 11, 1), date(2025, 11, 30))
DECEMBER = Stretch(date(2025, 12, 1), date(2025, 12, 31))


def bank(month: Stretch, opening: str, *rows: tuple[str, str, str, str, str], account: str = "62220001", name: str = "") -> Paper:
    """Rows as (day, amount, balance, description, counterparty)."""
    paper = Paper(name or f"{account}-{month}.pdf", entity="海岚食品有限公司").bank(
        [row[:3] for row in rows], opening=opening, account=account, start=month.start, end=month.end
    )
    record = paper.records[-1]
    assert isinstance(record, BankStatement)
    told = [replace(one, description=row[3], counterparty=row[4] or None) for one, row in zip(record.transactions, rows, strict=True)]
    paper.records[-1] = replace(record, transactions=tuple(told))
    return paper


def november(account: str = "62220001", opening: str = "100.00") -> Paper:
    return bank(
        NOVEMBER,
        opening,
        ("2025-11-05", "40.00", "140.00", "货款", "潍坊启晟建材有限公司"),
        ("2025-11-20", "-15.00", "125.00", "11月工资", "代发工资"),
        account=account,
    )


def december(account: str = "62220001") -> Paper:
    return bank(DECEMBER, "125.00", ("2025-12-03", "60.00", "185.00", "天气不错", ""), account=account)


def facts(*papers: Paper) -> Facts:
    return case_of(*papers).kept(facts_of)


def value(held: Facts, concept: str, month: Stretch) -> Decimal:
    (choice,) = held.over(concept, month)
    return choice.value


def test_what_moved_in_a_month_and_what_was_left() -> None:
    held = facts(november(), december())
    assert value(held, "bank_credits_total", NOVEMBER) == 40
    assert value(held, "bank_debits_total", NOVEMBER) == 15
    assert value(held, "bank_opening", NOVEMBER) == 100
    assert value(held, "bank_closing", NOVEMBER) == 125
    assert value(held, "bank_closing", DECEMBER) == 185


def test_a_quarter_on_one_statement_is_cut_into_months() -> None:
    whole = Stretch(NOVEMBER.start, DECEMBER.end)
    rows = [("2025-11-05", "40.00", "140.00", "货款", ""), ("2025-12-03", "60.00", "200.00", "货款", "")]
    held = facts(bank(whole, "100.00", *rows))  # type: ignore[arg-type]
    assert [value(held, "bank_credits_total", month) for month in (NOVEMBER, DECEMBER)] == [40, 60]
    assert value(held, "bank_closing", NOVEMBER) == 140
    assert value(held, "bank_opening", DECEMBER) == 140


def test_a_month_that_one_account_does_not_cover_says_nothing() -> None:
    other = bank(DECEMBER, "10.00", account="62220002")
    held = facts(november(), december(), other)
    assert held.stretches("bank_credits_total") == [DECEMBER]
    assert value(held, "bank_closing", DECEMBER) == 195


def test_an_account_that_opens_at_nothing_had_nothing_before() -> None:
    other = bank(DECEMBER, "0.00", account="62220002")
    held = facts(november(), december(), other)
    assert held.stretches("bank_credits_total") == [NOVEMBER, DECEMBER]
    assert value(held, "bank_closing", NOVEMBER) == 125


def test_months_of_part_statements_say_nothing() -> None:
    part = bank(Stretch(date(2025, 11, 2), date(2025, 11, 30)), "100.00")
    assert facts(part).stretches("bank_credits_total") == []


def test_a_second_copy_of_a_month_does_not_count_twice() -> None:
    held = facts(november(), bank(NOVEMBER, "100.00", ("2025-11-05", "40.00", "140.00", "货款", ""), name="copy.pdf"))
    assert {fact.value for fact in held.of("bank_credits_total")} == {Decimal(40)}


def test_flows_are_told_by_their_words_and_the_unknown_are_counted() -> None:
    held = facts(november(), december())
    assert value(held, "bank_customer_receipts", NOVEMBER) == 40
    assert value(held, "bank_payroll", NOVEMBER) == 15
    assert value(held, "bank_customer_receipts", DECEMBER) == 0
    (fact,) = (fact for fact in held.of("bank_payroll") if fact.stretch == NOVEMBER)
    assert fact.remark is not None and fact.remark.en.startswith("1 of 3 rows")


def test_transfers_between_own_accounts_are_no_receipts() -> None:
    moved = bank(NOVEMBER, "0.00", ("2025-11-09", "30.00", "30.00", "货款", "海岚食品有限公司"), account="62220002")
    held = facts(november(), moved)
    assert value(held, "bank_customer_receipts", NOVEMBER) == 40
    assert value(held, "bank_own_transfers", NOVEMBER) == 0  # what went out: the other account's row is not in this file


def test_accounts_of_another_holder_are_summed_apart() -> None:
    private = bank(DECEMBER, "7.00", account="62220009")
    record = private.records[-1]
    assert isinstance(record, BankStatement)
    private.records[-1] = replace(record, holder="邓静")
    held = facts(november(), december(), private)
    assert {fact.entity: fact.value for fact in held.of("bank_closing") if fact.stretch.end == DECEMBER.end} == {
        november().entity: Decimal(185),
        "邓静": Decimal(7),
    }


def test_owners_are_related_only_where_a_paper_names_them() -> None:
    assert facts(november()).stretches("bank_related_in") == []
