"""CT600 in summary and the payroll submission, with boxes in a grid as the forms have them."""

from __future__ import annotations

from samples.papers.layout import Layout
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers

_PAGE = Page(
    heading=titled("HM Revenue & Customs", period="Period", pairs="grid", colon=": "),
    closing=signed("Signed", declaration="The information in this return is correct and complete to the best of my knowledge and belief."),
    numbers=Numbers(nil="0.00"),
    number="Box",
    number_first=True,
    item="Description",
    marked=True,
    label=0.62,
    row_height=18.0,
    size=9.2,
)

LAYOUT = Layout(
    name="en_uk_company_tax",
    split="develop",
    language="en",
    suits=suits("ct600", "rti_fps", languages=("GBP",)),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
