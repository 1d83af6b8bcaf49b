"""A bookkeeper's own sheet of a register or trial balance: captions in the first row, sums and gross amounts by formula."""

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
    rows = Rows(record, "zh")
    rows_below: list[list[SheetCell]] = [rows.captions, *rows.computed(2)]
    sheet = Sheet(name="Sheet1", rows=rows_below, strong=frozenset({1}), widths=(22, 26))
    return workbook(sheet, made=record.end, author=look.firm.people[2])


WRITER = Writer(
    name="zh_xlsx_form_formulas", split="develop", suffix=".xlsx", suits=forms("zh", "invoice_register", "trial_balance"), write=write
)
