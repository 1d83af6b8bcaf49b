"""Patterns of the bank and of statements: each at its edge from both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from tests.verify.bank_rows import Row, bank
from tests.verify.papers import THIS, Paper, broken, judged, results, status
from verify.judgement import Judgement
from verify.rest_days import is_rest_day
from verify.rules.bnk018_first_digits import critical, deviation
from verify.tie import Tie


def the(judgement: Judgement, code: str) -> Tie:
    (tie,) = results(judgement, code)
    return tie


# BNK014: round trips

OTHERS = Row("2025-03-20", "80,000.00", "甲方商店")
OUT, BACK = Row("2025-03-03", "-20,000.00", "乙贸易有限公司"), Row("2025-03-06", "20,000.00", "乙贸易有限公司")


@pytest.mark.parametrize(
    ("why", "rows", "expected"),
    [
        ("a fifth of the credits", [OUT, BACK, OTHERS], "broken"),
        ("a tenth of the credits", [OUT, BACK, replace(OTHERS, amount="180,000.00")], "holds"),
        ("a little more than a tenth", [OUT, BACK, replace(OTHERS, amount="179,999.00")], "broken"),
        ("on the seventh day", [OUT, replace(BACK, day="2025-03-10"), OTHERS], "broken"),
        ("on the eighth day", [OUT, replace(BACK, day="2025-03-11"), OTHERS], "holds"),
        ("on the same day", [OUT, replace(BACK, day="2025-03-03"), OTHERS], "broken"),
        ("back before it left", [replace(OUT, day="2025-03-07"), BACK, OTHERS], "holds"),
        ("from another party", [OUT, replace(BACK, name="丙贸易有限公司"), OTHERS], "holds"),
        ("under a short name", [OUT, replace(BACK, name="乙 贸易公司"), OTHERS], "broken"),
        (
            "from another name on one account",
            [replace(OUT, account="6222 0000 1111"), replace(BACK, name="丙贸易有限公司", account="622200001111"), OTHERS],
            "broken",
        ),
        ("in two parts", [OUT, replace(BACK, amount="10,000.00"), replace(BACK, amount="10,000.00", day="2025-03-08"), OTHERS], "broken"),
        ("what left once returns once", [replace(OUT, amount="-9,000.00"), BACK, OTHERS], "holds"),
        ("a payment that could not be made", [OUT, replace(BACK, words="退汇"), OTHERS], "holds"),
        ("an own account", [replace(OUT, name="上海光明贸易有限公司"), replace(BACK, name="上海光明贸易有限公司"), OTHERS], "holds"),
    ],
)
def test_money_that_goes_round(why: str, rows: list[Row], expected: str) -> None:
    assert status(judged(bank(rows)), "BNK014") == expected, why


def test_a_round_trip_through_two_accounts() -> None:
    papers = [bank([OUT], name="one.pdf"), bank([BACK, OTHERS], name="two.pdf", account="62220002")]
    tie = the(judged(*papers), "BNK014")
    assert (tie.status, tie.lhs) == ("broken", Decimal("0.2"))
    assert [item.printed for item in tie.evidence] == ["-20,000.00", "20,000.00"]


def through_helpers(back: str, times: int) -> Paper:
    rows = []
    for number in range(times):
        rows += [Row(f"2025-03-{number * 8 + 1:02}", "-9,000.00", "甲方商店"), Row(f"2025-03-{number * 8 + 4:02}", back, "乙方商店")]
    return bank([*rows, replace(OTHERS, name="丙方商店")])


@pytest.mark.parametrize(
    ("back", "times", "expected"),
    [
        ("9,000.00", 3, "broken"),
        ("9,000.00", 2, "holds"),
        ("8,955.00", 3, "broken"),
        ("8,954.99", 3, "holds"),
        ("9,000.01", 3, "holds"),
    ],
)
def test_parties_between_whom_equal_amounts_go_round_are_linked(back: str, times: int, expected: str) -> None:
    assert status(judged(through_helpers(back, times)), "BNK014") == expected


def test_of_linked_parties_only_the_equal_amounts_count() -> None:
    paper = through_helpers("9,000.00", 3)
    extra = bank(
        [Row("2025-03-02", "-50,000.00", "甲方商店"), Row("2025-03-05", "60,000.00", "乙方商店")], name="b.pdf", account="62220002"
    )
    tie = the(judged(paper, extra), "BNK014")
    assert tie.lhs is not None and round(tie.lhs, 4) == round(Decimal(27) / Decimal(167), 4)


def test_quarters_are_judged_apart() -> None:
    judgement = judged(bank([OUT, BACK, OTHERS, replace(OTHERS, day="2025-04-01", amount="900,000.00")]))
    assert [(tie.subject, tie.status, tie.period) for tie in results(judgement, "BNK014")] == [
        ("CNY/2025-Q1", "broken", date(2025, 3, 31)),
        ("CNY/2025-Q2", "holds", date(2025, 6, 30)),
    ]
    assert the(judged(bank([replace(OTHERS, day="2025-12-01")])), "BNK014").period == THIS


def test_a_round_trip_is_a_suspicion_of_its_own() -> None:
    judgement = judged(bank([OUT, BACK, OTHERS]))
    (finding,) = [finding for finding in judgement.findings if finding.code == "BNK014"]
    assert (finding.verdict, finding.severity) == ("suspicious", "high")


def test_round_trips_need_names() -> None:
    assert status(judged(bank([replace(OUT, name=None), replace(BACK, name=None)])), "BNK014") == "not_run"
    assert status(judged(bank([OUT])), "BNK014") == "not_run"
    assert status(judged(), "BNK014") == "not_run"


# BNK015: interest and balances. A million from 21 March to 20 June, 92 days: 63.89 at the least, 1,022.22 at the most.

QUARTER = {"start": date(2025, 3, 1), "end": date(2025, 6, 30), "opening": "1,000,000.00"}


def interest(amount: str | None, **more: object) -> Paper:
    rows = [] if amount is None else [Row("2025-06-23", amount, words="季度结息")]
    return bank(rows, **{**QUARTER, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("63.88", "holds"), ("63.87", "broken"), ("250.00", "holds"), ("1,022.23", "holds"), ("1,022.24", "broken"), (None, "broken")],
)
def test_interest_fits_the_balances(amount: str | None, expected: str) -> None:
    assert status(judged(interest(amount)), "BNK015") == expected


def test_interest_that_comes_too_late_is_not_of_the_quarter() -> None:
    rows = [Row("2025-06-29", "250.00", words="季度结息")]
    assert status(judged(bank(rows, **QUARTER)), "BNK015") == "broken"  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "end"), [(date(2025, 3, 22), date(2025, 6, 30)), (date(2025, 3, 21), date(2025, 6, 27))])
def test_a_quarter_must_be_covered(start: date, end: date) -> None:
    assert status(judged(interest("1.00", start=start, end=end)), "BNK015") == "not_run"


def test_only_banks_that_must_pay() -> None:
    assert status(judged(interest("1.00", currency="GBP")), "BNK015") == "not_run"


def test_a_gap_between_two_statements() -> None:
    march = bank([], name="a.pdf", start=date(2025, 3, 1), end=date(2025, 4, 30), opening="1,000,000.00")
    june = bank([Row("2025-06-23", "1.00", words="结息")], name="b.pdf", start=date(2025, 5, 2), end=date(2025, 6, 30), opening="1.00")
    assert status(judged(march, june), "BNK015") == "not_run"
    whole = bank([], name="c.pdf", start=date(2025, 5, 1), end=date(2025, 5, 1), opening="1,000,000.00")
    assert status(judged(march, whole, june), "BNK015") == "broken"


# BNK016: the balance at the date

SHEET = Paper("sheet.pdf").statement("balance_sheet", {THIS: {"cash": "1.00"}})


def year_end(held: str, *, end: date = date(2026, 1, 31), usual: str = "100,000.00") -> Paper:
    rows = [Row("2025-12-31", "1.00", balance=held), Row("2026-01-01", "-1.00", balance=usual)]
    return bank(rows, start=date(2025, 12, 1), end=end, opening=usual)


@pytest.mark.parametrize(("held", "expected"), [("300,000.00", "holds"), ("300,001.00", "broken"), ("100,000.00", "holds")])
def test_a_balance_of_one_day(held: str, expected: str) -> None:
    tie = the(judged(SHEET, year_end(held)), "BNK016")
    assert (tie.status, tie.period) == (expected, THIS)
    assert tie.evidence[0].printed == held


def test_both_sides_of_the_date_must_be_covered() -> None:
    assert status(judged(SHEET, year_end("900,000.00", end=date(2026, 1, 15))), "BNK016") == "broken"
    assert status(judged(SHEET, year_end("900,000.00", end=date(2026, 1, 14))), "BNK016") == "not_run"
    assert status(judged(SHEET), "BNK016") == "not_run"
    assert status(judged(year_end("900,000.00")), "BNK016") == "not_run"


def test_nothing_is_three_times_an_empty_account() -> None:
    assert status(judged(SHEET, year_end("900,000.00", usual="0.00")), "BNK016") == "not_run"


# BNK017: rest days

MONDAYS = [f"2025-{month:02}-{day:02}" for month, day in [(3, 3), (3, 10), (3, 17), (3, 24), (3, 31), (5, 12), (5, 19), (5, 26), (6, 9)]]
SUNDAY, EXCHANGED, HOLIDAY = "2025-03-02", "2025-04-27", "2025-10-01"


def counter(days: Iterable[str], **more: object) -> Judgement:
    return judged(bank([Row(day, "5,000.00", words="柜面现金存入") for day in days], **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("why", "days", "expected"),
    [
        ("one of ten", [*MONDAYS, SUNDAY], "holds"),
        ("two of eleven", [*MONDAYS, SUNDAY, "2025-03-09"], "broken"),
        ("a holiday is a rest day", [*MONDAYS, SUNDAY, HOLIDAY], "broken"),
        ("a Sunday worked in exchange is none", [*MONDAYS, SUNDAY, EXCHANGED], "holds"),
        ("nine say too little", MONDAYS, "not_run"),
        ("a year that is not announced does not count", [*MONDAYS, "2031-01-05", "2031-01-12"], "not_run"),
    ],
)
def test_counters_are_shut_on_rest_days(why: str, days: list[str], expected: str) -> None:
    assert status(counter(days), "BNK017") == expected, why


def test_online_banking_goes_on_all_days() -> None:
    rows = [Row(day, "5,000.00", words="网银转账") for day in [*MONDAYS, SUNDAY, HOLIDAY]]
    assert status(judged(bank(rows)), "BNK017") == "not_run"
    assert status(judged(), "BNK017") == "not_run"


def test_a_currency_without_a_calendar() -> None:
    assert status(counter([*MONDAYS, SUNDAY, HOLIDAY], currency="CHF"), "BNK017") == "not_run"


@pytest.mark.parametrize(
    ("day", "currency", "rests"),
    [
        (date(2025, 9, 28), "CNY", False),
        (date(2025, 9, 27), "CNY", True),
        (date(2025, 12, 26), "GBP", True),
        (date(2025, 12, 26), "USD", False),
        (date(2026, 7, 3), "USD", False),  # Independence Day falls on a Saturday: the Federal Reserve works on the Friday before
        (date(2025, 7, 4), "USD", True),
        (date(2025, 7, 4), "CHF", None),
    ],
)
def test_rest_days(day: date, currency: str, rests: bool | None) -> None:
    assert is_rest_day(day, currency) is rests


# BNK018: first digits


def amounts(values: Iterable[float]) -> Judgement:
    rows = [
        Row((date(2025, 1, 1) + timedelta(days=number // 3)).isoformat(), f"{value:,.2f}", f"客户{number}号商店")
        for number, value in enumerate(values)
    ]
    return judged(bank(rows))


def spread(count: int, orders: float) -> list[float]:
    return [100 * 10 ** (orders * number / (count - 1)) for number in range(count)]


def test_digits_of_amounts_that_were_made_up() -> None:
    assert status(amounts(spread(400, 4)), "BNK018") == "holds"
    made_up = [(5 + number % 2 + 0.001 * number) * 10 ** (2 + number % 4) for number in range(400)]
    tie = the(amounts(made_up), "BNK018")
    assert tie.status == "broken" and tie.lhs is not None and tie.rhs is not None and tie.lhs > tie.rhs
    assert {item.printed[0] for item in tie.evidence} == {"6"}


def test_digits_need_many_amounts_over_three_orders() -> None:
    assert status(amounts(spread(300, 3)), "BNK018") == "holds"
    assert status(amounts(spread(299, 3)), "BNK018") == "not_run"
    assert status(amounts(spread(300, 2.99)), "BNK018") == "not_run"
    assert status(judged(), "BNK018") == "not_run"


def test_equal_amounts_of_one_party_count_once() -> None:
    rent = [Row("2025-01-02", "500.00", "房东")] * 200
    rows = [Row("2025-01-02", f"{value:,.2f}", f"客户{number}号商店") for number, value in enumerate(spread(299, 3))]
    judgement = judged(bank([*rows, *rent]))
    assert status(judgement, "BNK018") == "holds"


def test_the_bound_is_that_of_the_parties_at_hand() -> None:
    logs = np.linspace(2, 6, 400)
    alone, together = np.arange(400), np.arange(400) % 4
    assert critical(logs, alone) == critical(logs, alone)
    assert 20 < critical(logs, alone) < 35  # what chance alone gives; 26.1 is the 99.9th percentile of the chi-square
    steep = np.repeat(np.array([3.0, 4.1, 5.2, 6.3]), 100)
    assert critical(steep, np.repeat(np.arange(4), 100)) > 5 * critical(steep, alone)
    assert critical(logs, together) > 0


def test_digits_at_the_edge_of_a_power_of_ten() -> None:
    values = np.log10(np.array([[1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000, 0.2]]))
    shares = np.array([3, 2, 1, 1, 1, 1, 1, 1, 1]) / 12
    expected = 12 * ((shares - np.log10(1 + 1 / np.arange(1, 10))) ** 2 / np.log10(1 + 1 / np.arange(1, 10))).sum()
    assert deviation(values)[0] == pytest.approx(expected)


# PLA015: one payer


def receipts(large: str, *, name: str | None = "大客户有限公司", count: int = 10, other: str | None = "小客户有限公司") -> Paper:
    small = [Row(f"2025-03-{day:02}", "4,000.00", other) for day in range(2, count + 1)]
    return bank([Row("2025-03-01", large, name), *small])


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (receipts("54,000.00"), "holds"),
        (receipts("54,000.01"), "broken"),
        (receipts("54,000.01", count=9), "not_run"),
        (receipts("54,000.01", other=None), "broken"),
        (receipts("54,000.01", name=None), "holds"),
        (receipts("54,000.01", name="某某支付科技有限公司"), "holds"),
        (receipts("54,000.01", name=None, other=None), "not_run"),
        (receipts("900,000.00", name="上海光明贸易有限公司"), "not_run"),
    ],
)
def test_one_payer(paper: Paper, expected: str) -> None:
    assert status(judged(paper), "PLA015") == expected


def test_the_payer_is_named() -> None:
    (finding,) = [finding for finding in judged(receipts("90,000.00")).findings if finding.code == "PLA015"]
    assert "大客户有限公司" in finding.explanation.zh and "71.4%" in finding.explanation.en


def test_patterns_are_soft_and_contradict_nothing() -> None:
    judgement = judged(bank([OUT, BACK, OTHERS]))
    codes = {"BNK014", "BNK015", "BNK016", "BNK017", "BNK018", "PLA015"}
    assert all(tie.soft for tie in judgement.ties if tie.id in codes)
    assert broken(judgement) == {"BNK014"}
