"""Bank statements: each tie at the edge from both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import DocumentWarning
from extract.records import BankStatement
from tests.verify.papers import LAST, THIS, Paper, broken, december, judged, november, results, status, statuses

JAN, FEB, MAR = (date(2025, 1, 1), date(2025, 1, 31)), (date(2025, 2, 1), date(2025, 2, 28)), (date(2025, 3, 1), date(2025, 3, 31))
CHAIN = [("2025-01-03", "50.00", "150.00"), ("2025-01-10", "-20.00", "130.00"), ("2025-01-20", "5.00", "135.00")]


def january(rows: list[tuple[str, str, str | None]], **more: object) -> Paper:
    return Paper("jan.pdf").bank(rows, opening="100.00", start=JAN[0], end=JAN[1], **more)  # type: ignore[arg-type]


def test_a_chain_that_follows_on() -> None:
    assert status(judged(january(CHAIN, closing="135.00")), "BNK001") == "holds"


@pytest.mark.parametrize(
    ("why", "rows", "breaks"),
    [
        ("one fen off", [("2025-01-03", "50.01", "150.00")], 1),
        ("the first row does not follow from the opening", [("2025-01-03", "50.00", "160.00"), ("2025-01-10", "-20.00", "140.00")], 1),
        (
            "a changed amount breaks once",
            [("2025-01-03", "50.00", "150.00"), ("2025-01-10", "-90.00", "130.00"), ("2025-01-20", "5.00", "135.00")],
            1,
        ),
        (
            "a changed balance breaks twice",
            [("2025-01-03", "50.00", "150.00"), ("2025-01-10", "-20.00", "930.00"), ("2025-01-20", "5.00", "135.00")],
            2,
        ),
        ("a row without a balance is added up", [("2025-01-03", "50.00", None), ("2025-01-10", "-20.00", "130.00")], 0),
        ("and its amount counts", [("2025-01-03", "51.00", None), ("2025-01-10", "-20.00", "130.00")], 1),
        ("rows of one day in another order", [("2025-01-03", "-20.00", "130.00"), ("2025-01-03", "50.00", "150.00")], 0),
        ("rows of two days in another order", [("2025-01-04", "-20.00", "130.00"), ("2025-01-03", "50.00", "150.00")], 2),
    ],
)
def test_breaks_are_reported_at_their_row(why: str, rows: list[tuple[str, str, str | None]], breaks: int) -> None:
    assert statuses(judged(january(rows)), "BNK001").count("broken") == breaks, why


def test_a_changed_balance_is_one_finding_with_its_two_breaks() -> None:
    rows = [("2025-01-03", "50.00", "150.00"), ("2025-01-10", "-20.00", "930.00"), ("2025-01-20", "5.00", "135.00")]
    (finding,) = judged(january(rows, closing="135.00")).findings
    assert finding.code == "BNK001"
    assert finding.evidence[0].printed == "930.00"
    assert finding.amount == Decimal("800.00") and finding.benefit == "up"


def test_a_missing_row_offers_both_explanations() -> None:
    rows = [("2025-01-03", "50.00", "150.00"), ("2025-01-20", "5.00", "135.00")]
    judgement = judged(january(rows, closing="135.00"))
    assert broken(judgement) == {"BNK001", "BNK002"}
    (finding,) = judgement.findings
    assert finding.code == "BNK001" and finding.also_breaks == ("BNK002",)
    said = " ".join(way.en for way in finding.counterfactuals)
    assert "-20.00 CNY is missing" in said and "amount of this row is -15.00" in said


def test_rows_over_an_unread_page_are_not_judged() -> None:
    rows = [("2025-01-03", "50.00", "150.00"), ("2025-01-20", "5.00", "135.00")]
    paper = january(rows, closing="135.00")
    warning = DocumentWarning("page-not-read", "Page 1 could not be read.", 1)
    judgement = judged(paper.document(status="partly_read", warnings=(warning,)))
    assert status(judgement, "BNK002") == "not_run"


def test_a_column_that_is_no_running_balance_is_not_judged() -> None:
    rows = [(f"2025-01-{day:02}", f"{day}.00", f"{day * 7 % 31}11.00") for day in range(1, 31)]
    assert status(judged(january(rows)), "BNK001") == "not_run"


def test_no_running_balance_printed() -> None:
    assert status(judged(january([("2025-01-03", "50.00", None)])), "BNK001") == "not_run"


@pytest.mark.parametrize(("closing", "expected"), [("135.00", "holds"), ("135.01", "broken")])
def test_opening_plus_movements(closing: str, expected: str) -> None:
    rows = [(day, amount, None) for day, amount, _ in CHAIN]
    assert status(judged(january(rows, closing=closing)), "BNK002") == expected


def test_opening_plus_printed_totals_is_a_tie_of_its_own() -> None:
    assert statuses(judged(january(CHAIN, closing="135.00", total_credits="55.00", total_debits="20.00")), "BNK002") == ["holds", "holds"]
    assert statuses(judged(january(CHAIN, closing="135.00", total_credits="95.00", total_debits="20.00")), "BNK002") == ["holds", "broken"]


@pytest.mark.parametrize(
    ("credits_total", "debits_total", "expected"),
    [("55.00", "20.00", ["holds", "holds"]), ("55.01", "20.00", ["broken", "holds"]), ("55.00", "19.99", ["holds", "broken"])],
)
def test_printed_totals(credits_total: str, debits_total: str, expected: list[str]) -> None:
    assert statuses(judged(january(CHAIN, total_credits=credits_total, total_debits=debits_total)), "BNK003") == expected


def month(name: str, opening: str, closing: str, days: tuple[date, date], account: str | None = "62220001") -> Paper:
    moved = str(Decimal(closing) - Decimal(opening))
    return Paper(name).bank(
        [(days[0].isoformat(), moved, closing)], opening=opening, closing=closing, start=days[0], end=days[1], account=account
    )


@pytest.mark.parametrize(
    ("why", "papers", "expected"),
    [
        ("follows on", [month("a", "100.00", "150.00", JAN), month("b", "150.00", "90.00", FEB)], ["holds"]),
        ("does not", [month("a", "100.00", "150.00", JAN), month("b", "250.00", "190.00", FEB)], ["broken"]),
        ("a month is missing", [month("a", "100.00", "150.00", JAN), month("b", "250.00", "190.00", MAR)], ["not_run"]),
        (
            "three months",
            [month("a", "1.00", "2.00", JAN), month("c", "3.00", "4.00", MAR), month("b", "2.00", "3.00", FEB)],
            ["holds", "holds"],
        ),
        ("other accounts", [month("a", "100.00", "150.00", JAN), month("b", "250.00", "190.00", FEB, "62220002")], ["not_run", "not_run"]),
        ("one statement", [month("a", "100.00", "150.00", JAN)], ["not_run"]),
    ],
)
def test_statements_of_one_account(why: str, papers: list[Paper], expected: list[str]) -> None:
    assert statuses(judged(*papers), "BNK004") == expected, why


def test_overlapping_statements_agree_on_the_day_between() -> None:
    rows = [("2025-01-10", "50.00", "150.00"), ("2025-02-10", "10.00", "160.00")]
    long = Paper("long").bank(rows, opening="100.00", closing="160.00", start=JAN[0], end=FEB[1])
    assert statuses(judged(long, month("b", "150.00", "90.00", FEB)), "BNK004") == ["holds"]
    assert statuses(judged(long, month("b", "170.00", "90.00", FEB)), "BNK004") == ["broken"]


def books(**column: str) -> Paper:
    return Paper("balance.pdf").statement("balance_sheet", {THIS: column, LAST: column})


@pytest.mark.parametrize(
    ("why", "column", "expected", "verdict"),
    [
        ("deposits agree", {"bank_deposits": "351,200.00"}, "holds", "contradiction"),
        ("the bank shows more than the books", {"bank_deposits": "351,199.99"}, "broken", "contradiction"),
        ("the books show more: another account may exist", {"bank_deposits": "951,200.00"}, "broken", "unsupported"),
        ("all cash, a little of it in the till", {"cash": "360,000.00"}, "holds", "unsupported"),
        ("all cash equals the bank", {"cash": "351,200.00"}, "holds", "contradiction"),
        ("the bank shows more than all cash", {"cash": "300,000.00"}, "broken", "unsupported"),
        ("the bank backs a third of it", {"cash": "1,051,200.00"}, "broken", "unsupported"),
    ],
)
def test_bank_and_books(why: str, column: dict[str, str], expected: str, verdict: str) -> None:
    this, last = sorted(results(judged(books(**column), november(), december()), "BNK005"), key=lambda tie: tie.status == "not_run")
    assert (this.status, this.verdict) == (expected, verdict), why
    assert last.status == "not_run"  # no statement covers last year's end


def test_two_accounts_are_added() -> None:
    other = Paper("savings.pdf").bank([], opening="48,800.00", closing="48,800.00", account="9", start=date(2025, 12, 1), end=THIS)
    assert "holds" in statuses(judged(books(bank_deposits="400,000.00"), december(), other), "BNK005")


def test_an_item_that_clears_within_two_weeks_reconciles() -> None:
    rows = [("2025-12-30", "1.00", "100.00"), ("2026-01-06", "-30.00", "70.00")]
    paper = Paper("bank").bank(rows, opening="99.00", closing="70.00", start=date(2025, 12, 1), end=date(2026, 1, 31))
    assert "holds" in statuses(judged(books(bank_deposits="70.00"), paper), "BNK005")
    assert "broken" in statuses(judged(books(bank_deposits="60.00"), paper), "BNK005")


DAYS = st.sampled_from([None, "2025-12-01", "2025-12-31", "2026-01-05", "0001-01-01", "9999-12-31"])
AMOUNTS = st.sampled_from(["0.00", "-5.00", "5.00", "999,999,999.99", "-"])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.tuples(DAYS, AMOUNTS, st.one_of(st.none(), AMOUNTS)), max_size=6),
            st.one_of(st.none(), AMOUNTS),
            st.one_of(st.none(), AMOUNTS),
            st.one_of(st.none(), AMOUNTS),
            DAYS,
            DAYS,
            st.sampled_from([None, "1", "2"]),
        ),
        max_size=4,
    )
)
def test_no_bank_statement_is_too_strange(
    statements: list[tuple[list[tuple[str | None, str, str | None]], str, str, str, str, str, str]],
) -> None:
    papers = [books(cash="5.00")]
    for number, (rows, opening, closing, total, start, end, account) in enumerate(statements):
        paper = Paper(f"bank{number}")
        first, last = (date.fromisoformat(day) if day else None for day in (start, end))
        paper.bank(
            [(day or "2025-12-15", amount, balance) for day, amount, balance in rows],
            opening=opening, closing=closing, total_credits=total, start=first, end=last, account=account,
        )  # fmt: skip
        (record,) = paper.records
        assert isinstance(record, BankStatement)
        undated = [replace(row, date=None) if day is None else row for row, (day, _, _) in zip(record.transactions, rows, strict=True)]
        paper.records = [replace(record, transactions=tuple(undated))]
        papers.append(paper)
    judgement = judged(*papers)
    assert {tie.id for tie in judgement.ties} >= {"BNK001", "BNK002", "BNK003", "BNK004", "BNK005"}
    assert len({(tie.id, tie.subject) for tie in judgement.ties}) == len(judgement.ties)


def test_another_currency_is_not_compared() -> None:
    rows = [("2025-12-30", "1.00", "100.00")]
    dollars = Paper("usd", currency="USD").bank(rows, opening="99.00", closing="100.00", start=date(2025, 12, 1), end=THIS)
    assert set(statuses(judged(books(bank_deposits="700.00"), dollars), "BNK005")) == {"not_run"}
