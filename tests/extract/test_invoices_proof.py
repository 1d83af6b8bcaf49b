"""How sure a figure of an invoice is: what proves itself is sure, what contradicts is doubtful, and nothing printed is changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.invoices.reader import read
from extract.invoices.roles import amount_role, column_role
from extract.records import Invoice
from extract.series import FigureSeries
from extract.tables.lines import Row
from tests.extract.invoice_sheet import SHA, rows

PAPER = """
 Alder Joinery Ltd                                   INVOICE
 Invoice No: AJ-119                                  Date: 4 March 2024
 Bill to: Beech House Hotel

 Description             Qty      Unit price      Amount
 Oak door                  4          210.00      840.00
 Hanging                   4           45.00      180.00
                                  Net           1,020.00
                                  VAT 20%         204.00
                                  Total        £1,224.00
"""


def recognised(drawing: str, confidence: float, second: dict[str, str] | None = None) -> list[Row]:
    """The rows as a recogniser hands them on.   second: what the other one read for a word"""
    found = []
    for row in rows(drawing):
        chunks = [
            replace(
                chunk,
                words=tuple(
                    replace(
                        word,
                        confidence=confidence,
                        alternatives=(((second or {})[word.text], 0.05),) if word.text in (second or {}) else (),
                    )
                    for word in chunk.words
                ),
            )
            for chunk in row.chunks
        ]
        found.append(replace(row, chunks=tuple(chunks), recognised=True))
    return found


def one(paper: list[Row]) -> Invoice:
    (invoice,), _ = read(SHA, paper, FigureSeries(SHA))
    return invoice


def doubtful(invoice: Invoice) -> list[str]:
    return [figure.printed for figure in invoice.figures() if figure.doubtful]


def test_what_the_arithmetic_proves_is_sure_though_recognised_badly() -> None:
    assert doubtful(one(recognised(PAPER, 0.9))) == []


def test_a_price_that_contradicts_its_line_is_doubtful_and_stays_as_printed() -> None:
    invoice = one(recognised(PAPER.replace("210.00", "270.00"), 0.99))
    assert doubtful(invoice) == ["270.00"]
    assert invoice.lines[0].net is not None and invoice.lines[0].net.value == Decimal("840.00")


def test_totals_that_do_not_add_up_are_doubtful_on_a_scan() -> None:
    invoice = one(recognised(PAPER.replace("£1,224.00", "£1,284.00"), 0.995))
    assert invoice.total is not None and invoice.total.value == Decimal("1284.00") and invoice.total.doubtful


def test_clear_print_that_does_not_add_up_stays_as_it_is() -> None:
    invoice = one(rows(PAPER.replace("£1,224.00", "£1,284.00")))
    assert invoice.total is not None and invoice.total.value == Decimal("1284.00") and not invoice.total.doubtful


def test_of_two_readings_the_one_that_the_line_proves_is_taken() -> None:
    invoice = one(recognised(PAPER.replace("210.00", "270.00"), 0.95, {"270.00": "210.00"}))
    price = invoice.lines[0].unit_price
    assert price is not None and price.value == Decimal("210.00") and not price.doubtful


def test_two_totals_with_equal_captions_and_no_proof_are_doubtful() -> None:
    drawing = """
 Alder Joinery Ltd                                   INVOICE
 Invoice No: AJ-119                                  Date: 4 March 2024
 Bill to: Beech House Hotel
 For work done in March
                                  Total        £1,224.00
                                  Total        £1,310.00
"""
    invoice = one(rows(drawing))
    assert invoice.total is not None and invoice.total.doubtful


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("EXCHANGE", None), ("Change", "change"), ("CHANGE DUE", "change"), ("Total qty", None), ("Total (Excluding GST)", "net"),
        ("TOTAL AUD inc GST", "total"), ("20% VAT on £742.00", "tax"), ("Less retention 5%", "retention"), ("Deposit paid 1 June", "paid"),
        ("JUMLAH KECIL", "net"), ("TUNAI", "cash"), ("BAKI", "change"), ("实付金额", "total"), ("找零", "change"), ("抹零", "rounding"),
        ("Carried forward", "carried"), ("Invoice No", None), ("Total 5 items", "total"),
    ],
)  # fmt: skip
def test_what_words_beside_an_amount_mean(words: str, role: str | None) -> None:
    assert amount_role(words) == role


@pytest.mark.parametrize(
    ("caption", "role"),
    [
        ("Qty Shipped", "quantity"), ("Extended", "net"), ("Unit Net", "unit_price"), ("VAT Rate", "tax_rate"), ("Line VAT", "tax"), ("Disc %", "discount"),
        ("V/C", "other"), ("Gross value", "gross"), ("金談", "net"), ("Tonnes", "quantity"), ("Désignation", "description"), ("Kuantiti", "quantity"),
    ],
)  # fmt: skip
def test_what_the_name_of_a_column_means(caption: str, role: str) -> None:
    assert column_role(caption) == role


@given(st.lists(st.lists(st.text(alphabet="aeiTotalVATnet 0123456789.,£%:xX-", max_size=14), min_size=1, max_size=5), max_size=14))
def test_no_paper_makes_the_reader_fail(lines: list[list[str]]) -> None:
    read(SHA, rows("INVOICE 7\n" + "\n".join("   ".join(line) for line in lines)), FigureSeries(SHA))
