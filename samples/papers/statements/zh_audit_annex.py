"""Annex of an auditor's report: page head 审计报告附表, open rules, sums under a line, three people who sign."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.chinese_captions import heading_period
from samples.papers.statements.chinese_form import Manner, company_seal, drawn, signatures, title, unit_text
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(centre=title(statement), size=15, strong=True, gap=10),
        Line(centre=heading_period(statement), size=9.5, gap=4),
        Line(left=f"编制单位：{statement.entity}", right=f"金额单位：{unit_text(statement, look, 1)}", size=9, gap=6),
    )


_MANNER = Manner(
    numbers=(Numbers(negative="brackets"), Numbers(), Numbers(nil="-", negative="brackets")),
    sides=1,
    counted="",
    frame="open",
    item="项　　目",
    balances="prior_year_end",
    flows="general",
    heading=_heading,
    closing=signatures("法定代表人", "主管会计工作的负责人", "会计机构负责人", gap=16),
    seals=company_seal("foot", people=3),
    size=8.4,
    row_height=12.4,
    margin=60.0,
    head="审计报告附表                                                              {entity}",
    footer="- {page} -",
)

LAYOUT = Layout(
    name="zh_audit_annex",
    split="develop",
    language="zh",
    suits=statements(ALL, ("xqy", "cas")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
