"""The official forms on a sheet lying across: captions over both halves, the page's data in one row, people and print day below."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import heading_period
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, form_number, print_time, title, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(
            centre=title(statement) + (" （初稿）" if statement.draft else ""),
            right=form_number(statement, look),
            size=13,
            strong=True,
            gap=0,
        ),
        Line(
            left=f"单位名称：{statement.entity}　税号：{look.firm.tax_id}",
            right=f"{heading_period(statement)}　金额单位：{unit_text(statement, look)}",
            size=8.2,
            gap=5,
        ),
    )


def _closing(statement: Statement, look: Look) -> tuple[Block, ...]:
    head, finance, clerk = look.firm.people
    return (
        Line(
            left=f"负责人：{head}　会计：{finance}　制表：{clerk}", right=f"报出日期：{print_time(statement, look)[:10]}", size=8.2, gap=5
        ),
    )


_MANNER = Manner(
    numbers=(Numbers(nil="—"), Numbers(nil="0.00", filled=True), Numbers(negative="brackets")),
    spanned=True,
    assets="资产类",
    claims="负债及所有者权益类",
    item="项目名称",
    balances="opening",
    flows="general",
    indent="  ",
    heading=_heading,
    closing=_closing,
    seals=company_seal("foot"),
    halves_size=7.4,
    halves_height=11.6,
    size=7.8,
    row_height=12.0,
    margin=30.0,
    page=(841.89, 595.28),
    wide=(841.89, 595.28),
)

LAYOUT = Layout(
    name="zh_wide_grid",
    split="test",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
