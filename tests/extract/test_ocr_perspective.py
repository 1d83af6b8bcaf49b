"""Pages that do not lie flat: told by their lines of text, drawn flat, and each box back where it came from."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from extract.ocr.perspective import flattening_of, turning
from extract.ocr.straighten import tilt_of

SIZE = (1654, 2339)
Points = NDArray[np.float64]


def table() -> NDArray[np.float64]:
    """Quads of a page of 30 rows with a label, which is long, and two columns of figures that end below each other."""
    quads = []
    for row in range(30):
        top = 200.0 + 60 * row
        lengths = ((150.0, 350.0 + 37 * (row * 7 % 9)), (1000.0 - 11 * (row % 5), 1100.0), (1340.0 - 13 * (row % 4), 1500.0))
        quads += [[(x0, top), (x1, top), (x1, top + 30), (x0, top + 30)] for x0, x1 in lengths]
    return np.array(quads, dtype=np.float64)


def photographed(points: Points) -> Points:
    """Narrower at the top, as taken from below; the lines run apart to the right."""
    x, y = points[:, 0] - SIZE[0] / 2, points[:, 1] - SIZE[1] / 2
    depth = 1 + 0.00006 * y + 0.00004 * x
    return np.stack([x / depth * 0.9 + SIZE[0] / 2, y / depth * 0.9 + SIZE[1] / 2], axis=1)


def curled(points: Points) -> Points:
    return np.stack([points[:, 0], points[:, 1] + 35 * np.sin(points[:, 0] / SIZE[0] * math.pi * 1.6)], axis=1)


def bent(how: Callable[[Points], Points]) -> NDArray[np.float32]:
    return how(table().reshape(-1, 2)).reshape(-1, 4, 2).astype(np.float32)


@pytest.mark.parametrize("how", [photographed, curled])
def test_rows_of_a_bent_page_come_out_straight(how: Callable[[Points], Points]) -> None:
    quads = bent(how)
    flattening = flattening_of(quads, SIZE)
    assert flattening is not None
    middles = flattening.quads(quads).mean(axis=1)[:, 1].reshape(30, 3)
    assert np.ptp(middles, axis=1).max() < 10  # a third of a letter


@pytest.mark.parametrize("how", [photographed, curled])
def test_columns_of_a_bent_page_stand_upright(how: Callable[[Points], Points]) -> None:
    quads = bent(how)
    flattening = flattening_of(quads, SIZE)
    assert flattening is not None
    right = flattening.quads(quads)[:, 1:3, 0].mean(axis=1).reshape(30, 3)
    assert np.ptp(right[:, 1:], axis=0).max() < 15
    assert np.ptp(quads[:, 1:3, 0].mean(axis=1).reshape(30, 3)[:, 1:], axis=0).max() > 15 or how is curled


def test_points_go_to_the_flat_page_and_back() -> None:
    quads = bent(photographed)
    flattening = flattening_of(quads, SIZE)
    assert flattening is not None
    points = quads.reshape(-1, 2).astype(np.float64)
    assert np.abs(flattening.back(flattening.flat(points)) - points).max() < 0.01


def test_a_flat_page_is_left_alone() -> None:
    assert flattening_of(bent(lambda points: points), SIZE) is None


def test_a_page_that_is_only_skewed_is_left_to_be_turned() -> None:
    angle = math.radians(2.5)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    assert flattening_of(bent(lambda points: (points - 1000) @ turn + 1000), SIZE) is None


def test_too_few_lines_bend_nothing() -> None:
    assert flattening_of(bent(curled)[:9], SIZE) is None


def test_a_drawn_picture_agrees_with_its_boxes() -> None:
    pixels = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    quads = bent(photographed)
    flattening = flattening_of(quads, SIZE)
    assert flattening is not None
    x, y = (int(value) for value in quads[40].mean(axis=0))
    pixels[y - 4 : y + 5, x - 4 : x + 5] = 0
    drawn = flattening.picture(pixels)
    dark = np.argwhere(drawn[:, :, 0] < 128).mean(axis=0)[::-1]
    assert dark == pytest.approx(flattening.flat(np.array([[x, y]], np.float64))[0], abs=1)


def test_a_tilted_page_is_turned_on_a_larger_sheet() -> None:
    step = turning((1000, 1400), math.radians(25))
    assert step.size[0] > 1400 and step.size[1] > 1600
    middle = np.array([[(step.size[0] - 1) / 2, (step.size[1] - 1) / 2]])
    assert step.back(middle)[0] == pytest.approx([499.5, 699.5])
    along = step.back(middle + np.array([100, 0])) - step.back(middle)
    assert along[0] == pytest.approx([100 * math.cos(math.radians(25)), 100 * math.sin(math.radians(25))])


@pytest.mark.parametrize("degrees", [-35, 12, 25])
def test_a_tilt_is_measured_beyond_a_skew(degrees: float) -> None:
    angle = math.radians(degrees)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    assert math.degrees(tilt_of(bent(lambda points: points @ turn))) == pytest.approx(degrees, abs=0.1)
