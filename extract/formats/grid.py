"""Cells gathered row by row from a document that is neither a workbook of Excel's nor delimited: what they share, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from extract.document import DocumentWarning
from extract.formats.pdf_page import clean
from extract.limits import MAX_CELLS, MAX_TEXT
from extract.page import Cell, Sheet


@dataclass(slots=True)
class Grid:
    """The cells of a document being read.   hidden: (English, Chinese) names of parts that its own program does not show"""

    sheets: list[Sheet] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    count: int = 0
    cut: int = 0
    hidden: list[tuple[str, str]] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return self.count >= MAX_CELLS

    def add(self, row: int, column: int, text: str, place: str, span: int = 1) -> None:
        """One cell; an empty one and one beyond the bound are left out."""
        if self.full or not (1 <= row <= 10_000_000 and 1 <= column <= 100_000):
            return
        self.cut += len(text) > MAX_TEXT
        plain = clean(" ".join(text.split()))
        if plain:
            self.cells.append(Cell(row, column, plain, place, max(1, min(span, 1_000))))
            self.count += 1

    def close(self, name: str, *, delimited: bool) -> None:
        """End a sheet. One without cells is kept: the numbers of the others count it."""
        self.sheets.append(Sheet(clean(name)[:100], tuple(self.cells), delimited))
        self.cells = []

    def remarks(self) -> Iterator[DocumentWarning]:
        if self.hidden:
            more, more_zh = (" and more", "等") if len(self.hidden) > 5 else ("", "")
            listed, listed_zh = ", ".join(en for en, _ in self.hidden[:5]), "、".join(zh for _, zh in self.hidden[:5])
            text = f"Hidden parts were read too: {listed}{more}. Unhide them to see what they hold."
            text_zh = f"隐藏内容也已读取：{listed_zh}{more_zh}。请取消隐藏以查看其内容。"
            yield DocumentWarning("hidden-cells", text, text_zh=text_zh)
        if self.cut:
            text = f"{self.cut} cells hold more than {MAX_TEXT} characters; the rest of each is not read."
            text_zh = f"{self.cut} 个单元格超过 {MAX_TEXT} 个字符；超出部分未读取。"
            yield DocumentWarning("text-cut", text, text_zh=text_zh)
        if self.full:
            text = f"It has more than {MAX_CELLS:,} filled cells; the rest is not read. Send it in parts."
            text_zh = f"文件超过 {MAX_CELLS:,} 个有内容的单元格；其余未读取。请分批发送。"
            yield DocumentWarning("too-many-cells", text, text_zh=text_zh)


def cell_name(sheet: str, row: int, column: int) -> str:
    """Where a cell stands in a workbook: "Sheet1!D12"."""
    return f"{sheet}!{get_column_letter(column)}{row}" if column <= 18_278 else f"{sheet}!row {row}, column {column}"
