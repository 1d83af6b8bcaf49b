"""The two-sided form as a spreadsheet prints it without grid lines: sums under thin rules, 行次 kept, unit and period on the left."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import heading_period
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, form_number, signatures, title, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(centre=title(statement), size=14, strong=True, gap=0),
        Line(left=f"编制单位：{statement.entity}", right=form_number(statement, look), size=8.4, gap=6),
        Line(
            left=f"报表日期：{heading_period(statement, 'iso')}",
            centre="草稿" if statement.draft else None,
            right=f"单位：{unit_text(statement, look, 1)}",
            size=8.4,
            gap=2,
        ),
    )


_MANNER = Manner(
    numbers=(Numbers(), Numbers(nil="-", negative="brackets"), Numbers(nil="—", negative="wide")),
    frame="open",
    varied=True,
    balances="numbers",
    flows="plain",
    claims="负债和所有者权益",
    indent="  ",
    heading=_heading,
    closing=signatures("法定代表人", "财务经理", "会计", gap=14),
    seals=company_seal("foot", people=1),
    halves_size=7.2,
    halves_height=13.6,
    size=8.4,
    row_height=15.0,
    margin=32.0,
)

LAYOUT = Layout(
    name="zh_unruled_sides",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
