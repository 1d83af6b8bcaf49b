"""A cloud program's page: captions over both halves, every other row tinted, no rules between rows, credit code in the heading."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import TITLES, heading_period
from samples.papers.statements.chinese_form import Manner, drawn, form_number, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(left=TITLES[statement.record], right=form_number(statement, look), size=14, strong=True, gap=2),
        Line(left=f"公司名称：{statement.entity}", right=f"统一社会信用代码：{look.firm.tax_id}", size=8, gap=5),
        Line(
            left=f"会计期间：{heading_period(statement, 'range')}",
            centre="未审核" if statement.draft else None,
            right=f"币种：人民币    单位：{unit_text(statement, look)}",
            size=8,
            gap=3,
        ),
    )


def _closing(_statement: Statement, look: Look) -> tuple[Block, ...]:
    return (Line(right=f"制单：{look.firm.people[2]}", size=8, gap=6),)


_MANNER = Manner(
    numbers=(Numbers(), Numbers(nil="0.00", filled=True)),
    frame="columns",
    strong=True,
    spanned=True,
    assets="资产",
    claims="负债和所有者权益",
    balances="begin",
    flows="plain",
    indent=" ",
    heading=_heading,
    closing=_closing,
    halves_size=7.2,
    halves_height=13.6,
    size=8.2,
    row_height=15.0,
    margin=30.0,
    wash=0.82,
    stripe=0.95,
    footer="{printed}   {page}/{pages}",
)

LAYOUT = Layout(
    name="zh_striped_columns",
    split="test",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
