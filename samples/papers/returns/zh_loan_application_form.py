"""企业借款申请书 of a lender: answers in a grid, stamped by the borrower."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Seal
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _seal(_form: Form, look: Look) -> tuple[Seal, ...]:
    return (Seal(kind="round", text=look.firm.name, over="foot"),)


_PAGE = Page(
    heading=titled(pairs="grid", size=16, unit="金额单位：元"),
    closing=signed("法定代表人（签字）", declaration="申请人承诺以上内容及所附资料真实、完整、有效。"),
    numbers=Numbers(nil="0.00"),
    number="",
    item="事　　项",
    label=0.4,
    row_height=20.0,
    size=9.4,
    seals=_seal,
)

LAYOUT = Layout(
    name="zh_loan_application_form",
    split="develop",
    language="zh",
    suits=suits("loan_application"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
