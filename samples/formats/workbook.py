"""Rows of cells as a workbook: numbers as numbers or as text, days as days, formulas with their last result beside them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from samples.papers.paper import Entry
from samples.press.placed import Placed, Printed

_FORMAT = "#,##0.00"
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
#: A formula's cell as openpyxl leaves it, with no result.
_RESULT = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


@dataclass(frozen=True, slots=True)
class Formula:
    """A figure that the sheet computes.   text: the formula, "=" first"""

    entry: Entry
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A figure stored as a number.   value: what the cell holds when that is another number (a column of 万元, money out unsigned)"""

    entry: Entry
    value: Decimal | None = None


#: An Entry stands as text, just as it would be printed.
SheetCell = str | int | date | Entry | Number | Formula | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet.   rows: from row 1   merged: ranges ("A1:H1")   strong: numbers of rows in bold   boxed: rows with lines around cells"""

    name: str
    rows: Sequence[Sequence[SheetCell]]
    merged: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()
    boxed: range = field(default_factory=lambda: range(0))
    widths: tuple[float, ...] = ()


def workbook(sheet: Sheet, *, made: date, author: str) -> Printed:
    """The sheet as a file.   made, author: what its properties say

    A formula's cell carries the value of its figure as the last result, as a program that had computed it would leave it. Lost beside
    such a program's own files: the chain of calculation, styles by name, printing settings.
    """
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = sheet.name
    stamp = datetime.combine(made, time(9, 30))
    book.properties.creator = book.properties.lastModifiedBy = author
    book.properties.created = stamp
    figures: list[Placed] = []
    results: dict[str, Decimal] = {}
    for number, cells in enumerate(sheet.rows, start=1):
        for column, content in enumerate(cells, start=1):
            if content is None or content == "":
                continue
            cell = page.cell(row=number, column=column)
            entry = _put(cell, content)
            if isinstance(content, Formula):
                results[cell.coordinate] = content.entry.value
            if entry is not None:
                figures.append(Placed(entry=entry, cell=f"{sheet.name}!{cell.coordinate}"))
    _dressed(page, sheet)
    out = io.BytesIO()
    book.save(out)
    return Printed(_settled(out.getvalue(), results, stamp), tuple(figures))


def _put(cell: object, content: SheetCell) -> Entry | None:
    """Fills a cell; the figure in it, when there is one."""
    if isinstance(content, Number):
        # openpyxl writes a Decimal digit by digit, so no cent is lost to a binary fraction.
        cell.value, cell.number_format = content.entry.value if content.value is None else content.value, _FORMAT  # type: ignore[attr-defined]
        return content.entry
    if isinstance(content, Formula):
        cell.value, cell.number_format = content.text, _FORMAT  # type: ignore[attr-defined]
        return content.entry
    if isinstance(content, Entry):
        cell.value, cell.data_type, cell.alignment = content.printed, "s", Alignment(horizontal="right")  # type: ignore[attr-defined]
        return content
    cell.value = content  # type: ignore[attr-defined]
    if isinstance(content, str):
        cell.data_type = "s"  # type: ignore[attr-defined]  # a name may begin with an equals sign
    elif isinstance(content, date):
        cell.number_format = "yyyy-mm-dd"  # type: ignore[attr-defined]
    return None


def _dressed(page: Worksheet, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    across = max((len(cells) for cells in sheet.rows), default=0)
    for number in sorted(sheet.strong):
        for cell in page[number]:
            cell.font = Font(bold=True)
    for number in sheet.boxed:
        for column in range(1, across + 1):
            page.cell(row=number, column=column).border = _BOX
    for area in sheet.merged:
        page.merge_cells(area)
        page[area.split(":")[0]].alignment = Alignment(horizontal="center")


def _settled(content: bytes, results: dict[str, Decimal], stamp: datetime) -> bytes:
    """The same file with the results of formulas filled in, and with no time of its writing anywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + f"{stamp:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", data)
            if name == "xl/worksheets/sheet1.xml":
                data = _RESULT.sub(lambda found: _filled(found, results), data)
            new.writestr(zipfile.ZipInfo(name, stamp.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _filled(found: re.Match[bytes], results: dict[str, Decimal]) -> bytes:
    """The cell with its last result."""
    return found[1] + f"<v>{results[found[2].decode()]:f}</v>".encode()
