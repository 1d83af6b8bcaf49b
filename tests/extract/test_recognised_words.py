"""Words of recognised pages that were run together, torn apart or read with the wrong mark; and their columns of days."""

import pytest

from extract.page import Page, Word
from extract.place import Box
from extract.tables.damaged import parted, with_point, with_strokes, with_tears
from extract.tables.days import with_days
from extract.tables.lines import Row, rows_of_page


def word(text: str, x: float = 20, y: float = 20, width: float = 60, sure: float = 0.99) -> Word:
    return Word(text, Box(x, y, x + width, y + 10), sure)


def rows(*days: str | tuple[str, ...], source: str = "ocr") -> list[Row]:
    """A page of movements, a day and an amount each; a day that was torn apart is a tuple."""
    words, sure = [], 0.99 if source == "ocr" else 1.0
    for number, printed in enumerate(days):
        y = 20.0 + 20 * number
        parts = (printed,) if isinstance(printed, str) else printed
        words += [word(part, 20 + 34 * place, y, 60 / len(parts), sure) for place, part in enumerate(parts)]
        words.append(word("1,234.50", 200, y, sure=sure))
    return rows_of_page(Page(number=1, width=500, height=700, words=tuple(words), source="ocr" if source == "ocr" else "text_layer"))


def days(found: list[Row]) -> list[str]:
    return [row.chunks[0].text for row in found]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("436559. 85", "436559.85"),
        ("5291 .47", "5291.47"),
        ("4233, 11", "4233.11"),
        ("162812:93", "162812.93"),
        ("1,234;50", "1,234.50"),
        ("4.100:00", "4,100.00"),
    ],
)
def test_cents_that_stand_apart_have_their_point_and_are_doubtful(read: str, printed: str) -> None:
    mended = with_point(word(read))
    assert mended.text == printed
    assert mended.confidence < 0.98


@pytest.mark.parametrize("text", ["12:05", "1,234", "12, 345", "3. 14 metres", "2024.12", "1 234.50", "13:16:09"])
def test_what_is_no_amount_without_its_point_stays(text: str) -> None:
    assert with_point(word(text)) == word(text)


def test_a_day_that_lost_a_stroke_has_both() -> None:
    assert with_strokes(word("202412-31")).text == "2024-12-31"
    assert with_strokes(word("2024-1231")).text == "2024-12-31"
    assert with_strokes(word("20241231")).text == "20241231"
    assert with_strokes(word("202413-31")).text == "202413-31"


def test_an_amount_and_the_account_beside_it_are_cut_behind_the_cents() -> None:
    amount, account = parted(word("357303.89609064565045879", width=104))
    assert (amount.text, account.text) == ("357303.89", "609064565045879")
    assert amount.box.x1 == account.box.x0


def test_an_amount_and_the_words_beside_it_are_cut_behind_the_cents() -> None:
    assert [part.text for part in parted(word("1,000.00BF Wainwright Cafes"))] == ["1,000.00", "BF Wainwright Cafes"]
    page = Page(number=1, width=500, height=700, words=(word("1,000.00", 20, width=50), word("BF Wainwright", 73, width=70)), source="ocr")
    assert [chunk.text for chunk in rows_of_page(page)[0].chunks] == ["1,000.00", "BF Wainwright"]


@pytest.mark.parametrize("text", ["1,000.00CR", "1,000.00 DR", "1,000.00 GBP", "3.50%"])
def test_what_belongs_to_an_amount_stays_with_it(text: str) -> None:
    assert [part.text for part in parted(word(text))] == [text]


def test_a_figure_with_many_decimals_is_not_cut() -> None:
    assert [part.text for part in parted(word("12.34567890"))] == ["12.34567890"]


def test_damaged_days_are_put_right_by_the_others_of_their_column() -> None:
    good = ["2024-12-02", "2024-12-03", "2024-12-04", "2024-12-05", "2024-12-06"]
    found = days(with_days(rows(*good, "2024·12·O9", ("2024", "-12:10"), "2024 12 11", "2024-12-12")))
    assert found[5:] == ["2024-12-09", "2024-12-10", "2024-12-11", "2024-12-12"]


def test_a_year_in_which_one_figure_was_misread_is_that_of_its_neighbours() -> None:
    found = days(with_days(rows("2024-12-02", "2024-12-03", "2021-12-04", "2024-12-05", "2024-12-06", "2024-12-07", "2024-12-08")))
    assert found[2] == "2024-12-04"


def test_a_day_that_does_not_fit_between_its_neighbours_keeps_its_year() -> None:
    found = days(with_days(rows("2024-12-02", "2024-12-03", "2021-03-04", "2024-12-05", "2024-12-06", "2024-12-07", "2024-12-08")))
    assert found[2] == "2021-03-04"


def test_a_text_layer_is_left_as_it_is() -> None:
    before = rows("2024-12-02", "2024-12-03", "2021-12-04", "2024-12-05", "2024-12-06", "2024-12-07", "2024-12-08", source="text")
    assert with_days(before) == before


@pytest.mark.parametrize(("left", "right"), [("266,1", "4.64"), ("(168", "71)"), ("92,", "1.50"), ("1,204,", "33.07")])
def test_two_ends_of_an_amount_whose_middle_is_hidden_are_doubtful(left: str, right: str) -> None:
    assert [part.confidence for part in with_tears([word(right, x=90), word(left, x=20)])] == [0.9, 0.9]
    assert [part.confidence for part in with_tears([word(left, x=20), word(right, x=120)])] == [0.99, 0.99]


@pytest.mark.parametrize(
    ("left", "right"), [("1,204", "33.07"), ("266.10", "4.64"), ("(168)", "71"), ("12,34", "56,78"), ("Note 3,", "4.64")]
)
def test_two_amounts_side_by_side_stay_sure(left: str, right: str) -> None:
    assert all(part.confidence == 0.99 for part in with_tears([word(left, x=20), word(right, x=90)]))
