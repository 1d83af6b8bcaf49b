"""A valuer's summary: items in a grid, four values side by side."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("Chartered surveyors and valuers", unit="Amounts in {currency}", pairs="lines", size=15, colon=": "),
    closing=signed(declaration="This summary is subject to the assumptions set out in the full report.", colon=": "),
    numbers=Numbers(nil="-"),
    number="",
    item="Asset",
    label=0.34,
    row_height=21.0,
    size=9.2,
)

LAYOUT = Layout(
    name="en_valuation_report",
    split="develop",
    language="en",
    suits=suits("valuation", languages=("GBP", "USD")),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
