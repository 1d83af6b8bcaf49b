"""电费账单 as a narrow slip: rows without rules, the amount to pay last."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("电费电子账单", period="账期", pairs="rows", size=12, align="left"),
    numbers=Numbers(grouping=False),
    number="",
    item="计费项目",
    label=0.34,
    texts=(("previous", "起码"), ("current", "止码"), ("price", "单价")),
    frame="open",
    row_height=17.0,
    size=8.8,
    margin=30.0,
    page=(420.94, 595.28),
)

LAYOUT = Layout(
    name="zh_power_bill_slip",
    split="test",
    language="zh",
    suits=suits("utility_bill"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
