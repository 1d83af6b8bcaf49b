"""A British VAT return as a bookkeeping program prints it: a grid with the box numbers on the right."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.returns.form_heads import head_pairs, period_of
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _heading(form: Form, _look: Look) -> tuple[Block, ...]:
    return (
        Line(left=form.entity, right="VAT 100", size=12, strong=True, gap=0),
        Line(left=f"{form.title} {period_of(form, 'iso')}", size=10, gap=5),
        *head_pairs(form.head[1:], "lines", ": "),
    )


_PAGE = Page(
    heading=_heading,
    numbers=Numbers(nil="0.00", negative="brackets"),
    whole=frozenset({"box6", "box7", "box8", "box9"}),
    number="Box",
    item="Return detail",
    captions={"quarter": "Amount (GBP)"},
    label=0.6,
    row_height=17.0,
    size=9.0,
    wash=0.88,
    margin=50.0,
    footer="Page {page}",
)

LAYOUT = Layout(
    name="en_uk_vat_program",
    split="test",
    language="en",
    suits=suits("uk_vat", languages=("GBP",)),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
