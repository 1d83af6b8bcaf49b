"""What stands among the totals of an invoice: what is left to pay, sums with tax, credits, captions above or glossed."""

from __future__ import annotations

from extract.invoices.gloss import english
from extract.invoices.printed import amount_in
from extract.invoices.reader import read
from extract.records import Invoice
from extract.series import FigureSeries
from tests.extract.invoice_sheet import SHA, rows

HEAD = """
 Alder Joinery Ltd                                   INVOICE
 Invoice No: AJ-119                                  Date: 4 March 2024
 Bill to: Beech House Hotel

 Description                                         Amount
 Oak door                                          1,000.00
"""


def _invoice(foot: str) -> Invoice:
    (invoice,), _ = read(SHA, rows(HEAD + foot), FigureSeries(SHA))
    return invoice


def _amounts(invoice: Invoice) -> dict[str, str]:
    return {one.role: str(one.figure.value) for one in invoice.amounts}


def test_what_a_retention_leaves_is_not_the_total() -> None:
    foot = """
                                  Net           1,000.00
                                  VAT 20%         200.00
                                  Total         1,200.00
                                  Less retention 5%    -50.00
                                  Amount due    1,150.00
"""
    invoice = _invoice(foot)
    assert invoice.total is not None and str(invoice.total.value) == "1200.00"
    assert _amounts(invoice) == {"retention": "-50.00", "payable": "1150.00"}


def test_prices_with_tax_are_gross() -> None:
    foot = """
                                  Total         1,000.00
                                  VAT included    166.67
"""
    invoice = _invoice(foot)
    (line,) = invoice.lines
    assert line.net is None and line.gross is not None and str(line.gross.value) == "1000.00"
    assert invoice.tax is not None and str(invoice.tax.value) == "166.67"


def test_captions_above_their_amounts() -> None:
    foot = """
        Net amount           VAT 20%          Grand total
         1,000.00            200.00            1,200.00
"""
    invoice = _invoice(foot)
    assert [figure and str(figure.value) for figure in (invoice.net, invoice.tax, invoice.total)] == ["1000.00", "200.00", "1200.00"]


def test_a_credit_takes_off() -> None:
    numeral = amount_in("£906.95 CR", ".")
    assert numeral is not None and str(numeral.value) == "-906.95"


def test_a_unit_price_keeps_its_places() -> None:
    numeral = amount_in("752.7586111111111", ".")
    assert numeral is not None and str(numeral.value) == "752.7586111111111"


def test_the_english_one_of_two_captions_is_kept() -> None:
    printed = ("Quantity / Menge", "Due date (Fällig)", "Total 合计", "To: / 客户", "Total (excl. VAT)", "Beech House")
    assert [english(text) for text in printed] == ["Quantity", "Due date", "Total", "To:", "Total (excl. VAT)", "Beech House"]


def test_a_sum_beneath_words_that_trail_the_last_line_is_no_line() -> None:
    drawing = """
 Alder Joinery Ltd                                   INVOICE
 Invoice No: AJ-119                                  Date: 4 March 2024

 Description                    Qty        Price       VAT        Amount
 Oak door                         2        50.00       20%        100.00
 Oak panel                        1        20.00       20%         20.00
 as agreed by telephone

 Items total                  £ 120.00
 Trade discount                (£ 20.00)
 Net total                    £ 100.00
 VAT                           £ 20.00
 Total payable                £ 120.00
"""
    (invoice,), _ = read(SHA, rows(drawing), FigureSeries(SHA))
    assert len(invoice.lines) == 2
    assert _amounts(invoice)["net"] == "120.00"
