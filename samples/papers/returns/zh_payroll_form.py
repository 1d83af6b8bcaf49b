"""个人所得税扣缴申报表 and 社会保险费申报表 as filed by a firm: a short grid, stamped."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Seal
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _seal(_form: Form, look: Look) -> tuple[Seal, ...]:
    return (Seal(kind="round", text=look.firm.name, over="foot"),)


_PAGE = Page(
    heading=titled(period="税款所属期", pairs="grid", unit="金额单位：人民币元"),
    closing=signed("法定代表人", "复核", "填表人", declaration="谨声明：本表根据国家税收法律法规及相关规定填报，内容真实、可靠、完整。"),
    numbers=Numbers(nil="0.00"),
    number="",
    item="申报项目",
    label=0.5,
    row_height=20.0,
    size=9.4,
    seals=_seal,
)

LAYOUT = Layout(
    name="zh_payroll_form",
    split="develop",
    language="zh",
    suits=suits("wage_tax", "social_insurance"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
