"""Nil dashes of a small face, which alone could be dirt."""

from __future__ import annotations

import numpy as np
import pytest

from extract.ocr.missed import blots_in


def dashes(places: list[tuple[int, int]], *, rule: bool = False) -> list[bool]:
    """What is found of dashes of 5 by 3 pixels whose right ends stand at `places` of a column of figures 27 high that ends at x = 196."""
    page = np.full((500, 300, 3), 255, dtype=np.uint8)
    for x, y in places:
        page[y - 1 : y + 2, x - 5 : x] = 30
        if rule:  # the column's rule, in pieces between those of the rows
            page[y - 15 : y + 15, 203:206] = 30
    lines = (50, 90, 130, 190, 230, 270)
    figures = np.array([[120.0, y, 196, y + 27] for y in lines[:3]], dtype=np.float64)
    labels = np.array([[10.0, y, 100, y + 20] for y in lines], dtype=np.float64)
    return [blot.dash for blot in blots_in(page, np.concatenate([figures, labels]), figures, 0.0, 0.9)]


@pytest.mark.parametrize("rule", [False, True])
def test_several_alike_at_one_place_of_their_column_are_dashes(rule: bool) -> None:
    assert dashes([(192, 200), (192, 240), (193, 280)], rule=rule) == [True, True, True]


@pytest.mark.parametrize(
    "places",
    [
        [(192, 200), (192, 240)],  # too few
        [(196, 200), (188, 240), (180, 280)],  # each elsewhere
        [(192, 215), (192, 255), (192, 295)],  # between the lines
    ],
)
def test_fewer_or_elsewhere_they_are_dirt(places: list[tuple[int, int]]) -> None:
    assert dashes(places) == []
