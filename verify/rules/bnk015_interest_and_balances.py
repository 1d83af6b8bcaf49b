"""The interest on a deposit does not fit the balances of its account.

What it finds
    Interest that a Chinese bank credits after the 20th of March, June, September and December which is less than half or more
    than twice what the printed balances of the quarter would earn.
Why it matters
    The bank pays on what was really there: balances that were made up later earn nothing.
Formula
    0.5 * average daily balance * lowest demand rate * days / 360 <= interest credited
    <= 2 * average daily balance * highest demand rate * days / 360
Tolerance
    the bounds and 0.01; the rates of recent years lie between 0.05 % and 0.2 % a year
Innocent explanations
    - an agreed rate above the demand rate (协定存款, 通知存款)
    - fees taken off the interest
    - a bank that settles on another day
    - an account that bears no interest
References
    Settlement of interest by Chinese banks on the 20th of the last month of a quarter; BNK015 of the catalogue of ties.
Fires
    a balance of 1,000,000.00 all quarter, interest credited 12.00
Does not fire
    a balance of 1,000,000.00 all quarter, interest credited 250.00
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from verify.account_days import DayBalance, balances_by_day, days_from
from verify.accounts import AccountStatement
from verify.amounts import amount_text
from verify.case import Case
from verify.evidence import ZERO, Equation, Term, joined
from verify.facts.fact import DAY
from verify.finding import Severity, Verdict
from verify.movements import Movement, movements_of
from verify.parameters import demand_rates
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK015", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "suspicious"
TITLE = Wording("结息与日均余额", "Deposit interest fits balances")
CHINESE = {
    "What it finds": "季末结息不足按流水日均余额计算的利息的一半，或超过其两倍。",
    "Why it matters": "银行按真实余额付息：事后编造的余额不会产生利息。",
    "Tolerance": "以上下限为准，另允许0.01；近年活期年利率在0.05%至0.2%之间。",
}
INNOCENT = (
    Wording("协定存款、通知存款利率高于活期。", "An agreed rate above the demand rate."),
    Wording("手续费从利息中扣除。", "Fees are taken off the interest."),
    Wording("个别银行结息日不同。", "A bank that settles on another day."),
    Wording("该账户不计息。", "The account bears no interest."),
)
SETTLED_ON = 20
#: A rest day moves the credit to the next working day; the longest holiday takes a week.
CREDITED_WITHIN = timedelta(days=8)
DAYS_OF_YEAR = 360
LEAST, MOST = Decimal("0.5"), Decimal(2)
CENT = Decimal("0.01")
#: Balances shown with a finding, the largest of the quarter.
SHOWN = 12


def check(case: Case) -> Iterator[Tie]:
    """One tie for each account and quarter; accounts in a currency whose banks need not pay are left out."""
    met = False
    interest = [movement for movement in case.kept(movements_of) if movement.flow == "interest" and movement.amount > 0]
    for key, statements in case.accounts.items():
        currency = statements[0].statement.currency
        rates = demand_rates(currency)
        if rates is None:
            continue
        met = True
        yield from _of_account(key, statements, interest, rates)
    if not met:
        yield _not_run("", Wording("文件中没有人民币账户的流水。", "The loan file holds no statement of an account in CNY."))


def _of_account(
    key: str, statements: Sequence[AccountStatement], interest: list[Movement], rates: tuple[Decimal, Decimal]
) -> Iterator[Tie]:
    balances = balances_by_day(statements)
    quarters = list(_quarters(balances))
    for first, last in quarters:
        credited = [one for one in interest if one.account in statements and last <= one.day <= last + CREDITED_WITHIN]
        yield _judge(f"{key}/{last.isoformat()}", [balances[day] for day in days_from(first, last)], credited, last, rates)
    if not quarters:
        reason = Wording(
            "流水没有连续覆盖一个完整的结息季度（上季末月21日至季末月20日及其后数日）。",
            "No quarter from the 21st to the 20th, and the days on which its interest is credited, is covered without a gap.",
        )
        yield _not_run(key, reason)


def _quarters(balances: Mapping[date, DayBalance]) -> Iterator[tuple[date, date]]:
    """Quarters of interest that are covered with the days on which it is credited."""
    for last in sorted(balances):
        if last.day != SETTLED_ON or last.month % 3:
            continue
        index = last.year * 12 + last.month - 4
        first = date(index // 12, index % 12 + 1, SETTLED_ON) + DAY
        if all(day in balances for day in days_from(first, last + CREDITED_WITHIN)):
            yield first, last


def _judge(subject: str, held: list[DayBalance], credited: list[Movement], last: date, rates: tuple[Decimal, Decimal]) -> Tie:
    product = sum((max(one.value, ZERO) for one in held), ZERO)
    earned = sum((movement.amount for movement in credited), ZERO)
    low, high = (LEAST * rates[0] * product / DAYS_OF_YEAR, MOST * rates[1] * product / DAYS_OF_YEAR)
    bound = low if earned < low else high
    shown = sorted(
        {one.evidence.figure.id: one for one in held if one.evidence is not None}.values(), key=lambda one: one.value, reverse=True
    )
    if not shown and not credited:
        return _not_run(subject, Wording("流水未打印余额和结息。", "The statement prints neither balances nor interest."))
    currency = next(one.evidence.figure.money.currency for one in [*shown] if one.evidence) if shown else "CNY"
    average = amount_text((product / len(held)).quantize(CENT), currency)
    bounds = tuple(amount_text(one.quantize(CENT), currency) for one in (low, high))
    paid = amount_text(earned, currency)
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if low - CENT <= earned <= high + CENT else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=earned,
        rhs=bound,
        difference=earned - bound,
        tolerance=CENT,
        currency=currency,
        period=last,
        evidence=(*(one.evidence() for one in credited), *(one.evidence for one in shown[:SHOWN] if one.evidence is not None)),
        equations=_equations(held, credited, rates),
        soft=True,
        detail=Wording(
            f"截至{last.isoformat()}的结息季度日均余额为{average}，应结息{bounds[0]}至{bounds[1]}，实际入账{paid}。",
            f"The daily balance averaged {average} in the quarter to {last.isoformat()}, which earns {bounds[0]} to {bounds[1]}; "
            f"{paid} was credited.",
        ),
    )


def _equations(held: list[DayBalance], credited: list[Movement], rates: tuple[Decimal, Decimal]) -> tuple[Equation, ...]:
    """Low and high end as sums of printed figures; none where a balance is added up or below nothing."""
    if any(one.evidence is None or one.value < 0 for one in held):
        return ()
    earned = [movement.term(Decimal(1)) for movement in credited]
    ends: list[Equation] = []
    for factor in (LEAST * rates[0] / DAYS_OF_YEAR, MOST * rates[1] / DAYS_OF_YEAR):
        balances = [Term(one.evidence, -factor, one.evidence.figure.step) for one in held if one.evidence is not None]
        ends.append(Equation(joined([*earned, *balances]), CENT, "le" if ends else "ge"))
    return tuple(ends)


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason, soft=True)
