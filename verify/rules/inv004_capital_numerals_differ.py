"""An invoice's amount in words is not its amount in figures.

What it finds
    A total in Chinese capital numerals that is not the total in figures.
Why it matters
    Words are harder to change than digits: a forger changes the digits. By law the two must be the same, or the paper is void.
Formula
    total in capital numerals = total in figures
Tolerance
    exact
Innocent explanations
    - 贰 and 叁, or a missing 零, were misread
    - 圆 or 元, 整 or 正 are written differently, which changes no amount
References
    支付结算办法 附一 正确填写票据和结算凭证的基本规定; INV004 of the catalogue of ties.
Fires
    壹佰壹拾叁元整 beside 193.00
Does not fire
    壹佰壹拾叁元整 beside 113.00
"""

from __future__ import annotations

from collections.abc import Iterator

from verify.case import Case
from verify.evidence import ZERO, Equation
from verify.finding import Finding, Severity, Verdict
from verify.invoice_lines import NO_INVOICE, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV004", "2026.1"
SEVERITY: Severity = "high"
VERDICT: Verdict = "contradiction"
TITLE = Wording("大写=小写", "Capital numerals equal the figure")
CHINESE = {
    "What it finds": "大写金额与小写合计不一致。",
    "Why it matters": "大写比数字难改，伪造者多只改小写；按规定两者必须一致，否则票据无效。",
    "Tolerance": "完全相等。",
}
INNOCENT = (
    Wording("“贰”“叁”或“零”识别有误。", "贰 and 叁, or a missing 零, were misread."),
    Wording("“圆/元”“整/正”写法不同，不影响金额。", "圆 or 元, 整 or 正 are written differently, which changes no amount."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each invoice that prints both."""
    met = False
    for paper in invoices_of(case):
        met = True
        invoice = paper.invoice
        if invoice.written is None or invoice.total is None or invoice.total.operands:
            yield _TEST.not_run(
                paper.subject, Wording("未同时列示大写与小写金额。", "The amount is not printed both in words and in figures.")
            )
            continue
        terms = (paper.term(invoice.total, "小写合计 total"), paper.term(invoice.written, "大写合计 total in words", -1))
        yield _TEST.tie(paper, paper.subject, Equation(terms, ZERO), lhs=invoice.total.value)
    if not met:
        yield _TEST.not_run("", NO_INVOICE)
