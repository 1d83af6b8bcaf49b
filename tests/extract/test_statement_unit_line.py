"""The line that names a statement's unit: its place, how surely it was read, and a word where it is missing or unsure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extract.document import DocumentWarning
from extract.page import Page, Word
from extract.place import Box
from extract.records import FinancialStatement
from extract.series import FigureSeries
from extract.statements.reader import read
from extract.tables.lines import rows_of_page

LINES = (("货币资金", "1,234.50", "1,100.00"), ("流动资产合计", "1,234.50", "1,100.00"), ("资产总计", "1,234.50", "1,100.00"), ("负债合计", "234.50", "100.00"),
         ("所有者权益合计", "1,000.00", "1,000.00"), ("负债和所有者权益总计", "1,234.50", "1,100.00"))  # fmt: skip


def statement(unit: str, sure: float, *, recognised: bool) -> tuple[FinancialStatement, list[DocumentWarning]]:
    level = 0.999 if recognised else 1.0
    words = [Word("资产负债表", Box(250, 40, 330, 54), level), Word("2025年12月31日", Box(250, 60, 330, 70), level)]
    words += [Word(unit, Box(440, 60, 520, 70), sure)] if unit else []
    words += [Word(text, Box(x, 80, x + 50, 90), level) for x, text in ((60, "项目"), (330, "期末余额"), (460, "年初余额"))]
    for number, (label, now, then) in enumerate(LINES):
        top = 100.0 + 16 * number
        words += [Word(label, Box(60, top, 160, top + 10), level), Word(now, Box(330, top, 380, top + 10), level)]
        words.append(Word(then, Box(460, top, 510, top + 10), level))
    page = Page(number=1, width=595, height=842, words=tuple(words))
    page = replace(page, source="ocr") if recognised else page
    found, warnings = read("0" * 64, [rows_of_page(page)], FigureSeries("0" * 64))
    (one,) = found
    return one, list(warnings)


@pytest.mark.parametrize(
    ("unit", "scale"), [("单位：元", 1), ("单位：千元", 1_000), ("单位：万元", 10_000), ("金额单位：人民币万元", 10_000)]
)
def test_a_unit_line_has_its_place_and_its_confidence(unit: str, scale: int) -> None:
    found, warnings = statement(unit, 1.0, recognised=False)
    assert (found.scale, found.scale_confidence) == (Decimal(scale), pytest.approx(0.9995))
    assert found.scale_place is not None and found.scale_place.box == Box(440, 60, 520, 70)
    assert next(found.figures()).value == Decimal("1234.50") * scale
    assert not warnings


def test_a_unit_line_that_was_read_unsurely_is_said() -> None:
    found, warnings = statement("单位：万元", 0.55, recognised=True)
    assert found.scale_confidence == pytest.approx(0.55)
    assert [warning.code for warning in warnings] == ["scale-doubtful"]
    assert "万元" in warnings[0].text_zh and "万元" in warnings[0].text
    assert [warning.code for warning in statement("单位：万元", 0.99, recognised=True)[1]] == []


def test_where_there_is_none_it_is_said_and_none_is_assumed() -> None:
    found, warnings = statement("", 1.0, recognised=False)
    assert (found.scale, found.scale_place, found.scale_confidence) == (Decimal(1), None, None)
    assert [warning.code for warning in warnings] == ["scale-missing"]
