"""The running balance of a bank statement does not follow from the movements.

What it finds
    A row whose printed balance is not the balance before it plus its amount. Each break is reported once, at its row.
Why it matters
    The bank's system computes every balance. A changed amount, a changed balance or a row taken out leaves a break, unless
    the forger recomputes all later rows.
Formula
    balance[i] = balance[i-1] + amount[i]; rows without a printed balance are added up to the next one that has it
Tolerance
    exact
Innocent explanations
    - a row was missed by recognition, or a page was left out
    - rows of the same second are printed in another order than booked (looked for within a day before reporting)
    - the amount of a reversal is printed in brackets
    - a line "carried forward" was taken for a movement
References
    Arithmetic of bank statements; BNK001 of the catalogue of ties.
Fires
    balance 100.00, amount +50.00, balance 250.00
Does not fire
    balance 100.00, amount +50.00, balance 150.00
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.figure import Figure
from verify.accounts import AccountStatement, Row
from verify.amounts import amount_text
from verify.case import Case
from verify.evidence import ZERO, Equation, Term
from verify.finding import Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK001", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("余额逐笔连续", "Running balance chain")
CHINESE = {
    "What it finds": "某行打印的余额不等于上一笔余额加本笔发生额；每处断点在其所在行报告一次。",
    "Why it matters": "余额由银行系统逐笔计算。改金额、改余额或删去一行都会留下断点，除非伪造者重算其后全部各行。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("识别时漏了一行，或缺了一页。", "A row was missed by recognition, or a page is missing."),
    Wording("同一时刻的交易打印顺序与记账顺序不同。", "Rows of the same moment are printed in another order than booked."),
    Wording("冲正金额以括号列示。", "The amount of a reversal is printed in brackets."),
    Wording("“承前页”一行被当作交易。", "A line carried forward was taken for a movement."),
)

#: More breaks than this in one statement are one finding; when they outnumber the rows that follow on, the reading is at fault.
FEW_BREAKS = 20


def check(case: Case) -> Iterator[Tie]:
    """For each bank statement one tie for the rows that follow on, and one for each row that does not."""
    met = False
    for account in case.bank_statements:
        met = True
        yield from _judge(account)
    if not met:
        yield _not_run("", Wording("文件中没有银行流水。", "The loan file holds no bank statement."))


@dataclass(frozen=True, slots=True)
class _Step:
    """From one printed balance to the next.   before: None for none printed before   rows: between, the last has the balance"""

    before: Figure
    rows: tuple[Row, ...]
    after: Figure


def _steps(account: AccountStatement) -> Iterator[_Step]:
    before = account.printed_opening
    rows: list[Row] = []
    for row in account.rows():
        balance = row.transaction.balance
        rows.append(row)
        if balance is None:
            continue
        if before is not None:
            yield _Step(before, tuple(rows), balance)
        before, rows = balance, []
    closing = account.printed_closing
    if before is not None and closing is not None and before is not account.printed_opening and closing.id != before.id:
        yield _Step(before, tuple(rows), closing)


def _judge(account: AccountStatement) -> Iterator[Tie]:
    held: list[Equation] = []
    shown: list[Figure] = []
    breaks: list[tuple[int, _Step, Equation]] = []
    for number, step in enumerate(_steps(account), start=1):
        equation = _equation(account, step)
        if equation.agrees:
            held.append(equation)
            shown = [shown[0] if shown else step.before, step.after]
        elif (reason := _pages_missing(account, step)) is not None:
            yield _not_run(f"{account.subject}/row {number}", reason)
        else:
            breaks.append((number, step, equation))
    if len(breaks) > max(FEW_BREAKS, len(held)):
        yield _not_run(
            account.subject,
            Wording(
                "多数行的余额都不连续，余额列可能未能正确识别。",
                "Most balances do not follow on: the column was probably not read as a running balance.",
            ),
        )
        return
    cluster = f"{CODE} {account.subject}" if len(breaks) > FEW_BREAKS else None
    for number, step, equation in breaks:
        yield _break(account, step, equation, number, cluster)
    if held:
        evidence = tuple(account.evidence(figure, "余额 balance") for figure in shown)
        yield Tie(
            id=CODE,
            subject=account.subject,
            title=TITLE,
            status="holds",
            severity=SEVERITY,
            verdict=VERDICT,
            difference=ZERO,
            tolerance=ZERO,
            currency=account.statement.currency,
            period=account.last_day,
            evidence=evidence,
            equations=tuple(held),
        )
    elif not breaks:
        yield _not_run(account.subject, Wording("流水未列示逐笔余额。", "The statement prints no running balance."))


def _equation(account: AccountStatement, step: _Step) -> Equation:
    moves = [account.term(row.transaction.amount, _caption(row), -1) for row in step.rows]
    ends = [account.term(step.after, "余额 balance", 1), account.term(step.before, "上笔余额 balance before", -1)]
    return Equation((*ends, *moves), ZERO)


def _break(account: AccountStatement, step: _Step, equation: Equation, number: int, cluster: str | None) -> Tie:
    currency = account.statement.currency
    off = amount_text(equation.difference, currency)
    last = step.rows[-1] if step.rows else None
    where_zh = f"第{last.number}行" if last else "期末"
    where_en = f"row {last.number}" if last else "the closing balance"
    detail = Wording(
        f"{where_zh}的余额与上一笔余额加发生额相差{off}。",
        f"At {where_en} the balance differs by {off} from the balance before plus the amount.",
    )
    ways = [Wording(f"若此处漏了一笔{off}的交易，则余额连续。", f"If one movement of {off} is missing here, the balances follow on.")]
    if last is not None:
        mended = amount_text(last.amount + equation.difference, currency)
        ways.append(Wording(f"若该行金额为{mended}，则余额连续。", f"If the amount of this row is {mended}, the balances follow on."))
    return Tie(
        id=CODE,
        subject=f"{account.subject}/row {number}",
        title=TITLE,
        status="broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=step.after.value,
        rhs=step.after.value - equation.difference,
        difference=equation.difference,
        tolerance=ZERO,
        currency=currency,
        period=account.last_day,
        evidence=tuple(term.evidence for term in _in_order(equation.terms)),
        equations=(equation,),
        concept="bank_deposits",
        detail=detail,
        counterfactuals=tuple(ways),
        cluster=cluster,
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)


def _pages_missing(account: AccountStatement, step: _Step) -> Wording | None:
    """Why rows may be missing between two printed balances, or None."""
    if any(warning.code == "amount-unreadable" for warning in account.document.warnings):
        text = "Rows whose amount could not be read are missing from this document."
        return Wording("该文件中有金额无法识别的行，余额之间可能缺行。", text)
    last = step.rows[-1].transaction if step.rows else None
    pages = (step.before.place.page, last.page if last and last.page is not None else step.after.place.page)
    losses = {warning.page for warning in account.document.warnings if warning.page is not None}
    if None not in pages and account.document.status != "read":
        first, until = sorted(page for page in pages if page is not None)
        if any(first <= page <= until for page in losses) and first != until:
            return Wording(
                f"第{first}页至第{until}页之间有未能读取的内容。",
                f"Something between page {first} and page {until} could not be read.",
            )
        if until - first > 1:
            return Wording(
                f"第{first}页与第{until}页之间的页未读出交易。",
                f"No rows were read from the pages between {first} and {until}.",
            )
    return None


def _in_order(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Balance before, amounts, balance after: as they stand on the paper."""
    after, before, *moves = terms
    return (before, *moves, after)


def _caption(row: Row) -> str:
    return row.transaction.description or f"第{row.number}行 row {row.number}"
