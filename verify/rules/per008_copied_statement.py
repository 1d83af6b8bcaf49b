"""A month copied from the month before.

What it finds
    Statements of two months in a row in which more than four fifths of the lines that move from month to month are the same amount.
Why it matters
    Whoever makes up monthly statements takes last month's and changes the lines that the bank looks at.
Formula
    lines of the same amount / lines that normally move and both months print <= 0.8. Those lines are cash, receivables, stock,
    payables, taxes and advances on balance sheets; revenue, costs, expenses and tax on statements of income for one month
Tolerance
    none beside the bound; a figure of nothing, or of less than a hundred printed steps, is not counted
Innocent explanations
    - the firm was dormant
    - nothing was booked in the month
References
    Textbooks on forensic accounting; PER008 of the catalogue of ties.
Fires
    cash 351,200.00, receivables 180,000.00 and stock 95,000.00 at the end of May and at the end of June
Does not fire
    the same three, with cash of 351,207.40 in June
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from extract.records import StatementKind
from verify.case import Case, newest
from verify.column import Column, Entry
from verify.finding import Finding, Severity, Verdict
from verify.formulas.occasions import incomparable
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "PER008", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "suspicious"
TITLE = Wording("两期报表雷同", "Copied statement")
CHINESE = {
    "What it finds": "相邻两个月的报表中，逐月变动的项目有五分之四以上金额完全相同。",
    "Why it matters": "编造月报的人往往照抄上月报表，只改银行会看的几项。",
    "Tolerance": "以所列界限为准；为零或不足一百个打印单位的金额不计。",
}
INNOCENT = (Wording("企业停业。", "The firm was dormant."), Wording("当月未记账。", "Nothing was booked in the month."))
#: Share of lines that may be the same.
MOST_THE_SAME = Decimal("0.8")
#: Fewer lines say nothing.
LEAST_LINES = 3
#: A figure of fewer printed steps is the same again by chance, or because it was rounded.
LEAST_STEPS = 100
MAX_PAIRS = 1_000
_MOVES: Mapping[StatementKind, tuple[str, ...]] = {
    "balance_sheet": (
        "cash", "trade_receivables", "notes_receivable", "prepayments", "inventories", "trade_payables", "notes_payable",
        "advances_from_customers", "taxes_payable",
    ),
    "income_statement": (
        "revenue", "cost_of_sales", "taxes_and_surcharges", "selling_expenses", "admin_expenses", "finance_costs", "income_tax",
    ),
}  # fmt: skip


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each two statements of one kind that follow each other by a month."""
    met = False
    for earlier, later in itertools.islice(_pairs(case), MAX_PAIRS):
        met = True
        yield _judge(earlier, later)
    if not met:
        yield _not_run("", Wording("没有相邻两个月的报表。", "No statements of two months in a row were handed in."))


def _pairs(case: Case) -> Iterator[tuple[Column, Column]]:
    for kind in _MOVES:
        months: dict[int, list[Column]] = {}
        for column in case.columns_of_kind(kind):
            if column.period is not None and column.period == newest(column) and column.span in ("instant", "month"):
                months.setdefault(_month(column.period), []).append(column)
        for month in sorted(months):
            for earlier, later in itertools.product(months[month], months.get(month + 1, ())):
                if earlier.document is not later.document:
                    yield earlier, later


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _judge(earlier: Column, later: Column) -> Tie:
    subject = f"{earlier.subject} + {later.subject}"
    reason = incomparable(earlier, later)
    if reason is not None:
        return _not_run(subject, reason)
    shared = [
        (one, other)
        for concept in _MOVES[earlier.kind]
        if (one := _told(earlier, concept)) is not None and (other := _told(later, concept)) is not None
    ]
    if len(shared) < LEAST_LINES:
        few = Wording(f"两期共有的变动项目少于{LEAST_LINES}项。", f"Fewer than {LEAST_LINES} lines that move are printed in both months.")
        return _not_run(subject, few)
    same = [(one, other) for one, other in shared if one.figure.value == other.figure.value]
    share = Decimal(len(same)) / len(shared)
    shown = same or shared
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="holds" if share <= MOST_THE_SAME else "broken",
        severity=SEVERITY,
        verdict=VERDICT,
        lhs=share.quantize(Decimal("0.001")),
        rhs=MOST_THE_SAME,
        difference=share - MOST_THE_SAME,
        period=later.period,
        evidence=tuple(item for one, other in shown for item in (earlier.evidence(one), later.evidence(other))),
        soft=True,
        detail=Wording(
            f"{earlier.document.name}（{earlier.period}）与{later.document.name}（{later.period}）："
            f"{len(shared)}个逐月变动的项目中有{len(same)}个金额完全相同。",
            f"{earlier.document.name} ({earlier.period}) and {later.document.name} ({later.period}): {len(same)} of the {len(shared)} "
            "lines that move from month to month are the same amount.",
        ),
    )


def _told(column: Column, concept: str) -> Entry | None:
    """The figure of the concept; None where it is not printed, is nothing or is too coarse to be told from another."""
    entries = column.by_concept.get(concept, ())
    return next((entry for entry in entries if abs(entry.figure.value) >= LEAST_STEPS * entry.figure.step), None)


def _not_run(subject: str, reason: Wording) -> Tie:
    return Tie(id=CODE, subject=subject, title=TITLE, status="not_run", severity=SEVERITY, verdict=VERDICT, reason=reason)
