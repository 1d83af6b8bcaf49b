"""Invoices, receipts and till slips of layouts that nothing was developed on, each with all that it says."""

from __future__ import annotations

import pytest

from extract.kind import kind_of
from extract.tables.lines import rows_of_page
from tests.extract import (
    invoice_papers_cold,
    invoice_papers_en,
    invoice_papers_more,
    invoice_papers_till,
    invoice_papers_zh,
)
from tests.extract.invoice_sheet import Truth, compared, pages, read_one

PAPERS = {
    **invoice_papers_zh.PAPERS,
    **invoice_papers_en.PAPERS,
    **invoice_papers_more.PAPERS,
    **invoice_papers_till.PAPERS,
    **invoice_papers_cold.PAPERS,
}


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_every_field_of_an_unseen_layout(name: str) -> None:
    drawing, truth = PAPERS[name]
    invoice, _ = read_one(drawing)
    _, misses = compared(invoice, truth)
    assert misses == []


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_an_unseen_layout_is_taken_for_an_invoice(name: str) -> None:
    drawing, _ = PAPERS[name]
    assert kind_of([rows_of_page(page) for page in pages(drawing)]).kind == "invoice"


def test_a_truth_that_differs_is_seen() -> None:
    drawing, truth = PAPERS["red"]
    invoice, _ = read_one(drawing)
    other = Truth(number="1", date=truth.date, net="5", tax=truth.tax, total=truth.total, currency="CNY", kind=truth.kind)
    fields = {miss.field for miss in compared(invoice, other)[1]}
    assert {"number", "net", "description"} <= fields
