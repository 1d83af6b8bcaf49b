"""What British and American statements write in their heading and over their columns."""

from __future__ import annotations

from datetime import date, timedelta

from samples.records.record import Statement, StatementColumn

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def british(day: date) -> str:
    """31 December 2025"""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def american(day: date) -> str:
    """December 31, 2025"""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def short(day: date) -> str:
    """31 Dec 2025"""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def first_day(column: StatementColumn) -> date:
    """First day of the months that `column` covers."""
    day = column.period.replace(day=1)
    for _ in range(max(column.months, 1) - 1):
        day = (day - timedelta(days=1)).replace(day=1)
    return day


def months(column: StatementColumn) -> str:
    """January - December 2025, or across two years July 2024 - June 2025"""
    first, last = first_day(column), column.period
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[last.month - 1]} {last.year}"
    begin = _MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
    return f"{begin} - {_MONTHS[last.month - 1]} {last.year}"


def caption(column: StatementColumn, style: str) -> str:
    """What stands over `column`.

    style   "year" 2025; "short" 31 Dec 2025; "american" December 31, 2025; "months" Jan - Dec 2025; "pack" Dec-25 or YTD Dec-25
    """
    day = column.period
    part = column.span != "instant" and column.months != 12
    if style == "pack":
        name = f"{_MONTHS[day.month - 1][:3]}-{day.year % 100:02d}"
        return f"YTD {name}" if column.span == "year_to_date" else f"FY {name}" if column.span == "year" else name
    if style == "months" and column.span != "instant":
        first = first_day(column)
        return f"{_MONTHS[first.month - 1][:3]} - {_MONTHS[day.month - 1][:3]} {day.year}"
    if style == "american" or (style == "months" and column.span == "instant"):
        return american(day)
    if style == "short" or part:
        return f"{column.months} months to\n{short(day)}" if part else short(day)
    return str(day.year)


def period_line(statement: Statement, style: str) -> str:
    """The line below the title.   style: "british", "american", "program" (As of …; January - December 2025), "sheet" (bare dates)"""
    column = next((column for column in statement.columns if column.span != "instant"), statement.columns[0])
    if style == "sheet":
        return short(column.period) if column.span == "instant" else f"{short(first_day(column))} to {short(column.period)}"
    if style == "program":
        return f"As of {american(column.period)}" if column.span == "instant" else months(column)
    if style == "american":
        years = list(dict.fromkeys(column.period for column in statement.columns))
        days = american(years[0]) + (f" and {years[1].year}" if len(years) == 2 and years[0].month == years[1].month else "")
        if column.span == "instant":
            return days
        several = "Years" if " and " in days else "Year"
        return (
            f"For the {several} Ended {days}" if column.months == 12 else f"For the {column.months} Months Ended {american(column.period)}"
        )
    if column.span == "instant":
        return f"as at {british(column.period)}"
    length = "year" if column.months == 12 else "month" if column.months == 1 else f"{column.months} months"
    return f"for the {length} ended {british(column.period)}"
