"""An invoice's total is not its net and its tax.

What it finds
    A total that is not net plus tax, with what is printed between them (discount, postage, rounding) counted.
Why it matters
    Whoever raises the total of an invoice has to raise net and tax as well, and often forgets one of them.
Formula
    total = net + tax + charges - discounts, those that stand between net and total
Tolerance
    exact
Innocent explanations
    - a digit was misread
    - a charge between net and total was not read
References
    Layout of invoices, 价税合计; INV003 of the catalogue of ties.
Fires
    net 100.00, tax 13.00, total 193.00
Does not fire
    net 100.00, tax 13.00, total 113.00
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from verify.case import Case
from verify.evidence import ZERO, Equation
from verify.finding import Finding, Severity, Verdict
from verify.invoice_lines import NO_INVOICE, InvoicePaper, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV003", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("价税合计", "Total equals net plus tax")
CHINESE = {
    "What it finds": "价税合计不等于金额加税额（其间列示的折扣、运费、尾差已计入）。",
    "Why it matters": "抬高发票合计的人必须同时改金额与税额，往往漏改其一。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("某位数字识别有误。", "A digit was misread."),
    Wording("金额与合计之间的某项费用未被读出。", "A charge between net and total was not read."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
#: What may stand between net and total; of more than this many every subset is not tried.
_BETWEEN = frozenset({"discount", "shipping", "rounding", "tip", "retention", "deduction"})
_MOST_BETWEEN = 4


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each invoice."""
    met = False
    for paper in invoices_of(case):
        met = True
        yield _judge(paper)
    if not met:
        yield _TEST.not_run("", NO_INVOICE)


def _judge(paper: InvoicePaper) -> Tie:
    invoice = paper.invoice
    if invoice.total is None or invoice.net is None or invoice.tax is None:
        return _TEST.not_run(paper.subject, Wording("未列示金额、税额与合计三项。", "Net, tax and total are not all printed."))
    if any(figure.operands for figure in (invoice.total, invoice.net, invoice.tax)):
        return _TEST.not_run(paper.subject, Wording("其中一项由其他数字推得。", "One of them was derived from the others."))
    plain = (
        paper.term(invoice.total, "价税合计 total"),
        paper.term(invoice.net, "金额 net", -1),
        paper.term(invoice.tax, "税额 tax", -1),
    )
    between = [amount for amount in invoice.amounts if amount.role in _BETWEEN][:_MOST_BETWEEN]
    equations = []
    # A discount is printed with or without its minus, and may be taken off before the net: every way to count it is tried.
    for signs in sorted(itertools.product((0, 1, -1), repeat=len(between)), key=lambda signs: sum(map(abs, signs))):
        more = [paper.term(amount.figure, amount.label, -sign) for amount, sign in zip(between, signs, strict=True) if sign]
        equations.append(Equation((*plain, *more), ZERO))
    best = next((equation for equation in equations if equation.agrees), equations[0])
    return _TEST.tie(paper, paper.subject, best, lhs=invoice.total.value)
