"""企业所得税 returns on the printed form: A100000 and A200000 in a grid with 行次 on the left."""

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
    heading=titled(pairs="grid", size=12, unit="金额单位：人民币元（列至角分）"),
    closing=signed(
        "法定代表人",
        "会计主管",
        "经办人",
        declaration="谨声明：本纳税申报表是根据国家税收法律法规及相关规定填报的，是真实的、可靠的、完整的。",
    ),
    numbers=Numbers(),
    number="行次",
    number_first=True,
    item="项　　目",
    label=0.62,
    groups={"revenue": "利润总额计算", "foreign": "应纳税所得额计算", "rate": "应纳税额计算"},
    size=8.8,
    row_height=16.4,
    seals=_seal,
)

LAYOUT = Layout(
    name="zh_income_tax_form",
    split="develop",
    language="zh",
    suits=suits("cit_annual", "cit_quarterly"),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
