"""The recogniser's parts: gaps, separators, confidence, skew, red ink."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from extract.ocr.ink import coloured, has_blue_ink, has_red_ink, hides_print, without_ink
from extract.ocr.models import Line, Pixels
from extract.ocr.phrases import pieces_of
from extract.ocr.separators import mended
from extract.ocr.straighten import skew_of
from extract.ocr.words import is_figure


def printed(*texts: tuple[int, str], width: int = 600) -> tuple[Line, Pixels]:
    """A crop with each text drawn from its left side on, and its reading with the place of each letter."""
    crop = np.full((32, width, 3), 255, dtype=np.uint8)
    letters, centres = "", []
    for left, text in texts:
        for index, letter in enumerate(text):
            cv2.putText(crop, letter, (left + index * 12, 24), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0, 0, 0), 2)
            letters += letter
            centres.append((left + index * 12 + 6) / width)
    return Line(letters, tuple(centres), tuple(0.9 for _ in letters)), crop


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([(10, "1,234"), (200, "5,678")], ["1,234", "5,678"]),
        ([(10, "Stocks"), (300, "5")], ["Stocks", "5"]),
        ([(10, "1,234")], ["1,234"]),
        ([(10, "Net"), (60, "assets")], ["Netassets"]),
        ([(10, "Creditors"), (250, "(1,234)"), (450, "(987)")], ["Creditors", "(1,234)", "(987)"]),
    ],
)
def test_a_phrase_is_cut_at_its_wide_gaps(texts: list[tuple[int, str]], found: list[str]) -> None:
    line, crop = printed(*texts)
    assert [piece.text for piece in pieces_of(line, crop)] == found


def test_rules_above_and_below_do_not_bridge_a_gap() -> None:
    line, crop = printed((10, "1,234"), (200, "5,678"))
    crop[1:3] = crop[29:31] = 0
    assert [piece.text for piece in pieces_of(line, crop)] == ["1,234", "5,678"]


def test_a_piece_is_boxed_around_its_ink() -> None:
    line, crop = printed((100, "1,234"))
    piece = pieces_of(line, crop)[0]
    assert piece.left * 600 == pytest.approx(101, abs=4)
    assert piece.right * 600 == pytest.approx(160, abs=6)


@pytest.mark.parametrize(
    ("text", "second", "result"),
    [
        ("545.184,036.20", "545,184,036.20", "545,184,036.20"),
        ("545.184,036.20", None, "545,184,036.20"),
        ("5,288,011.738.39", None, "5,288,011,738.39"),
        ("1.234,567.890", None, "1,234,567,890"),
        ("(545.184,036.20)", None, "(545,184,036.20)"),
        ("1,234.50", "1.234,50", "1,234.50"),
        ("80 91", "8091", "80 91"),
        ("31.12.2017", "31,122017", "31.12.2017"),
        ("Note 3", "3", "Note 3"),
        ("14.8.17", None, "14.8.17"),
    ],
)
def test_separators_are_mended_only_where_nothing_else_fits(text: str, second: str | None, result: str) -> None:
    assert mended(text, second) == result


@given(some.text(alphabet="0123456789.,() -￥£", max_size=20), some.none() | some.text(alphabet="0123456789.,() ", max_size=20))
def test_mending_changes_no_digit(text: str, second: str | None) -> None:
    assert [letter for letter in mended(text, second) if letter.isdigit()] == [letter for letter in text if letter.isdigit()]


def lines_at(angle: float) -> np.ndarray:
    along = np.array([math.cos(angle), math.sin(angle)])
    across = np.array([-math.sin(angle), math.cos(angle)])
    corners = []
    for number in range(10):
        start = np.array([50.0, 50.0 + 40 * number])
        corners.append([start, start + 400 * along, start + 400 * along + 20 * across, start + 20 * across])
    return np.array(corners, dtype=np.float32)


@pytest.mark.parametrize("degrees", [-5.0, -1.0, 0.0, 0.5, 2.2, 10.0])
def test_skew_is_measured(degrees: float) -> None:
    assert math.degrees(skew_of(lines_at(math.radians(degrees)))) == pytest.approx(degrees, abs=0.05)


def test_too_few_lines_tell_no_skew() -> None:
    assert skew_of(lines_at(0.03)[:3]) == 0.0


@pytest.mark.parametrize("ink", [(60, 60, 220), (35, 30, 150), (200, 80, 50), (150, 40, 30)])
def test_a_seal_over_print_fades_and_coloured_print_stays(ink: tuple[int, int, int]) -> None:
    _, crop = printed((10, "1,234,567.00"), width=200)
    sealed = np.full_like(crop, 255)
    cv2.circle(sealed, (100, 16), 40, ink, 6)
    sealed = np.asarray(np.minimum(sealed, crop), dtype=np.uint8)
    inks = coloured(sealed)
    assert has_red_ink(inks) == (ink[2] > ink[0])
    assert has_blue_ink(inks) == (ink[0] > ink[2])
    cleaned = without_ink(sealed, inks)
    assert hides_print(sealed, cleaned)
    assert cleaned[(inks > 0) & (crop[:, :, 0] == 255)].min() > 180
    print_only = np.asarray(np.where(crop < 128, np.array(ink, dtype=np.uint8), crop), dtype=np.uint8)
    assert not hides_print(print_only, without_ink(print_only, coloured(print_only)))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1,234.50", True),
        ("(1,234)", True),
        ("5", True),
        ("£12", True),
        ("Stocks", False),
        ("Note 12 to the accounts", False),
        ("-", False),
    ],
)
def test_figures_are_read_again_and_labels_are_not(text: str, figure: bool) -> None:
    assert is_figure(text) == figure
