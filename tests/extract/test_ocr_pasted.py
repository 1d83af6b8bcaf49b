"""One tilted table on a straight page is turned by itself."""

import math

import numpy as np
import pytest

from extract.ocr.pasted import part_turned

SIZE = (2000, 2600)


def lines(top: float, count: int) -> np.ndarray:
    """Rows of a label and an amount each."""
    boxes = [(x, top + 60 * row, x + wide, top + 60 * row + 34) for row in range(count) for x, wide in ((300, 420), (1300, 260))]
    return np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]] for x0, y0, x1, y1 in boxes], dtype=np.float64)


def tilted(quads: np.ndarray, degrees: float) -> np.ndarray:
    angle = math.radians(degrees)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    middle = quads.reshape(-1, 2).mean(axis=0)
    return (quads - middle) @ turn + middle


@pytest.mark.parametrize("degrees", [2.5, -3.0])
def test_a_tilted_table_on_a_straight_page_is_turned_level(degrees: float) -> None:
    quads = np.concatenate([lines(150, 14), tilted(lines(1200, 8), degrees)]).astype(np.float32)
    step = part_turned(quads, SIZE)
    assert step is not None
    middles = step.quads(quads).mean(axis=1)[:, 1].reshape(-1, 2)
    assert float(np.abs(middles[:, 0] - middles[:, 1]).max()) < 4
    assert float(np.abs(quads.mean(axis=1)[:, 1].reshape(-1, 2)[14:, 0] - quads.mean(axis=1)[:, 1].reshape(-1, 2)[14:, 1]).max()) > 35


def test_boxes_find_their_way_back_to_where_they_were_seen() -> None:
    quads = np.concatenate([lines(150, 14), tilted(lines(1200, 8), 2.5)]).astype(np.float32)
    step = part_turned(quads, SIZE)
    assert step is not None
    there = step.back(step.quads(quads).mean(axis=1).astype(np.float64))
    assert float(np.abs(there - quads.mean(axis=1)).max()) < 3


def test_a_straight_page_is_left_alone() -> None:
    assert part_turned(lines(150, 30).astype(np.float32), SIZE) is None


def test_single_tilted_words_among_others_are_no_table() -> None:
    quads = lines(150, 30)
    quads[5::9] = np.array([tilted(quad[np.newaxis], 4.0)[0] for quad in quads[5::9]])
    assert part_turned(quads.astype(np.float32), SIZE) is None


def test_a_curled_page_whose_right_column_slopes_has_no_part() -> None:
    quads = lines(150, 24)
    quads[1::2] = np.array([tilted(quad[np.newaxis], 3.0)[0] for quad in quads[1::2]])
    assert part_turned(quads.astype(np.float32), SIZE) is None


def test_a_page_seen_at_an_angle_whose_slopes_change_steadily_has_no_part() -> None:
    quads = lines(150, 30)
    for row in range(30):
        quads[2 * row : 2 * row + 2] = tilted(quads[2 * row : 2 * row + 2], 0.15 * row)
    assert part_turned(quads.astype(np.float32), SIZE) is None
