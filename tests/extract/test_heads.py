"""Captions that the recogniser misread, known again by their letters, by what stands under them and by the table's other pages."""

from extract.page import Page, Word
from extract.place import Box
from extract.tables.heads import mended
from extract.tables.lines import Row, rows_of_page

AMOUNTS = ("2024-10-08", "24133000000138346832", "346.77", "31.21", "377.98")
PLACES = (20, 120, 240, 300, 360)


def page(number: int, *captions: str, sure: float = 0.7, amounts: tuple[str, ...] = AMOUNTS) -> list[Row]:
    """A recognised list of three lines under a head; an empty caption is one that was overlooked."""
    words = [Word(text, Box(x, 20, x + 40, 30), sure) for text, x in zip(captions, PLACES, strict=True) if text]
    words += [Word(text, Box(x, y, x + 45, y + 10), 0.99) for y in (40, 60, 80) for text, x in zip(amounts, PLACES, strict=True)]
    return rows_of_page(Page(number=number, width=500, height=700, words=tuple(words), source="ocr"))


def head(rows: list[Row]) -> list[str]:
    return [chunk.text for chunk in rows[0].chunks]


def test_a_caption_is_known_again_by_its_letters_and_what_stands_under_it() -> None:
    rows = page(1, "并票日期", "发票号码", "金頓", "税據", "价税合计")
    assert head(mended([rows])[0]) == ["开票日期", "发票号码", "金额", "税额", "价税合计"]


def test_a_letter_that_tells_a_caption_from_its_opposite_is_not_guessed() -> None:
    rows = page(1, "日期", "摘要", "口方金额", "余额", "末期余额")
    assert head(mended([rows])[0]) == ["日期", "摘要", "口方金额", "余额", "末期余额"]


def test_a_caption_that_was_read_for_certain_stays() -> None:
    rows = page(1, "并票日期", "发票号码", "金頓", "税额", "价税合计", sure=0.99)
    assert head(mended([rows])[0]) == ["并票日期", "发票号码", "金頓", "税额", "价税合计"]


def test_a_table_that_goes_on_overleaf_lends_its_captions() -> None:
    first, second = page(1, "开票日期", "发票号码", "金额", "税额", "价税合计"), page(2, "开票日期", "发票号码", "全頓", "", "价税合计")
    assert head(mended([first, second])[1]) == ["开票日期", "发票号码", "金额", "税额", "价税合计"]


def test_a_caption_overlooked_over_nothing_is_not_made_up() -> None:
    first = page(1, "开票日期", "发票号码", "金额", "税额", "价税合计")
    second = page(2, "开票日期", "发票号码", "全頓", "", "价税合计", amounts=(*AMOUNTS[:3], "备用", AMOUNTS[4]))
    assert head(mended([first, second])[1]) == ["开票日期", "发票号码", "金额", "价税合计"]


def test_a_digital_head_is_left_alone() -> None:
    words = tuple(
        Word(text, Box(x, 20, x + 40, 30)) for text, x in zip(("并票日期", "发票号码", "金頓", "税额", "价税合计"), PLACES, strict=True)
    )
    rows = rows_of_page(Page(number=1, width=500, height=700, words=words))
    assert mended([rows])[0] == rows
