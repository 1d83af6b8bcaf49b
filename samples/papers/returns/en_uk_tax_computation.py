"""CT600 and payroll figures from an accountant's program: whole pounds in open rows, a dash for nothing."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled(period="Accounting period", pairs="lines", size=13, align="left", colon=" "),
    closing=signed(foot=False, declaration="Submitted online. Keep this copy for your records."),
    numbers=Numbers(nil="-", negative="brackets"),
    unit=100,
    number="Ref",
    item="",
    captions={"year": "£", "month": "£"},
    label=0.6,
    frame="open",
    row_height=17.0,
    size=9.4,
    margin=64.0,
    footer="{page} of {pages}",
)

LAYOUT = Layout(
    name="en_uk_tax_computation",
    split="test",
    language="en",
    suits=suits("ct600", "rti_fps", languages=("GBP",)),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
