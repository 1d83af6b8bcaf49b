"""A commercial credit report: numbered parts in grids."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.credit_sections import Parts, drawn
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("Business credit file", unit="Amounts in {currency}", pairs="grid", size=16, colon=": "),
    closing=signed(declaration="The information was supplied by lenders and has not been verified."),
    numbers=Numbers(nil="0.00"),
    number="",
    item="Item",
    row_height=18.0,
    size=8.6,
    wash=0.92,
    footer="Page {page} of {pages}",
)
_PARTS = Parts(
    loans="1. Borrowing",
    totals="2. Summary",
    history="3. Balance history",
    texts=(("opened", "Opened"), ("due", "Due"), ("class", "Status")),
    item="Lender",
)

LAYOUT = Layout(
    name="en_credit_report_bureau",
    split="develop",
    language="en",
    suits=suits("credit_report", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE, _PARTS),
)
