"""A British VAT return as the online service shows it: nine boxes, pence in boxes 1 to 5, whole pounds in 6 to 9."""

from __future__ import annotations

from samples.papers.layout import Layout, Look
from samples.papers.paper import Block, Line
from samples.papers.returns.form_heads import head_pairs, period_of, signed
from samples.papers.returns.form_page import Page, drawn, suits
from samples.papers.statements.printing import Numbers
from samples.records.record import Form


def _heading(form: Form, _look: Look) -> tuple[Block, ...]:
    return (
        Line(left="HM Revenue & Customs", size=11, strong=True, gap=0),
        Line(left=form.title, size=17, strong=True, gap=10),
        *head_pairs(form.head, "rows", ": "),
        Line(left=f"Period: {period_of(form, 'british')}", size=9.4, gap=4),
    )


_PAGE = Page(
    heading=_heading,
    closing=signed(foot=False, declaration="Your VAT Return was submitted successfully."),
    numbers=Numbers(nil="0.00"),
    whole=frozenset({"box6", "box7", "box8", "box9"}),
    number="Box",
    number_first=True,
    item="",
    captions={"quarter": "£"},
    marked=True,
    label=0.66,
    frame="open",
    row_height=22.0,
    size=9.8,
    margin=60.0,
)

LAYOUT = Layout(
    name="en_uk_vat_return",
    split="develop",
    language="en",
    suits=suits("uk_vat", languages=("GBP",)),
    draw=lambda record, look: drawn(record, look, _PAGE),
)
