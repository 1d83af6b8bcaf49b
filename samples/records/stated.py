"""Every concept of the chart for one year of a firm: its statements in one version of the books, and what other records say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from samples.books.accounts import BANKS
from samples.books.journal import Deal, Entry, Ledgers, View
from samples.records.loans import loans
from samples.records.returns.chinese_income import assessed
from samples.records.returns.chinese_vat import MonthlyVat
from samples.records.returns.tax_year import vat
from samples.records.utility import billed
from samples.records.workbook import Workbook, workbooks, year_start

#: Concept of the bank -> flow of the entries behind it, and whether money goes out.
_BY_FLOW = {
    "bank_customer_receipts": ("cf_receipts_customers", 1),
    "bank_supplier_payments": ("cf_payments_suppliers", -1),
    # The firm's own taxes: what is withheld from wages belongs to the payments for employees.
    "bank_tax_paid": ("cf_taxes_paid", -1),
    "bank_loans_received": ("cf_borrowings_received", 1),
    "bank_loan_repaid": ("cf_principal_repaid", -1),
    "bank_interest_paid": ("cf_interest_paid", -1),
}
#: What customers paid before it reached the bank: with a platform, or over the counter.
_TAKINGS = frozenset({"platform_payout", "cash_deposited"})
_BY_KIND = {
    "bank_payroll": (frozenset({"payroll"}), -1),
    "bank_social_insurance": (frozenset({"insurance"}), -1),
    "bank_utility_paid": (frozenset({"power"}), -1),
    "bank_rent_paid": (frozenset({"rent"}), -1),
    "bank_related_in": (frozenset({"owner_in", "capital_in"}), 1),
    "bank_related_out": (frozenset({"owner_out", "capital_out", "dividend"}), -1),
}


def stated(ledgers: Ledgers, year_end: date, view: View = "stated", books: Mapping[View, Workbook] | None = None) -> Mapping[str, int]:
    """Concept -> minor units (counts in hundredths, see notes.COUNTS) for the financial year that ends on `year_end`.

    view    the version that the statements are made from; bank figures are always of "actual", returns of "filed"
    books   the workbooks of these ledgers, where they exist already
    """
    books = books or workbooks(ledgers)
    first = year_start(year_end)
    deals = ledgers.deals("actual" if view == "actual" else "stated")
    return {
        **books[view].period(first, year_end),
        **bank_figures(books["actual"], first, year_end),
        **invoice_figures(deals, first, year_end),
        **tax_figures(books["filed"], first, year_end),
        **other_figures(books["actual"], first, year_end),
    }


def bank_figures(book: Workbook, first: date, last: date) -> dict[str, int]:
    """What the bank statements of all accounts say of a period.   book: of the version "actual" """
    banks = frozenset(BANKS)
    found = dict.fromkeys((*_BY_FLOW, *_BY_KIND, "bank_own_transfers"), 0)
    for (kind, flow, account), amount in book.running.moved(first, last).items():
        if account not in banks:
            continue
        for concept, (wanted, sign) in _BY_FLOW.items():
            if flow == wanted:
                found[concept] += sign * amount
        for concept, (kinds, sign) in _BY_KIND.items():
            if kind in kinds:
                found[concept] += sign * amount
        if kind in _TAKINGS:
            found["bank_customer_receipts"] += amount
    debits = book.running.debits(first, last)
    before = first - timedelta(days=1)
    credits_total = sum(debits.get(account, 0) for account in banks)
    opening, closing = (_at_bank(book, day) for day in (before, last))
    in_books = [sum(book.running.balances(day).get(account, 0) for account in BANKS) for day in (before, last)]
    # What cleared in another month than it was booked moves between the periods.
    shift = (closing - in_books[1]) - (opening - in_books[0])
    debits_total = credits_total - (in_books[1] - in_books[0])
    transfers = sum(
        max(amount, 0)
        for entry in book.entries
        if entry.kind == "transfer" and first <= entry.day <= last
        for account, amount in entry.postings
        if account in banks
    )
    return found | {
        "bank_opening": opening,
        "bank_closing": closing,
        "bank_credits_total": credits_total + max(shift, 0),
        "bank_debits_total": debits_total + max(-shift, 0),
        "bank_own_transfers": transfers,
    }


def _at_bank(book: Workbook, day: date) -> int:
    """What all accounts hold at the bank at the end of the month of `day`."""
    held = sum(book.running.balances(day).get(account, 0) for account in BANKS)
    for entry in book.entries:
        if entry.cleared is not None and (entry.day <= day) != (entry.cleared <= day):
            moved = sum(amount for account, amount in entry.postings if account in BANKS)
            held += moved if entry.cleared <= day else -moved
    return held


def invoice_figures(deals: Iterable[Deal], first: date, last: date) -> dict[str, int]:
    """Invoices issued and received in the period, credit notes taken off, voided ones left out."""
    found = dict.fromkeys(("inv_issued_net", "inv_issued_tax", "inv_received_net", "inv_received_tax"), 0)
    for deal in deals:
        if not deal.number or deal.invoiced is None or deal.status != "valid" or not first <= deal.invoiced <= last:
            continue
        side = "issued" if deal.kind in {"sale", "sale_return"} else "received"
        sign = -1 if deal.kind == "sale_return" and deal.gross > 0 else 1
        found[f"inv_{side}_net"] += sign * deal.net
        found[f"inv_{side}_tax"] += sign * deal.tax
    return found | {"inv_issued_gross": found["inv_issued_net"] + found["inv_issued_tax"]}


def tax_figures(book: Workbook, first: date, last: date) -> dict[str, int]:
    """What the tax returns of the period say.   book: of the version "filed" """
    firm = book.firm
    moved = vat(book.running.moved(first, last))
    found = {"vat_sales_taxable": moved.sales, "vat_output": moved.output, "vat_input_transferred_out": 0}
    if firm.taxpayer == "general":
        chain = MonthlyVat(book).months
        months = [lines for day, lines in chain.items() if first <= day <= last]
        found |= {
            "vat_sales_taxable": sum(lines["1"] for lines in months),
            "vat_input": sum(lines["12"] for lines in months),
            "vat_carried_forward_open": months[0]["13"],
            "vat_carried_forward_close": months[-1]["20"],
            "vat_due": sum(lines["24"] for lines in months),
        }
    else:
        found |= {"vat_input": moved.input, "vat_due": moved.output - moved.input - moved.relief}
    result = book.result(first, last)
    profit = result["net_profit"] + result["income_tax"]
    found |= {
        "cit_revenue": result["revenue"],
        "cit_cost": result["cost_of_sales"],
        "cit_profit": profit,
        "cit_tax_due": result["income_tax"],
    }
    if firm.country == "CN":
        told = assessed(profit, result["income_tax"])
        found |= {"cit_adjustments": told.adjustments, "cit_taxable_income": told.taxable}
    months_of_year = [month for month in book.ledgers.books.months if first <= month.first <= last]
    if months_of_year:
        found |= {
            "iit_wages": sum(month.wages for month in months_of_year),
            "iit_persons": 100 * months_of_year[-1].declared,
            "si_persons": 100 * months_of_year[-1].insured,
            "si_base": sum(month.base for month in months_of_year),
        }
    return found


def other_figures(book: Workbook, first: date, last: date) -> dict[str, int]:
    """Credit report, power bills and output.   book: of the version "actual" """
    months = [month for month in book.ledgers.books.months if first <= month.first <= last]
    reported: Iterable[Entry] = book.entries
    lenders = {party.id for party in book.firm.of("lender")}
    return {
        "credit_report_loans": sum(loan.balance for loan in loans(book.firm, reported, last) if loan.lender in lenders or not lenders),
        "electricity_kwh": sum(100 * month.kwh for month in months),
        "electricity_cost": sum(billed(book, month.first)[0] for month in months),
        "output_units": sum(100 * month.output for month in months),
    }
