"""What is wrong with a picture of a page is measured on its print, and told in two languages."""

from __future__ import annotations

import string

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extract.ocr.quality import flaws_of
from extract.ocr.reading import _doubted, _strengthened
from extract.ocr.retake import FLAWS, warnings_of
from extract.ocr.words import Found
from extract.page import Flaw, Page

Pixels = NDArray[np.uint8]


def page(right: int = 900) -> tuple[Pixels, NDArray[np.float32]]:
    """A sheet with 20 lines, and where they are; figures end at `right`."""
    pixels = np.full((1200, 1000, 3), 255, np.uint8)
    quads = []
    for row in range(20):
        top = 80 + 50 * row
        for x, text in ((80, "Trade creditors"), (right - 200, "1,234,567")):
            cv2.putText(pixels, text, (x, top + 24), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2, cv2.LINE_AA)
            wide = 220 if x == 80 else 200
            quads.append([[x, top], [x + wide, top], [x + wide, top + 32], [x, top + 32]])
    return pixels, np.array(quads, dtype=np.float32)


def codes(pixels: Pixels, quads: NDArray[np.float32], letter: float = 32.0) -> list[str]:
    return [flaw.code for flaw in flaws_of(pixels, quads, letter)]


def lit(pixels: Pixels, share: float) -> Pixels:
    return np.asarray(pixels * share, dtype=np.uint8)


def test_a_good_page_has_no_flaw() -> None:
    assert codes(*page()) == []


def test_a_dull_page_has_no_flaw() -> None:
    pixels, quads = page()
    assert codes(lit(pixels, 0.4), quads) == []


@pytest.mark.parametrize(("sigma", "found"), [(1.0, []), (5.0, ["photo-blurred"])])
def test_blur_is_measured_on_the_print(sigma: float, found: list[str]) -> None:
    pixels, quads = page()
    assert codes(np.asarray(cv2.GaussianBlur(pixels, (0, 0), sigma), dtype=np.uint8), quads) == found


def test_small_print_is_told() -> None:
    assert codes(*page(), letter=10.0) == ["print-too-small"]


def test_a_page_in_the_dark_is_told() -> None:
    pixels, quads = page()
    assert codes(lit(pixels, 0.08), quads) == ["page-too-dark"]


def test_faint_print_is_told() -> None:
    pixels, quads = page()
    assert codes(np.asarray(255 - (255 - pixels) * 0.05, dtype=np.uint8), quads) == ["print-too-faint"]


def test_a_page_cut_off_says_at_which_side() -> None:
    pixels, quads = page(right=1000)
    assert [(flaw.code, flaw.side) for flaw in flaws_of(pixels, quads, 32.0)] == [("page-cut-off", "right")]


def test_glare_is_told_on_dull_paper() -> None:
    pixels, quads = page()
    dull = lit(pixels, 0.8)
    cv2.circle(dull, (400, 600), 120, (255, 255, 255), -1)
    assert codes(dull, quads) == ["glare"]


def test_a_blank_page_is_told_from_one_without_legible_print() -> None:
    nothing = np.zeros((0, 4, 2), np.float32)
    blank = np.full((1200, 1000, 3), 240, np.uint8)
    drawn = blank.copy()
    cv2.circle(drawn, (500, 600), 200, (0, 0, 0), 9)
    assert codes(blank, nothing, 0.0) == ["blank-page"]
    assert codes(drawn, nothing, 0.0) == ["no-print-found"]


@pytest.mark.parametrize("code", sorted(FLAWS.keys() - {"blank-page"}))
def test_each_flaw_has_words_in_both_languages(code: str) -> None:
    (warning,) = warnings_of(Page(number=3, width=595, height=842, flaws=(Flaw(code, 0.25, "left"),)))
    assert (warning.code, warning.page) == (code, 3)
    assert "3" in warning.text and "3" in warning.text_zh
    assert not set("{}") & set(warning.text + warning.text_zh)
    assert set(warning.text_zh) - set(string.printable)


def test_faint_print_is_strengthened() -> None:
    pixels, _ = page()
    faint = np.asarray(240 - (255 - pixels) * 0.08, dtype=np.uint8)
    strong = _strengthened(faint, 0.08)
    assert strong.max() == 255
    assert strong.min() < 140


@pytest.mark.parametrize(
    ("flaw", "sure"),
    [
        (Flaw("page-cut-off", 5, "right"), [0.999, 0.9]),
        (Flaw("print-too-faint", 0.05), [0.97, 0.97]),
        (Flaw("glare", 0.1), [0.999, 0.999]),
        (Flaw("print-too-small", 5.0), [0.97, 0.97]),
        (Flaw("print-too-small", 8.5), [0.999, 0.999]),
    ],
)
def test_words_are_doubted_where_a_flaw_may_have_hurt_them(flaw: Flaw, sure: list[float]) -> None:
    words = [Found("1,234", (0.2, 0.1, 0.4, 0.12), 0.999, None), Found("5,67", (0.9, 0.1, 0.999, 0.12), 0.999, None)]
    assert [word.confidence for word in _doubted(words, [flaw])] == sure


@pytest.mark.parametrize(("side", "edge"), [("top", 0), ("bottom", 1)])
def test_a_page_cut_through_a_line_says_at_which_end(side: str, edge: int) -> None:
    pixels, quads = page()
    top, bottom = int(quads[:, :, 1].min()), int(quads[:, :, 1].max())
    middle = (
        int(quads[quads[:, :, 1].mean(axis=1).argmin()][:, 1].mean())
        if not edge
        else int(quads[quads[:, :, 1].mean(axis=1).argmax()][:, 1].mean())
    )
    cut = pixels[middle:] if not edge else pixels[:middle]
    beside = quads.copy()
    beside[:, :, 1] = np.clip(quads[:, :, 1] - (0 if edge else middle), 0, cut.shape[0] - 1)
    assert top < middle < bottom
    assert [(flaw.code, flaw.side) for flaw in flaws_of(cut, beside, 32.0) if flaw.code == "page-cut-off"] == [("page-cut-off", side)]


def test_words_at_the_cut_end_are_doubted() -> None:
    words = [Found("1,234", (0.2, 0.5, 0.4, 0.52), 0.999, None), Found("5,67", (0.2, 0.98, 0.4, 0.999), 0.999, None)]
    assert [word.confidence for word in _doubted(words, [Flaw("page-cut-off", 2, "bottom")])] == [0.999, 0.9]


@pytest.mark.parametrize("colour", [(120, 150, 205), (35, 35, 35), (160, 90, 40)])
def test_something_that_lies_on_the_page_is_told(colour: tuple[int, int, int]) -> None:
    pixels, quads = page()
    pixels[500:700, 350:700] = colour
    free = quads[[index for index, quad in enumerate(quads) if not (500 < quad[:, 1].mean() < 700 and 350 < quad[:, 0].mean() < 700)]]
    assert "page-covered" in codes(pixels, free)


def test_a_shaded_band_with_words_on_it_covers_nothing() -> None:
    pixels, quads = page()
    band = pixels[480:560]
    band[band.min(axis=2) > 200] = (230, 190, 150)
    assert codes(pixels, quads) == []


def test_a_seal_covers_nothing() -> None:
    pixels, quads = page()
    cv2.circle(pixels, (500, 600), 110, (60, 60, 210), 8)
    assert codes(pixels, quads) == []
