"""The official forms as most offices print them: two sides in a grid with 行次, 单位：元 on the right."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, plain_heading, signatures
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements

_MANNER = Manner(
    numbers=(Numbers(), Numbers(nil="-"), Numbers(nil="0.00", filled=True)),
    heading=plain_heading(),
    closing=signatures("单位负责人", "财务负责人", "制表人"),
    seals=company_seal("foot", people=2),
    margin=34.0,
)

LAYOUT = Layout(
    name="zh_two_sided_grid",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
