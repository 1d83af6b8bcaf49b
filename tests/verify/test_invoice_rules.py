"""Invoices against themselves: each tie at its edge from both sides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extract.records import Invoice, InvoiceAmount, InvoiceLine, Party
from tests.verify.papers import THIS, Paper, judged, results, status


def invoice(net: str, tax: str, total: str, *, written: str | None = None, discount: str | None = None) -> Paper:
    paper = Paper("invoice.pdf")
    amounts = () if discount is None else (InvoiceAmount("discount", "Discount", paper.figure(discount)),)
    paper.records.append(
        Invoice(
            kind="invoice", number="1", due=None, date=date(2025, 3, 1), seller=Party("甲"), buyer=Party("乙"), currency="CNY",
            net=paper.figure(net), tax=paper.figure(tax), total=paper.figure(total), amounts=amounts,
            written=None if written is None else paper.figure(written),
        )
    )  # fmt: skip
    return paper


@pytest.mark.parametrize(("total", "expected"), [("113.00", "holds"), ("113.01", "broken"), ("112.99", "broken"), ("193.00", "broken")])
def test_a_total_is_net_and_tax_to_the_cent(total: str, expected: str) -> None:
    assert status(judged(invoice("100.00", "13.00", total)), "INV003") == expected


@pytest.mark.parametrize(("discount", "expected"), [("5.00", "holds"), ("-5.00", "holds"), ("6.00", "broken")])
def test_a_discount_between_them_counts_however_it_is_signed(discount: str, expected: str) -> None:
    assert status(judged(invoice("100.00", "13.00", "108.00", discount=discount)), "INV003") == expected


def test_a_raised_total_is_one_finding_with_its_three_figures() -> None:
    (finding,) = judged(invoice("100.00", "13.00", "193.00", written="113.00")).findings
    assert {finding.code, *finding.also_breaks} == {"INV003", "INV004"}
    assert "193.00" in [item.printed for item in finding.evidence]


@pytest.mark.parametrize(("written", "expected"), [("113.00", "holds"), ("113.01", "broken")])
def test_words_and_figures_say_one_amount(written: str, expected: str) -> None:
    assert status(judged(invoice("100.00", "13.00", "113.00", written=written)), "INV004") == expected


def test_without_words_nothing_is_said_of_them() -> None:
    (tie,) = results(judged(invoice("100.00", "13.00", "113.00")), "INV004")
    assert tie.status == "not_run" and tie.reason is not None and "words" in tie.reason.en


def line_invoice(quantity: str, price: str, net: str, *, rate: str | None = None, tax: str | None = None) -> Paper:
    paper = Paper("invoice.pdf")
    line = InvoiceLine(
        description="电缆",
        quantity=Decimal(quantity),
        unit_price=paper.figure(price),
        net=paper.figure(net),
        tax_rate=None if rate is None else Decimal(rate),
        tax=None if tax is None else paper.figure(tax),
    )
    paper.records.append(
        Invoice(
            kind="invoice", number="1", due=None, date=date(2025, 3, 1), seller=Party("甲"), buyer=Party("乙"), currency="CNY",
            net=None, tax=None, total=None, lines=(line,),
        )
    )  # fmt: skip
    return paper


@pytest.mark.parametrize(
    ("quantity", "price", "net", "expected"),
    [
        ("10", "12.50", "125.00", "holds"),
        ("10", "12.50", "125.06", "holds"),  # the price may be anything from 12.495 to 12.505
        ("10", "12.50", "125.07", "broken"),
        ("10", "12.50", "925.00", "broken"),
        ("-2", "3.00", "-6.00", "holds"),
    ],
)
def test_a_line_is_quantity_times_price(quantity: str, price: str, net: str, expected: str) -> None:
    assert status(judged(line_invoice(quantity, price, net)), "INV001") == expected


def test_a_price_with_tax_is_read_as_one() -> None:
    assert status(judged(line_invoice("10", "11.30", "100.00", rate="0.13", tax="13.00")), "INV001") == "holds"


@pytest.mark.parametrize(("tax", "expected"), [("13.00", "holds"), ("13.01", "holds"), ("13.02", "broken"), ("31.00", "broken")])
def test_a_lines_tax_is_its_amount_at_its_rate(tax: str, expected: str) -> None:
    assert status(judged(line_invoice("1", "100.00", "100.00", rate="0.13", tax=tax)), "INV002") == expected


@pytest.mark.parametrize(("printed", "expected"), [("0.00", "holds"), ("-0.01", "broken")])
def test_an_asset_is_not_below_nothing(printed: str, expected: str) -> None:
    judgement = judged(Paper("sheet.pdf").statement("balance_sheet", {THIS: {"trade_receivables": printed, "cash": "5.00"}}))
    assert status(judgement, "BAL016") == expected
