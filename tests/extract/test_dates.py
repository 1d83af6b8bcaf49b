"""Printed dates, as they are met on statements, invoices and bank rows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import find_dates, parse_date, parse_partial

THIRD = date(2025, 1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-03",
        "2025/1/3",
        "2025.01.03",
        "20250103",
        "20250103123045",
        "2025年1月3日",
        "2025 年 01 月 03 日",
        "2025年01月03日 12:30:45",
        "２０２５年１月３日",
        "二〇二五年一月三日",
        "03/01/2025",
        "3.1.2025",
        "03.01.25",
        "3 Jan 2025",
        "03 Jan 25",
        "03JAN2025",
        "3rd January 2025",
        "Jan 3, 2025",
        "January 3 2025",
        "03-Jan-2025",
        "03-JAN-25",
        "3. Januar 2025",
        "3 januari 2025",
        "2025-01-03T00:00:00",
        "2025-01-03 00:00:00",
        "2025-01-03T09:15:00.000Z",
        "2025-01-03T09:15:00+08:00",
        "03/01/2025 09:15",
        "  2025-01-03  ",
    ],
)
def test_all_printed_forms_of_one_day(text: str) -> None:
    assert parse_date(text) == THIRD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 December 2025", date(2025, 12, 31)),
        ("31-Dec-2025", date(2025, 12, 31)),
        ("5. März 2018", date(2018, 3, 5)),
        ("18 april 2014", date(2014, 4, 18)),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("二〇二四年十二月三十一日", date(2024, 12, 31)),
        ("二〇二四年十月二十日", date(2024, 10, 20)),
        ("03/25/2025", date(2025, 3, 25)),  # no 25th month: the other order
        ("31/12/99", date(1999, 12, 31)),
    ],
)
def test_other_days(text: str, expected: date) -> None:
    assert parse_date(text) == expected


def test_month_first_when_the_paper_is_american() -> None:
    assert parse_date("03/01/2025", day_first=False) == date(2025, 3, 1)
    assert parse_date("25/01/2025", day_first=False) == date(2025, 1, 25)
    assert parse_date("03.01.2025", day_first=False) == THIRD  # dots are never American


@pytest.mark.parametrize(
    "text",
    ["", "货币资金", "1,234.56", "1234", "29 Feb 2025", "2025-13-01", "1989-12-31", "2101-01-01", "20251301",
     "32.01.2025", "2025", "2025-01", "62220210010123456", "3 Jan", "Note 3 January", "May 2025", "1.2.3.4"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("起止日期：2025年1月1日至2025年1月31日", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("20250101-20250131", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("2025-01-01~2025-01-31", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("01/01/2025-31/01/2025", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("2025-01-01-2025-01-31", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("01/01/2025 - 31/01/2025", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("For the period 1 January 2025 to 31 January 2025", [date(2025, 1, 1), date(2025, 1, 31)]),
        ("As at December 31, 2025 and 2024", [date(2025, 12, 31)]),
        ("Invoice 20251234 of 3 Jan 2025", [THIRD]),
        ("账号 6222020250103001", []),
        ("version 1.2.3.4", []),
    ],
)
def test_dates_inside_text(text: str, expected: list[date]) -> None:
    assert find_dates(text) == expected


@pytest.mark.parametrize(
    ("text", "day_first", "expected"),
    [
        ("03 Jan", True, THIRD),
        ("3-Jan", True, THIRD),
        ("Jan 3", True, THIRD),
        ("1月3日", True, THIRD),
        ("03/01", True, THIRD),
        ("01/03", False, THIRD),
        ("01-03", False, THIRD),
        ("03.01.", True, THIRD),
        ("29 Feb", True, None),
        ("Sub total", True, None),
        ("1.25", False, None),  # an amount
        ("12.50", True, None),
    ],
)
def test_days_without_a_year(text: str, day_first: bool, expected: date | None) -> None:
    assert parse_partial(text, 2025, day_first=day_first) == expected


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
FORMS = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y",
         "%B %d, %Y", "%d-%b-%Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"]  # fmt: skip


@given(DAYS, st.sampled_from(FORMS))
def test_what_is_printed_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day
    assert find_dates(f"Printed {day.strftime(form)} here") == [day]


@given(DAYS, st.sampled_from(["%d %b", "%d/%m", "%m月%d日"]))
def test_a_day_without_its_year_is_read_back(day: date, form: str) -> None:
    assert parse_partial(day.strftime(form), day.year) == day


@given(st.text(max_size=60))
def test_nothing_makes_it_fail(text: str) -> None:
    parse_date(text)
    parse_partial(text, 2024)
    assert all(1990 <= found.year <= 2100 for found in find_dates(text))
