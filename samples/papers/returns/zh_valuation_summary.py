"""抵押物评估报告摘要: items in a grid, four values side by side, the valuer's seal."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.paper import Seal
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled(pairs="grid", size=15, unit="金额单位：人民币元"),
    closing=signed(declaration="评估结论仅对本次抵押贷款目的有效，有效期一年。"),
    numbers=Numbers(nil="—"),
    number="",
    item="评估对象",
    label=0.32,
    row_height=21.0,
    size=9.0,
    seals=lambda *_: (Seal(kind="round", text="资产评估报告专用章", over="foot"),),
)

LAYOUT = Layout(
    name="zh_valuation_summary",
    split="develop",
    language="zh",
    suits=suits("valuation"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
