"""A receipt of the electronic office for 个税 and 社保 returns: open rows, head one below the other."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("申报成功回执", period="税款所属期", pairs="rows", size=12.5, align="left"),
    closing=signed(foot=False, declaration="申报状态：申报成功。"),
    numbers=Numbers(nil="-"),
    number="",
    item="项目",
    label=0.5,
    frame="open",
    row_height=18.0,
    size=9.2,
    margin=64.0,
)

LAYOUT = Layout(
    name="zh_payroll_receipt",
    split="test",
    language="zh",
    suits=suits("wage_tax", "social_insurance"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
