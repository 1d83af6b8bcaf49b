"""An application typed into a web page and printed: open rows, no head over them."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("Application summary", pairs="rows", size=13, align="left", colon=": "),
    closing=signed(colon=": "),
    marked=True,
    numbers=Numbers(nil="None"),
    number="",
    item="",
    captions={"stated": ""},
    label=0.5,
    frame="open",
    row_height=19.0,
    size=10.0,
    margin=66.0,
)

LAYOUT = Layout(
    name="en_loan_application_online",
    split="test",
    language="en",
    suits=suits("loan_application", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
