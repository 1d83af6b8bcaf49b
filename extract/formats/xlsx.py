"""Excel workbooks (.xlsx, .xlsm): every filled cell with its place, as a person sees it.

Formulas show the value that was stored with them; nothing is calculated anew. openpyxl's row parser is driven directly: its
read-only sheets hide merged ranges and hidden rows, its full sheets take fifty times the file's size.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.archive import check_packing
from extract.formats.cell_format import shown
from extract.formats.pdf_page import clean
from extract.formats.sniff import XLSX
from extract.limits import MAX_CELLS, MAX_SHEETS, MAX_TEXT
from extract.page import Cell, Sheet

_FORMULA, _VALUE = f"{{{SHEET_MAIN_NS}}}f", f"{{{SHEET_MAIN_NS}}}v"
_SAVE, _SAVE_ZH = "Open it in Excel or WPS, save it anew as .xlsx, and send that.", "请用 Excel 或 WPS 打开，重新另存为 .xlsx 后发送。"
#: A merged title spans a sheet's width; a file with more merged ranges than this was made to cost time.
_MAX_MERGED = 20_000


@dataclass(slots=True)
class _Remarks:
    """What the whole workbook's reading turns up besides its cells."""

    hidden: list[tuple[str, str]] = field(default_factory=list)  # in English and in Chinese
    uncalculated: list[str] = field(default_factory=list)
    cut: int = 0
    cells: int = 0


class _RowParser(WorkSheetParser):
    """openpyxl's parser, which also notes formulas that were stored without their value."""

    def __init__(self, source: Any, book: Any, shared_strings: Any) -> None:
        super().__init__(
            source,
            shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        self.uncalculated: list[str] = []

    def parse_cell(self, element: Any) -> dict[str, Any]:
        # Of kind "str", an empty value is what the formula says.
        if element.find(_FORMULA) is not None and not element.findtext(_VALUE) and element.get("t") != "str":
            self.uncalculated.append(str(element.get("r", "")))
        cell: dict[str, Any] = super().parse_cell(element)
        return cell


def read_xlsx(data: bytes, name: str) -> Opened:
    """All sheets of a workbook. Raises Refused when it is damaged, or unpacks to more than an honest one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_packing(archive.infolist(), name)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, AttributeError, IndexError, EOFError, SyntaxError) as error:
        problem, problem_zh = f"The workbook is damaged ({type(error).__name__}).", f"工作簿已损坏（{type(error).__name__}）。"
        raise Refused("workbook-damaged", problem, _SAVE, name=name, problem_zh=problem_zh, remedy_zh=_SAVE_ZH) from error
    sheets, warnings, remarks = [], [], _Remarks()
    titled = [sheet for sheet in book.worksheets if hasattr(sheet, "_get_source")]
    for sheet in titled[:MAX_SHEETS]:
        if sheet.sheet_state != "visible":
            title = clean(sheet.title)[:60]
            remarks.hidden.append((f"sheet “{title}”", f"工作表“{title}”"))
        try:
            sheets.append(Sheet(clean(sheet.title)[:100], tuple(_cells(sheet, book, remarks))))
        except (KeyError, ValueError, TypeError, IndexError, AttributeError, zipfile.BadZipFile, EOFError, SyntaxError) as error:
            title, problem = clean(sheet.title)[:60], type(error).__name__
            text = f"Sheet “{title}” is damaged ({problem}) and was not read. {_SAVE}"
            text_zh = f"工作表“{title}”已损坏（{problem}），未读取。{_SAVE_ZH}"
            warnings.append(DocumentWarning("sheet-damaged", text, text_zh=text_zh))
    if len(titled) > MAX_SHEETS:
        text = f"It has {len(titled)} sheets; only the first {MAX_SHEETS} are read. Send the rest as a file of its own."
        text_zh = f"工作簿有 {len(titled)} 个工作表；只读取前 {MAX_SHEETS} 个。请将其余工作表另行发送。"
        warnings.append(DocumentWarning("too-many-sheets", text, text_zh=text_zh))
    return Opened(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=XLSX.media_type,
        page_count=len(titled),
        sheets=tuple(sheets),
        warnings=(*warnings, *_remarked(remarks)),
    )


def _remarked(remarks: _Remarks) -> Iterator[DocumentWarning]:
    if remarks.hidden:
        more, more_zh = (" and more", "等") if len(remarks.hidden) > 5 else ("", "")
        listed, listed_zh = ", ".join(en for en, _ in remarks.hidden[:5]), "、".join(zh for _, zh in remarks.hidden[:5])
        text = f"Hidden parts were read too: {listed}{more}. Unhide them to see what they hold."
        text_zh = f"隐藏内容也已读取：{listed_zh}{more_zh}。请取消隐藏以查看其内容。"
        yield DocumentWarning("hidden-cells", text, text_zh=text_zh)
    if remarks.uncalculated:
        more, more_zh = (" and more", "等") if len(remarks.uncalculated) > 5 else ("", "")
        listed, listed_zh = ", ".join(remarks.uncalculated[:5]), "、".join(remarks.uncalculated[:5])
        text = f"Formulas stand there without a stored result: {listed}{more}. Open it in Excel or WPS, save it, and send it again."
        text_zh = f"以下公式没有保存计算结果：{listed_zh}{more_zh}。请用 Excel 或 WPS 打开并保存后重新发送。"
        yield DocumentWarning("formula-without-value", text, text_zh=text_zh)
    if remarks.cut:
        text = f"{remarks.cut} cells hold more than {MAX_TEXT} characters; the rest of each is not read."
        text_zh = f"{remarks.cut} 个单元格超过 {MAX_TEXT} 个字符；超出部分未读取。"
        yield DocumentWarning("text-cut", text, text_zh=text_zh)
    if remarks.cells >= MAX_CELLS:
        text = f"It has more than {MAX_CELLS:,} filled cells; the rest is not read. Send it in parts."
        text_zh = f"工作簿超过 {MAX_CELLS:,} 个有内容的单元格；其余未读取。请分批发送。"
        yield DocumentWarning("too-many-cells", text, text_zh=text_zh)


def _cells(sheet: Any, book: Any, remarks: _Remarks) -> list[Cell]:
    title = clean(sheet.title)[:100]
    with sheet._get_source() as source:
        parser = _RowParser(source, book, sheet._shared_strings)
        found: list[Cell] = []
        for _, row in parser.parse():
            for raw in row:
                cell = _cell(raw, title, book, remarks)
                if cell is not None:
                    found.append(cell)
                    remarks.cells += 1
            if remarks.cells >= MAX_CELLS:
                found = found[: MAX_CELLS - (remarks.cells - len(found))]
                remarks.cells = MAX_CELLS
                break
    remarks.uncalculated.extend(f"{title}!{place}" for place in parser.uncalculated[:6])
    remarks.hidden.extend(_hidden(parser, title))
    return _merged(found, parser)


def _cell(raw: dict[str, Any], title: str, book: Any, remarks: _Remarks) -> Cell | None:
    value, row, column = raw["value"], raw["row"], raw["column"]
    if value is None or not (1 <= row <= 1_048_576 and 1 <= column <= 16_384):
        return None
    text = str(value) if isinstance(value, str) else shown(value, _number_format(book, raw["style_id"]))
    remarks.cut += len(text) > MAX_TEXT
    text = clean(text.replace("\n", " ")) if isinstance(value, str) else text[:MAX_TEXT]
    return Cell(row, column, text, f"{title}!{get_column_letter(column)}{row}") if text else None


def _number_format(book: Any, style_id: int) -> str:
    styles = book._cell_styles
    if not 0 <= style_id < len(styles):
        return "General"
    identity = styles[style_id].numFmtId
    if identity < 164:
        return str(BUILTIN_FORMATS.get(identity, "General"))
    formats = book._number_formats
    return str(formats[identity - 164]) if identity - 164 < len(formats) else "General"


def _hidden(parser: _RowParser, title: str) -> list[tuple[str, str]]:
    rows = [row for row, attributes in parser.row_dimensions.items() if attributes.get("hidden") in {"1", "true"}]
    columns = [column for column, attributes in parser.column_dimensions.items() if attributes.get("hidden") in {"1", "true"}]
    places = [(f"column {column}", f"{column} 列") for column in columns[:3]] + [(f"row {row}", f"第 {row} 行") for row in rows[:3]]
    return [(f"{place} of “{title[:60]}”", f"“{title[:60]}”的{place_zh}") for place, place_zh in places]


def _merged(cells: list[Cell], parser: _RowParser) -> list[Cell]:
    """A merged range is its top left cell, as wide as the range; what lies hidden under it is nothing a person sees."""
    ranges = [] if parser.merged_cells is None else list(parser.merged_cells.mergeCell)[:_MAX_MERGED]
    spans: dict[tuple[int, int], int] = {}
    covered: list[tuple[int, int, int, int]] = []
    for merged in ranges:
        left, top, right, bottom = range_boundaries(merged.ref)
        if left is None or top is None or right is None or bottom is None:
            continue
        spans[top, left] = right - left + 1
        covered.append((top, left, bottom, right))
    if not covered:
        return cells
    covered.sort()
    rows = {row for top, _, bottom, _ in covered for row in range(top, min(bottom, top + 10_000) + 1)}
    result = []
    for cell in cells:
        if (cell.row, cell.column) in spans:
            result.append(Cell(cell.row, cell.column, cell.text, cell.place, spans[cell.row, cell.column]))
        elif cell.row not in rows or not any(
            top <= cell.row <= bottom and left <= cell.column <= right for top, left, bottom, right in covered
        ):
            result.append(cell)
    return result
