"""A schedule of values: whole units, open rows, words for nothing."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("SCHEDULE OF VALUES", pairs="rows", size=12, align="left", colon=": "),
    closing=signed(colon=": "),
    marked=True,
    numbers=Numbers(nil="n/a"),
    unit=100,
    number="",
    item="Description",
    label=0.36,
    frame="open",
    row_height=19.0,
    size=9.4,
    margin=58.0,
)

LAYOUT = Layout(
    name="en_valuation_schedule",
    split="test",
    language="en",
    suits=suits("valuation", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
