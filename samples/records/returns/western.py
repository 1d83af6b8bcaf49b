"""British VAT return and corporation tax summary; American income tax return 1120 and sales tax return."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samples.case import Document
from samples.records.record import Form, FormColumn, FormLine, Span
from samples.records.returns.tax_year import quarters, vat
from samples.records.workbook import Workbook, year_start
from samples.streams import stream


def vat_returns(book: Workbook, since: date) -> Iterator[Document]:
    """Nine boxes a quarter; the quarters end in one of three staggers.   book: of the version "filed" """
    firm = book.firm
    stagger = stream(firm.seed, "vat stagger").choice((1, 2, 3))
    for first, last in quarters(firm.first, firm.last, stagger):
        if last < since:
            continue
        found = vat(book.running.moved(first, last))
        boxes = (
            ("VAT due on sales and other outputs", found.output, "vat_output"),
            ("VAT due on acquisitions", 0, None),
            ("Total VAT due", found.output, None),
            ("VAT reclaimed on purchases and other inputs", found.input, "vat_input"),
            ("Net VAT to pay or reclaim", abs(found.output - found.input), "vat_due" if found.output >= found.input else None),
            # Boxes 6 to 9 are whole pounds.
            ("Total value of sales excluding VAT", found.sales // 100 * 100, "vat_sales_taxable"),
            ("Total value of purchases excluding VAT", found.purchases // 100 * 100, None),
            ("Total value of supplies of goods to the EU", 0, None),
            ("Total value of acquisitions of goods from the EU", 0, None),
        )
        lines = tuple(
            FormLine(name=f"box{number}", number=str(number), label=label, concept=concept, amounts={"quarter": amount})
            for number, (label, amount, concept) in enumerate(boxes, start=1)
        )
        yield _document(book, "uk_vat", "VAT Return", first, last, lines, "quarter", f"uk_vat-{last:%Y-%m}")


def sales_tax_returns(book: Workbook, since: date) -> Iterator[Document]:
    """Sales and tax collected for the state, a quarter.   book: of the version "filed" """
    firm = book.firm
    for first, last in quarters(firm.first, firm.last):
        if last < since:
            continue
        found = vat(book.running.moved(first, last))
        rows = (
            ("gross", "Gross sales", found.sales, "vat_sales_taxable"),
            ("exempt", "Exempt sales", 0, None),
            ("taxable", "Taxable sales", found.sales, None),
            ("tax", "Tax due", found.output, "vat_output"),
            ("total", "Total amount due", found.output, "vat_due"),
        )
        lines = tuple(
            FormLine(name=name, number=str(number), label=label, concept=concept, amounts={"quarter": amount})
            for number, (name, label, amount, concept) in enumerate(rows, start=1)
        )
        yield _document(book, "us_sales_tax", "Sales and Use Tax Return", first, last, lines, "quarter", f"us_sales_tax-{last:%Y-%m}")


def income_tax_returns(book: Workbook, since: date) -> Iterator[Document]:
    """CT600 or form 1120 for each financial year.   book: of the version "filed" """
    for year_end in book.firm.year_ends:
        if year_end < since:
            continue
        first = year_start(year_end)
        british = book.firm.country == "GB"
        rows = _ct600(book, first, year_end) if british else _form_1120(book, first, year_end)
        lines = tuple(
            FormLine(name=number, number=number, label=label, concept=concept, amounts={"year": amount})
            for number, label, amount, concept in rows
        )
        form = "ct600" if british else "us_1120"
        title = "CT600 Company Tax Return summary" if british else "Form 1120 U.S. Corporation Income Tax Return"
        yield _document(book, form, title, first, year_end, lines, "year", f"{form}-{year_end.year}")


_Row = tuple[str, str, int, str | None]


def _profit(book: Workbook, first: date, last: date) -> tuple[int, int, int, int]:
    """Revenue, cost of sales, profit before tax, tax of the period."""
    result = book.result(first, last)
    return result["revenue"], result["cost_of_sales"], result["net_profit"] + result["income_tax"], result["income_tax"]


def _ct600(book: Workbook, first: date, last: date) -> list[_Row]:
    revenue, _, profit, tax = _profit(book, first, last)
    return [
        ("145", "Total turnover from trade", revenue, "cit_revenue"),
        ("155", "Trading profits", max(profit, 0), "cit_profit" if profit >= 0 else None),
        ("160", "Trading losses brought forward set against trading profits", 0, None),
        ("235", "Profits before other deductions and reliefs", max(profit, 0), None),
        ("315", "Profits chargeable to Corporation Tax", max(profit, 0), "cit_taxable_income"),
        ("430", "Corporation Tax", tax, None),
        ("510", "Tax chargeable", tax, "cit_tax_due"),
        ("780", "Trading losses arising in the period", max(-profit, 0), None),
    ]


def _form_1120(book: Workbook, first: date, last: date) -> list[_Row]:
    revenue, cost, profit, tax = _profit(book, first, last)
    told = book.notes(first, last)
    interest = book.result(first, last)["interest_expense"]
    gross = revenue - cost
    other_income = book.result(first, last)["other_income"] + book.result(first, last)["interest_income"]
    income = gross + other_income
    others = income - profit - interest
    at = book.position(last)
    return [
        ("1a", "Gross receipts or sales", revenue, "cit_revenue"),
        ("2", "Cost of goods sold", cost, "cit_cost"),
        ("3", "Gross profit", gross, None),
        ("10", "Other income", other_income, None),
        ("11", "Total income", income, None),
        ("18", "Interest", interest, None),
        ("20", "Depreciation not claimed elsewhere", min(told["depreciation_charge"], others), None),
        ("26", "Other deductions", others - min(told["depreciation_charge"], others), None),
        ("27", "Total deductions", others + interest, None),
        ("30", "Taxable income", profit, "cit_profit"),
        ("31", "Total tax", tax, "cit_tax_due"),
        ("L15", "Schedule L: total assets", at["total_assets"], None),
        ("L28", "Schedule L: total liabilities and shareholders' equity", at["total_liabilities_and_equity"], None),
        ("M1-1", "Schedule M-1: net income per books", profit - tax, None),
        ("M1-2", "Schedule M-1: federal income tax per books", tax, None),
        ("M1-10", "Schedule M-1: income per return", profit, None),
    ]


def _document(
    book: Workbook, form: str, title: str, first: date, last: date, lines: tuple[FormLine, ...], span: Span, name: str
) -> Document:
    firm = book.firm
    record = Form(
        record="tax_return",
        form=form,
        title=title,
        entity=firm.name,
        currency=firm.currency,
        start=first,
        end=last,
        columns=(FormColumn(name=span, caption="Amount", period=last, span=span),),
        lines=lines,
        head=(("Name", firm.name), ("VAT registration number" if form == "uk_vat" else "Reference", firm.tax_id)),
    )
    return Document(id=name, record=record, issuer="tax_office")
