"""An accounting program's print: washed captions, account codes where a line is one account, own sub-accounts, print time below."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import TITLES, heading_period
from samples.papers.statements.chinese_form import Manner, drawn, signatures, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement

_CODES = {
    "short_term_investments": "1101", "notes_receivable": "1121", "trade_receivables": "1122", "prepayments": "1123",
    "other_receivables": "1221", "fixed_assets_cost": "1601", "accumulated_depreciation": "1602", "construction_in_progress": "1604",
    "intangible_assets": "1701", "long_term_deferred_expenses": "1801", "short_term_borrowings": "2001", "notes_payable": "2201",
    "trade_payables": "2202", "advances_from_customers": "2203", "employee_benefits_payable": "2211", "taxes_payable": "2221",
    "interest_payable": "2231", "dividends_payable": "2232", "other_payables": "2241", "long_term_borrowings": "2501",
}  # fmt: skip


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(centre=TITLES[statement.record], size=15, strong=True, gap=2),
        Line(
            left=f"核算单位：{statement.entity}",
            centre=f"{heading_period(statement, 'iso')}{'（未结账）' if statement.draft else ''}",
            right=f"单位：{unit_text(statement, look)}",
            size=8.5,
            gap=8,
        ),
    )


_MANNER = Manner(
    numbers=(Numbers(), Numbers(nil="0.00")),
    sides=1,
    codes=_CODES,
    own=True,
    strong=True,
    flows="plain",
    indent="  ",
    heading=_heading,
    closing=signatures("单位负责人", "会计主管", "打印人", gap=7),
    size=7.6,
    row_height=11.3,
    margin=40.0,
    wash=0.87,
    footer="打印日期：{printed}          第 {page} 页，共 {pages} 页",
)

LAYOUT = Layout(
    name="zh_software_export",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas"), units=(1,)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
