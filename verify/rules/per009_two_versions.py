"""Two versions of one statement.

What it finds
    Two documents that hold the same statement of one firm for one period, with a line that is printed otherwise.
Why it matters
    A firm with two sets of books shows the better one to the bank and the worse one to the tax office.
Formula
    line of one document = the same line of the other, for each line that both print
Tolerance
    exact; where figures are rounded to more than the minor unit, their rounding
Innocent explanations
    - one is a draft, the other the final statement
    - one is before the audit's adjustments, or before adjustments that belong in the tax return only
    - one is of the group, the other of the firm alone
References
    Two sets of books among the typologies of fabrication; PER009 of the catalogue of ties.
Fires
    revenue 2025 of 1,200.00 in the bank's copy and of 700.00 in the tax office's
Does not fire
    revenue 2025 of 1,200.00 in both
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from verify.amounts import amount_text
from verify.case import Case, newest
from verify.column import WHOLE_YEAR, Column
from verify.evidence import ZERO
from verify.finding import Finding, Severity, Verdict
from verify.formulas.additions import choices
from verify.formulas.chart import chart, label_of
from verify.formulas.compare import Comparison, compared
from verify.formulas.occasions import incomparable, layouts
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "PER009", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("同期报表版本一致", "Two versions of a statement agree")
CHINESE = {
    "What it finds": "两份文件含有同一单位、同一期间的同一张报表，而其中有项目金额不同。",
    "Why it matters": "有两套账的企业，给银行看好的一套，给税务机关看差的一套。",
    "Tolerance": "完全相等；金额取整到最小货币单位以上的，允许取整误差。",
}
INNOCENT = (
    Wording("一份为草稿，另一份为定稿。", "One is a draft, the other the final statement."),
    Wording(
        "一份未作审计调整，或差异只属纳税调整。",
        "One is before the audit's adjustments, or before adjustments that belong in the tax return only.",
    ),
    Wording("一份为合并报表，另一份为单户报表。", "One is of the group, the other of the firm alone."),
)
#: Pairs of documents that are compared.
MAX_PAIRS = 1_000


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two columns of one statement and period in two documents, with each line that both print."""

    one: Column
    other: Column
    lines: tuple[tuple[str, Comparison], ...]

    @property
    def subject(self) -> str:
        return f"{self.one.subject} + {self.other.subject}"

    @property
    def apart(self) -> int:
        return sum(not comparison.agrees for _, comparison in self.lines)

    @property
    def favours(self) -> Decimal:
        """How much better `one` makes the borrower look than `other`, all lines together; negative when `other` does."""
        return sum((chart()[concept].favourable * comparison.difference for concept, comparison in self.lines), ZERO)


def check(case: Case) -> Iterator[Tie | Finding]:
    """For each two documents with one statement of one period a tie for each line that both print."""
    met = False
    for one, other in itertools.islice(_candidates(case), MAX_PAIRS):
        met = True
        pairs = [_pair(first, second) for first, second in itertools.product(one, other) if incomparable(first, second) is None]
        if not pairs:
            reason = incomparable(one[0], other[0])
            yield _not_run(f"{one[0].subject} + {other[0].subject}", reason or TITLE)
            continue
        # An audit report holds the statement of the group and that of the firm: the other document is a version of the nearer one.
        best = min(pairs, key=lambda pair: (not pair.lines, pair.apart, -len(pair.lines)))
        if not best.lines:
            yield _not_run(best.subject, Wording("两份报表没有可对应的项目。", "The two statements have no line in common."))
        yield from (_judge(best, concept, comparison) for concept, comparison in best.lines)
    if not met:
        yield _not_run("", Wording("各期报表都只有一个版本。", "No statement of any period was handed in twice."))


def _candidates(case: Case) -> Iterator[tuple[list[Column], list[Column]]]:
    """Columns of two documents that are the newest of their statement, of one kind, period and stretch."""
    found: dict[tuple[str, date, str], dict[str, list[Column]]] = {}
    for column in case.columns:
        if column.period is not None and column.period == newest(column):
            span = "year" if column.span in WHOLE_YEAR else column.span
            group = found.setdefault((column.kind, column.period, span), {})
            group.setdefault(column.document.sha256, []).append(column)
    for documents in found.values():
        yield from itertools.combinations(documents.values(), 2)


def _pair(one: Column, other: Column) -> _Pair:
    shared = [concept for concept in one.by_concept if other.has(concept) and concept in chart()]
    return _Pair(one, other, tuple((concept, _nearest(one, other, concept)) for concept in shared))


def _nearest(one: Column, other: Column, concept: str) -> Comparison:
    """The line of both in the reading in which they are nearest."""
    readings = [choices(column, concept, column.by_concept[concept]) for column in (one, other)]
    every = [compared(lhs, "eq", rhs, "rounding") for lhs, rhs in itertools.product(*readings)]
    return min(every, key=lambda comparison: (not comparison.agrees, abs(comparison.difference)))


def _judge(pair: _Pair, concept: str, found: Comparison) -> Tie:
    subject = f"{pair.subject}/{concept}"
    if not found.agrees and any(column.halves_mixed and "cn" in layouts(column) for column in (pair.one, pair.other)):
        reason = Wording(
            "同一行读出两个不同金额，左右两栏可能未能分开。",
            "One line has two amounts for one column: the two halves of the sheet may have been mixed.",
        )
        return _not_run(subject, reason)
    name = label_of(concept)
    equation = found.worst
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if found.agrees else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=found.value,
        rhs=found.bound,
        difference=found.difference,
        tolerance=equation.tolerance,
        currency=pair.one.statement.currency,
        period=pair.one.period,
        evidence=tuple(term.evidence for term in found.figures),
        equations=found.equations,
        concept=concept,
        cluster=f"{CODE} {pair.subject}",
        words=Wording(f"两份报表的“{name.zh}”相同", f"'{name.en}' is the same in both documents"),
        detail=None if found.agrees else _said(pair, concept, found),
        benefit="up" if pair.favours else None,
    )


def _said(pair: _Pair, concept: str, found: Comparison) -> Wording:
    """Both documents with their amounts, and which of them makes the borrower look better: in this line, and in all together."""
    name, currency = label_of(concept), pair.one.statement.currency
    first, second = (amount_text(value, currency) for value in (found.value, found.bound))
    here, there = pair.one.document.name, pair.other.document.name
    zh = f"{pair.one.period}的“{name.zh}”，{here}为{first}，{there}为{second}。"
    en = f"{pair.one.period}: '{name.en}' is {first} in {here} and {second} in {there}."
    line = chart()[concept].favourable * found.difference
    if line:
        better = here if line > 0 else there
        zh, en = f"{zh}就此项目，{better}对借款人更有利。", f"{en} In this line {better} is the better one for the borrower."
    if pair.favours:
        better = here if pair.favours > 0 else there
        zh, en = f"{zh}总体看，{better}对借款人更有利。", f"{en} All lines together, {better} is."
    return Wording(zh, en)


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
