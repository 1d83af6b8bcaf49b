"""A Chinese statement as a sheet of accounting software, figures as numbers."""

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
    rows, captions = rows_of(drawn(record, look, "develop"), typed=True)
    sheet = Sheet(
        name={"balance_sheet": "资产负债表", "income_statement": "利润表", "cash_flow": "现金流量表"}.get(record.record, "报表"),
        rows=rows,
        strong=captions,
        widths=(36, 10, 18, 18, 36, 10, 18, 18),
    )
    return workbook(sheet, made=record.period, author=look.firm.people[2])


WRITER = Writer(name="zh_xlsx_statement", split="develop", suffix=".xlsx", suits=statements("zh"), write=write)
