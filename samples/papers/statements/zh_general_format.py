"""The general format of 2019 as the decree prints it: 会企01表, 期末余额 beside 上年年末余额, no 行次."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, plain_heading, signatures
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements

_MANNER = Manner(
    numbers=(Numbers(), Numbers(negative="wide"), Numbers(nil="—")),
    counted="",
    balances="prior_year_end",
    flows="general",
    item="项目",
    assets="资产",
    heading=plain_heading(),
    closing=signatures("法定代表人", "主管会计工作负责人", "会计机构负责人"),
    seals=company_seal("foot", people=3),
    halves_size=7.6,
    halves_height=14.2,
    row_height=16.4,
    margin=38.0,
    footer="{page}",
)

LAYOUT = Layout(
    name="zh_general_format",
    split="develop",
    language="zh",
    suits=statements(ALL, ("cas",)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
