"""Recognised words to lines where cells have two lines, pages slant and words lie over each other."""

from extract.page import Word
from extract.place import Box
from extract.tables.grouping import lines_of


def word(text: str, x0: float, x1: float, middle: float, height: float = 6.5) -> Word:
    return Word(text, Box(x0, middle - height / 2, x1, middle + height / 2), 0.99)


def texts(words: list[Word]) -> list[str]:
    lines = [sorted(line, key=lambda item: item.box.x0) for line in lines_of(words)]
    return [" ".join(item.text for item in line) for line in sorted(lines, key=lambda line: line[0].box.middle)]


def test_a_cell_of_two_lines_takes_no_word_from_the_line_between_them() -> None:
    day = [word("04/02/25", 49, 108, 126.9), word("2,547.22", 173, 200, 127.6), word("6,928.26", 258, 285, 128.0)]
    memo = [word("BACS TRANTER FOST LTD", 292, 416, 123.8), word("000026", 291, 314, 131.7)]
    party = [word("TRANTER FOST LTD", 422, 485, 128.3)]
    assert texts([*memo, *day, *party]) == ["BACS TRANTER FOST LTD", "04/02/25 2,547.22 6,928.26 TRANTER FOST LTD", "000026"]


def test_rows_that_slant_by_more_than_their_own_height_stay_together() -> None:
    rows = [
        [word(f"{row}{column}", 40 + 60 * column, 90 + 60 * column, 50 + 12 * row + 1.4 * column) for column in range(9)]
        for row in range(6)
    ]
    found = texts([item for row in rows for item in row])
    assert found == [" ".join(item.text for item in row) for row in rows]


def test_words_in_one_place_are_not_of_one_line() -> None:
    assert len(lines_of([word("1,234.50", 100, 160, 50.0), word("1,284.50", 110, 165, 52.0)])) == 2


def test_a_page_without_words_has_no_lines() -> None:
    assert lines_of([]) == []
