"""American income tax, payroll and sales tax returns as forms: line numbers on the left, whole dollars on the 1120."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block
from samples.papers.returns.form_heads import signed, titled
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form

_OFFICES = {"us_sales_tax": "State Department of Revenue"}


def _heading(form: Form, look: Look) -> tuple[Block, ...]:
    office = _OFFICES.get(form.form, "Department of the Treasury - Internal Revenue Service")
    return titled(office, pairs="grid", size=12.5, colon=": ", period="Tax period")(form, look)


_PAGE = Page(
    heading=_heading,
    closing=signed(
        "Sign here",
        declaration="Under penalties of perjury, I declare that I have examined this return and that it is true, correct, and complete.",
    ),
    numbers=Numbers(nil="0.00", negative="brackets"),
    number="Line",
    number_first=True,
    item="",
    groups={"1a": "Income", "18": "Deductions", "30": "Tax and payments", "L15": "Schedules L and M-1"},
    label=0.6,
    row_height=16.2,
    size=9.0,
    margin=50.0,
    page=(612.0, 792.0),
)

LAYOUT = Layout(
    name="en_us_tax_form",
    split="develop",
    language="en",
    suits=suits("us_1120", "us_941", "us_sales_tax", languages=("USD",)),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
