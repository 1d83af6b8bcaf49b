"""What stands over the columns of a statement and in its heading, drawn by chance and true of the record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random

from samples.papers.banks.texts import LONG_MONTHS, MONTHS
from samples.records.record import Statement, StatementColumn

Shown = Callable[[date], str]

_ZH_DAYS: Sequence[Shown] = (
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%Y.%m.%d}",
    lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    lambda day: f"{day:%Y/%m/%d}",
)
_BRITISH: Sequence[Shown] = (
    lambda day: f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day:02d}-{MONTHS[day.month - 1]}-{day.year}",
)
_AMERICAN: Sequence[Shown] = (
    lambda day: f"{LONG_MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day:%m/%d/%Y}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
)


def day_style(source: Random, statement: Statement, language: str) -> Shown:
    """How this paper writes days."""
    return source.choice(_ZH_DAYS if language == "zh" else _AMERICAN if statement.currency == "USD" else _BRITISH)


def over_chinese(source: Random, statement: Statement, said: dict[str, str], day: Shown) -> Callable[[StatementColumn], str]:
    """The caption of each column: by name (期末数), or by its day or year."""
    dated = source.random() < 0.25
    first = statement.columns[0]

    def caption(column: StatementColumn) -> str:
        prior = column.period < first.period
        if column.span == "instant":
            return day(column.period) if dated else said["opening" if prior else "closing"]
        if column.span == "year" and dated:
            return f"{column.period.year}年度"
        return said["prior"] if prior else said[column.span]

    return caption


def over_western(source: Random, statement: Statement, said: dict[str, str], day: Shown) -> Callable[[StatementColumn], str]:
    """The caption of each column: year, day, month and year, or "This year"."""
    style = source.choice(("year", "year", "day", "month", "fiscal", "named"))
    first = statement.columns[0]
    if len({(one.period.month, one.period.day) for one in statement.columns}) > 1 and style not in ("day", "month"):
        style = "day"  # years alone would not say which days they end on

    def caption(column: StatementColumn) -> str:
        whole = column.span in ("instant", "year") or column.months == 12
        if not whole:
            return f"{column.months} months to\n{day(column.period)}" if column.months > 1 else f"Month to\n{day(column.period)}"
        if style == "named" and len({one.period for one in statement.columns}) <= 2:
            return said["before" if column.period < first.period else "current"]
        if style == "month":
            return f"{MONTHS[column.period.month - 1]} {column.period.year}"
        if style == "fiscal" and column.span != "instant":
            return f"FY{column.period.year}"
        return day(column.period) if style == "day" else str(column.period.year)

    return caption


def period_said(statement: Statement, said: dict[str, str], day: Shown, language: str) -> str:
    """The line under the title: the day of the balances, or the time that the flows cover."""
    column = statement.columns[0]
    flows = [one for one in statement.columns if one.span != "instant"]
    if language == "zh":
        if statement.record in ("balance_sheet", "notes") or not flows:
            return day(column.period)
        one = flows[0]
        if one.span == "month":
            return f"{one.period.year}年{one.period.month}月"
        if one.span == "quarter":
            return f"{one.period.year}年第{(one.period.month + 2) // 3}季度"
        if one.months == 12:
            return f"{one.period.year}年度"
        return f"{one.period.year}年{max(1, one.period.month - one.months + 1)}-{one.period.month}月"
    if not flows or statement.record in ("balance_sheet", "notes"):
        return said["heading"].format(day(column.period))
    one = flows[0]
    return said["flow"].format(day(one.period)) if one.months == 12 else said["part"].format(one.months, day(one.period))
