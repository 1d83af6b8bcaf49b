"""A Chinese statement as a tax platform exports it, figures as text."""

from __future__ import annotations

from samples.case import AnyRecord
from samples.formats.paper_rows import drawn, rows_of
from samples.formats.suits import statements
from samples.formats.workbook import Sheet, workbook
from samples.formats.writer import Writer
from samples.papers.layout import Look
from samples.press.placed import Printed
from samples.records.record import Statement


def write(record: AnyRecord, look: Look) -> Printed:
    assert isinstance(record, Statement)
    rows, captions = rows_of(drawn(record, look, "test"), typed=False)
    sheet = Sheet(name="报表", rows=rows, strong=captions, widths=(36, 10, 18, 18, 36, 10, 18, 18))
    return workbook(sheet, made=record.period, author=look.firm.people[2])


WRITER = Writer(name="zh_xlsx_statement_text", split="test", suffix=".xlsx", suits=statements("zh"), write=write)
