"""企业信用报告 as a bank's query prints it: open rows, zeros as 0, no stamp."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.credit_sections import Parts, drawn
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("贷前查询 授权编号见档案", pairs="rows", size=14, align="left"),
    closing=signed(declaration="（报告正文结束）"),
    numbers=Numbers(nil="0", grouping=False),
    number="",
    item="指标",
    frame="open",
    row_height=16.0,
    size=8.8,
    margin=52.0,
    footer="{page}/{pages}",
)
_PARTS = Parts(
    loans="信贷记录明细",
    totals="未结清及对外担保汇总",
    history="历史负债",
    texts=(("class", "分类"), ("opened", "发放日"), ("due", "到期日")),
    item="机构",
)

LAYOUT = Layout(
    name="zh_credit_report_copy",
    split="test",
    language="zh",
    suits=suits("credit_report"),
    draw=lambda record, look: drawn(record, look, _PAGE, _PARTS),
)
