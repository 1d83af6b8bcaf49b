"""A trial balance of a bookkeeping program: nominal codes, debit and credit, a total at the foot."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _heading(form: Form, look: Look) -> tuple[Block, ...]:
    return (
        Line(left=f"Date: {look.firm.applied:%d/%m/%Y}", centre=form.entity, size=9, strong=True, gap=0),
        Line(centre=f"Period {form.title}", size=9, strong=True, gap=2),
        Line(left=f"To period: {form.end:%d/%m/%Y}", size=8.6, gap=5),
    )


_PAGE = Page(
    heading=_heading,
    numbers=Numbers(),
    number="N/C",
    number_first=True,
    number_align="left",
    item="Name",
    label=0.5,
    frame="columns",
    size=8.6,
    row_height=12.8,
    margin=48.0,
    footer="Page: {page}",
)

LAYOUT = Layout(
    name="en_trial_balance_program",
    split="develop",
    language="en",
    suits=suits("trial_balance", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
