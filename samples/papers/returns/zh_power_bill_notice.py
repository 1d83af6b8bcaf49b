"""电费通知单: head in boxes, readings beside the consumption, charges below."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled(period="计费周期", pairs="grid", size=15, unit="单位：元、千瓦时"),
    closing=signed(declaration="请在通知单载明日期前缴清电费，逾期将按规定收取违约金。"),
    numbers=Numbers(nil="0.00"),
    number="",
    item="项目",
    label=0.28,
    texts=(("previous", "上期示数"), ("current", "本期示数"), ("price", "电价（元）")),
    row_height=20.0,
    size=9.2,
    page=(595.28, 420.94),
)

LAYOUT = Layout(
    name="zh_power_bill_notice",
    split="develop",
    language="zh",
    suits=suits("utility_bill"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
