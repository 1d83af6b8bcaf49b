"""税收完税证明: taxes and amounts in a grid, the sum in bold, the bureau's seal."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.paper import Seal
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled(period="税款所属期", pairs="grid", size=15),
    closing=signed(foot=False, declaration="妥善保管，手写无效。"),
    numbers=Numbers(),
    number="",
    item="税种",
    label=0.55,
    row_height=21.0,
    size=10.0,
    seals=lambda *_: (Seal(kind="round", text="国家税务总局征税专用章", over="foot"),),
)

LAYOUT = Layout(
    name="zh_tax_certificate_form",
    split="develop",
    language="zh",
    suits=suits("tax_certificate"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
