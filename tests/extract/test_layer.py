"""The text behind a scan, held against what the pixels say."""

from extract.layer import CONTRADICTED, compared
from extract.page import Page, Word
from extract.place import Box


def word(text: str, row: int, confidence: float = 0.999) -> Word:
    return Word(text, Box(400.0, 100.0 + 20 * row, 460.0, 110.0 + 20 * row), confidence)


def recognised(*texts: str) -> Page:
    words = tuple(word(text, row) for row, text in enumerate(texts))
    return Page(number=3, width=595.0, height=842.0, words=words, source="ocr")


def layer(*texts: str) -> list[Word]:
    return [word(text, row, 1.0) for row, text in enumerate(texts)]


def test_a_layer_that_agrees_changes_nothing() -> None:
    page = recognised("1,234.50", "300.00")
    assert compared(page, layer("1,234.50", "(300.00)")) == (page, None)


def test_a_figure_that_the_layer_contradicts_is_doubtful_and_said() -> None:
    page, remark = compared(recognised("1,234.50", "300.00", "7.50", "8.25", "9.75"), layer("1,284.50", "300.00", "7.50", "8.25", "9.75"))
    assert page.words[0].confidence == CONTRADICTED
    assert page.words[0].alternatives == (("1,284.50", 0.3),)
    assert [one.confidence for one in page.words[1:]] == [0.999] * 4
    assert remark is not None and remark.code == "text-layer-differs" and remark.page == 3 and remark.text_zh


def test_a_layer_of_other_text_is_named_and_casts_no_doubt() -> None:
    page = recognised("1.10", "2.20", "3.30", "4.40")
    after, remark = compared(page, layer("9.10", "9.20", "9.30", "4.40"))
    assert after == page
    assert remark is not None and "Only the picture" in remark.text


def test_words_elsewhere_are_not_held_against_each_other() -> None:
    page = recognised("1.10")
    assert compared(page, [Word("9.10", Box(10.0, 10.0, 60.0, 20.0))]) == (page, None)


def test_a_phrase_that_holds_the_amount_agrees() -> None:
    page = recognised("Total 1,234.50")
    assert compared(page, layer("1,234.50")) == (page, None)


def test_a_turned_page_is_compared_where_it_is_seen() -> None:
    turned = Word("1.10", Box(0.0, 0.0, 9.0, 9.0), 0.999, seen=Box(400.0, 100.0, 460.0, 110.0))
    page = Page(number=1, width=842.0, height=595.0, words=(turned,), source="ocr")
    assert compared(page, layer("1.70"))[0].words[0].confidence == CONTRADICTED
