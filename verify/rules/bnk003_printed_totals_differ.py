"""The bank's printed totals differ from the rows.

What it finds
    A printed total of money in or of money out that is not the sum of the rows.
Why it matters
    Whoever adds, removes or changes a row seldom finds the totals on the last page.
Formula
    total credits = sum of rows above zero; total debits = sum of rows below zero, as a positive amount
Tolerance
    exact
Innocent explanations
    - the totals are of the page only
    - the totals are of the whole month on a partial print
    - a row was missed by recognition
References
    Layout of bank statements; BNK003 of the catalogue of ties.
Fires
    rows +50.00 and +70.00, total credits 150.00
Does not fire
    rows +50.00 and +70.00, total credits 120.00
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from extract.figure import Figure
from verify.accounts import AccountStatement
from verify.case import Case
from verify.evidence import ZERO, Equation
from verify.finding import Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK003", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("合计数核对", "Printed totals")
CHINESE = {
    "What it finds": "打印的收入合计或支出合计不等于各行之和。",
    "Why it matters": "增删或改动交易的人，很少同时改动末页的合计数。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("合计数只是本页合计。", "The totals are of the page only."),
    Wording("只打印了部分交易，而合计数是整月的。", "The totals are of the whole month on a partial print."),
    Wording("识别时漏了一行。", "A row was missed by recognition."),
)
_CAPTIONS: dict[Literal["credits", "debits"], str] = {"credits": "收入合计 total credits", "debits": "支出合计 total debits"}


def check(case: Case) -> Iterator[Tie]:
    """For each bank statement one tie for each printed total."""
    met = False
    for account in case.bank_statements:
        met = True
        totals: list[tuple[Literal["credits", "debits"], Figure | None]]
        totals = [("credits", account.statement.total_credits), ("debits", account.statement.total_debits)]
        if all(total is None or total.operands for _, total in totals):
            yield _not_run(account.subject, Wording("流水未列示收支合计数。", "The statement prints no totals."))
            continue
        for direction, total in totals:
            if total is None or total.operands:
                continue
            subject = f"{account.subject}/{direction}"
            unread = account.unread()
            yield _not_run(subject, unread) if unread is not None else _judge(account, subject, direction, total)
    if not met:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _judge(account: AccountStatement, subject: str, direction: Literal["credits", "debits"], total: Figure) -> Tie:
    sign = 1 if direction == "credits" else -1
    rows = [row for row in account.rows() if row.amount * sign > 0]
    moves = [account.term(row.transaction.amount, row.transaction.description or "-", -sign) for row in rows]
    equation = Equation((account.term(total, _CAPTIONS[direction], 1), *moves), ZERO)
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if equation.agrees else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=total.value,
        rhs=total.value - equation.difference,
        difference=equation.difference,
        tolerance=ZERO,
        currency=account.statement.currency,
        period=account.last_day,
        evidence=(account.evidence(total, _CAPTIONS[direction]),),
        equations=(equation,),
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
