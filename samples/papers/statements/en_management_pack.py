"""Management accounts: a landscape grid with Dec-25 over the columns, thousands where the record is in thousands, own overheads listed."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.british_lines import BY_NATURE, DETAILED, LISTED
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_captions import period_line
from samples.papers.statements.western_form import TITLES, Manner, drawn, unit_over
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(
            left=f"{statement.entity} - Management Accounts{' - DRAFT' if statement.draft else ''}",
            right=f"All figures in {unit_over(statement, look)}",
            size=12,
            strong=True,
            gap=0,
        ),
        Line(left=f"{TITLES[statement.record]} {period_line(statement, 'british')}", size=10, gap=4),
    )


_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="0"), Numbers(nil="-")),
    balance=DETAILED,
    income=LISTED,
    nature=BY_NATURE,
    own=True,
    over="pack",
    frame="grid",
    size=8.2,
    row_height=12.2,
    margin=40.0,
    label=0.6,
    wash=0.85,
    stripe=0.97,
    page=(841.89, 595.28),
    heading=_heading,
    footer="Prepared for management and lenders. Unaudited.    {page}",
)

LAYOUT = Layout(
    name="en_management_pack",
    split="develop",
    language="en",
    suits=statements(ALL, ("frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
