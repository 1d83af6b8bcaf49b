"""What a recognised figure says, what else it may say, and how sure that is: each on numbers or pixels made for it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from extract.numerals import parse, parse_recognised
from extract.ocr.alternatives import edits_of, mixed
from extract.ocr.confidence import alternatives_of, figure_confidence
from extract.ocr.cut import covered, ends_cut, joined, lengthened, runs_into_rule
from extract.ocr.finding import Phrase, seal_beside
from extract.ocr.grey_seal import grey_seals
from extract.ocr.lattice import LETTERS, columns_of, lattice_of, readings
from extract.ocr.missed import blots_in
from extract.ocr.models import Line, Pixels
from extract.ocr.phrases import Piece, whole_again
from extract.ocr.red_print import is_red, may_be_negative, negated
from extract.ocr.separators import grouped, mended
from extract.ocr.signs import NAMES, Signs, as_its_column, column_steps, lacking, rivals_of, second_of, shapes_of, value_of, vector
from extract.ocr.words import Placed, once
from extract.page import Page, Word
from extract.place import Box, Place
from extract.series import FigureSeries
from extract.tables.lines import rows_of_page

BOX = Box(0, 0, 10, 10)


def steps(*chances: dict[str, float]) -> np.ndarray:
    """A lattice with the given letters at each step, and blank for the rest."""
    lattice = np.zeros((len(chances), len(LETTERS) + 2), dtype=np.float32)
    for row, step in zip(lattice, chances, strict=True):
        for letter, chance in step.items():
            row[LETTERS.index(letter) + 1] = chance
        row[0] = 1 - sum(step.values())
    return lattice


def test_the_lattice_gives_every_reading_its_probability() -> None:
    found = readings(steps({"1": 1.0}, {}, {"7": 0.75, "1": 0.25}, {}, {"0": 1.0}))
    assert [text for text, _ in found] == ["170", "110"]
    assert [chance for _, chance in found] == pytest.approx([0.75, 0.25])


def test_a_letter_over_two_steps_is_one_and_a_blank_parts_two() -> None:
    assert readings(steps({"3": 1.0}, {"3": 1.0}))[0][0] == "3"
    assert readings(steps({"3": 1.0}, {}, {"3": 1.0}))[0][0] == "33"
    doubled = dict(readings(steps({"3": 1.0}, {"3": 0.6}, {"3": 1.0})))
    assert doubled == pytest.approx({"3": 0.6, "33": 0.4})


def test_marks_in_either_width_are_one_letter() -> None:
    characters = ["", "1", ",", "，", "（", "(", "x"]
    chances = np.array([[0.1, 0.1, 0.3, 0.3, 0.0, 0.0, 0.2]])
    lattice = lattice_of(chances, columns_of(characters))
    assert lattice[0, LETTERS.index(",") + 1] == pytest.approx(0.6)
    assert lattice[0, -1] == pytest.approx(0.2)


@given(some.lists(some.dictionaries(some.sampled_from(LETTERS), some.floats(0.01, 0.2), max_size=4), min_size=1, max_size=8))
def test_probabilities_of_readings_never_exceed_one(chances: list[dict[str, float]]) -> None:
    assert sum(chance for _, chance in readings(steps(*chances))) <= 1.0001


def signs(text: str = "1,234.56", **known: object) -> Signs:
    return Signs(**{"text": text, "weakest": 0.999, "mean": 0.999, **known})  # type: ignore[arg-type]


def test_agreement_raises_and_disagreement_lowers_confidence() -> None:
    alone = figure_confidence(signs(rivals=0.05))
    assert figure_confidence(signs(rivals=0.05, second="1,234.56", sureness=0.9)) > alone
    assert figure_confidence(signs(rivals=0.05, second="1,284.56", sureness=0.9)) < alone
    assert figure_confidence(signs(weakest=0.6, rivals=0.4)) < figure_confidence(signs())


@pytest.mark.parametrize("sign", [{"cut": True}, {"odd": 1.0}, {"rivals": 0.3}, {"weakest": 0.7, "mean": 0.9}])
def test_each_sign_of_trouble_lowers_confidence(sign: dict[str, object]) -> None:
    assert figure_confidence(signs(**sign)) < figure_confidence(signs())


@given(
    some.floats(0, 1), some.floats(0, 1), some.none() | some.sampled_from(["1,234", "9", ""]), some.floats(0, 1), some.booleans(),
    some.floats(-20, 20), some.floats(-20, 20),
)  # fmt: skip
def test_confidence_is_a_chance(
    weakest: float, rivals: float, second: str | None, sureness: float, inked: bool, shapes: float, wider: float
) -> None:
    own = signs(weakest=weakest, rivals=rivals, second=second, sureness=sureness, inked=inked, shapes=shapes, lacking=wider)
    sure = figure_confidence(own)
    assert 0.0 < sure < 1.0
    assert len(vector(own)) == len(NAMES) and np.abs(vector(own)).max() <= 10
    assert sure + sum(chance for _, chance in alternatives_of(own.text, sure, own)) <= 1.0001


def test_the_second_readers_specks_and_letters_are_no_disagreement() -> None:
    assert second_of(". 0.00") == "0.00" and second_of("65.4}") == "65.41" and second_of("1,234 |") == "1,234"


def test_rivals_are_readings_of_another_value() -> None:
    assert rivals_of("1,234.00", (("1,234.00", 0.5), ("1234.00", 0.3), ("7,234.00", 0.2))) == pytest.approx(0.2)
    assert rivals_of("722.64 CR", (("722.64 ??", 0.9), ("722.64 ?", 0.1))) == 0.0


def test_alternatives_come_from_the_lattice_the_second_reader_and_common_mistakes() -> None:
    own = signs("1,284.56", weakest=0.7, readings=(("1,284.56", 0.7), ("1,234.56", 0.25)), rivals=0.26, second="1,234.56", sureness=0.8)
    sure = figure_confidence(own)
    others = alternatives_of("1,284.56", sure, own)
    assert others[0][0] == "1,234.56" and others[0][1] > (1 - sure) / 6
    assert len(others) <= 4 and [chance for _, chance in others] == sorted((chance for _, chance in others), reverse=True)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("123.00", "-123"),
        ("123.00", "(123)"),
        ("-123", "123"),
        ("1,001", "11,001"),
        ("1,100", "100"),
        ("3.50", "8.50"),
        ("123456", "1234.56"),
        ("1.234", "1,234"),
    ],
)
def test_common_mistakes_lead_from_what_is_read_to_what_is_printed(read: str, printed: str) -> None:
    shares = {"3>8": 1, "1>": 1, "lost double": 1, "read double": 1, ">-": 1, ">(": 1, ">.": 1, ".>,": 1, "->": 1}
    assert value_of(printed) in {value_of(text) for text, _ in edits_of(read, shares)}


def test_readings_of_the_same_value_are_no_alternatives() -> None:
    mixture = {"lattice": 0.5, "second": 0.2, "repeated": 0.1, "edits": 0.0}
    assert mixed("1,234.00", 0.9, [("1234.00", 0.4), ("1,234.00", 0.6)], "1234", shares={}, mixture=mixture) == ()


def printed_crop(text: str, *, air: int = 12) -> Pixels:
    (width, _), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.9, 2)
    crop = np.full((40, width + 2 * air, 3), 255, dtype=np.uint8)
    cv2.putText(crop, text, (air, 30), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (0, 0, 0), 2)
    return crop


def test_a_box_that_ends_in_its_print_is_lengthened_to_the_end_of_it() -> None:
    page = np.full((200, 500, 3), 255, dtype=np.uint8)
    page[80:120, 100 : 100 + 300] = 255
    whole = printed_crop("12,345.67")
    page[80 : 80 + whole.shape[0], 100 : 100 + whole.shape[1]] = whole
    right = 100 + whole.shape[1]
    short = np.array([[100 + 60, 84], [right, 84], [right, 118], [100 + 60, 118]], dtype=np.float32)
    assert ends_cut("345.67", np.ascontiguousarray(page[84:118, 160:right])) == (True, False)
    longer = lengthened(page, short, (True, False))
    assert longer is not None and longer[0][0] <= 112 and longer[1][0] == right
    complete = np.array([[104, 84], [right - 4, 84], [right - 4, 118], [104, 118]], dtype=np.float32)
    assert lengthened(page, complete, (True, True)) is None


def test_a_rule_of_the_table_ends_a_figure() -> None:
    page = np.full((200, 400, 3), 255, dtype=np.uint8)
    figure = printed_crop("345.67", air=2)
    page[80 : 80 + figure.shape[0], 100 : 100 + figure.shape[1]] = figure
    end = 100 + figure.shape[1]
    page[:, end + 1 : end + 3] = 0
    page[85:115, end + 6 : end + 20] = 0
    box = np.array([[98, 82], [end, 82], [end, 118], [98, 118]], dtype=np.float32)
    assert lengthened(page, box, (False, True)) is None


def test_a_seal_that_begins_where_a_figure_ends_may_hide_the_rest_of_it() -> None:
    red = np.zeros((100, 300), dtype=np.bool_)
    red[20:80, 205:260] = True
    box = np.array([[100, 40], [200, 40], [200, 60], [100, 60]], dtype=np.float32)
    assert seal_beside(red, box)
    assert not seal_beside(red, np.subtract(box, [40, 0]))
    assert not seal_beside(red, np.add(box, [0, 38]))


def test_boxes_seen_twice_count_once() -> None:
    def quad(x0: float, x1: float) -> np.ndarray:
        return np.array([[x0, 0], [x1, 0], [x1, 10], [x0, 10]], dtype=np.float32)

    assert covered(quad(50, 100), quad(0, 100)) == 1.0 and covered(quad(0, 100), quad(50, 100)) == 0.5
    assert len(joined(np.array([quad(0, 100)]), np.array([quad(50, 100), quad(200, 300)]))) == 2


def column(*texts: str) -> tuple[list[str], np.ndarray]:
    """Figures below each other, digits 10 wide and marks 5, with a common right edge at 300."""
    widths = [sum(10 if letter.isdigit() else 5 for letter in text) for text in texts]
    return list(texts), np.array([[300 - width, 20 * row, 300, 20 * row + 12] for row, width in enumerate(widths)], dtype=np.float64)


def test_a_figure_wider_than_its_digits_lacks_one() -> None:
    texts, boxes = column(
        "1,234.50", "12,345.60", "123.40", "1,234,567.80", "99.10", "4,321.00", "87,654.30", "5,600.00", "720.50", "31.00"
    )
    assert max(abs(value) for value in lacking(texts, boxes)) < 0.2
    texts[3] = "1,23,567.80"
    wider = lacking(texts, boxes)
    assert wider[3] > 0.7 and max(abs(value) for place, value in enumerate(wider) if place != 3) < 0.3
    assert lacking(texts[:4], boxes[:4]) == [0.0] * 4


def test_a_figure_without_the_point_of_its_column_is_odd() -> None:
    texts, boxes = column("1,234.50", "12,345.60", "12340", "1,234,567.80", "99.10")
    assert [odd for _, odd in column_steps(texts, boxes)] == [0.25, 0.25, 1.0, 0.25, 0.25]


def test_a_page_that_groups_by_commas_has_no_three_places() -> None:
    whole = ["16,661", "2,459", "33,028", "1,234,567", "107,049", "118,869", "9,940", "11,820"]
    assert grouped([*whole, "16.663", "88"]) == [*whole, "16,663", "88"]
    assert grouped(["16,661", "16.663", "2.459"]) == ["16,661", "16.663", "2.459"]
    assert grouped([*whole[:5], "5.25", "50.773"]) == [*whole[:5], "5.25", "50.773"]


def test_a_figure_that_was_boxed_twice_is_read_once() -> None:
    def put(text: str, score: float, box: tuple[float, float, float, float]) -> Placed:
        line = Line(text, (), ())
        return Placed(
            Piece(text, 0, 1, 0, 1, score, score),
            Phrase(np.zeros((4, 2), dtype=np.float32), np.zeros((4, 4, 3), dtype=np.uint8), line),
            box,
        )

    found = [
        put("33057", 0.8, (0.80, 0.50, 0.90, 0.52)),
        put("-33,057", 0.9, (0.79, 0.501, 0.90, 0.521)),
        put("895", 0.99, (0.86, 0.60, 0.90, 0.62)),
        put("-17,895", 0.9, (0.79, 0.60, 0.90, 0.62)),
        put("12,354", 0.9, (0.60, 0.60, 0.70, 0.62)),
    ]
    assert [item.piece.text for item in once(found)] == ["-33,057", "-17,895", "12,354"]


def test_a_comma_lost_under_a_seal_parts_no_figure() -> None:
    parts = [Piece(text, left, left + 0.1, 0, 1, 0.9, 0.99) for text, left in (("(68", 0.3), ("311)", 0.45), ("7", 0.8))]
    assert [piece.text for piece in whole_again(parts)] == ["(68,311)", "7"]
    assert len(whole_again(parts[1:])) == 2


@pytest.mark.parametrize(("text", "number"), [("2025.12.04", False), ("27.11.2024", False), ("2,025.12", True), ("1,234,56", True)])
def test_a_date_is_no_recognised_number(text: str, number: bool) -> None:
    assert (parse_recognised(text) is not None) == number


def test_a_figure_takes_the_point_of_its_column_only_where_another_reading_saw_it() -> None:
    own = Signs(text="498", weakest=0.9, mean=0.9, odd=1.0, repeated=("498", "4.98"))
    assert as_its_column(own, Decimal("0.01")).text == "4.98"
    assert as_its_column(replace(own, repeated=("498", "4.93")), Decimal("0.01")).text == "498"
    assert as_its_column(own, Decimal(1)).text == as_its_column(own, None).text == "498"


def test_shapes_of_ink_are_counted_against_letters() -> None:
    assert shapes_of(printed_crop("12345"), "12345") == 0
    assert shapes_of(printed_crop("12345"), "1245") == 1


def test_a_lone_digit_and_a_nil_dash_in_a_column_are_found() -> None:
    page = np.full((400, 500, 3), 255, dtype=np.uint8)
    words = []
    for row, text in enumerate(("120.50", "33.10", "5", "-", "871.00", "640.20")):
        y = 60 + 50 * row
        (width, _), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 0.8, 2)
        if text == "-":
            page[y - 9 : y - 6, 384:396] = 0
        else:
            cv2.putText(page, text, (400 - width, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0, 0, 0), 2)
        cv2.putText(page, "label", (40, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0, 0, 0), 2)
        words.append([40, y - 17, 110, y + 2])
        if len(text) > 1:
            words.append([400 - width, y - 18, 400, y + 2])
    boxes = np.array(words, dtype=np.float64)
    figures = boxes[boxes[:, 0] > 200]
    blots = blots_in(page, boxes, figures, 0.0, 0.9)
    assert [(round(float(blot.quad[:, 1].mean()) / 10), blot.dash) for blot in blots] == [(15, False), (20, True)]
    assert blots_in(page, boxes, figures[:2], 0.0, 0.9) == []


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ((186, 197, 196, 202), True),  # thick with blur
        ((160, 200, 196, 203), True),  # as long as two letters
        ((176, 207, 196, 210), True),  # low on its line
        ((190, 197, 196, 203), False),  # a speck
        ((176, 215, 196, 218), False),  # between the lines
    ],
)
def test_a_nil_dash_is_known_by_its_place_at_the_edge_of_its_column(box: tuple[int, int, int, int], found: bool) -> None:
    page = np.full((400, 300, 3), 255, dtype=np.uint8)
    left, top, right, bottom = box
    page[top:bottom, left:right] = 30
    figures = np.array([[120.0, y, 196, y + 20] for y in (50, 90, 130)], dtype=np.float64)
    labels = np.array([[10.0, y, 100, y + 20] for y in (50, 90, 130, 190)], dtype=np.float64)
    blots = blots_in(page, np.concatenate([figures, labels]), figures, 0.0, 0.9)
    assert [blot.dash for blot in blots] == [True] * found


def test_a_grey_seal_over_print_is_found_by_its_size_and_lifted() -> None:
    page = np.full((900, 900, 3), 255, dtype=np.uint8)
    quads = []
    for y in range(100, 800, 60):
        page[y : y + 24, 100:300:6] = 40  # strokes of print
        quads.append([[95, y - 6], [305, y - 6], [305, y + 30], [95, y + 30]])
        page[y + 40 : y + 43, 80:850] = 40  # a rule below each line
    clean = page.copy()
    seal = np.full_like(page, 255)
    cv2.circle(seal, (300, 450), 130, (150, 150, 150), 8)
    page = (page.astype(np.float32) * seal / 255).astype(np.uint8)
    boxes = np.array(quads, dtype=np.float32)
    assert grey_seals(clean, boxes) is None
    found = grey_seals(page, boxes)
    assert found is not None and found.lifted is not None
    assert found.where[450 - 130, 300] and not found.where[120, 110]
    print_under = (seal[:, :, 0] < 200) & (clean[:, :, 0] < 100)
    assert found.lifted[:, :, 0][print_under].mean() < 90
    assert found.lifted[:, :, 0][(seal[:, :, 0] < 200) & (clean[:, :, 0] > 200)].mean() > 240


def test_red_amounts_among_black_ones_may_be_negative_and_are_doubted() -> None:
    black = printed_crop("1,234.50")
    red = np.where(black < 128, np.array([40, 40, 210], dtype=np.uint8), black)
    assert is_red(red) and not is_red(black)
    texts = {0: "1,234.50", 1: "88.00", 2: "7.10", 3: "24454633"}
    assert may_be_negative(texts, {0: black, 1: red, 2: black, 3: red}) == frozenset({1})
    assert may_be_negative(texts | {1: "-88.00"}, {0: black, 1: red, 2: black, 3: red}) == frozenset()
    assert may_be_negative(texts, {0: red, 1: red, 2: red, 3: red}) == frozenset()
    sure, others = negated("88.00", 0.99, (("83.00", 0.01),))
    assert sure < 0.98 and others[0][0] == "-88.00" and sure + sum(chance for _, chance in others) <= 1.0


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("• 12,622.20", "12,622.20"),
        ("*40,282.40", "40,282.40"),
        ("1,234.50|", "1,234.50"),
        ("929.31Y", "929.31"),
        ("1,017.74√", "1,017.74"),
    ],
)
def test_specks_beside_a_figure_are_no_part_of_it(read: str, text: str) -> None:
    assert mended(read, None) == text


def test_alternatives_reach_the_figure_with_its_sign_and_scale() -> None:
    word = Word("(1,284)", Box(100, 10, 140, 20), 0.9, alternatives=(("(1,234)", 0.06), ("1,284", 0.02), ("label", 0.01)))
    page = Page(number=1, width=300, height=300, words=(word,), source="ocr")
    (row,) = rows_of_page(page)
    (chunk,) = row.chunks
    numeral = parse(chunk.text)
    assert numeral is not None
    place = Place(sha256="0" * 64, page=1, box=BOX)
    figure = FigureSeries("0" * 64).figure(
        chunk.text, numeral, place, currency="GBP", scale=Decimal(1000), negate=True, confidence=0.9, others=chunk.others
    )
    assert figure.value == Decimal(1284000)
    assert [(reading.value, reading.confidence) for reading in figure.alternatives] == [
        (Decimal(1234000), 0.06),
        (Decimal(-1284000), 0.02),
    ]


def test_a_reader_that_is_surer_leaves_alternatives_less() -> None:
    place = Place(sha256="0" * 64, page=1, box=BOX)
    numeral = parse("5.00")
    assert numeral is not None
    figure = FigureSeries("0" * 64).figure("5.00", numeral, place, currency="GBP", confidence=0.99, others=(("6.00", 0.1), ("8.00", 0.1)))
    assert [reading.confidence for reading in figure.alternatives] == [0.005, 0.005]


def test_a_figure_of_two_words_is_read_otherwise_one_word_at_a_time() -> None:
    words = (Word("£", Box(90, 10, 96, 20)), Word("1,284", Box(99, 10, 130, 20), 0.9, alternatives=(("1,234", 0.08),)))
    (row,) = rows_of_page(Page(number=1, width=300, height=300, words=words, source="ocr"))
    assert [(text, chance) for chunk in row.chunks for text, chance in chunk.others] == [("£ 1,234", 0.08)]


@pytest.mark.parametrize(("rule", "touches"), [(19, True), (6, False), (None, False)])
def test_a_rule_that_touches_the_first_digit_may_hide_another(rule: int | None, touches: bool) -> None:
    page = np.full((60, 200, 3), 255, dtype=np.uint8)
    page[20:40, 21:25] = page[20:40, 30:34] = page[20:40, 40:44] = 0
    if rule is not None:
        page[:, rule : rule + 2] = 0
    quad = np.array([[20, 14], [60, 14], [60, 46], [20, 46]], dtype=np.float32)
    assert runs_into_rule(page, quad) == touches
