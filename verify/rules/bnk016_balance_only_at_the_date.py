"""The balance is high at the reporting date only.

What it finds
    An account that holds at the date of the balance sheet more than three times the median of its daily balances in the 15
    days before and the 15 days after.
Why it matters
    Money that was lent for a few days round the date makes cash and current ratio look good and is gone when the loan is paid.
Formula
    balance at the reporting date / median of the end-of-day balances of 15 days on either side <= 3
Tolerance
    the bound
Innocent explanations
    - customers who pay at the end of a season or a year
    - wages and suppliers that are paid on the first days of a month
    - money that was moved there from another own account
References
    Literature on window dressing (期末冲量); BNK016 of the catalogue of ties.
Fires
    100,000.00 on every day round the year end, 310,000.00 on the day itself
Does not fire
    100,000.00 on every day round the year end, 290,000.00 on the day itself
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from verify.account_days import DayBalance, balances_by_day, days_from
from verify.accounts import AccountStatement
from verify.case import Case, same_entity
from verify.column import Column
from verify.evidence import ZERO, Evidence
from verify.facts.fact import YEARS
from verify.finding import Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK016", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "suspicious"
TITLE = Wording("期末冲量", "Balance only at the reporting date")
CHINESE = {
    "What it finds": "账户在资产负债表日的余额超过前后各十五天日终余额中位数的三倍。",
    "Why it matters": "报表日前后借入几天的资金使货币资金和流动比率好看，放款时早已转走。",
    "Tolerance": "以界限为准。",
}
INNOCENT = (
    Wording("季节性或年末集中回款。", "Customers who pay at the end of a season or a year."),
    Wording("月初发放工资、支付货款。", "Wages and suppliers are paid on the first days of a month."),
    Wording("从本企业其他账户划入。", "Money was moved there from another own account."),
)
EITHER_SIDE = timedelta(days=15)
HIGHEST = Decimal(3)


def check(case: Case) -> Iterator[Tie]:
    """One tie for each day of a balance sheet and each account in its currency."""
    sheets: dict[tuple[date, str], Column] = {}
    for column in case.columns_of_kind("balance_sheet"):
        if column.period is not None and column.period.year in YEARS:
            sheets.setdefault((column.period, column.statement.currency), column)
    if not sheets:
        yield _not_run("", Wording("文件中没有注明日期的资产负债表。", "The loan file holds no dated balance sheet."))
        return
    accounts = {key: (statements, balances_by_day(statements)) for key, statements in case.accounts.items()}
    for (day, currency), column in sheets.items():
        met = False
        for key, (statements, balances) in accounts.items():
            if _is_of(statements[0], column, currency):
                met = True
                yield _judge(f"{key}/{day.isoformat()}", day, balances)
        if not met:
            yield _not_run(
                f"{currency}/{day.isoformat()}", Wording("没有同币种的银行流水。", "There is no bank statement in this currency.")
            )


def _is_of(account: AccountStatement, column: Column, currency: str) -> bool:
    return account.statement.currency == currency and same_entity(account.statement.holder, column.statement.entity)


def _judge(subject: str, day: date, balances: dict[date, DayBalance]) -> Tie:
    window = list(days_from(day - EITHER_SIDE, day + EITHER_SIDE))
    if not all(one in balances for one in window):
        reason = Wording(
            f"流水没有连续覆盖{day.isoformat()}前后各十五天。",
            f"The statements do not cover the 15 days on either side of {day.isoformat()} without a gap.",
        )
        return _not_run(subject, reason, day)
    usual = statistics.median(balances[one].value for one in window if one != day)
    if usual <= 0:
        return _not_run(subject, Wording("前后余额的中位数不大于零。", "The median balance is nothing or negative."), day)
    evidence = _evidence(balances, day)
    if not evidence:
        return _not_run(subject, Wording("流水未打印余额。", "The statement prints no balance."), day)
    ratio = balances[day].value / usual
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="broken" if ratio > HIGHEST else "holds",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=ratio,
        rhs=HIGHEST,
        difference=ratio - HIGHEST,
        tolerance=ZERO,
        period=day,
        evidence=evidence,
        soft=True,
        detail=Wording(
            f"{day.isoformat()}余额为前后各十五天余额中位数的{ratio:.1f}倍（上限{HIGHEST}倍）。",
            f"The balance of {day.isoformat()} is {ratio:.1f} times the median of the 15 days on either side (at most {HIGHEST} is usual).",
        ),
    )


def _evidence(balances: dict[date, DayBalance], day: date) -> tuple[Evidence, ...]:
    """The balance of the day, then those of the days around it that are printed."""
    days = [day, *(one for one in days_from(day - EITHER_SIDE, day + EITHER_SIDE) if one != day)]
    found = (balances[one].evidence for one in days)
    return tuple({one.figure.id: one for one in found if one is not None}.values())


def _not_run(subject: str, reason: Wording, day: date | None = None) -> Tie:
    return Tie(
        id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason, period=day, soft=True
    )
