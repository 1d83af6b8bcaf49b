"""As a lender's form asks for it: lines in use only, dates over the columns, the older year first, amounts with full-width brackets."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import TITLES, heading_period
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, signatures, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(left="贷款申请材料附件", size=8, gap=0),
        Line(centre=f"{statement.entity}{TITLES[statement.record]}", size=13, strong=True, gap=6),
        Line(centre=f"（{heading_period(statement)}{'，待审定' if statement.draft else ''}）", size=9.5, gap=3),
        Line(right=f"（单位：{unit_text(statement, look, 2)}）", size=8.5, gap=3),
    )


_MANNER = Manner(
    numbers=(Numbers(negative="wide"), Numbers(nil="0.00", negative="wide"), Numbers(nil="—", negative="wide")),
    sides=1,
    varied=True,
    counted="all",
    prior_first=True,
    used=True,
    strong=True,
    balances="days",
    flows="days",
    heading=_heading,
    closing=signatures("借款人（盖章）", "财务负责人", "填表人"),
    seals=company_seal("figures", people=1),
    size=8.8,
    row_height=14.6,
    margin=62.0,
)

LAYOUT = Layout(
    name="zh_bank_attachment",
    split="test",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
