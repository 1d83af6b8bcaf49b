"""A British desktop program: print date and page at the top, boxes around the figures, minus signs, the year before on the left."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.british_lines import BY_NATURE, DETAILED, LISTED
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_captions import british, first_day
from samples.papers.statements.western_closing import printed
from samples.papers.statements.western_form import TITLES, Manner, drawn, unit_over
from samples.records.record import Statement

_TITLES = {**TITLES, "income_statement": "Profit and Loss"}


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    day, time = printed(statement, look, "british").split()
    column = next((column for column in statement.columns if column.span != "instant"), None)
    span = [Line(left=f"From: {british(first_day(column))}", right=f"To: {british(column.period)}", size=8.5, gap=6)] if column else []
    return (
        Line(left=f"Date: {day}", centre=statement.entity, right="Page: 1", size=9, strong=True, gap=0),
        Line(left=f"Time: {time}", centre=_TITLES[statement.record] + (" (Draft)" if statement.draft else ""), size=9, strong=True, gap=2),
        *span,
        Line(left=f"Period ending: {british(statement.period)}", right=f"Figures in {unit_over(statement, look)}", size=8.5, gap=4),
    )


_MANNER = Manner(
    numbers=(Numbers(nil="0.00"), Numbers(nil="0.00", grouping=False)),
    balance=DETAILED,
    income=LISTED,
    nature=BY_NATURE,
    titles=_TITLES,
    own=True,
    prior_first=True,
    zeros=True,
    over="short",
    unit=False,
    frame="columns",
    size=8.4,
    row_height=13.0,
    margin=44.0,
    label=0.54,
    heading=_heading,
)

LAYOUT = Layout(
    name="en_desktop_program",
    split="test",
    language="en",
    suits=statements(ALL, ("frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax")),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
