"""Excel 97-2003 workbooks (.xls): every filled cell with its place, as a person sees it."""

from __future__ import annotations

import hashlib
import io
import struct
from typing import Any

import xlrd

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.cell_format import shown
from extract.formats.grid import Grid, cell_name
from extract.formats.pdf_page import clean
from extract.formats.sniff import XLS
from extract.limits import MAX_SHEETS

_SAVE, _SAVE_ZH = "Open it in Excel or WPS, save it as .xlsx, and send that.", "请用 Excel 或 WPS 打开，另存为 .xlsx 后发送。"
#: A workbook with more merged ranges than this was made to cost time.
_MOST_MERGED = 20_000


def read_xls(data: bytes, name: str) -> Opened:
    """All sheets of a workbook. Raises Refused when it needs a password or is damaged."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            problem, problem_zh = "The workbook needs a password.", "工作簿需要密码。"
            remedy, remedy_zh = "Send it without a password.", "请发送不带密码的文件。"
            raise Refused("workbook-encrypted", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh) from error
        raise _damaged(name, error) from error
    except Exception as error:  # the parser raises anything at all on broken bytes
        raise _damaged(name, error) from error
    grid, warnings = Grid(), []
    for number in range(min(book.nsheets, MAX_SHEETS)):
        title = clean(str(book.sheet_names()[number]))[:100]
        try:
            sheet = book.sheet_by_index(number)
            _read(sheet, book, title, grid)
        except (
            xlrd.XLRDError,
            IndexError,
            ValueError,
            KeyError,
            TypeError,
            AssertionError,
            AttributeError,
            OverflowError,
            struct.error,
        ) as error:
            text = f"Sheet “{title[:60]}” is damaged ({type(error).__name__}) and was not read. {_SAVE}"
            text_zh = f"工作表“{title[:60]}”已损坏（{type(error).__name__}），未读取。{_SAVE_ZH}"
            warnings.append(DocumentWarning("sheet-damaged", text, text_zh=text_zh))
        grid.close(title, delimited=False)
        book.unload_sheet(number)
    if book.nsheets > MAX_SHEETS:
        text = f"It has {book.nsheets} sheets; only the first {MAX_SHEETS} are read. Send the rest as a file of its own."
        text_zh = f"工作簿有 {book.nsheets} 个工作表；只读取前 {MAX_SHEETS} 个。请将其余工作表另行发送。"
        warnings.append(DocumentWarning("too-many-sheets", text, text_zh=text_zh))
    digest = hashlib.sha256(data).hexdigest()
    remarks = (*warnings, *grid.remarks())
    return Opened(name=name, sha256=digest, media_type=XLS.media_type, page_count=book.nsheets, sheets=tuple(grid.sheets), warnings=remarks)


def _damaged(name: str, error: Exception) -> Refused:
    problem, problem_zh = f"The workbook is damaged ({type(error).__name__}).", f"工作簿已损坏（{type(error).__name__}）。"
    return Refused("workbook-damaged", problem, _SAVE, name=name, problem_zh=problem_zh, remedy_zh=_SAVE_ZH)


def _read(sheet: Any, book: Any, title: str, grid: Grid) -> None:
    if sheet.visibility:
        grid.hidden.append((f"sheet “{title[:60]}”", f"工作表“{title[:60]}”"))
    spans: dict[tuple[int, int], int] = {}
    covered: set[tuple[int, int]] = set()
    for top, bottom, left, right in sheet.merged_cells[:_MOST_MERGED]:
        spans[top, left] = right - left
        if (bottom - top) * (right - left) <= 100_000:
            covered.update((row, column) for row in range(top, bottom) for column in range(left, right) if (row, column) != (top, left))
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            if (row, column) not in covered:
                text = _shown(sheet.cell(row, column), book)
                grid.add(row + 1, column + 1, text, cell_name(title, row + 1, column + 1), spans.get((row, column), 1))
        if grid.full:
            break
    rows = [row for row, info in sheet.rowinfo_map.items() if info.hidden]
    columns = [column for column, info in sheet.colinfo_map.items() if info.hidden]
    for row in sorted(rows)[:3]:
        grid.hidden.append((f"row {row + 1} of “{title[:60]}”", f"“{title[:60]}”的第 {row + 1} 行"))
    for column in sorted(columns)[:3]:
        letter = cell_name("", 1, column + 1)[1:-1]
        grid.hidden.append((f"column {letter} of “{title[:60]}”", f"“{title[:60]}”的 {letter} 列"))


def _shown(cell: Any, book: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        value = float(cell.value)
        return shown(int(value) if value.is_integer() and abs(value) < 1e15 else value, _format(cell, book))
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return shown(xlrd.xldate_as_datetime(cell.value, book.datemode), "")
        except (xlrd.XLDateError, ValueError, OverflowError):
            return shown(float(cell.value), "General")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return str(xlrd.error_text_from_code.get(cell.value, "#ERR")) if cell.ctype == xlrd.XL_CELL_ERROR else ""


def _format(cell: Any, book: Any) -> str:
    index = cell.xf_index
    if index is None or not 0 <= index < len(book.xf_list):
        return "General"
    found = book.format_map.get(book.xf_list[index].format_key)
    return str(found.format_str) if found is not None and found.format_str else "General"
