"""Files that hold several papers: each is cut out and read by its own reader, and nothing of the others is taken for it."""

from dataclasses import replace
from decimal import Decimal

from extract.document import Opened
from extract.page import Page
from extract.papers import records_of
from extract.records import BankStatement, FinancialStatement, Form, Invoice
from extract.sections import sections_of
from extract.tables.lines import rows_of_page
from tests.extract.paper import page

SHA = "ab" * 32


def statement(year: int = 2025) -> Page:
    return page(
        [
            [(40, "Harbour Lane Joinery Limited")],
            [(40, "Balance sheet")],
            [(40, f"as at 31 March {year}")],
            [(350, str(year), "r"), (450, str(year - 1), "r")],
            [(350, "£", "r"), (450, "£", "r")],
            [(40, "Fixed assets")],
            [(60, "Tangible assets"), (350, "26,500", "r"), (450, "28,500", "r")],
            [(40, "Current assets")],
            [(60, "Debtors"), (350, "62,500", "r"), (450, "56,000", "r")],
            [(60, "Cash at bank and in hand"), (350, "11,000", "r"), (450, "9,500", "r")],
            [(40, "Creditors: amounts falling due within one year"), (350, "(26,850)", "r"), (450, "(38,900)", "r")],
            [(40, "Net assets"), (350, "73,150", "r"), (450, "55,100", "r")],
            [(40, "Capital and reserves")],
            [(60, "Called up share capital"), (350, "150", "r"), (450, "100", "r")],
            [(60, "Profit and loss account"), (350, "73,000", "r"), (450, "55,000", "r")],
            [(40, "Total equity"), (350, "73,150", "r"), (450, "55,100", "r")],
        ]
    )  # fmt: skip


def bank(carried: bool = False) -> Page:
    heading = [] if carried else [
        [(40, "Northgate Bank plc"), (300, "Account statement")],
        [(40, "Account name: Harbour Lane Joinery Limited")],
        [(40, "Account number: 40817755")],
    ]  # fmt: skip
    captions = [(40, "Date"), (110, "Description"), (330, "Paid out", "r"), (420, "Paid in", "r"), (520, "Balance", "r")]
    first, second, third = ("900.00", "1,000.00", "880.00") if not carried else ("1,180.00", "1,300.00", "1,270.00")
    return page(
        [
            *heading,
            captions,
            [(40, "01/03/2025"), (110, "Opening balance"), (520, first, "r")],
            [(40, "03/03/2025"), (110, "Card takings"), (420, str(Decimal(second.replace(",", "")) - Decimal(first.replace(",", ""))), "r"), (520, second, "r")],
            [(40, "04/03/2025"), (110, "Rent"), (330, str(Decimal(second.replace(",", "")) - Decimal(third.replace(",", ""))), "r"), (520, third, "r")],
        ]
    )  # fmt: skip


def invoice(number: str = "INV-10442", net: str = "100.00", tax: str = "20.00", total: str = "120.00") -> Page:
    return page(
        [
            [(40, "Quayside Timber Ltd"), (400, "INVOICE")],
            [(40, "VAT registration number GB 980 7806 84")],
            [(40, "Invoice number:"), (150, number)],
            [(40, "Invoice date:"), (150, "12 March 2025")],
            [(40, "Bill to:"), (150, "Harbour Lane Joinery Limited")],
            [(40, "Description"), (300, "Quantity", "r"), (400, "Unit price", "r"), (500, "Amount", "r")],
            [(40, "Oak boards"), (300, "1", "r"), (400, net, "r"), (500, net, "r")],
            [(300, "Subtotal"), (500, net, "r")],
            [(300, "VAT 20%"), (500, tax, "r")],
            [(300, "Total"), (500, total, "r")],
        ]
    )  # fmt: skip


def vat_return(period: str = "1 January 2025 to 31 March 2025") -> Page:
    lines = [
        ("1", "VAT due in the period on sales and other outputs", "5,000.00"),
        ("2", "VAT due in the period on acquisitions of goods", "0.00"),
        ("3", "Total VAT due", "5,000.00"),
        ("4", "VAT reclaimed in the period on purchases and other inputs", "2,000.00"),
        ("5", "Net VAT to pay to HMRC or reclaim", "3,000.00"),
        ("6", "Total value of sales and all other outputs excluding any VAT", "25,000"),
        ("7", "Total value of purchases and all other inputs excluding any VAT", "10,000"),
    ]
    return page(
        [
            [(200, "VAT Return")],
            [(40, "Business name: Harbour Lane Joinery Limited")],
            [(40, f"Period from {period}")],
            *[[(40, f"Box {number}"), (90, text), (520, amount, "r")] for number, text, amount in lines],
        ]
    )  # fmt: skip


def letter() -> Page:
    return page([[(40, "Dear Sirs")], [(40, "Please find enclosed the papers that you asked for.")]])


def opened(*pages: Page) -> Opened:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(pages, 1))
    return Opened(name="all.pdf", sha256=SHA, media_type="application/pdf", page_count=len(numbered), pages=numbered)


def values(record) -> list[str]:
    return [str(figure.value) for figure in record.figures()]


def alone(one: Page) -> list[list[str]]:
    return [values(record) for record in records_of(opened(one))[0]]


def kinds(*pages: Page) -> list[tuple[str | None, int]]:
    return [(section.kind, len(section.pages)) for section in sections_of([rows_of_page(one) for one in pages])]


def test_each_paper_of_a_merged_file_reads_as_it_does_alone() -> None:
    papers = [statement(), bank(), invoice(), vat_return()]
    records, _ = records_of(opened(*papers))
    assert [type(record) for record in records] == [FinancialStatement, BankStatement, Invoice, Form]
    assert [values(record) for record in records] == [figures for one in papers for figures in alone(one)]


def test_figures_of_a_merged_file_have_one_number_each() -> None:
    records, _ = records_of(opened(statement(), bank(), invoice(), vat_return()))
    owner = {figure.id: (number, figure.place) for number, record in enumerate(records) for figure in record.figures()}
    assert all(owner[figure.id] == (number, figure.place) for number, record in enumerate(records) for figure in record.figures())


def test_records_carry_the_page_they_stand_on() -> None:
    records, _ = records_of(opened(letter(), statement(), invoice()))
    assert {figure.place.page for figure in records[0].figures()} == {2}
    assert {figure.place.page for figure in records[-1].figures()} == {3}


def test_a_page_without_a_heading_goes_on_with_the_paper_before_it() -> None:
    assert kinds(statement(), bank(), bank(carried=True)) == [("financial_statement", 1), ("bank_statement", 2)]


def test_a_letter_belongs_to_what_it_covers() -> None:
    assert kinds(letter(), statement(), letter(), bank()) == [("financial_statement", 3), ("bank_statement", 1)]


def test_invoices_of_different_numbers_are_papers_of_their_own() -> None:
    records, _ = records_of(opened(invoice(), invoice("INV-20771", "300.00", "60.00", "360.00")))
    assert [record.total.value for record in records if isinstance(record, Invoice)] == [Decimal("120.00"), Decimal("360.00")]


def test_an_invoice_that_repeats_its_heading_overleaf_is_one() -> None:
    assert kinds(statement(), invoice(), invoice()) == [("financial_statement", 1), ("invoice", 2)]


def test_accounts_of_two_years_keep_their_own_days() -> None:
    records, _ = records_of(opened(statement(2025), statement(2023)))
    assert [record.periods[0].year for record in records] == [2025, 2023]


def test_a_statement_and_a_return_on_one_page_are_two_papers() -> None:
    above = statement()
    below = vat_return()
    drop = max(word.box.bottom for word in above.words) + 20.0
    moved = tuple(
        replace(word, box=replace(word.box, top=word.box.top + drop, bottom=word.box.bottom + drop)) for word in below.words
    )  # fmt: skip
    both = replace(above, words=(*above.words, *moved))
    records, _ = records_of(opened(both))
    assert [type(record) for record in records] == [FinancialStatement, Form]
    assert [values(record) for record in records] == [*alone(above), *alone(below)]


def test_returns_of_other_quarters_are_papers_of_their_own() -> None:
    quarters = [vat_return(), vat_return("1 April 2025 to 30 June 2025")]
    records, _ = records_of(opened(*quarters))
    assert [record.end.month for record in records if isinstance(record, Form)] == [3, 6]


def test_a_return_that_goes_on_overleaf_under_its_own_heading_is_one() -> None:
    assert kinds(vat_return(), vat_return()) == [("form", 2)]


def test_one_paper_alone_is_not_cut() -> None:
    for one in (statement(), bank(), invoice(), vat_return()):
        assert kinds(one) == []
