"""Money leaves to a party and comes back from it within a week.

What it finds
    Credits that match earlier debits to the same party, or to one that is linked with it, of at most seven days before, when
    they make up more than a tenth of all credits of a quarter. Parties are linked when they used one account, or when three
    times and more what left to the one came back from the other, less a fee of at most 0.5 %.
Why it matters
    Own money that goes round returns as "receipts from customers": turnover without any trade.
Formula
    sum of what left to a party and returned from it within 7 days / credits of the quarter <= 0.1
    (each yuan that left returns once; loans, own accounts, interest, refunds and taxes are left out of the round trips. Of parties
    that are linked by equal amounts, only those amounts count)
Tolerance
    the bound; names are one party when they are equal without legal form and punctuation, or used one account
Innocent explanations
    - transfers between own accounts that were not handed in
    - a loan that is rolled over, bills that are discounted
    - collecting and paying on for others
    - a firm that is customer and supplier at once
References
    Typologies of money laundering (资金闭环); BNK014 of the catalogue of ties.
Fires
    out 20,000.00 to a firm on 3 March, 20,000.00 back from it on 6 March, 100,000.00 of credits in the quarter
Does not fire
    the same, but 300,000.00 of credits in the quarter
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from verify.case import Case
from verify.evidence import ZERO
from verify.facts.fact import DAY
from verify.finding import Severity, Verdict
from verify.movements import Counterparties, Movement, currencies_of, movements_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK014", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "suspicious"
TITLE = Wording("资金循环", "Circular transfers")
CHINESE = {
    "What it finds": (
        "转给某一对手（或与其关联的对手）的款项在七天内转回，且转回金额超过当季贷方发生额的十分之一。使用过同一账号，"
        "或转出款项三次以上由对方等额（费用不超过0.5%）转回的，视为关联对手。"
    ),
    "Why it matters": "自有资金绕一圈回来充作“客户回款”，有流水而无交易。",
    "Tolerance": "以界限为准；去除公司类型和标点后名称相同，或使用过同一账号的，视为同一对手。",
}
INNOCENT = (
    Wording("与未提交的本企业账户之间的划转。", "Transfers between own accounts that were not handed in."),
    Wording("贷款续贷、票据贴现。", "A loan that is rolled over, or bills that are discounted."),
    Wording("代收代付。", "Money that is collected and paid on for others."),
    Wording("对手既是客户又是供应商。", "A firm that is customer and supplier at once."),
)
#: The longest a round trip takes.
WITHIN = timedelta(days=7)
HIGHEST = Decimal("0.1")
#: What helpers keep; and how often an equal amount must go round by the same two parties to be no chance.
FEE, REPEATED = Decimal("0.005"), 3


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What left and came back."""

    out: Movement
    back: Movement
    amount: Decimal


def check(case: Case) -> Iterator[Tie]:
    """One tie for each currency and each quarter of a year with money in, over all accounts."""
    currencies = currencies_of(case)
    for currency in currencies:
        movements = [movement for movement in case.kept(movements_of) if movement.account.statement.currency == currency]
        yield from _of_currency(currency, movements)
    if not currencies:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _of_currency(currency: str, movements: list[Movement]) -> Iterator[Tie]:
    parties = Counterparties(movements)
    traded = [(movement, party) for movement in movements if movement.flow is None and (party := parties.of(movement)) is not None]
    quarters: defaultdict[tuple[int, int], Decimal] = defaultdict(Decimal)
    for movement in movements:
        if movement.amount > 0:
            quarters[_quarter(movement.day)] += movement.amount
    if not quarters:
        yield _not_run(currency, Wording("流水没有带日期的贷方发生额。", "The statements show no dated money in."))
    elif not traded:
        yield _not_run(currency, Wording("流水未列示交易对手。", "The statements name no counterparty."))
    else:
        trips = round_trips(traded)
        for quarter, money_in in sorted(quarters.items()):
            yield _judge(currency, quarter, money_in, [trip for trip in trips if _quarter(trip.back.day) == quarter])


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _judge(currency: str, quarter: tuple[int, int], money_in: Decimal, trips: Sequence[RoundTrip]) -> Tie:
    year, number = quarter
    share = sum((trip.amount for trip in trips), ZERO) / money_in
    return Tie(
        id=CODE,
        subject=f"{currency}/{year}-Q{number}",
        title=TITLE,
        status="broken" if share > HIGHEST else "holds",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=share,
        rhs=HIGHEST,
        difference=share - HIGHEST,
        tolerance=ZERO,
        period=date(year + number // 4, number % 4 * 3 + 1, 1) - DAY,
        evidence=tuple(movement.evidence() for trip in trips for movement in (trip.out, trip.back)),
        soft=True,
        detail=Wording(
            f"{year}年第{number}季度，转出后七天内由同一或关联对手转回的款项占贷方发生额的{share:.1%}（上限{HIGHEST:.0%}）。",
            f"{share:.1%} of the money in of {year} Q{number} had left to the same or a linked party in the 7 days before "
            f"(at most {HIGHEST:.0%} is usual).",
        ),
    )


def round_trips(traded: Sequence[tuple[Movement, str]]) -> list[RoundTrip]:
    """Each yuan once, oldest first. Movements of one day are taken to leave before they come back.

    traded   movements with their party, oldest first
    """
    left = {id(movement): abs(movement.amount) for movement, _ in traded}
    by_party: defaultdict[str, list[Movement]] = defaultdict(list)
    for movement, party in traded:
        by_party[party].append(movement)
    trips = [*_between_linked(traded, left)]
    for party in sorted(by_party):
        trips += _of_one_party(by_party[party], left)
    return sorted(trips, key=lambda trip: (trip.back.day, trip.out.day))


def _of_one_party(movements: Sequence[Movement], left: dict[int, Decimal]) -> Iterator[RoundTrip]:
    out = [movement for movement in movements if movement.amount < 0]
    for back in movements:
        for debit in out if back.amount > 0 else ():
            amount = min(left[id(back)], left[id(debit)])
            if amount > 0 and timedelta(0) <= back.day - debit.day <= WITHIN:
                left[id(back)] -= amount
                left[id(debit)] -= amount
                yield RoundTrip(debit, back, amount)


def _between_linked(traded: Sequence[tuple[Movement, str]], left: dict[int, Decimal]) -> Iterator[RoundTrip]:
    """Equal amounts that went round by the same two parties often enough; they are taken out of `left`."""
    out = [(movement, party) for movement, party in traded if movement.amount < 0]
    days = [movement.day for movement, _ in out]
    found: defaultdict[tuple[str, str], list[RoundTrip]] = defaultdict(list)
    used: set[int] = set()
    for back, payer in traded:
        if back.amount <= 0:
            continue
        near = out[bisect_left(days, back.day - WITHIN) : bisect_right(days, back.day)]
        fitting = [
            (-debit.amount - back.amount, index, debit, party)
            for index, (debit, party) in enumerate(near)
            if party != payer and id(debit) not in used and 0 <= -debit.amount - back.amount <= -debit.amount * FEE
        ]
        if fitting:
            _, _, debit, party = min(fitting, key=lambda one: one[:2])
            used.add(id(debit))
            found[party, payer].append(RoundTrip(debit, back, back.amount))
    for pair in sorted(found):
        for trip in found[pair] if len(found[pair]) >= REPEATED else ():
            left[id(trip.out)] -= trip.amount
            left[id(trip.back)] -= trip.amount
            yield trip


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason, soft=True)
