"""Two pages on one picture are read one after the other; a sheet of two sides is one page."""

from extract.page import Page, Word
from extract.place import Box
from extract.tables.spread import halves


def column(x: float, top: float, step: float, *lines: str) -> list[Word]:
    return [
        Word(text, Box(x + 190 * place, top + step * row, x + 190 * place + 70, top + step * row + 9), 0.99)
        for row, line in enumerate(lines)
        for place, text in enumerate(line.split())
    ]


LEFT = ["资产负债表 2025年", *(f"科目{row} {row},204.50" for row in range(12))]
RIGHT = ["利润表 2025年", *(f"项目{row} {row},881.25" for row in range(12))]


def page(*words: Word, width: float = 842, height: float = 595) -> Page:
    return Page(number=1, width=width, height=height, words=words, source="ocr")


def texts(half: Page) -> set[str]:
    return {word.text for word in half.words}


def test_an_open_book_is_two_pages() -> None:
    left, right = halves(page(*column(50, 60, 20, *LEFT), *column(480, 67, 23, *RIGHT)))
    assert "资产负债表" in texts(left)
    assert "利润表" in texts(right)
    assert not texts(left) & texts(right) - {"2025年"}


def test_two_pages_of_one_paper_whose_lines_are_level_are_two() -> None:
    heading = "银行对账单 2025年1月"
    words = [*column(50, 60, 20, heading, *LEFT[1:]), *column(480, 60, 20, heading, *RIGHT[1:])]
    assert len(halves(page(*words))) == 2


def test_a_sheet_of_two_sides_is_one_page() -> None:
    title = Word("资产负债表", Box(380, 30, 460, 44), 0.99)
    assert len(halves(page(title, *column(50, 60, 20, *LEFT[1:]), *column(480, 60, 20, *RIGHT[1:])))) == 1


def test_a_table_with_an_empty_column_in_its_middle_is_one_page() -> None:
    assert len(halves(page(*column(50, 60, 20, *LEFT[1:]), *column(480, 60, 20, *RIGHT[1:])))) == 1


def test_an_upright_page_is_never_cut() -> None:
    words = [*column(50, 60, 20, *LEFT), *column(480, 67, 23, *RIGHT)]
    assert len(halves(page(*words, width=842, height=1190))) == 1
