"""Transactions that need an open bank are dated on rest days.

What it finds
    Transactions over the counter, by cheque or cash, or through a payment system that settles on working days only, of which
    more than a tenth are dated on weekends or public holidays. Weekend days worked in exchange for a holiday are no rest days.
Why it matters
    Whoever makes up a statement spreads rows over the month and forgets that the bank was shut.
Formula
    number on rest days / number of such transactions <= 0.1
Tolerance
    the bound; at least ten such transactions
Innocent explanations
    - branches and payment systems that also work on some rest days
    - a date of entry instead of the date of value
    - online banking and till takings, which go on all days, described in the words of the counter
References
    Calendars of public holidays; BNK017 of the catalogue of ties.
Fires
    12 cash deposits over the counter, two of them on Sundays
Does not fire
    12 cash deposits over the counter, one of them on a Sunday
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from verify.case import Case
from verify.evidence import ZERO
from verify.finding import Severity, Verdict
from verify.movements import currencies_of, movements_of
from verify.rest_days import is_rest_day
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK017", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "suspicious"
TITLE = Wording("节假日对公交易", "Rest-day transactions")
CHINESE = {
    "What it finds": "须由银行柜面或工作日支付系统办理的对公交易中，超过十分之一发生在周末或法定节假日；调休上班日不算休息日。",
    "Why it matters": "编造流水的人把交易铺满全月，忘了银行当天不营业。",
    "Tolerance": "以界限为准；此类交易至少十笔。",
}
INNOCENT = (
    Wording("部分网点和支付系统在休息日也办理业务。", "Some branches and payment systems also work on rest days."),
    Wording("打印的是记账日而非起息日。", "The date is that of entry, not of value."),
    Wording("全天可用的网银或收单交易使用了柜面的摘要。", "Online banking or till takings are described in the words of the counter."),
)
HIGHEST = Decimal("0.1")
LEAST_NUMBER = 10
_NEEDS_A_BANK = re.compile(
    r"柜台|柜面|现金存入|现金支取|存现|取现|现金缴款|现支|转支|支票|本票|进账单|大额[来往支汇]|大额支付"
    r"|\b(counter|cheque|check paid|branch|paid in at|cash deposit|CHQ|CHAPS|BACS|BGC|fedwire|wire transfer)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Tie]:
    """One tie for each currency, over all accounts."""
    currencies = currencies_of(case)
    for currency in currencies:
        yield _judge(case, currency)
    if not currencies:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _judge(case: Case, currency: str) -> Tie:
    found = [
        (movement, rest)
        for movement in case.kept(movements_of)
        if movement.account.statement.currency == currency
        and _NEEDS_A_BANK.search(movement.words)
        and (rest := is_rest_day(movement.day, currency)) is not None
    ]
    if len(found) < LEAST_NUMBER:
        reason = Wording(
            f"在已知日历的年份内，须由银行柜面或工作日支付系统办理的交易不足{LEAST_NUMBER}笔。",
            f"There are fewer than {LEAST_NUMBER} transactions that need an open bank on days whose calendar is known.",
        )
        return _not_run(currency, reason)
    resting = [movement for movement, rest in found if rest]
    share = Decimal(len(resting)) / len(found)
    return Tie(
        id=CODE,
        subject=currency,
        title=TITLE,
        status="broken" if share > HIGHEST else "holds",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=share,
        rhs=HIGHEST,
        difference=share - HIGHEST,
        tolerance=ZERO,
        period=found[-1][0].day,
        evidence=tuple(movement.evidence() for movement in resting),
        soft=True,
        detail=Wording(
            f"须由银行办理的{len(found)}笔交易中，{len(resting)}笔（{share:.1%}）发生在休息日（上限{HIGHEST:.0%}）。",
            f"{len(resting)} of {len(found)} transactions that need an open bank ({share:.1%}) are dated on rest days "
            f"(at most {HIGHEST:.0%} is usual).",
        ),
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason, soft=True)
