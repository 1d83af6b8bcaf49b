"""All that a borrower could hand in, as records: one call from books to papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samples.books.journal import Ledgers, View
from samples.case import Document, Papers
from samples.records.application import applications
from samples.records.bank import bank_statements
from samples.records.credit_report import credit_reports
from samples.records.invoices import invoices
from samples.records.registers import registers
from samples.records.returns import chinese_income, chinese_vat, western
from samples.records.returns.certificates import certificates
from samples.records.returns.payroll import payroll_returns
from samples.records.statements import statements
from samples.records.trial_balance import trial_balances
from samples.records.utility import power_bills
from samples.records.valuation import valuations
from samples.records.workbook import Workbook, workbooks, year_start


def papers(ledgers: Ledgers) -> Papers:
    """Every paper, in the order of a loan file. What of it is handed in, others decide.

    Each record maker names the settings of the ledgers that it reads.
    """
    return Papers(ledgers=ledgers, documents=tuple(_documents(ledgers)))


def _documents(ledgers: Ledgers) -> Iterator[Document]:
    firm = ledgers.firm
    books = workbooks(ledgers)
    actual, stated, filed = books["actual"], books["stated"], books["filed"]
    deals = ledgers.deals("stated")
    # Returns of the last whole year and what follows; annual ones of every year.
    since = year_start(firm.year_ends[-1])
    yield from applications(stated)
    yield from statements(stated)
    yield from trial_balances(stated)
    yield from bank_statements(ledgers, actual.entries, deals)
    yield from invoices(ledgers, deals, stated.entries)
    yield from registers(ledgers, deals)
    yield from _returns(ledgers, books, since)
    yield from payroll_returns(filed, since)
    yield from credit_reports(firm, actual.entries)
    yield from valuations(actual)
    yield from power_bills(actual, since)


def _returns(ledgers: Ledgers, books: dict[View, Workbook], since: date) -> Iterator[Document]:
    firm, filed = ledgers.firm, books["filed"]
    if firm.country == "CN":
        if firm.taxpayer == "general":
            yield from chinese_vat.general(filed, ledgers.deals("filed"), since)
        else:
            yield from chinese_vat.small_scale(filed, since)
        yield from chinese_income.quarterly(filed, since)
        yield from chinese_income.annual(filed, firm.first)
        yield from certificates(books["actual"], firm.first)
        return
    if firm.country == "GB":
        yield from western.vat_returns(filed, since)
    else:
        yield from western.sales_tax_returns(filed, since)
    yield from western.income_tax_returns(filed, firm.first)
