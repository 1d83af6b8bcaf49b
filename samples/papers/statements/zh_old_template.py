"""A template from before 2013 that nobody replaced: 主营业务 captions, 年初数 left of 期末数, running numbers, heavy columns."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.statements.chinese_captions import OLD
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, plain_heading, signatures
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements

_MANNER = Manner(
    numbers=(Numbers(negative="triangle"), Numbers(), Numbers(nil="0.00", filled=True)),
    counted="all",
    prior_first=True,
    frame="columns",
    captions=OLD,
    balances="numbers",
    flows="numbers",
    assets="资　　　产",
    claims="负债及所有者权益",
    heading=plain_heading(period="plain", entity="编制单位："),
    closing=signatures("企业负责人", "主管会计", "制表人"),
    seals=company_seal("figures", people=1),
    halves_size=7.6,
    halves_height=15.6,
    margin=32.0,
)

LAYOUT = Layout(
    name="zh_old_template",
    split="test",
    language="zh",
    suits=statements(ALL, ("xqy",)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
