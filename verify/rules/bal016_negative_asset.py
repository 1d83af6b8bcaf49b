"""An asset line is below nothing.

What it finds
    An asset, other than one that is taken off another, that is printed negative.
Why it matters
    Nobody owns less than nothing: an overdraft or a credit balance is shown on the wrong side, or a figure was made to balance.
Formula
    smallest value among asset lines >= 0
Tolerance
    exact
Innocent explanations
    - an overdraft is shown in cash
    - credit balances of suppliers or customers were not moved to the other side: frequent and honest in small firms
    - a sign was misread
References
    小企业会计准则 notes to the statements, 往来科目重分类; BAL016 of the catalogue of ties.
Fires
    trade receivables -12,000.00
Does not fire
    trade receivables 12,000.00
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.concepts import chart
from verify.case import Case
from verify.column import Column
from verify.evidence import ZERO, Equation
from verify.finding import Finding, Severity, Verdict
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "BAL016", "2026.1"
SEVERITY: Severity = "low"
VERDICT: Verdict = "notice"
TITLE = Wording("资产项目为负", "Negative asset line")
CHINESE = {
    "What it finds": "除备抵项目外，有资产项目为负数。",
    "Why it matters": "资产不可能少于零：透支或贷方余额列错了一边，或是为了轧平。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("银行透支列在货币资金中。", "An overdraft is shown in cash."),
    Wording(
        "往来科目的贷方余额未重分类，小企业常见且诚实。",
        "Credit balances were not moved to the other side: frequent and honest in small firms.",
    ),
    Wording("负号识别有误。", "A sign was misread."),
)
_SECTIONS = frozenset({"current_assets", "noncurrent_assets"})


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each column of a balance sheet: its smallest asset."""
    columns = case.columns_of_kind("balance_sheet")
    if not columns:
        yield _not_run("", Wording("文件中没有资产负债表。", "The loan file holds no balance sheet."))
    for column in columns:
        yield _judge(column)


def _judge(column: Column) -> Tie:
    assets = [
        entry
        for entry in column.entries
        if entry.line.concept in chart()
        and (known := chart()[entry.line.concept or ""]).section in _SECTIONS
        and known.balance == "debit"
        and not known.total
    ]
    if not assets:
        return _not_run(column.subject, Wording("未列示资产明细。", "No asset lines are printed."))
    smallest = min(assets, key=lambda entry: entry.figure.value)
    equation = Equation((column.term(smallest),), ZERO, "ge")
    return Tie(
        id=CODE,
        subject=column.subject,
        title=TITLE,
        status="holds" if equation.agrees else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=smallest.figure.value,
        rhs=ZERO,
        difference=smallest.figure.value,
        tolerance=ZERO,
        currency=column.statement.currency,
        period=column.period,
        evidence=(column.evidence(smallest),),
        equations=(equation,),
        concept=smallest.line.concept,
        soft=True,  # below nothing is unusual, and no proof against a figure
    )


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
