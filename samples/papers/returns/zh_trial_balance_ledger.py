"""科目余额表 of a ledger program: captions in two rows, a grid lying across, print line below."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.returns.form_heads import signed
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _heading(form: Form, _look: Look) -> tuple[Block, ...]:
    period = f"会计期间：{form.start.year}.{form.start.month:02d}-{form.end.year}.{form.end.month:02d}"
    return (
        Line(centre=form.title, size=15, strong=True, gap=0),
        Line(left=f"核算单位：{form.entity}", centre=period, right="币别：人民币 单位：元", size=8.4, gap=5),
    )


_PAGE = Page(
    heading=_heading,
    closing=signed("主管", "审核", "制表"),
    numbers=Numbers(),
    number="科目编码",
    number_first=True,
    number_align="left",
    item="科目名称",
    label=0.2,
    captions={
        "opening_debit": "借方",
        "opening_credit": "贷方",
        "period_debit": "借方",
        "period_credit": "贷方",
        "closing_debit": "借方",
        "closing_credit": "贷方",
    },
    spans=(("", 2), ("期初余额", 2), ("本期发生额", 2), ("期末余额", 2)),
    size=7.6,
    row_height=12.4,
    margin=34.0,
    wash=0.88,
    page=(841.89, 595.28),
    footer="第 {page} 页 共 {pages} 页",
)

LAYOUT = Layout(
    name="zh_trial_balance_ledger",
    split="develop",
    language="zh",
    suits=suits("trial_balance"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
