"""A small practice's accounts: company number beside the name, note numbers, an inner column for each year, capitals above."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.statements.british_lines import BY_FUNCTION, BY_NATURE, STATUTORY
from samples.papers.statements.printing import Numbers
from samples.papers.statements.suits import ALL, statements
from samples.papers.statements.western_captions import period_line
from samples.papers.statements.western_closing import approved, signature
from samples.papers.statements.western_form import TITLES, Manner, drawn
from samples.records.record import Statement


def _heading(statement: Statement, look: Look) -> tuple[Block, ...]:
    return (
        Line(left=f"{statement.entity.upper()} (Registered number: {look.firm.company_number})", size=10, strong=True, gap=0),
        Line(left=f"{TITLES[statement.record].upper()}{' - DRAFT' if statement.draft else ''}", size=10, strong=True, gap=14),
        Line(left=period_line(statement, "british").upper(), size=10, strong=True, gap=3),
        Line(left="", size=6, gap=4),
    )


_MANNER = Manner(
    numbers=(Numbers(nil="-", negative="brackets"), Numbers(nil="0", negative="brackets")),
    balance=STATUTORY,
    income=BY_FUNCTION,
    nature=BY_NATURE,
    inner=True,
    notes=True,
    over="short",
    size=9.4,
    row_height=17.0,
    margin=56.0,
    label=0.41,
    heading=_heading,
    closing=approved,
    seals=signature,
    footer="The notes on the following pages form part of these financial statements    - {page} -",
)

LAYOUT = Layout(
    name="en_uk_practice",
    split="test",
    language="en",
    suits=statements(ALL, ("frs102",)),
    draw=lambda record, look: drawn(record, look, _MANNER),
)
