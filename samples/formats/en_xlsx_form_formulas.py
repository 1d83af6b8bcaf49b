"""An owner's sheet of a register or trial balance in English, sums and gross amounts by formula."""

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
    head: list[list[SheetCell]] = [[f"{record.title}, {record.entity}"], rows.captions]
    sheet = Sheet(name="Sheet1", rows=[*head, *rows.computed(3)], strong=frozenset({2}), widths=(20, 32))
    return workbook(sheet, made=record.end, author=look.firm.people[2])


WRITER = Writer(
    name="en_xlsx_form_formulas", split="test", suffix=".xlsx", suits=forms("en", "invoice_register", "trial_balance"), write=write
)
