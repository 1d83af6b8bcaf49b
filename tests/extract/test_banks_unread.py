"""No row of a bank's table disappears silently: it is a movement, or it is named."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.banks.reader import read
from extract.document import DocumentWarning, status_of
from extract.page import Cell, Page, Sheet, Word
from extract.place import Box
from extract.records import BankStatement
from extract.series import FigureSeries
from extract.tables.lines import Row, rows_of_page, rows_of_sheet

SHA = "cd" * 32
HEAD = ["交易日期", "摘要", "支出", "收入", "余额"]
BEFORE = ["2025-01-03", "货款", "", "500.00", "1,500.00"]
AFTER = ["2025-01-31", "结息", "", "0.55", "107,694.97"]


def sheet(lines: list[list[str]], *, delimited: bool = True) -> list[Row]:
    cells = [
        Cell(row, column, value, f"line {row}, column {column}" if delimited else f"Jan!{'ABCDE'[column - 1]}{row}")
        for row, line in enumerate(lines, 1)
        for column, value in enumerate(line, 1)
        if value.strip()
    ]
    return rows_of_sheet(Sheet("Jan", tuple(cells), delimited=delimited))


def page(lines: list[list[str]]) -> list[Row]:
    """Amounts set right under their names, as banks print them."""
    words = []
    for number, line in enumerate(lines):
        for column, text in enumerate(line):
            if not text:
                continue
            width = sum(9.0 if ord(character) > 0x2E80 else 4.5 for character in text)
            left = 40.0 + 100 * column if column < 2 else 80.0 + 100 * column - width
            words.append(Word(text, Box(left, 50.0 + 14 * number, left + width, 59.0 + 14 * number)))
    return rows_of_page(Page(number=3, width=600, height=850, words=tuple(words)))


def made(rows: list[Row]) -> tuple[list[BankStatement], list[DocumentWarning]]:
    found, warnings = read(SHA, rows, FigureSeries(SHA))
    return found, [warning for warning in warnings if warning.code == "amount-unreadable"]


@pytest.mark.parametrize("printed", ["105,9194.87", "10,59194.87", "¥105.9194,87"])
@pytest.mark.parametrize(
    ("make", "place", "place_zh"),
    [
        (lambda lines: sheet(lines), "line 3, column 4", "第 3 行第 4 列"),
        (lambda lines: sheet(lines, delimited=False), "cell Jan!D3", "单元格 Jan!D3"),
        (page, "page 3, line 3", "第 3 页第 3 行"),
    ],
)
def test_misplaced_marks_keep_the_row_in_doubt(make, place: str, place_zh: str, printed: str) -> None:
    (statement,), warnings = made(make([HEAD, BEFORE, ["2025-01-15", "回款", "", printed, ""], AFTER]))
    doubted = statement.transactions[1].amount
    assert len(statement.transactions) == 3
    assert (doubted.value, doubted.printed, doubted.confidence) == (Decimal("1059194.87"), printed, 0.3)
    (warning,) = warnings
    for part in ("2025-01-15", printed, "1,059,194.87"):
        assert part in warning.text and part in warning.text_zh
    assert place in warning.text and place_zh in warning.text_zh
    assert status_of((statement,), warnings) == "partly_read"


@pytest.mark.parametrize("printed", ["#VALUE!", "######", "二百元?", "12O.5O", "see-slip"])
@pytest.mark.parametrize("make", [sheet, page])
def test_an_unreadable_amount_is_named(make, printed: str) -> None:
    (statement,), warnings = made(make([HEAD, BEFORE, ["2025-01-15", "回款", printed, "", "1,400.00"], AFTER]))
    assert len(statement.transactions) == 2
    (warning,) = warnings
    for text, left_out in ((warning.text, "left out"), (warning.text_zh, "未计入")):
        assert "2025-01-15" in text and printed in text and left_out in text


def test_an_unreadable_balance_leaves_the_movement() -> None:
    (statement,), warnings = made(sheet([HEAD, BEFORE, ["2025-01-15", "回款", "", "20.00", "#REF!"], AFTER]))
    assert [item.amount.value for item in statement.transactions] == [Decimal("500.00"), Decimal("20.00"), Decimal("0.55")]
    (warning,) = warnings
    assert "“#REF!” as its balance" in warning.text and "row is read without it" in warning.text


def test_a_row_that_prints_its_balance_only_is_named_unless_nothing_moved() -> None:
    (_,), warnings = made(sheet([HEAD, BEFORE, ["2025-01-15", "回款", "", "", "1,700.00"], AFTER]))
    assert ["1,700.00" in warning.text for warning in warnings] == [True]
    (_,), warnings = made(sheet([HEAD, BEFORE, ["2025-01-15", "回款", "", "-", "1,500.00"], AFTER]))
    assert warnings == []
    (_,), warnings = made(sheet([HEAD, BEFORE, ["2025-01-15", "回款", "", "1a", "1,500.00"], AFTER]))
    assert ["1a" in warning.text for warning in warnings] == [True]


def test_dated_rows_of_text_lie_between() -> None:
    between = [[f"2025-01-{day}", "说明", "", "", ""] for day in range(10, 16)]
    (_,), warnings = made(page([HEAD, BEFORE, *between, ["2025-01-16", "回款", "", "1a", ""], AFTER]))
    assert ["2025-01-16" in warning.text for warning in warnings] == [True]


def test_a_table_without_one_readable_amount_is_no_statement_and_named() -> None:
    found, warnings = made(sheet([HEAD, ["2025-01-15", "回款", "", "???", ""]]))
    assert found == [] and len(warnings) == 1


def test_a_run_of_unreadable_rows_is_named_to_its_end() -> None:
    run = [[f"2025-01-{day}", "回款", "", "???", ""] for day in range(10, 18)]
    (statement,), warnings = made(page([HEAD, BEFORE, *run, AFTER]))
    assert len(statement.transactions) == 2
    assert [warning.text.count("???") for warning in warnings] == [1] * len(run)


def test_a_long_list_is_named_together() -> None:
    run = [["2025-01-15", "回款", "", "???", ""] for _ in range(90)]
    warnings = made(sheet([HEAD, BEFORE, *run, AFTER]))[1]
    assert len(warnings) < 30
    assert all(f"line {number}, column 4" in " ".join(warning.text for warning in warnings) for number in range(3, 93))
    assert all(f"第 {number} 行第 4 列" in " ".join(warning.text_zh for warning in warnings) for number in range(3, 93))


def test_what_is_no_amount_by_its_nature_is_not_named() -> None:
    nothing = ["2025-01-15", "说明", "--", "/", "无"]
    assert made(sheet([HEAD, BEFORE, nothing, AFTER]))[1] == []
    dated = ["2025-01-16", "说明", "", "", "2024-12-31"]
    assert made(page([HEAD, BEFORE, dated, AFTER]))[1] == []  # a heading runs into the column
    assert len(made(sheet([HEAD, BEFORE, dated, AFTER]))[1]) == 1


@settings(max_examples=400)
@given(st.lists(st.text(alphabet="0123456789.,-() #x元", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=60))
def test_every_dated_row_is_a_movement_or_named(printed: list[str]) -> None:
    lines = [["date", "description", "amount", "balance"]]
    lines += [[f"2025-03-{number % 28 + 1:02d}", f"item {number}", text, ""] for number, text in enumerate(printed)]
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    rows = sheet(list(csv.reader(io.StringIO(text.getvalue()))))
    found, warnings = made(rows)
    read_items = {item.description for statement in found for item in statement.transactions}
    named = " ".join(warning.text for warning in warnings)
    for number, line in enumerate(lines[1:]):
        says_something = any(character in "123456789#x" for character in line[2])
        if says_something and f"item {number}" not in read_items:
            assert f"line {number + 2}, column 3" in named
