"""Drawn lines of a page: they say how it lies where its print is sparse, as on a form whose labels are short."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels, Quads

#: Longest side of the picture in which lines are looked for, pixels.
_COARSE = 1_600
#: In heights of phrases: a shorter line across or down is a stroke of a letter or of a pen; so far around the text, rules belong to it.
_ACROSS, _DOWN, _AROUND = 6.0, 5.0, 2.0

#: Rows of left, top, right, bottom (or upper, then lower end), pixels.
Rules = NDArray[np.float64]
NONE: Rules = np.zeros((0, 4))


def rules_in(picture: Pixels, quads: Quads) -> tuple[Rules, Rules]:
    """Straight pieces of the rules across and down among the text; what is drawn on the desk around the page is none.

    quads   where the detector sees phrases
    """
    if len(quads) < 4:
        return NONE, NONE
    letter = float(np.median(np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)))
    scale = min(1.0, _COARSE / max(picture.shape[:2]))
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    found = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE).detect(small)[0]
    ends = np.asarray([] if found is None else found, dtype=np.float64).reshape(-1, 4) / scale
    length = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    ends = ends[(length > min(_ACROSS, _DOWN) * letter) & _among(ends, quads, _AROUND * letter)]
    across = np.abs(ends[:, 2] - ends[:, 0]) > np.abs(ends[:, 3] - ends[:, 1])
    lying, standing = ends[across], ends[~across]
    lying = lying[np.abs(lying[:, 2] - lying[:, 0]) > _ACROSS * letter]
    return _ordered(lying, 0), _ordered(standing, 1)


def _among(ends: NDArray[np.float64], quads: Quads, air: float) -> NDArray[np.bool_]:
    """Which lines have both their ends and their middle within the text's outline, or so near to it."""
    hull = cv2.convexHull(quads.reshape(-1, 1, 2).astype(np.float32))
    spots = ends[:, [0, 1]], ends[:, [2, 3]], (ends[:, [0, 1]] + ends[:, [2, 3]]) / 2
    inside = [np.array([cv2.pointPolygonTest(hull, (float(x), float(y)), True) >= -air for x, y in spot], dtype=np.bool_) for spot in spots]
    return np.asarray(inside[0] & inside[1] & inside[2], dtype=np.bool_)


def _ordered(ends: NDArray[np.float64], axis: int) -> Rules:
    """Each line from its left (or upper) end."""
    turned = ends[:, axis] > ends[:, axis + 2]
    return np.where(turned[:, np.newaxis], ends[:, [2, 3, 0, 1]], ends)
