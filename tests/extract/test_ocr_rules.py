"""Drawn lines tell how a page lies whose print is too sparse to say."""

import cv2
import numpy as np

from extract.ocr.perspective import flattening_of
from extract.ocr.rules import rules_in

SIZE = (2000, 2000)


def seen_at_an_angle(points: np.ndarray) -> np.ndarray:
    """Rows run together to the right, as on a form that the camera saw from its left."""
    return np.stack([points[:, 0], 1000 + (points[:, 1] - 1000) * (1.06 - 0.00006 * points[:, 0])], axis=1)


def form(rows: range) -> tuple[np.ndarray, np.ndarray]:
    """A photographed form of short labels at its left and amounts at its right, a rule under each row; and its phrases."""
    picture = np.full((*SIZE[::-1], 3), 235, dtype=np.uint8)
    for y in rows:
        ends = seen_at_an_angle(np.array([[300.0, y + 40], [1700.0, y + 40]])).round().astype(int)
        cv2.line(picture, ends[0].tolist(), ends[1].tolist(), (40, 40, 40), 2)
    boxes = [(x, y - 15, x + 80, y + 15) for y in rows for x in (310, 1600)]
    corners = np.array([[[x0, y0], [x1, y0], [x1, y1], [x0, y1]] for x0, y0, x1, y1 in boxes], dtype=np.float64)
    return picture, seen_at_an_angle(corners.reshape(-1, 2)).reshape(-1, 4, 2).astype(np.float32)


def test_the_rules_of_a_form_straighten_its_rows_where_its_labels_are_too_short_to() -> None:
    picture, quads = form(range(300, 1700, 100))
    assert flattening_of(quads, SIZE) is None
    flattening = flattening_of(quads, SIZE, *rules_in(picture, quads))
    assert flattening is not None
    middles = flattening.quads(quads).mean(axis=1)[:, 1].reshape(-1, 2)
    assert float(np.abs(middles[:, 0] - middles[:, 1]).max()) < 4
    before = quads.mean(axis=1)[:, 1].reshape(-1, 2)
    assert float(np.abs(before[:, 0] - before[:, 1]).max()) > 40


def test_the_grain_of_the_desk_is_no_rule_of_the_page() -> None:
    picture, quads = form(range(800, 1200, 100))
    for y in range(60, 700, 40):
        cv2.line(picture, (0, y), (1999, y), (90, 90, 90), 3)
    lying, _ = rules_in(picture, quads)
    assert len(lying)
    assert float(lying[:, 1].min()) > 760


def test_a_page_without_print_has_no_rules() -> None:
    picture, _ = form(range(300, 1700, 100))
    lying, standing = rules_in(picture, np.zeros((0, 4, 2), dtype=np.float32))
    assert not len(lying)
    assert not len(standing)
