"""企业借款申请书 as a plain letter: captions and answers without boxes."""

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
    heading=titled("致：贷款人", pairs="rows", size=14, align="left"),
    closing=signed("申请人", "财务负责人"),
    numbers=Numbers(nil="无"),
    number="",
    item="申请内容",
    label=0.45,
    frame="open",
    header=False,
    row_height=19.0,
    size=10.0,
    margin=70.0,
    seals=_seal,
)

LAYOUT = Layout(
    name="zh_loan_application_letter",
    split="test",
    language="zh",
    suits=suits("loan_application"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
