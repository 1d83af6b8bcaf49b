"""A lender's application form: questions and answers in a grid."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled(pairs="grid", size=16, colon=": "),
    closing=signed("Signed", declaration="I confirm that the information given is true and complete.", colon=": "),
    marked=True,
    numbers=Numbers(nil="0.00"),
    number="",
    item="Question",
    label=0.42,
    row_height=21.0,
    size=9.6,
)

LAYOUT = Layout(
    name="en_loan_application_form",
    split="develop",
    language="en",
    suits=suits("loan_application", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
