"""What the electronic tax office shows of a filed VAT return: plain rows, no rules between them, both kinds of taxpayer."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("电子税务局 申报查询结果", pairs="rows", unit="单位：元", size=12, align="left"),
    closing=signed(foot=False, declaration="本页由电子税务局生成，仅供查阅，以税务机关系统记录为准。"),
    numbers=Numbers(nil="0.00", grouping=False),
    number="行",
    number_first=True,
    item="项目名称",
    captions={"month": "本期", "quarter": "本期", "year": "累计"},
    frame="columns",
    stripe=0.95,
    wash=0.88,
    size=8.2,
    row_height=14.6,
    footer="{page}/{pages}",
)

LAYOUT = Layout(
    name="zh_vat_filing_record",
    split="test",
    language="zh",
    suits=suits("vat_general", "vat_small"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
