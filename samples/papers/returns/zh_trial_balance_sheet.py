"""科目余额表 as an agency's spreadsheet: one row of captions, no rules, every other row tinted."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _heading(form: Form, _look: Look) -> tuple[Block, ...]:
    return (
        Line(left=f"{form.entity} 科目余额表", size=12, strong=True, gap=0),
        Line(left=f"{form.start.isoformat()} 至 {form.end.isoformat()}", size=8.6, gap=3),
    )


_PAGE = Page(
    heading=_heading,
    numbers=Numbers(grouping=False),
    number="编码",
    number_first=True,
    number_align="left",
    item="科目",
    label=0.22,
    captions={
        "opening_debit": "期初借方",
        "opening_credit": "期初贷方",
        "period_debit": "借方发生",
        "period_credit": "贷方发生",
        "closing_debit": "期末借方",
        "closing_credit": "期末贷方",
    },
    frame="open",
    stripe=0.94,
    size=7.8,
    row_height=12.6,
    margin=36.0,
    page=(841.89, 595.28),
)

LAYOUT = Layout(
    name="zh_trial_balance_sheet",
    split="test",
    language="zh",
    suits=suits("trial_balance"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
