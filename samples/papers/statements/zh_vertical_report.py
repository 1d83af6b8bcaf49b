"""报告式: every line under one another in one list, assets first, with thin rules between columns only."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, plain_heading, signatures
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements

_MANNER = Manner(
    numbers=(Numbers(nil="-"), Numbers(nil="—"), Numbers()),
    sides=1,
    varied=True,
    counted="",
    frame="columns",
    strong=True,
    item="项　　目",
    balances="numbers",
    flows="numbers",
    heading=plain_heading(unit=1, period="plain", entity="单位名称："),
    closing=signatures("法定代表人", "会计主管", "制表"),
    seals=company_seal("figures"),
    size=7.8,
    row_height=10.8,
    margin=56.0,
    footer="第 {page} 页",
)

LAYOUT = Layout(
    name="zh_vertical_report",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
