"""A paper as a workbook: amounts as numbers with two decimals, everything else as text."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from samples.papers.paper import Entry, Line, Paper
from samples.press.delimited import rows_of
from samples.press.placed import Placed, Printed

_PRINTED = datetime(2026, 3, 16, 9, 30, tzinfo=UTC).replace(tzinfo=None)


def write(paper: Paper, *, sheet: str = "Transactions") -> Printed:
    """`paper` on one sheet named `sheet`; a figure's cell is "Transactions!D12"."""
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.title = sheet
    workbook.properties.creator = "tieout samples"
    workbook.properties.created = workbook.properties.modified = _PRINTED
    figures: list[Placed] = []
    heading = sum(1 for block in paper.blocks if isinstance(block, Line) and (block.left or block.centre or block.right))
    for number, cells in enumerate(rows_of(paper), 1):
        for column, content in enumerate(cells, 1):
            if content is None or content == "":
                continue
            cell = page.cell(row=number, column=column)
            if isinstance(content, Entry):
                # openpyxl writes a Decimal digit by digit, so no cent is lost to a binary fraction.
                cell.value = abs(content.value) if content.field == "amount" else content.value
                cell.number_format = "#,##0.00"
                figures.append(Placed(entry=content, cell=f"{sheet}!{get_column_letter(column)}{number}"))
            else:
                cell.value = content
            if number == heading + 1:
                cell.font = Font(bold=True)
                cell.alignment = Alignment(horizontal="center")
    for column, width in enumerate((14, 46, 14, 14, 16), 1):
        page.column_dimensions[get_column_letter(column)].width = width
    out = io.BytesIO()
    workbook.save(out)
    return Printed(out.getvalue(), tuple(figures))
