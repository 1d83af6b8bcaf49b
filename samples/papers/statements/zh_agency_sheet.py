"""A bookkeeping agency's spreadsheet: no rules, only lines in use, the firm's own lines below, a dash for nothing."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import TITLES, heading_period
from samples.papers.statements.chinese_form import Manner, drawn, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(left=statement.entity, size=12, strong=True, gap=2),
        Line(left=f"{TITLES[statement.record]}{'（草稿）' if statement.draft else ''}", size=12, gap=3),
        Line(left=f"{heading_period(statement, 'range')}    金额单位：{unit_text(statement, look, 1)}", size=9, gap=3),
    )


def _closing(_statement: Statement, look: Look) -> tuple[Block, ...]:
    return (Line(left=f"编制：{look.firm.people[2]}", centre=f"审核：{look.firm.people[1]}", size=8.5, gap=14),)


_MANNER = Manner(
    numbers=(Numbers(nil="-"), Numbers(nil="-", negative="brackets"), Numbers(grouping=False)),
    sides=1,
    varied=True,
    counted="",
    used=True,
    own=True,
    frame="open",
    item="项目",
    balances="days",
    flows="days",
    indent="  ",
    heading=_heading,
    closing=_closing,
    size=9.0,
    row_height=14.2,
    margin=50.0,
)

LAYOUT = Layout(
    name="zh_agency_sheet",
    split="test",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
