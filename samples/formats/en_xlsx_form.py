"""A register or trial balance from an accounts package in English: name, report, dates, typed amounts."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.form_rows import Rows
from samples.formats.suits import forms
from samples.formats.workbook import Sheet, SheetCell, workbook
from samples.formats.writer import Writer
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import Form


def write(record: AnyRecord, look: Look) -> Printed:
    assert isinstance(record, Form)
    rows = Rows(record, "en")
    head: list[list[SheetCell]] = [[record.entity], [record.title], [f"{record.start} to {record.end}"], [], rows.captions]
    sheet = Sheet(name=record.title[:30], rows=[*head, *rows.typed()], strong=frozenset({1, 2, 5}), widths=(20, 32, 14, 30))
    return workbook(sheet, made=record.end, author=look.firm.people[2])


WRITER = Writer(name="en_xlsx_form", split="develop", suffix=".xlsx", suits=forms("en", "invoice_register", "trial_balance"), write=write)
