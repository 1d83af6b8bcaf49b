"""American returns as a transcript: open rows, dollar signs, capitals in the head."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("TAX RETURN TRANSCRIPT", period="TAX PERIOD", pairs="rows", size=11, align="left", colon=": "),
    closing=signed(foot=False, declaration="This product contains sensitive taxpayer data."),
    numbers=Numbers(nil="0.00"),
    number="Line",
    item="DESCRIPTION",
    marked=True,
    label=0.56,
    frame="open",
    row_height=14.0,
    size=9.0,
    margin=58.0,
    page=(612.0, 792.0),
    footer="{page}",
)

LAYOUT = Layout(
    name="en_us_tax_transcript",
    split="test",
    language="en",
    suits=suits("us_1120", "us_941", "us_sales_tax", languages=("USD",)),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
