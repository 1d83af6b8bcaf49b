"""Workbooks: what a person sees in each cell, and where."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl.worksheet.worksheet import Worksheet

from extract.document import Opened
from extract.errors import Refused
from extract.formats import xlsx
from extract.formats.cell_format import shown
from extract.formats.open import open_document


def book(fill: Callable[[Worksheet], None], title: str = "Sheet1") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def texts(opened: Opened) -> dict[str, str]:
    return {cell.place: cell.text for sheet in opened.sheets for cell in sheet.cells}


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567, "General", "1234567"),
        (1e21, "General", "1000000000000000000000"),
        (-1234.5, "#,##0.00", "-1,234.50"),
        (-1234.5, "#,##0.00_);(#,##0.00)", "(1,234.50)"),
        (-1234.5, "#,##0.00;[Red]-#,##0.00", "-1,234.50"),
        (1234.5, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "1,234.50"),
        (-1234.5, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "(1,234.50)"),
        (0, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "-"),
        (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
        (1234.5, '"¥"#,##0.00', "¥1,234.50"),
        (1234.5, "£#,##0", "£1,235"),
        (2.5, "0", "3"),
        (-0.001, "0.00", "0.00"),
        (0.125, "0.0%", "12.5%"),
        (0.125, "0%", "13%"),
        (1234567.0, "#,##0,", "1,235"),
        (1234567.0, "0.0,,", "1.2"),
        (7, "000", "007"),
        (0.5, "#.##", ".5"),
        (12.0, "0.0#", "12.0"),
        (1234.5, '#,##0.00"元"', "1,234.50元"),
        (1234.5, "# ?/?", "1234.5"),
        (1234.5, "0.00E+00", "1234.5"),
        (1234.5, "G/通用格式", "1234.5"),
        (True, "General", "TRUE"),
        (date(2025, 12, 31), "yyyy-mm-dd", "2025-12-31"),
        (datetime(2025, 12, 31), "yyyy年m月d日", "2025-12-31"),
        (datetime(2025, 1, 3, 10, 22, 11), "yyyy-mm-dd hh:mm:ss", "2025-01-03 10:22:11"),
    ],
)
def test_a_value_is_shown_as_its_format_prints_it(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


@given(
    some.decimals(min_value=-(10**10), max_value=10**10, places=2), some.sampled_from(["General", "#,##0.00", "0.00_ ", "0.00_);(0.00)"])
)
def test_an_amount_comes_back_to_the_cent(amount: Decimal, number_format: str) -> None:
    text = shown(float(amount), number_format)
    sign = -1 if text.startswith(("-", "(")) else 1
    assert sign * Decimal(re.sub(r"[^\d.]", "", text)) == amount


@given(some.floats(), some.text(alphabet='#0?,.;_*"\\%-() []$€E+ymdGeneral@', max_size=30))
def test_no_format_brings_the_reader_down(value: float, number_format: str) -> None:
    assert isinstance(shown(value, number_format), str)


def test_cells_have_their_place(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "资产负债表"
        sheet.merge_cells("A1:D1")
        sheet["D12"] = 1234.5
        sheet["D12"].number_format = "#,##0.00"
        sheet["B3"] = date(2025, 12, 31)
        sheet["C4"] = "two\nlines"

    opened = open_document(book(fill, "表 1"), "a.xlsx", tmp_path)
    assert texts(opened) == {"表 1!A1": "资产负债表", "表 1!D12": "1,234.50", "表 1!B3": "2025-12-31", "表 1!C4": "two lines"}
    cells = {cell.place: cell for cell in opened.sheets[0].cells}
    assert cells["表 1!A1"].span == 4
    assert (cells["表 1!D12"].row, cells["表 1!D12"].column) == (12, 4)
    assert opened.warnings == ()


def test_hidden_parts_are_read_and_told(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B5"] = "seen", "unseen"
        sheet.row_dimensions[5].hidden = True
        other = sheet.parent.create_sheet("Old")
        other["A1"] = "also unseen"
        other.sheet_state = "hidden"

    opened = open_document(book(fill), "a.xlsx", tmp_path)
    assert texts(opened)["Sheet1!B5"] == "unseen"
    assert texts(opened)["Old!A1"] == "also unseen"
    assert [warning.code for warning in opened.warnings] == ["hidden-cells"]
    assert "row 5" in opened.warnings[0].text and "Old" in opened.warnings[0].text


def test_a_formula_without_its_value_is_told(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"] = 1, "=A1+1"

    opened = open_document(book(fill), "a.xlsx", tmp_path)
    assert [warning.code for warning in opened.warnings] == ["formula-without-value"]
    assert "Sheet1!A2" in opened.warnings[0].text


def test_a_formula_shows_its_stored_value(tmp_path: Path) -> None:
    data = io.BytesIO()
    source = book(lambda sheet: sheet.__setitem__("A2", "=1+1"))
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(data, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, content.replace(b"<v></v>", b"<v>42</v>").replace(b"<v />", b"<v>42</v>").replace(b"<v/>", b"<v>42</v>"))
    opened = open_document(data.getvalue(), "a.xlsx", tmp_path)
    assert texts(opened) == {"Sheet1!A2": "42"}
    assert opened.warnings == ()


def repacked(size: int, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook with a further part of `size` zero bytes."""
    out = io.BytesIO(book(lambda sheet: sheet.__setitem__("A1", 1)))
    with zipfile.ZipFile(out, "a", packing) as archive, archive.open("xl/worksheets/sheet9.xml", "w", force_zip64=True) as part:
        for _ in range(size // 2**20):
            part.write(bytes(2**20))
    return out.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        open_document(repacked(512 * 2**20), "bomb.xlsx", tmp_path)
    assert caught.value.code == "archive-too-large"


def test_an_honest_ratio_of_a_small_part_is_no_bomb(tmp_path: Path) -> None:
    assert texts(open_document(repacked(2**20), "a.xlsx", tmp_path)) == {"Sheet1!A1": "1"}


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    data = book(lambda sheet: sheet.__setitem__("A1", 1))
    with pytest.raises(Refused):
        open_document(data[: len(data) // 2], "a.xlsx", tmp_path)


def test_the_limits_on_sheets_cells_and_text_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    # In this process: the child has limits of its own.
    def fill(sheet: Worksheet) -> None:
        for row in range(1, 8):
            sheet.append([row, "x" * 3_000])
        sheet.parent.create_sheet("Two")["A1"] = 1
        sheet.parent.create_sheet("Three")["A1"] = 1

    monkeypatch.setattr(xlsx, "MAX_SHEETS", 2)
    monkeypatch.setattr(xlsx, "MAX_CELLS", 9)
    opened = xlsx.read_xlsx(book(fill), "a.xlsx")
    assert sum(len(sheet.cells) for sheet in opened.sheets) == 9
    assert {warning.code for warning in opened.warnings} == {"too-many-sheets", "too-many-cells", "text-cut"}
    assert max(len(cell.text) for sheet in opened.sheets for cell in sheet.cells) == 2_000
