"""增值税及附加税费申报表 as the bureau prints the main form: 一般项目 beside empty 即征即退项目, schedules in short below."""

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
    heading=titled(pairs="grid", unit="金额单位：元（列至角分）"),
    closing=signed(
        "法定代表人",
        "财务负责人",
        "办税人员",
        declaration="声明：此表是根据国家税收法律法规及相关规定填写的，本人（单位）对填报内容的真实性、可靠性、完整性负责。",
    ),
    numbers=Numbers(nil="0.00"),
    number="栏次",
    item="项目",
    label=0.34,
    captions={"month": "本月数", "year": "本年累计"},
    extra=("本月数", "本年累计"),
    spans=(("", 2), ("一般项目", 2), ("即征即退项目", 2)),
    groups={"1": "销售额", "11": "税款计算", "21": "税款缴纳"},
    apart={"s1_": "附列资料（一）本期销售情况明细（摘要）", "s2_": "附列资料（二）本期进项税额明细（摘要）"},
    size=8.0,
    row_height=15.0,
    margin=40.0,
    seals=_seal,
)

LAYOUT = Layout(
    name="zh_vat_main_form",
    split="develop",
    language="zh",
    suits=suits("vat_general"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
