"""Characters of the wrong script among those of the page's own."""

from extract.ocr.script import in_one_script
from extract.page import Word
from extract.place import Box


def words(*texts: str) -> list[Word]:
    return [Word(text, Box(0, 10 * index, 80, 10 * index + 8), 0.9) for index, text in enumerate(texts)]


def texts(found: tuple[Word, ...]) -> list[str]:
    return [word.text for word in found]


def test_a_traditional_character_on_a_simplified_page_is_a_misread() -> None:
    page = words("应纳税额", "期末留抵稅額", "销项税额", "进项税额")
    assert texts(in_one_script(page))[1] == "期末留抵税额"


def test_a_page_in_traditional_characters_stays_as_it_is() -> None:
    page = words("應納稅額", "銀行對賬單", "营业日")
    assert texts(in_one_script(page)) == ["應納稅額", "銀行對賬單", "营业日"]


def test_a_character_that_both_scripts_share_is_left_alone() -> None:
    assert texts(in_one_script(words("合计", "1,234.50", "Total"))) == ["合计", "1,234.50", "Total"]
