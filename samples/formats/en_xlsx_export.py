"""A bank's workbook in English: a few lines about the account, typed amounts in two columns, totals."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.suits import bank_statements
from samples.formats.workbook import Number, Sheet, SheetCell, workbook
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered
from samples.papers.banks.texts import long, narrative
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record)
    rows: list[list[SheetCell]] = [
        [record.bank_name],
        ["Account name", record.holder],
        ["Account number", record.account, "Sort code" if record.currency == "GBP" else "Routing number", record.sort_code],
        ["Period", f"{long(record.start)} to {long(record.end)}", "Currency", record.currency],
        [],
        ["Date", "Description", "Type", "Debit", "Credit", "Balance"],
        [record.start, "Opening balance", None, None, None, Number(figures.opening("Opening balance"))],
    ]
    for row in numbered(record):
        line = row[1]
        amount = figures.amount(row)
        cell = Number(amount, abs(amount.value))
        sides: tuple[SheetCell, SheetCell] = (cell, None) if line.amount < 0 else (None, cell)
        rows.append([line.day, narrative(line, 120, 1, coded=True)[0], line.summary, *sides, Number(figures.balance(row))])
    totals = (Number(figures.debits("Totals")), Number(figures.credits("Totals")))
    rows.append([record.end, "Totals and closing balance", None, *totals, Number(figures.closing("Closing balance"))])
    sheet = Sheet(name="Transactions", rows=rows, merged=("A1:F1",), strong=frozenset({1, 6, len(rows)}), widths=(14, 60, 9, 15, 15, 17))
    return workbook(sheet, made=record.printed, author=record.bank_name)


WRITER = Writer(name="en_xlsx_export", split="develop", suffix=".xlsx", suits=bank_statements("en"), write=write)
