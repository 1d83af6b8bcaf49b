"""A line of an invoice is not its quantity times its price.

What it finds
    An amount of a line that is not quantity times unit price.
Why it matters
    Whoever raises the amount of a line seldom finds a quantity and a price that make it.
Formula
    net amount of the line = quantity x unit price
Tolerance
    quantity times half the last printed digit of the price, plus half the last printed digit of the amount, plus one cent
Innocent explanations
    - the price is printed with fewer digits than the seller's system holds
    - a discount of the line is already taken off
    - the price is printed with tax and the amount without
References
    Layout of invoices; INV001 of the catalogue of ties.
Fires
    10 pieces at 12.50, amount 925.00
Does not fire
    10 pieces at 12.50, amount 125.00
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.records import InvoiceLine
from verify.case import Case
from verify.evidence import Equation
from verify.finding import Finding, Severity, Verdict
from verify.invoice_lines import NO_INVOICE, InvoicePaper, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV001", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("金额=数量×单价", "Line amount")
CHINESE = {
    "What it finds": "某行金额不等于数量乘单价。",
    "Why it matters": "抬高金额的人很少同时凑出相应的数量与单价。",
    "Tolerance": "数量乘单价末位的一半，加金额末位的一半，加一分。",
}
INNOCENT = (
    Wording("单价打印的位数少于系统保存的位数。", "The price is printed with fewer digits than the seller's system holds."),
    Wording("金额已扣除本行折扣。", "A discount of the line is already taken off."),
    Wording("单价含税而金额不含税。", "The price is printed with tax and the amount without."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
_CENT = Decimal("0.01")


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each line that prints all three."""
    met = False
    for paper in invoices_of(case):
        for number, line in enumerate(paper.invoice.lines, start=1):
            if line.quantity is not None and line.unit_price is not None and line.net is not None:
                met = True
                yield _judge(paper, number, line, line.quantity)
    if not met:
        reason = Wording("没有同时列示数量、单价与金额的发票行。", "No line of an invoice prints quantity, price and amount.")
        yield _TEST.not_run("", reason if any(True for _ in invoices_of(case)) else NO_INVOICE)


def _judge(paper: InvoicePaper, number: int, line: InvoiceLine, quantity: Decimal) -> Tie:
    assert line.unit_price is not None and line.net is not None
    price, net = (
        paper.term(line.unit_price, f"{line.description} 单价 price", -quantity),
        paper.term(line.net, f"{line.description} 金额 amount"),
    )
    allowed = abs(quantity) * price.step / 2 + net.step / 2 + _CENT
    exact = Equation((net, price), allowed)
    # Some sellers print prices with tax: the same line, read the other way.
    rate = line.tax_rate or Decimal(0)
    with_tax = Equation((paper.term(line.net, net.evidence.label, 1 + rate), price), allowed * (1 + rate))
    chosen = with_tax if rate and not exact.agrees and with_tax.agrees else exact
    return _TEST.tie(paper, f"{paper.subject}/line {number}", chosen, lhs=line.net.value)
