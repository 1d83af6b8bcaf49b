"""企业所得税 returns exported from the electronic tax office: washed head, zeros printed, numbers right of the captions."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("申报表打印", pairs="lines", size=11),
    closing=signed(foot=False, declaration="打印内容与电子申报数据一致。"),
    numbers=Numbers(nil="0.00"),
    number="行号",
    item="申报项目",
    captions={"year": "累计金额"},
    label=0.58,
    frame="columns",
    wash=0.85,
    size=8.4,
    row_height=15.2,
    margin=52.0,
    footer="第{page}页",
)

LAYOUT = Layout(
    name="zh_income_tax_export",
    split="test",
    language="zh",
    suits=suits("cit_annual", "cit_quarterly"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
