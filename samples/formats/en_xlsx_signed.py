"""A bank's workbook in English: one signed amount, newest first, no lines above the captions, amounts as numbers."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.suits import bank_statements
from samples.formats.workbook import Number, Sheet, SheetCell, workbook
from samples.formats.writer import Writer
from samples.papers.banks.figures import Figures, numbered
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import BankStatement


def write(record: AnyRecord, _look: Look) -> Printed:
    assert isinstance(record, BankStatement)
    figures = Figures(record, with_sign=True)
    rows: list[list[SheetCell]] = [["Posted", "Payee", "Memo", "Reference", "Amount", "Balance"]]
    for row in reversed(numbered(record)):
        line = row[1]
        memo = " ".join(part for part in (line.summary, line.text) if part)
        amounts = (Number(figures.amount(row)), Number(figures.balance(row)))
        rows.append([line.day, line.counterparty, memo, line.reference, *amounts])
    sheet = Sheet(name=f"{record.account[-4:]}", rows=rows, strong=frozenset({1}), widths=(12, 40, 40, 16, 15, 16))
    return workbook(sheet, made=record.printed, author=record.bank_name)


WRITER = Writer(name="en_xlsx_signed", split="test", suffix=".xlsx", suits=bank_statements("en"), write=write)
