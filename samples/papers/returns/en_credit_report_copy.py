"""A commercial credit report as a data service prints it: open rows, no boxes."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.credit_sections import Parts, drawn
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("Lender enquiry", pairs="rows", size=13, align="left", colon=": "),
    closing=signed(declaration="End of report."),
    marked=True,
    numbers=Numbers(nil="0", grouping=False),
    number="",
    item="Measure",
    frame="open",
    row_height=16.0,
    size=8.8,
    margin=52.0,
    footer="{page}/{pages}",
)
_PARTS = Parts(
    loans="Credit agreements",
    totals="Totals",
    history="Earlier balances",
    texts=(("class", "Status"), ("opened", "Start"), ("due", "End")),
    item="Lender",
)

LAYOUT = Layout(
    name="en_credit_report_copy",
    split="test",
    language="en",
    suits=suits("credit_report", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE, _PARTS),
)
