"""A trial balance as a spreadsheet: washed head, brackets never needed, zeros left out."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _heading(form: Form, _look: Look) -> tuple[Block, ...]:
    return (
        Line(left=form.entity, size=13, strong=True, gap=0),
        Line(left=f"{form.title} as at {form.end.isoformat()}", size=10, gap=4),
    )


_PAGE = Page(
    heading=_heading,
    numbers=Numbers(grouping=False),
    number="Code",
    item="Account",
    label=0.48,
    frame="open",
    stripe=0.95,
    wash=0.85,
    size=9.0,
    row_height=13.6,
    margin=56.0,
)

LAYOUT = Layout(
    name="en_trial_balance_sheet",
    split="test",
    language="en",
    suits=suits("trial_balance", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
