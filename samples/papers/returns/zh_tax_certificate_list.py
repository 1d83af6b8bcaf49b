"""税收完税证明 as a list printed at home: no boxes, a dash for nothing."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("（文书式）", period="税款所属期", pairs="lines", size=13),
    closing=signed(foot=False, declaration="本凭证不作纳税人记账、抵扣凭证。"),
    numbers=Numbers(nil="-", grouping=False),
    number="",
    item="税（费）种",
    label=0.6,
    frame="open",
    row_height=18.0,
    size=9.4,
    margin=60.0,
    footer="第 {page} 页 共 {pages} 页",
)

LAYOUT = Layout(
    name="zh_tax_certificate_list",
    split="test",
    language="zh",
    suits=suits("tax_certificate"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
