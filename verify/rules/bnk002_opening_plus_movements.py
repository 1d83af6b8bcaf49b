"""Opening balance plus movements is not the closing balance.

What it finds
    A bank statement whose printed closing balance differs from its printed opening balance plus all rows, or plus the
    printed totals of money in and out.
Why it matters
    Rows left out or changed move the sum even where no running balance is printed.
Formula
    closing = opening + credits - debits, once over the rows and once over the printed totals
Tolerance
    exact
Innocent explanations
    - the print covers a part of the period only
    - the export was filtered by amount or direction
    - a row was missed by recognition
References
    Arithmetic of bank statements; BNK002 of the catalogue of ties.
Fires
    opening 100.00, rows +50.00 and -20.00, closing 150.00
Does not fire
    opening 100.00, rows +50.00 and -20.00, closing 130.00
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.figure import Figure
from verify.accounts import AccountStatement
from verify.case import Case
from verify.evidence import ZERO, Equation, Term
from verify.finding import Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK002", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("期初+发生=期末", "Opening plus movements")
CHINESE = {
    "What it finds": "期末余额不等于期初余额加全部交易，或不等于期初余额加打印的收支合计。",
    "Why it matters": "即使没有逐笔余额，漏掉或改动的交易也会使合计不符。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("只打印了部分期间。", "The print covers a part of the period only."),
    Wording("导出时按金额或收支方向作了筛选。", "The export was filtered by amount or direction."),
    Wording("识别时漏了一行。", "A row was missed by recognition."),
)


def check(case: Case) -> Iterator[Tie]:
    """For each bank statement one tie over its rows, and one over its printed totals where it prints both."""
    met = False
    for account in case.bank_statements:
        met = True
        opening, closing = account.printed_opening, account.printed_closing
        if opening is None or closing is None:
            yield _not_run(
                account.subject,
                Wording("流水未列示期初或期末余额。", "The statement prints no opening or no closing balance."),
            )
            continue
        ends = [account.term(closing, "期末余额 closing balance", 1), account.term(opening, "期初余额 opening balance", -1)]
        unread = account.unread()
        if unread is not None:
            yield _not_run(f"{account.subject}/rows", unread)
        else:
            yield _judge(
                account,
                f"{account.subject}/rows",
                ends,
                [account.term(row.transaction.amount, row.transaction.description or "-", -1) for row in account.rows()],
            )
        totals = account.statement.total_credits, account.statement.total_debits
        if totals[0] is not None and totals[1] is not None:
            yield _judge(account, f"{account.subject}/totals", ends, _totals(account, totals[0], totals[1]))
    if not met:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


def _totals(account: AccountStatement, credits_total: Figure, debits_total: Figure) -> list[Term]:
    return [
        account.term(credits_total, "收入合计 total credits", -1),
        account.term(debits_total, "支出合计 total debits", 1),
    ]


def _judge(account: AccountStatement, subject: str, ends: list[Term], moves: list[Term]) -> Tie:
    equation = Equation((*ends, *moves), ZERO)
    closing = ends[0].evidence.figure.value
    by_totals = subject.endswith("/totals")
    # A statement of a thousand rows is shown by its ends; each row is in the equation.
    shown = [ends[1], *moves, ends[0]] if by_totals else [ends[1], ends[0]]
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if equation.agrees else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=closing,
        rhs=closing - equation.difference,
        difference=equation.difference,
        tolerance=ZERO,
        currency=account.statement.currency,
        period=account.last_day,
        evidence=tuple(term.evidence for term in shown),
        equations=(equation,),
        concept="bank_deposits",
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
