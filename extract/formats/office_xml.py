"""Office documents that are XML: Word (.docx), OpenDocument (.ods, .odt), and Excel's XML of 2003 that shops' and banks' programs export.

Read as rows of cells: a paragraph is a row, a table's row is a row. Text that is deleted, hidden or only an alternative is passed over.
Sources: ECMA-376 part 1 (17.3 paragraphs, 17.4 tables); OpenDocument 1.3 part 3 (9 tables); XML Spreadsheet reference (2003).
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.archive import check_packing
from extract.formats.grid import Grid, cell_name
from extract.formats.markup import tree_of
from extract.formats.pdf_page import clean
from extract.limits import MAX_MARKUP_BYTES, MAX_SHEETS

_READ_ERRORS = (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, RuntimeError, ValueError, KeyError, IndexError)
_PRINT, _PRINT_ZH = "Open it, print it to PDF, and send that.", "请打开后打印为 PDF 再发送。"
#: Text that is no longer there, that nobody sees, or that stands there a second time for older programs.
_PASSED_OVER = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "annotation", "tracked-changes", "note", "rPr", "pPr"})
_PICTURES = ("word/media/", "pictures/", "media/")
#: Repeated cells and rows fill a sheet to its end; as many as this are meant.
_MOST_REPEATED = 1_000


def read_docx(data: bytes, name: str, media_type: str) -> Opened:
    """The paragraphs and tables of a Word document. Raises Refused when it is damaged."""
    root = _part(data, "word/document.xml", name)
    body = next((part for part in root if _local(part) == "body"), root)
    grid = Grid()
    _flow(body, grid, paragraph="p", table="tbl", row="tr", cell="tc")
    grid.close("", delimited=True)
    return _opened(data, name, media_type, grid, _pictures(data))


def read_open_document(data: bytes, name: str, media_type: str) -> Opened:
    """The sheets of an OpenDocument workbook, or the text and tables of another. Raises Refused when it is damaged or encrypted."""
    root = _part(data, "content.xml", name)
    body = next((part for part in root if _local(part) == "body"), root)
    grid = Grid()
    book = next((part for part in body if _local(part) == "spreadsheet"), None)
    if book is not None:
        tables = [part for part in book if _local(part) == "table"]
        for table in tables[:MAX_SHEETS]:
            _sheet(table, grid)
        return _opened(data, name, media_type, grid, 0, pages=len(tables))
    text = next((part for part in body if _local(part) in ("text", "presentation", "drawing")), body)
    _flow(text, grid, paragraph="p", table="table", row="table-row", cell="table-cell")
    grid.close("", delimited=True)
    return _opened(data, name, media_type, grid, _pictures(data))


def read_sheet_xml(data: bytes, name: str, media_type: str) -> Opened:
    """The sheets of an XML Spreadsheet of 2003. Raises Refused when it is damaged."""
    root = tree_of(data, name)
    grid = Grid()
    sheets = [part for part in root if _local(part) == "Worksheet"]
    for sheet in sheets[:MAX_SHEETS]:
        title = clean(_own(sheet, "Name"))[:100]
        table = next((part for part in sheet if _local(part) == "Table"), None)
        row = 0
        for line in table if table is not None else ():
            if _local(line) != "Row":
                continue
            row = _whole(_own(line, "Index")) or row + 1
            column = 0
            for cell in line:
                if _local(cell) == "Cell":
                    column = _whole(_own(cell, "Index")) or column + 1
                    across = _whole(_own(cell, "MergeAcross"))
                    data_of = next((part for part in cell if _local(part) == "Data"), None)
                    text = "".join(map(str, data_of.itertext())) if data_of is not None else ""
                    if data_of is not None and _own(data_of, "Type") == "DateTime":
                        text = text.removesuffix("T00:00:00.000").removesuffix("T00:00:00").replace("T", " ")
                    grid.add(row, column, text, cell_name(title, row, min(column, 18_278)), across + 1)
                    column += across
        grid.close(title, delimited=False)
    return _opened(data, name, media_type, grid, 0, pages=len(sheets))


def _opened(data: bytes, name: str, media_type: str, grid: Grid, pictures: int, *, pages: int = 1) -> Opened:
    warnings = list(grid.remarks())
    if pages > MAX_SHEETS:
        text = f"It has {pages} sheets; only the first {MAX_SHEETS} are read. Send the rest as a file of its own."
        text_zh = f"文件有 {pages} 个工作表；只读取前 {MAX_SHEETS} 个。请将其余工作表另行发送。"
        warnings.append(DocumentWarning("too-many-sheets", text, text_zh=text_zh))
    if pictures:
        text = f"It holds {pictures} pictures, which were not read. If they are papers, send them as files of their own."
        text_zh = f"其中有 {pictures} 张图片，未读取。如果是材料的照片或扫描件，请作为单独的文件发送。"
        warnings.append(DocumentWarning("pictures-inside-not-read", text, text_zh=text_zh))
    digest, sheets = hashlib.sha256(data).hexdigest(), tuple(grid.sheets)
    return Opened(name=name, sha256=digest, media_type=media_type, page_count=max(1, pages), sheets=sheets, warnings=tuple(warnings))


def _part(data: bytes, part: str, name: str) -> etree._Element:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_packing(archive.infolist(), name)
            manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""
            if b"encryption-data" in manifest:
                problem, problem_zh = "The document needs a password.", "文件需要密码。"
                remedy, remedy_zh = "Send it without a password.", "请发送不带密码的文件。"
                raise Refused("document-encrypted", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)
            entry = archive.getinfo(part)
            if entry.file_size > MAX_MARKUP_BYTES:
                raise Refused(
                    "document-too-heavy", "Its text is larger than an honest paper's.", _PRINT, name=name,
                    problem_zh="文件内容过大，不像正常材料。", remedy_zh=_PRINT_ZH,
                )  # fmt: skip
            content = archive.read(entry)
    except _READ_ERRORS as error:
        problem, problem_zh = f"The document is damaged ({type(error).__name__}).", f"文件已损坏（{type(error).__name__}）。"
        raise Refused("document-damaged", problem, _PRINT, name=name, problem_zh=problem_zh, remedy_zh=_PRINT_ZH) from error
    return tree_of(content, name)


def _pictures(data: bytes) -> int:
    """Pictures that lie in it; logos of a few kilobytes are none that anybody would send to be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(1 for entry in archive.infolist() if entry.filename.lower().startswith(_PICTURES) and entry.file_size > 40_000)


def _flow(body: etree._Element, grid: Grid, *, paragraph: str, table: str, row: str, cell: str) -> None:
    """Paragraphs and tables in their order, however deep a frame or a section holds them."""
    line = paragraphs = tables = 0
    stack = list(reversed(body))
    while stack and not grid.full:
        part = stack.pop()
        name = _local(part)
        if name == paragraph or name == "h":
            line += 1
            paragraphs += 1
            for column, text in enumerate(_text(part).split("\t"), 1):
                grid.add(line, column, text, f"paragraph {paragraphs}")
            stack.extend(box for box in part.iter() if _local(box) == "txbxContent" and not _is_alternative(box, part))
        elif name == table:
            tables += 1
            for number, cells in enumerate(_grid_rows(part, row, cell), 1):
                line += 1
                for column, span, text in cells:
                    grid.add(line, column, text, f"table {tables}, row {number}, column {column}", span)
        elif name not in _PASSED_OVER:
            stack.extend(reversed(part))


def _is_alternative(box: etree._Element, paragraph: etree._Element) -> bool:
    """Whether a text box stands there a second time, for programs that know no other kind."""
    above = box.getparent()
    while above is not None and above is not paragraph:
        if _local(above) == "Fallback":
            return True
        above = above.getparent()
    return False


def _grid_rows(table: etree._Element, row: str, cell: str) -> Iterator[list[tuple[int, int, str]]]:
    """(column, columns covered, text) of the cells of each row of a table; rows of a table inside a cell belong to the cell."""
    for line in _below(table, row):
        cells = []
        column = 1
        for part in _below(line, cell):
            span = _span(part)
            text = " ".join(_text(one) for one in part.iter() if _local(one) in ("p", "h"))
            if not _continues(part):
                cells.append((column, span, text))
            column += span
        yield cells


def _below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The nearest descendants called `name`, through groups and content controls."""
    stack = list(reversed(element))
    while stack:
        part = stack.pop()
        if _local(part) == name:
            yield part
        elif _local(part) not in _PASSED_OVER and _local(part) not in ("p", "h"):
            stack.extend(reversed(part))


def _span(cell: etree._Element) -> int:
    spans = [_own(part, "val") for part in cell.iter() if _local(part) == "gridSpan"]
    return max(1, min(_whole(spans[0] if spans else _own(cell, "number-columns-spanned")), 200))


def _continues(cell: etree._Element) -> bool:
    """Whether the cell is covered by the one above it."""
    return any(_local(part) == "vMerge" and _own(part, "val") != "restart" for part in cell.iter())


def _text(paragraph: etree._Element) -> str:
    found: list[str] = []
    stack = [paragraph]
    while stack:
        part = stack.pop()
        name = _local(part)
        if name in _PASSED_OVER or name == "txbxContent":
            continue
        if name == "r" and any(_local(mark) in ("vanish", "webHidden") for one in part if _local(one) == "rPr" for mark in one):
            continue
        if name in ("tab", "ptab"):
            found.append("\t")
        elif name in ("br", "cr", "line-break", "s"):
            found.append(" ")
        elif part.text and (name in ("t", "p", "h", "span", "a") or name == "tail"):
            found.append(part.text)
        below: list[etree._Element] = []
        for child in part:
            below.append(child)
            if child.tail and name in ("p", "h", "span", "a"):
                mark = etree.Element("tail")
                mark.text = child.tail
                below.append(mark)
        stack.extend(reversed(below))
    return "".join(found)


def _sheet(table: etree._Element, grid: Grid) -> None:
    title = clean(_own(table, "name"))[:100]
    row = 0
    for line in _below(table, "table-row"):
        repeated = max(1, _whole(_own(line, "number-rows-repeated")))
        if _own(line, "visibility") in ("collapse", "filter"):
            grid.hidden.append((f"row {row + 1} of “{title[:60]}”", f"“{title[:60]}”的第 {row + 1} 行"))
        cells = list(_sheet_cells(line))
        for number in range(min(repeated, _MOST_REPEATED) if cells else 0):
            for column, span, text in cells:
                grid.add(row + 1 + number, column, text, cell_name(title, row + 1 + number, column), span)
        row += repeated
        if grid.full or row > 2_000_000:
            break
    grid.close(title, delimited=False)


def _sheet_cells(line: etree._Element) -> Iterator[tuple[int, int, str]]:
    column = 1
    for cell in line:
        name = _local(cell)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        repeated = max(1, _whole(_own(cell, "number-columns-repeated")))
        text = " ".join(_text(part) for part in cell if _local(part) == "p")
        if name == "table-cell" and text.strip():
            for number in range(min(repeated, _MOST_REPEATED)):
                yield column + number, max(1, min(_whole(_own(cell, "number-columns-spanned")), 200)), text
        column += repeated
        if column > 16_384:
            return


def _local(element: etree._Element) -> str:
    tag: object = element.tag  # of comments and the like, a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _own(element: etree._Element, name: str) -> str:
    """Its attribute `name` in whatever namespace."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _whole(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 8 else 0
