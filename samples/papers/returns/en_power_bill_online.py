"""An electricity bill from a web account: open rows, no grid."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("Your bill", period="Billing period", pairs="rows", size=14, align="left", colon=": "),
    marked=True,
    numbers=Numbers(nil="0.00"),
    number="",
    item="",
    label=0.34,
    texts=(("previous", "From"), ("current", "To"), ("price", "Rate")),
    frame="open",
    row_height=18.0,
    size=9.6,
    margin=64.0,
)

LAYOUT = Layout(
    name="en_power_bill_online",
    split="test",
    language="en",
    suits=suits("utility_bill", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
