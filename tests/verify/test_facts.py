"""What returns and reports state, put together for the days that a tie asks about."""

from __future__ import annotations

import calendar
import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verify.papers import Paper, case_of
from verify.facts.collect import Facts, facts_of
from verify.facts.fact import DAY, Stretch, gaps
from verify.formulas.sum import NotJudged

YEAR = Stretch(date(2025, 1, 1), date(2025, 12, 31))


def month(number: int) -> Stretch:
    return Stretch(date(2025, number, 1), date(2025, number, calendar.monthrange(2025, number)[1]))


def monthly(amounts: dict[int, str], concept: str = "vat_due") -> list[Paper]:
    return [
        Paper(f"vat-{number}.pdf").stating({concept: amount}, start=month(number).start, end=month(number).end, span="month")
        for number, amount in amounts.items()
    ]


def facts(*papers: Paper) -> Facts:
    return case_of(*papers).kept(facts_of)


def test_twelve_monthly_returns_make_a_year() -> None:
    (total,) = facts(*monthly({number: f"{number}.00" for number in range(1, 13)})).over("vat_due", YEAR)
    assert total.value == Decimal(78)
    assert len(total.terms) == 12  # each month's figure can be followed to its page


def test_a_month_that_was_not_handed_in_is_named_and_not_taken_as_nothing() -> None:
    with pytest.raises(NotJudged, match=r"2025-05-01\.\.2025-05-31"):
        facts(*monthly({number: "1.00" for number in range(1, 13) if number != 5})).over("vat_due", YEAR)


def test_a_return_of_the_year_and_those_of_its_months_are_two_ways_to_read_it() -> None:
    annual = Paper("annual.pdf").stating({"vat_due": "80.00"}, start=YEAR.start, end=YEAR.end, span="year")
    found = facts(annual, *monthly(dict.fromkeys(range(1, 13), "7.00"))).over("vat_due", YEAR)
    assert [choice.value for choice in found] == [Decimal(80), Decimal(84)]


def test_a_quarter_beside_months_fills_the_year_without_counting_twice() -> None:
    quarter = Paper("q1.pdf").stating({"vat_due": "30.00"}, start=date(2025, 1, 1), end=date(2025, 3, 31), span="quarter")
    found = facts(quarter, *monthly(dict.fromkeys(range(1, 13), "10.00"))).over("vat_due", YEAR)
    assert {choice.value for choice in found} == {Decimal(120)}


def test_a_balance_is_taken_at_its_day_only() -> None:
    report = Paper("credit.pdf").stating(
        {"credit_report_loans": "300.00"}, start=date(2025, 12, 31), end=date(2025, 12, 31), span="instant"
    )
    (at_year_end,) = facts(report).over("credit_report_loans", Stretch(YEAR.end, YEAR.end))
    assert at_year_end.value == Decimal(300)
    with pytest.raises(NotJudged, match="2024-12-31"):
        facts(report).over("credit_report_loans", Stretch(date(2024, 12, 31), date(2024, 12, 31)))


def test_papers_of_another_firm_are_left_out() -> None:
    other = Paper("other.pdf", entity="云溪五金有限公司").stating({"vat_due": "80.00"}, start=YEAR.start, end=YEAR.end, span="year")
    with pytest.raises(NotJudged):
        facts(other).over("vat_due", YEAR, entity="海岚食品有限公司")


def test_a_date_out_of_any_calendar_is_no_fact() -> None:
    strange = Paper("strange.pdf").stating({"vat_due": "80.00"}, start=date.max, end=date.max, span="month")
    assert facts(strange).stretches("vat_due") == []


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=8))
def test_gaps_and_what_is_covered_make_up_the_whole(pairs: list[tuple[int, int]]) -> None:
    covered = [Stretch(month(min(pair)).start, month(max(pair)).end) for pair in pairs]
    missing = gaps(YEAR, covered)
    days = {date.fromordinal(day) for day in range(YEAR.start.toordinal(), YEAR.end.toordinal() + 1)}
    held = {day for day in days if any(stretch.start <= day <= stretch.end for stretch in covered)}
    open_days = {day for day in days if any(stretch.start <= day <= stretch.end for stretch in missing)}
    assert held | open_days == days and not held & open_days
    assert all(one.end + DAY < other.start for one, other in itertools.pairwise(missing))
