"""Invoices against each other: duplicates, and numbers in the order of their dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extract.records import Invoice, Party
from tests.verify.papers import Paper, judged, results, status
from verify.rules.inv020_numbers_and_dates import LEAST_INVOICES, critical, out_of_order

MARCH = date(2025, 3, 1)


def invoice(
    name: str, number: str | None, *, total: str = "113.00", day: date = MARCH, buyer: str = "甲县近山制造有限公司", seller: str = "卖方"
) -> Paper:
    paper = Paper(name)
    paper.records.append(
        Invoice(
            kind="invoice", number=number, due=None, date=day, seller=Party(seller), buyer=Party(buyer), currency="CNY",
            net=None, tax=None, total=paper.figure(total),
        )
    )  # fmt: skip
    return paper


def test_one_number_with_two_amounts() -> None:
    judgement = judged(invoice("a.pdf", "81532753"), invoice("b.pdf", "81532753", total="913.00"))
    (tie,) = results(judgement, "INV018")
    assert (tie.status, tie.verdict) == ("broken", "suspicious")
    (finding,) = [one for one in judgement.findings if one.code == "INV018"]
    assert {item.document for item in finding.evidence} == {"a.pdf", "b.pdf"}


def test_two_copies_of_one_invoice_are_a_notice() -> None:
    (tie,) = results(judged(invoice("a.pdf", "81532753"), invoice("b.pdf", "81532753")), "INV018")
    assert (tie.status, tie.verdict, tie.severity) == ("broken", "notice", "low")


@pytest.mark.parametrize(("day", "expected"), [(MARCH, "broken"), (MARCH + timedelta(1), "holds")])
def test_one_buyer_amount_and_date_under_two_numbers(day: date, expected: str) -> None:
    (tie,) = results(judged(invoice("a.pdf", "1001"), invoice("b.pdf", "1002", day=day)), "INV018")
    assert (tie.status, tie.verdict) == (expected, "suspicious")


@pytest.mark.parametrize("other", [{"total": "113.01"}, {"buyer": "乙市远方贸易有限公司"}, {"seller": "另一家远方供应"}])
def test_other_amounts_buyers_and_sellers_are_no_duplicates(other: dict[str, str]) -> None:
    assert status(judged(invoice("a.pdf", "1001"), invoice("b.pdf", "1002", **other)), "INV018") == "not_run"


def test_one_number_of_two_sellers_is_no_duplicate() -> None:
    papers = [invoice("a.pdf", "1001", total="5.00"), invoice("b.pdf", "1001", seller="另一家远方供应")]
    assert status(judged(*papers), "INV018") == "not_run"


def test_the_same_file_twice_is_no_duplicate() -> None:
    once = invoice("a.pdf", "1001")
    assert status(judged(once, once), "INV018") == "not_run"


def series(days: list[date], *, first: int = 1001) -> list[Paper]:
    return [invoice(f"{place}.pdf", str(first + place), total=f"{place + 1}00.00", day=day) for place, day in enumerate(days)]


MONTHS = [date(2025, month, 1) for month in range(1, 11)]


@pytest.mark.parametrize("moved", [0, 1, 2, 3, 4, 5])
def test_as_many_out_of_order_as_chance_allows(moved: int) -> None:
    days = [*reversed(MONTHS[: moved + 1]), *MONTHS[moved + 1 :]]
    assert out_of_order([day.toordinal() for day in days]) == moved
    assert status(judged(*series(days)), "INV020") == ("holds" if moved <= critical(10) else "broken")


def test_the_critical_value_is_simulated_for_the_number_at_hand() -> None:
    values = [critical(count) for count in (5, 10, 50, 200)]
    assert values == sorted(values) and 0 < values[0] < values[-1] < 0.2 * 200
    assert critical.__wrapped__(50) == critical(50)


def test_numbers_that_rise_while_dates_fall_are_one_finding() -> None:
    (finding,) = [one for one in judged(*series(MONTHS[::-1])).findings if one.code == "INV020"]
    assert finding.verdict == "suspicious" and "9 are dated" in finding.explanation.en


def test_digital_numbers_and_few_invoices_are_left_out() -> None:
    digital = series(MONTHS[::-1], first=23442000000014209621)
    assert status(judged(*digital), "INV020") == "not_run"
    few = series(MONTHS[::-1][: LEAST_INVOICES - 1])
    assert status(judged(*few), "INV020") == "not_run"
    assert status(judged(*series(MONTHS[::-1][:LEAST_INVOICES])), "INV020") == "broken"
