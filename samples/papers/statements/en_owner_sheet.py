"""The owner's own spreadsheet: no rules, no washes, no thousands separators on some, minus signs, only what is in use."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.british_lines import BY_FUNCTION, BY_NATURE, DETAILED
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_captions import period_line
from samples.papers.statements.western_form import TITLES, Manner, drawn
from samples.records.record import Statement

_TITLES = {**TITLES, "income_statement": "P&L"}


def _heading(statement: Statement, _look: Look) -> tuple[Block, ...]:
    return (
        Line(left=f"{statement.entity}: {_TITLES[statement.record]}{' draft' if statement.draft else ''}", size=10.5, gap=0),
        Line(left=period_line(statement, "sheet"), size=9, gap=4),
    )


_MANNER = Manner(
    numbers=(Numbers(grouping=False), Numbers(), Numbers(nil="0")),
    balance=DETAILED,
    income=BY_FUNCTION,
    nature=BY_NATURE,
    titles=_TITLES,
    over="short",
    indent="",
    size=9.4,
    row_height=13.6,
    margin=50.0,
    label=0.46,
    heading=_heading,
)

LAYOUT = Layout(
    name="en_owner_sheet",
    split="test",
    language="en",
    suits=statements(ALL, ("frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
