"""A desktop ledger program: grid, opening balances first, numbers at every line, unit in brackets below the title."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import heading_period
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, form_number, signatures, title, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    period = heading_period(statement)
    return (
        Line(centre=title(statement, wide=False), size=18, gap=0),
        Line(centre=f"{period}{'（试算）' if statement.draft else ''}", right=form_number(statement, look), size=9, gap=5),
        Line(left=f"编报单位：{statement.entity}", right=f"{unit_text(statement, look)}", size=9, gap=2),
    )


_MANNER = Manner(
    numbers=(Numbers(grouping=False), Numbers(grouping=False, nil="0.00"), Numbers()),
    counted="all",
    prior_first=True,
    balances="opening",
    flows="general",
    assets="资产",
    claims="负债和权益",
    heading=_heading,
    closing=signatures("主管", "复核", "制表"),
    seals=company_seal("head"),
    halves_size=7.3,
    halves_height=14.0,
    row_height=16.0,
    margin=30.0,
    footer="打印：{printed}",
)

LAYOUT = Layout(
    name="zh_ledger_program",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
