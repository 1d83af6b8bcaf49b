"""Amounts of recognised forms that ran into the caption after them."""

from __future__ import annotations

import pytest

from extract.forms.pieces import pieces_of
from extract.page import Word
from extract.place import Box
from extract.tables.lines import Chunk, Row


def row(*texts: str, second: str | None = None, recognised: bool = True) -> Row:
    chunks = []
    for place, text in enumerate(texts):
        box = Box(20.0 + 150 * place, 100.0, 130.0 + 150 * place, 110.0)
        chunks.append(Chunk(text, box, (Word(text, box, 0.9999, second),)))
    return Row(1, 0, tuple(chunks), recognised)


def printed(found: Row) -> list[tuple[str, bool]]:
    return [(piece.text, piece.amount) for piece in pieces_of(found)]


@pytest.mark.parametrize(
    ("read", "amount", "caption"),
    [
        ("913878.01营业成本", "913878.01", "营业成本"),
        ("45,395.85减：弥补以前年度亏损", "45,395.85", "减：弥补以前年度亏损"),
        ("34,541.96基本养老保险：", "34,541.96", "基本养老保险："),
        ("12,000Profit for the year", "12,000", "Profit for the year"),
    ],
)
def test_an_amount_is_cut_from_the_caption_after_it(read: str, amount: str, caption: str) -> None:
    assert printed(row("营业收入", read, "392967.54")) == [("营业收入", False), (amount, True), (caption, False), ("392967.54", True)]


def test_a_count_is_cut_where_its_caption_stands_before_it() -> None:
    assert printed(row("缴费人数：", "8缴费基数：")) == [("缴费人数：", False), ("8", True), ("缴费基数：", False)]
    assert printed(row("缴费人数", "8缴费基数：")) == [("缴费人数", False), ("8缴费基数：", False)]


@pytest.mark.parametrize("text", ["150.00万元", "1,200人民币", "3,500 kWh used", "850.00元整", "1,350个月", "税率（25%）", "2024年度利润"])
def test_units_and_other_words_stay(text: str) -> None:
    assert len(pieces_of(row("余额", text))) == 2


def test_pages_with_text_have_words_of_their_own() -> None:
    assert printed(row("营业收入", "913878.01营业成本", recognised=False))[1] == ("913878.01营业成本", False)


def test_only_a_second_reading_that_begins_alike_leaves_such_an_amount_sure() -> None:
    def sure(second: str | None) -> float:
        return pieces_of(row("营业收入", "913878.01营业成本", second=second))[1].chunk.confidence

    assert sure("913878 .01 | Silla at") >= 0.98
    assert sure(None) < 0.98
    assert sure("918878.01 Silla") < 0.98
    assert sure("913878.019 Silla") < 0.98


def test_a_dash_between_two_days_is_no_amount() -> None:
    assert not any(piece.amount for piece in pieces_of(row("所属时期：2024-01-01", "-", "2024-03-31")))
    assert any(piece.amount for piece in pieces_of(row("免税销售额", "-")))
