"""Statements as workbooks or delimited text on layouts drawn by chance: one on a sheet or several, figures typed or as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from samples.case import Document
from samples.chance import statement
from samples.firms.firm import Firm
from samples.formats.paper_rows import rows_of, stored
from samples.formats.workbook import Number, SheetCell
from samples.papers.paper import Entry
from samples.population.splits import Split
from samples.press.placed import Placed

_FORMATS = ("#,##0.00", "#,##0.00;(#,##0.00)", "General", "#,##0.00_);(#,##0.00)", '#,##0.00;-#,##0.00;"-"')
_WHOLE = ("#,##0", "#,##0;(#,##0)", "General", '#,##0;-#,##0;"-"')
_NAMES = {
    "zh": {"balance_sheet": "资产负债表", "income_statement": "利润表", "cash_flow": "现金流量表"},
    "en": {"balance_sheet": "Balance sheet", "income_statement": "P&L", "cash_flow": "Cash flow"},
}


def filed(documents: Sequence[Document], firm: Firm, source: Random, split: Split) -> tuple[str, bytes, list[tuple[str, Placed]]]:
    """Suffix and content of one file with these statements, and their figures by the paper that they belong to."""
    sheets = [(one, rows_of(statement.paper(one, firm, source, "", split), typed=True)[0]) for one in documents]
    if len(sheets) == 1 and source.random() < 0.3:
        return ".csv", *_text(sheets[0][0], sheets[0][1], firm, source)
    return ".xlsx", *_book(sheets, firm, source)


def _text(document: Document, rows: Sequence[Sequence[SheetCell]], firm: Firm, source: Random) -> tuple[bytes, list[tuple[str, Placed]]]:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=source.choice((",", ",", "\t", ";")), lineterminator="\r\n")
    figures = []
    for number, cells in enumerate(rows, 1):
        texts = []
        for column, one in enumerate(cells, 1):
            entry = one.entry if isinstance(one, Number) else one if isinstance(one, Entry) else None
            texts.append(entry.printed if entry is not None else str(one or ""))
            if entry is not None and entry.printed.strip():
                figures.append((document.id, Placed(entry=entry, path=f"line {number}, column {column}")))
        writer.writerow(texts)
    codec = source.choice(("utf-8", "utf-8-sig", "gb18030") if firm.language == "zh" else ("utf-8", "utf-8-sig", "cp1252"))
    return out.getvalue().encode(codec, "replace"), figures


def _value(printed: str) -> Decimal | None:
    """The number in a printed figure, with a minus behind it as well."""
    value = stored(printed)
    return -value if value is not None and value > 0 and printed.rstrip().endswith(("-", "−")) else value


def _book(
    sheets: Sequence[tuple[Document, Sequence[Sequence[SheetCell]]]], firm: Firm, source: Random
) -> tuple[bytes, list[tuple[str, Placed]]]:
    book = Workbook()
    book.remove(book.worksheets[0])
    as_text, shift = source.random() < 0.25, source.choice((0, 0, 1))
    named = source.random() < 0.6
    figures = []
    for count, (document, rows) in enumerate(sheets, 1):
        title = _NAMES[firm.language][document.record.record] if named else f"Sheet{count}"
        page = book.create_sheet(title if title not in book.sheetnames else f"{title} {count}")
        entries = [one.entry for cells in rows for one in cells if isinstance(one, Number)]
        cents = any("." in one.printed for one in entries)
        shape = source.choice(_FORMATS if cents else _WHOLE)
        for number, cells in enumerate(rows, 1 + shift):
            for column, one in enumerate(cells, 1 + shift):
                entry = one.entry if isinstance(one, Number) else one if isinstance(one, Entry) else None
                if entry is None and not one:
                    continue
                cell = page.cell(row=number, column=column)
                if entry is None:
                    cell.value, cell.data_type = str(one), "s"
                    continue
                value = _value(entry.printed)
                if as_text or value is None:
                    cell.value, cell.data_type = entry.printed, "s"
                else:
                    cell.value, cell.number_format = value, shape
                if entry.printed.strip():
                    printed = entry.printed if as_text or value is None else f"{value:f}"
                    place = f"{page.title}!{get_column_letter(column)}{number}"
                    figures.append((document.id, Placed(entry=replace(entry, printed=printed), cell=place)))
        if source.random() < 0.1:
            page.row_dimensions[len(rows) + shift].hidden = True
    if source.random() < 0.15:
        book.create_sheet("说明" if firm.language == "zh" else "Notes to user", 0)["A1"] = (
            "本表未经审计" if firm.language == "zh" else "Unaudited"
        )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), figures
