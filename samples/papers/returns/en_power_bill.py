"""An electricity bill: head in boxes, readings beside the units, charges below."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled(period="Billing period", pairs="grid", size=16, colon=": "),
    closing=signed(declaration="Please pay by the date shown on your account.", colon=": "),
    marked=True,
    numbers=Numbers(nil="0.00"),
    number="",
    item="Charge",
    label=0.3,
    texts=(("previous", "Previous reading"), ("current", "Present reading"), ("price", "Unit price")),
    row_height=20.0,
    size=9.2,
)

LAYOUT = Layout(
    name="en_power_bill",
    split="develop",
    language="en",
    suits=suits("utility_bill", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
