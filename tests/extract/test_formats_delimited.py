"""Delimited text: encodings, delimiters, lines above the header."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from extract.document import Opened
from extract.errors import Refused
from extract.formats import delimited
from extract.formats.delimited import delimiter_of, read_delimited
from extract.formats.encoding import decoded
from extract.formats.open import open_document

CHINESE = "交易日期,摘要,借方发生额,贷方发生额,余额\n2025-01-03,收到货款,,50000.00,150000.00\n2025-01-05,支付工资,12000.00,,138000.00\n"
TAIWAN = "交易日期,摘要,支出金額,存入金額,餘額\n2025-01-03,收到貨款,,50000.00,150000.00\n2025-01-05,支付薪資,12000.00,,138000.00\n"
WESTERN = "Date;Détails;Montant\n03/01/2025;Café Zoë £5 à payer;1.234,50\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (TAIWAN, "big5"),
        (TAIWAN, "gb18030"),
        (WESTERN, "cp1252"),
        (WESTERN, "utf-8"),
        ("Date,Amount\n2025-01-03,£5.00\n", "cp1252"),
        ("Date,Amount\n2025-01-03,5.00\n", "utf-16-le"),
        ("Date,Amount\n2025-01-03,5.00\n", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("lines", "delimiter"),
    [
        (["a,b,c", "1,2,3"], ","),
        (["a\tb\tc", "1,5\t2,5\t3"], "\t"),
        (["a;b;c", "1.234,50;2,5;3"], ";"),
        (["a|b|c", "1|2|3"], "|"),
        (["户名：甲公司", "账号：6222", "日期,摘要,金额", "1,x,2", "2,y,3", "3,z,4"], ","),
        (["one column", "only"], ","),
    ],
)
def test_the_delimiter_is_the_one_that_parts_most_lines_alike(lines: list[str], delimiter: str) -> None:
    assert delimiter_of(lines) == delimiter


def fields(opened: Opened) -> dict[str, str]:
    return {cell.place: cell.text for cell in opened.sheets[0].cells}


def test_fields_have_their_line_and_column(tmp_path: Path) -> None:
    data = '户名,甲公司\n\n日期,摘要,金额\n2025-01-03,"货款, 一月","1,234.50\t"\n'.encode("gb18030")
    opened = open_document(data, "a.csv", tmp_path)
    assert opened.media_type == "text/csv"
    assert opened.sheets[0].delimited
    assert fields(opened) == {
        "line 1, column 1": "户名",
        "line 1, column 2": "甲公司",
        "line 3, column 1": "日期",
        "line 3, column 2": "摘要",
        "line 3, column 3": "金额",
        "line 4, column 1": "2025-01-03",
        "line 4, column 2": "货款, 一月",
        "line 4, column 3": "1,234.50",
    }


def test_a_field_over_two_lines_stands_on_its_first(tmp_path: Path) -> None:
    opened = open_document(b'a,b\n"one\ntwo",2\n3,4\n', "a.csv", tmp_path)
    assert fields(opened)["line 2, column 1"] == "one two"
    assert fields(opened)["line 4, column 1"] == "3"


def test_a_stray_quote_swallows_nothing() -> None:
    opened = read_delimited(b'a,b\n6" pipe,2\n3,4\n', "a.csv")
    assert fields(opened)["line 3, column 2"] == "4"


@given(
    some.lists(some.lists(some.text("abc 0123.-", min_size=1, max_size=8).map(str.strip).filter(bool), min_size=3, max_size=3), min_size=2)
)
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    opened = read_delimited("\n".join(";".join(row) for row in rows).encode(), "a.csv")
    assert [cell.text for cell in opened.sheets[0].cells] == [" ".join(field.split("\n")) for row in rows for field in row]


def test_a_file_of_blanks_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_delimited(b"\n , ,\n", "a.csv")
    assert caught.value.code == "empty-file"


def test_the_limits_on_fields_and_text_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "MAX_CELLS", 10)
    opened = read_delimited(b"a,b,c\n" * 50 + b"x" * 3_000, "a.csv")
    assert len(opened.sheets[0].cells) == 10
    assert [warning.code for warning in opened.warnings] == ["too-many-cells"]
    monkeypatch.undo()
    opened = read_delimited(b"a," + b"x" * 3_000, "a.csv")
    assert [warning.code for warning in opened.warnings] == ["text-cut"]
    assert len(opened.sheets[0].cells[1].text) == 2_000
