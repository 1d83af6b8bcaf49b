"""增值税及附加税费申报表 of small-scale taxpayers: 栏次 in the middle, quarter beside the year."""

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
        "经办人",
        declaration="声明：本表是根据国家税收法律法规及相关规定填写的，本单位对其真实性、可靠性、完整性负责。",
    ),
    numbers=Numbers(nil="0.00"),
    number="栏次",
    item="项目",
    captions={"quarter": "本期数", "year": "本年累计"},
    groups={"1": "一、计税依据", "15": "二、税款计算"},
    row_height=17.0,
    seals=_seal,
)

LAYOUT = Layout(
    name="zh_vat_small_form",
    split="develop",
    language="zh",
    suits=suits("vat_small"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
