"""A register or trial balance from Chinese accounting software: a title across, who and when, typed amounts."""

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
    across = len(rows.captions)
    head: list[list[SheetCell]] = [[record.title], [f"单位：{record.entity}"], [f"期间：{record.start} 至 {record.end}"], rows.captions]
    sheet = Sheet(
        name=record.title[:20],
        rows=[*head, *rows.typed()],
        merged=(f"A1:{chr(64 + across)}1",),
        strong=frozenset({1, 4}),
        boxed=range(4, 5 + len(record.lines)),
        widths=(16, 24, *[16] * (across - 2)),
    )
    return workbook(sheet, made=record.end, author=look.firm.people[2])


WRITER = Writer(name="zh_xlsx_form", split="develop", suffix=".xlsx", suits=forms("zh", "invoice_register", "trial_balance"), write=write)
