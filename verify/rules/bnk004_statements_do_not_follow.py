"""Consecutive statements of one account do not follow on.

What it finds
    The opening balance of a statement is not the closing balance of the statement that ends the day before. Where two
    statements overlap, the later one must open with the balance that the earlier one shows for that day.
Why it matters
    A month that was forged alone no longer fits between its neighbours.
Formula
    opening[k+1] = closing[k]
Tolerance
    exact
Innocent explanations
    - a period between the two was not handed in
    - the bank books corrections back-dated after printing
References
    Arithmetic of bank statements; BNK004 of the catalogue of ties.
Fires
    January closes with 150.00, February opens with 250.00
Does not fire
    January closes with 150.00, February opens with 150.00
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta

from extract.figure import Figure
from verify.accounts import AccountStatement
from verify.case import Case
from verify.evidence import ZERO, Equation
from verify.finding import Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK004", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("各期流水首尾相接", "Statement chain")
CHINESE = {
    "What it finds": "后一份流水的期初余额不等于前一日结束的流水的期末余额；期间重叠时，须与前一份流水当日的余额一致。",
    "Why it matters": "单独伪造的某个月份，与前后月份衔接不上。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("中间有一段期间的流水未提交。", "A period between the two was not handed in."),
    Wording("银行在打印之后补记或更正了交易。", "The bank booked corrections back-dated after printing."),
)
_DAY = timedelta(days=1)
#: Pairs of statements of one account that are compared; twenty years of months are 240.
MAX_PAIRS = 2_000


def check(case: Case) -> Iterator[Tie]:
    """One tie for each pair of statements of an account that meet or overlap; not run where a period is missing."""
    met = False
    for statements in case.accounts.values():
        met = True
        if len(statements) > 1:
            yield from _account(statements)
        elif statements[0].statement.account is None:
            yield _not_run(
                f"after {statements[0].subject}",
                Wording("流水未列示账号，无法与其他流水衔接。", "The statement shows no account number to follow."),
            )
        else:
            yield _not_run(
                f"after {statements[0].subject}",
                Wording("该账户只有一份流水。", "Only one statement of the account was handed in."),
            )
    if not met:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _account(statements: tuple[AccountStatement, ...]) -> Iterator[Tie]:
    followed: set[str] = set()
    pairs = itertools.islice(itertools.permutations(statements, 2), MAX_PAIRS)
    for earlier, later in pairs:
        met_at = _meeting(earlier, later)
        if not met_at:
            continue
        followed.add(earlier.subject)
        yield _judge(earlier, later, met_at)
    latest = max((account.last_day or date.min for account in statements), default=date.min)
    alone = [account for account in statements if account.subject not in followed and (account.last_day or date.min) < latest]
    for account in alone:
        yield _not_run(f"after {account.subject}", _gap(account))
    if not followed and not alone:
        yield _not_run(
            f"after {statements[0].subject}",
            Wording("各份流水的期间相同或未列示。", "The statements cover one and the same period, or none."),
        )


def _gap(account: AccountStatement) -> Wording:
    if account.last_day is None:
        return Wording("流水未列示期间。", "The statement does not say which period it covers.")
    day = account.last_day.isoformat()
    return Wording(f"{day}之后的流水未提交，无法核对首尾。", f"The statement that starts after {day} was not handed in.")


def _meeting(earlier: AccountStatement, later: AccountStatement) -> list[Figure]:
    """Balances of the earlier statement one of which the later one must open with; none when the two do not meet."""
    if earlier.last_day is None or later.first_day is None or earlier.first_day is None or later.last_day is None:
        return []
    closing = earlier.printed_closing or _last_balance(earlier)
    before = _last_balance(earlier, before=later.first_day)
    if later.first_day - earlier.last_day == _DAY:
        candidates = [closing]
    elif later.first_day == earlier.last_day and earlier.first_day < later.first_day:
        # The shared day may belong to either statement.
        candidates = [closing, before]
    elif earlier.first_day < later.first_day <= earlier.last_day:
        candidates = [before]
    else:
        candidates = []
    return [figure for figure in candidates if figure is not None]


def _last_balance(account: AccountStatement, *, before: date | None = None) -> Figure | None:
    """The printed balance after the last row, or at the start of a day; None when a row lacks its date or balance."""
    found: Figure | None = account.printed_opening
    for row in account.rows():
        day = row.transaction.date
        if before is not None and (day is None or day >= before):
            return found if day is not None else None
        found = row.transaction.balance
    return found


def _judge(earlier: AccountStatement, later: AccountStatement, candidates: list[Figure]) -> Tie:
    subject = f"{earlier.subject} + {later.subject}"
    opening = later.printed_opening
    if opening is None:
        return _not_run(subject, Wording("后一份流水未列示期初余额。", "The later statement prints no opening balance."))
    closing = next((figure for figure in candidates if figure.value == opening.value), candidates[0])
    opens, closes = later.term(opening, "期初余额 opening balance", 1), earlier.term(closing, "期末余额 closing balance", -1)
    equation = Equation((opens, closes), ZERO)
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if equation.agrees else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=opening.value,
        rhs=closing.value,
        difference=equation.difference,
        tolerance=ZERO,
        currency=later.statement.currency,
        period=later.first_day,
        evidence=(closes.evidence, opens.evidence),
        concept="bank_deposits",
        equations=(equation,),
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
