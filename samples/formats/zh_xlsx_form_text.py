"""A register or trial balance as a tax platform exports it: every amount is text, the taxpayer above."""

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
    taxpayer: list[list[SheetCell]] = [[f"{caption}：{text}"] for caption, text in record.head]
    head: list[list[SheetCell]] = [[record.title], *taxpayer, rows.captions]
    sheet = Sheet(name="信息汇总表", rows=[*head, *rows.printed()], strong=frozenset({1, len(head)}), widths=(24, 24, 14, 32))
    return workbook(sheet, made=record.end, author=look.firm.short_name)


WRITER = Writer(name="zh_xlsx_form_text", split="test", suffix=".xlsx", suits=forms("zh", "invoice_register", "trial_balance"), write=write)
