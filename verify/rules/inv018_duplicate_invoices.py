"""Invoices that were handed in twice.

What it finds
    Two documents with an invoice of one number and one seller, or with invoices of one seller to one buyer over one amount on one day.
    The same file handed in twice is one document, and its invoice no duplicate.
Why it matters
    One sale is shown twice, to make turnover larger or to pledge one receivable twice. Two amounts under one number: one was changed.
Formula
    of two invoices alike in number, or in buyer and amount: number, or buyer, amount and date, are not the same
Tolerance
    exact; two copies that agree in number, date and amount are a notice
Innocent explanations
    - both are copies of one invoice
    - a monthly fee of the same amount, or two deliveries on one day
References
    Uniqueness of invoice numbers; INV018 of the catalogue of ties.
Fires
    invoice 81532753 over 113.00 in one document and over 913.00 in another
Does not fire
    invoices 81532753 and 81532754 to one buyer over 113.00 each, a month apart
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Iterator

from verify.case import Case, same_entity
from verify.evidence import Evidence
from verify.finding import Finding, Severity, Verdict
from verify.invoice_lines import NO_INVOICE, InvoicePaper, InvoiceTest, invoices_of
from verify.tie import Tie
from verify.wording import Wording

CODE, SINCE = "INV018", "2026.1"
SEVERITY: Severity = "medium"
VERDICT: Verdict = "suspicious"
TITLE = Wording("重复发票", "Duplicate invoices")
CHINESE = {
    "What it finds": "两份文件中有同一销售方、同一号码的发票，或同一双方、同一金额、同一日期的发票。同一文件重复提交不算。",
    "Why it matters": "一笔销售列示两次，虚增收入，或一笔应收账款重复质押；同一号码出现两个金额，则其一被改动。",
    "Tolerance": "完全相等；号码、日期、金额均相同的两份仅作提示。",
}
INNOCENT = (
    Wording("两份均为同一发票的复印件。", "Both are copies of one invoice."),
    Wording("每月固定金额的费用，或同日两次交货。", "A monthly fee of the same amount, or two deliveries on one day."),
)
_TEST = InvoiceTest(CODE, TITLE, SEVERITY, VERDICT)
#: Invoices of one number, or of one amount, that are compared with each other.
MAX_ALIKE = 60


def check(case: Case) -> Iterator[Tie | Finding]:
    """One tie for each two invoices of two documents that are alike in number, or in buyer and amount."""
    invoices = list(invoices_of(case))
    met = False
    for one, other in _alike(invoices):
        met = True
        yield _judge(one, other)
    if not met:
        alone = Wording("没有号码相同、或购买方与金额相同的两张发票。", "No two invoices have one number, or one buyer and amount.")
        yield _TEST.not_run("", alone if invoices else NO_INVOICE)


def _alike(invoices: Iterable[InvoicePaper]) -> Iterator[tuple[InvoicePaper, InvoicePaper]]:
    groups: dict[Hashable, list[InvoicePaper]] = {}
    for paper in invoices:
        invoice = paper.invoice
        if _number(paper):
            groups.setdefault((invoice.kind, _number(paper)), []).append(paper)
        if invoice.total is not None and invoice.total.value and invoice.buyer.name:
            groups.setdefault((invoice.kind, invoice.currency, invoice.total.value), []).append(paper)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for one, other in itertools.combinations(group[:MAX_ALIKE], 2):
            pair = (one.subject, other.subject)
            if one.document is not other.document and pair not in seen and (_same_number(one, other) or _same_deal(one, other)):
                seen.add(pair)
                yield one, other


def _judge(one: InvoicePaper, other: InvoicePaper) -> Tie:
    subject = f"{one.subject} + {other.subject}"
    numbered = _same_number(one, other)
    shown = tuple(item for paper in (one, other) if (item := _shown(paper)) is not None)
    if len(shown) < 2:
        return _TEST.not_run(subject, Wording("发票上没有读出金额。", "No amount was read on one of the invoices."))
    same_day = one.invoice.date is not None and one.invoice.date == other.invoice.date
    same_amount = one.invoice.total is not None and other.invoice.total is not None and one.invoice.total.value == other.invoice.total.value
    copies = numbered and same_day and same_amount
    return Tie(
        id=CODE,
        subject=subject,
        title=TITLE,
        status="broken" if numbered or same_day else "holds",
        severity="low" if copies else SEVERITY,
        verdict="notice" if copies else VERDICT,
        currency=one.invoice.currency,
        period=one.invoice.date,
        evidence=shown,
        cluster=f"{CODE} {_number(one)}" if numbered else None,
        soft=False,
        detail=_said(one, other, numbered=numbered, copies=copies),
    )


def _said(one: InvoicePaper, other: InvoicePaper, *, numbered: bool, copies: bool) -> Wording:
    here, there = one.document.name, other.document.name
    if copies:
        return Wording(
            f"{here}与{there}是同一张发票（号码{one.invoice.number}），只应计一次。",
            f"{here} and {there} are one invoice ({one.invoice.number}): count it once.",
        )
    if numbered:
        return Wording(
            f"{here}与{there}的发票号码同为{one.invoice.number}，而日期或金额不同。",
            f"{here} and {there} have invoices of one number ({one.invoice.number}) with another date or amount.",
        )
    return Wording(
        f"{here}与{there}：购买方、金额与日期相同，号码不同（{one.invoice.number or '-'}、{other.invoice.number or '-'}）。",
        f"{here} and {there}: one buyer, amount and date under two numbers ({one.invoice.number or '-'}, {other.invoice.number or '-'}).",
    )


def _shown(paper: InvoicePaper) -> Evidence | None:
    figure = paper.first_figure
    return None if figure is None else paper.term(figure, f"发票 invoice {paper.invoice.number or '-'}").evidence


def _number(paper: InvoicePaper) -> str:
    return "".join(letter for letter in f"{paper.invoice.code or ''}/{paper.invoice.number}".upper() if paper.invoice.number).strip("/")


def _same_number(one: InvoicePaper, other: InvoicePaper) -> bool:
    """Numbers are each seller's own: two that are not both named are not said to be one."""
    sellers = one.invoice.seller.name, other.invoice.seller.name
    return bool(_number(one)) and _number(one) == _number(other) and all(sellers) and same_entity(*sellers)


def _same_deal(one: InvoicePaper, other: InvoicePaper) -> bool:
    """One seller, buyer and amount; the seller may be unread on one of them."""
    first, second = one.invoice, other.invoice
    if first.total is None or second.total is None or first.total.value != second.total.value or not first.total.value:
        return False
    named = bool(first.buyer.name and second.buyer.name) and first.currency == second.currency and first.kind == second.kind
    return named and same_entity(first.buyer.name, second.buyer.name) and same_entity(first.seller.name, second.seller.name)
