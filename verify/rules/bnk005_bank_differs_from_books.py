"""The bank's balance at the reporting date is not the cash in the books.

What it finds
    Bank deposits of the balance sheet that differ from the sum of the balances which the bank statements in the loan file
    show for that day. Where only cash is printed, deposits are a part of it: the banks may not show more than all cash, and
    a file whose banks show much less backs only that part.
Why it matters
    Cash is inflated more than any other figure, and the bank is the one witness outside the firm.
Formula
    bank_deposits = sum of closing balances; where only cash is printed, sum of closing balances ≤ cash, of which at least
    nine tenths are backed
Tolerance
    the rounding of the balance sheet; a single row of the bank within 14 days after the date that equals the difference
    (an outstanding cheque, a deposit in transit) reconciles it
Innocent explanations
    - an account was not handed in: others may exist, tieout cannot know
    - outstanding cheques and deposits in transit
    - balances on payment platforms
    - foreign-currency accounts, translated in the books
References
    Bank reconciliation (银行存款余额调节表); BNK005 of the catalogue of ties.
Fires
    bank deposits 500,000.00, the only account closes with 120,000.00
Does not fire
    bank deposits 500,000.00, two accounts close with 380,000.00 and 120,000.00
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from extract.figure import Figure
from verify.accounts import AccountStatement
from verify.case import Case, same_entity
from verify.column import Column
from verify.evidence import ZERO, Equation, Term, agrees, rounding_tolerance
from verify.finding import Severity, Verdict, lowered
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BNK005", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("银行对账单余额=账面", "Bank balance equals books")
CHINESE = {
    "What it finds": (
        "资产负债表的银行存款不等于各银行流水当日余额之和；只列货币资金时，银行余额之和不得超过货币资金，且应支持其九成以上。"
    ),
    "Why it matters": "货币资金是最常被虚增的项目，而银行是企业之外的证人。",
    "Tolerance": "报表取整误差；报表日后14天内银行有一笔金额等于差额的交易（未达账项）视为已调节。",
}
INNOCENT = (
    Wording("有账户的流水未提交（可能存在其他账户）。", "An account was not handed in; others may exist."),
    Wording("未达账项：已开出未兑付的支票、在途存款。", "Outstanding cheques or deposits in transit."),
    Wording("部分资金在支付平台账户。", "Part of the money lies on a payment platform."),
    Wording("外币账户按汇率折算入账。", "A foreign-currency account is translated in the books."),
)
#: Reconciling items clear within ten bank days, which two weeks contain.
CLEARING = timedelta(days=14)
#: Share of cash that may lie outside the banks handed in (till, payment platforms) without a remark.
TILL_SHARE = Decimal("0.10")


def check(case: Case) -> Iterator[Tie]:
    """One tie for each balance sheet column."""
    met = False
    for column in case.columns_of_kind("balance_sheet"):
        if column.period is None:
            continue
        met = True
        yield _judge(case, column, column.period)
    if not met:
        yield _not_run("", Wording("文件中没有资产负债表。", "The loan file holds no balance sheet."))


@dataclass(frozen=True, slots=True)
class _Balance:
    """What one account shows at the end of a day.   terms: figures that make it up"""

    account: AccountStatement
    terms: tuple[Term, ...]

    @property
    def value(self) -> Decimal:
        return sum((term.amount for term in self.terms), ZERO)


def _judge(case: Case, column: Column, day: date) -> Tie:
    concept = "bank_deposits" if column.has("bank_deposits") else "cash"
    if not column.has(concept):
        return _not_run(
            column.subject,
            Wording("报表未列示银行存款或货币资金。", "The balance sheet prints neither bank deposits nor cash."),
        )
    balances = list(_balances(case, column, day))
    if not balances:
        reason = Wording(f"没有覆盖{day.isoformat()}的同币种银行流水。", f"No bank statement in this currency covers {day.isoformat()}.")
        return _not_run(column.subject, reason)
    book = column.term(column.by_concept[concept][0], 1)
    bank = tuple(Term(term.evidence, -term.coefficient, term.step) for balance in balances for term in balance.terms)
    equation = Equation((book, *bank), rounding_tolerance((book, *bank)))
    verdict, severity, agreed, remark = _weighed(concept, book, equation, balances, day)
    return Tie(
        id=CODE,
        subject=column.subject,
        title=TITLE,
        status="holds" if agreed else "broken",
        severity=severity,
        verdict=verdict,
        reason=remark,
        lhs=book.amount,
        rhs=book.amount - equation.difference,
        difference=equation.difference,
        tolerance=equation.tolerance,
        currency=column.statement.currency,
        period=day,
        evidence=tuple(term.evidence for term in (book, *bank)),
        equations=(equation,) if concept == "bank_deposits" or equation.agrees else (),
        concept=concept,
    )


def _weighed(
    concept: str, book: Term, equation: Equation, balances: list[_Balance], day: date
) -> tuple[Verdict, Severity, bool, Wording | None]:
    """Verdict, severity, whether it holds, and the remark."""
    others = Wording(
        f"已计入{len(balances)}个账户；是否还有其他账户无从得知。",
        f"{len(balances)} account(s) are counted; whether others exist cannot be told from the file.",
    )
    if equation.agrees:
        return VERDICT, SEVERITY, True, others
    if _clears(balances, equation.difference, equation.tolerance, day):
        return (
            VERDICT,
            SEVERITY,
            True,
            Wording("差额为已在两周内兑付的未达账项。", "The difference is an item that the bank cleared within two weeks."),
        )
    if concept == "cash":
        small = agrees(equation.difference, "ge", equation.tolerance) and equation.difference <= TILL_SHARE * abs(book.amount)
        # Cash holds more than deposits, so the banks can only fail to back it, never contradict it from below.
        return "unsupported", SEVERITY if equation.difference < 0 else lowered(SEVERITY), small, others
    return (VERDICT if equation.difference < 0 else "unsupported"), SEVERITY, False, others


def _balances(case: Case, column: Column, day: date) -> Iterator[_Balance]:
    """For each account of the firm in the sheet's currency, its balance at the end of `day`."""
    for statements in case.accounts.values():
        for account in statements:
            if account.statement.currency != column.statement.currency or not same_entity(
                account.statement.holder, column.statement.entity
            ):
                continue
            terms = _at(account, day)
            if terms is not None:
                yield _Balance(account, terms)
                break


def _at(account: AccountStatement, day: date) -> tuple[Term, ...] | None:
    """Figures that make up the balance at the end of a day; None when the statement does not cover it."""
    first, last = account.first_day, account.last_day
    if first is None or last is None or not first <= day <= last:
        return None
    if day == last and account.statement.closing is not None:
        return (account.term(account.statement.closing, "期末余额 closing balance", 1),)
    start: Figure | None = account.statement.opening
    moves: list[Term] = []
    for row in account.rows():
        if row.transaction.date is None:
            return None
        if row.transaction.date > day:
            break
        if row.transaction.balance is not None:
            start, moves = row.transaction.balance, []
        else:
            moves.append(account.term(row.transaction.amount, row.transaction.description or "-", 1))
    return None if start is None else (account.term(start, "余额 balance", 1), *moves)


def _clears(balances: list[_Balance], difference: Decimal, tolerance: Decimal, day: date) -> bool:
    """Whether one row soon after the day is the difference: money in for books above bank, money out for books below."""
    return any(
        row.transaction.date is not None
        and timedelta(0) < row.transaction.date - day <= CLEARING
        and abs(row.amount - difference) <= tolerance
        for balance in balances
        for row in balance.account.rows()
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
