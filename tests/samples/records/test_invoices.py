"""Invoices and registers: numbers, QR texts, other currencies, and one name for one deal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.books.journal import Deal, DealLine
from samples.records.invoices import invoice
from samples.records.record import Form, Invoice
from tests.samples.records.made import clean, drawn


def _invoices(framework: str) -> list[Invoice]:
    return [document.record for document in clean(framework).of("invoice") if isinstance(document.record, Invoice)]  # type: ignore[arg-type]


@pytest.mark.parametrize("framework", ["xqy", "cas", "frs102", "us_gaap"])
def test_an_invoice_stands_in_its_register_under_its_number(framework: str) -> None:
    listed = {
        (document.record.form, line.name, line.texts["number"], line.amounts["total"])
        for document in clean(framework).of("invoice_register")  # type: ignore[arg-type]
        if isinstance(document.record, Form)
        for line in document.record.lines
        if line.name != "total"
    }
    shown = [one for one in _invoices(framework) if (f"register_{one.direction}", one.deal, one.number, one.total) in listed]
    assert len(shown) >= len(_invoices(framework)) / 3


def test_digital_numbers_have_twenty_digits_and_no_code() -> None:
    for one in _invoices("xqy"):
        if one.kind.startswith("digital"):
            assert len(one.number) == 20 and not one.code and not one.check


def test_older_kinds_have_a_code_and_eight_digits() -> None:
    for framework in ("xqy", "cas"):
        for one in _invoices(framework):
            if not one.kind.startswith("digital"):
                assert len(one.number) == 8 and len(one.code) in {10, 12}


def test_the_firm_is_on_every_invoice() -> None:
    firm = drawn("xqy")
    for one in _invoices("xqy"):
        assert firm.name == (one.seller.name if one.direction == "issued" else one.buyer.name)


def _deal(lines: tuple[DealLine, ...], **changes: object) -> Deal:
    made = Deal(
        id="d-1", kind="sale", day=date(2025, 3, 4), party="customer-01", lines=lines, number="25442000000000000001",
        invoiced=date(2025, 3, 5), currency="CNY",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


@given(quantity=st.integers(1, 10_000_000), net=st.integers(1, 10**10))
def test_the_printed_price_gives_the_amount(quantity: int, net: int) -> None:
    line = invoice(drawn("xqy"), _deal((DealLine("", "x", "件", quantity, 0, net, 0, 0.13),))).lines[0]
    price = Decimal(line.price)
    last = Decimal(1).scaleb(int(price.as_tuple().exponent))
    assert abs(Decimal(line.quantity) * price - Decimal(net) / 100) <= Decimal(line.quantity) * last / 2 + Decimal("0.005")


def test_another_currency_is_converted_line_by_line() -> None:
    lines = (DealLine("", "x", "件", 1000, 10_000, 10_000, 1_300, 0.13), DealLine("", "y", "件", 1000, 5_000, 5_000, 650, 0.13))
    made = invoice(drawn("xqy"), _deal(lines, currency="USD", rate="7.0000"))
    assert (made.currency, made.exchange_rate) == ("USD", "7.0000")
    assert [line.net for line in made.lines] == [1_429, 714]
    assert made.total == made.net + made.tax == 1_429 + 714 + 186 + 93


def test_the_qr_text_of_a_digital_invoice_carries_the_total() -> None:
    made = invoice(drawn("xqy"), _deal((DealLine("", "x", "件", 1000, 10_000, 10_000, 100, 0.01),)))
    fields = made.qr.split(",")
    assert fields[2:7] == ["", "25442000000000000001", "101.00", "20250305", ""]
