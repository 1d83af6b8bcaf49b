"""A line's tax is not its amount times its rate.

What it finds
    Tax of an invoice line that is not the line's amount times the rate printed beside it.
Why it matters
    The issuing system computes the tax; a line that was typed over does not agree with it.
Formula
    tax of the line = net amount of the line x rate
Tolerance
    one cent, and what the printed digits of the amount leave open
Innocent explanations
    - the amount was computed from a price with tax and rounded
    - tax is levied on a margin (差额征税)
    - the line is exempt or not taxed
References
    增值税发票 layout; INV002 of the catalogue of ties.
Fires
    amount 100.00 at 13 %, tax 31.00
Does not fire
    amount 100.00 at 13 %, tax 13.00
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from verify.case import Case
from verify.evidence import Equation
from verify.finding import Finding, Severity, Verdict
from verify.invoice_lines import NO_INVOICE, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV002", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("税额=金额×税率", "Line tax")
CHINESE = {
    "What it finds": "某行税额不等于金额乘所列税率。",
    "Why it matters": "税额由开票系统计算；改过金额的行不再相符。",
    "Tolerance": "一分，另加打印位数的取整。",
}
INNOCENT = (
    Wording("由含税价倒算并取整。", "The amount was computed from a price with tax and rounded."),
    Wording("差额征税。", "Tax is levied on a margin."),
    Wording("免税或不征税。", "The line is exempt or not taxed."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
_CENT = Decimal("0.01")


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each line that prints amount, rate and tax."""
    met = False
    for paper in invoices_of(case):
        for number, line in enumerate(paper.invoice.lines, start=1):
            if line.net is None or line.tax is None or line.tax_rate is None:
                continue
            met = True
            tax, net = (
                paper.term(line.tax, f"{line.description} 税额 tax"),
                paper.term(line.net, f"{line.description} 金额 amount", -line.tax_rate),
            )
            allowed = max(_CENT, tax.step) + line.tax_rate * net.step / 2
            yield _TEST.tie(paper, f"{paper.subject}/line {number}", Equation((tax, net), allowed), lhs=line.tax.value)
    if not met:
        reason = Wording("没有同时列示金额、税率与税额的发票行。", "No line of an invoice prints amount, rate and tax.")
        yield _TEST.not_run("", reason if any(True for _ in invoices_of(case)) else NO_INVOICE)
