"""资产评估结果汇总表: thin columns, numbers without separators, two signatures of valuers."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("资产评估结果汇总表", pairs="lines", size=12, unit="单位：元"),
    closing=signed(declaration="资产评估师（签名）：                    资产评估师（签名）："),
    numbers=Numbers(grouping=False),
    number="",
    item="资产名称",
    label=0.34,
    frame="columns",
    wash=0.86,
    row_height=19.0,
    size=8.8,
    page=(841.89, 595.28),
)

LAYOUT = Layout(
    name="zh_valuation_table",
    split="test",
    language="zh",
    suits=suits("valuation"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
