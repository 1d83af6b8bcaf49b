"""How a picture of a page stands: turned by quarters, or by a degree or two on the scanner's glass."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Models, Pixels, Quads, crop, is_tall

#: Phrases that are read in both directions to find out which way is up.
_SAMPLE = 10
#: A page upside down reads at half the score; the better direction must be this much better.
_CLEARLY = 0.15
_READS_WELL = 0.85
#: Below this a skew is the boxes' own rounding; above, the picture is no scanned page but a photo at an angle.
_LEAST_SKEW, _MOST_SKEW = math.radians(0.15), math.radians(15)
_TURNS = {1: cv2.ROTATE_90_CLOCKWISE, 2: cv2.ROTATE_180, 3: cv2.ROTATE_90_COUNTERCLOCKWISE}


def turned(picture: Pixels, quarters: int) -> Pixels:
    """The picture turned clockwise by quarters."""
    return np.asarray(cv2.rotate(picture, _TURNS[quarters]), dtype=np.uint8) if quarters % 4 else picture


def quarters_to_upright(models: Models, picture: Pixels, quads: Quads) -> int:
    """By how many quarters clockwise the picture must be turned to be read.

    A page on its side has tall phrases; which side, and whether an upright looking page stands on its head, is decided
    by reading a few phrases both ways.
    """
    if not len(quads):
        return 0
    tall = np.array([is_tall(quad) for quad in quads])
    sideways = bool(tall.mean() > 0.6)
    longest = sorted((quad for quad, is_up in zip(quads, tall, strict=True) if is_up == sideways), key=_length, reverse=True)
    # The longest of many is often a rule; a nearly empty page has no phrase to spare.
    sample = [crop(picture, quad) for quad in (longest[1 : _SAMPLE + 1] if len(longest) > 3 else longest)]
    # `crop` turned the tall ones to the left, which is right for a page whose top points right.
    plain = float(np.mean([line.score for line in models.read(sample)])) if sample else 1.0
    if plain >= _READS_WELL:
        return 3 if sideways else 0
    other = float(np.mean([line.score for line in models.read([turned(item, 2) for item in sample])]))
    if other > plain + _CLEARLY:
        return 1 if sideways else 2
    return 3 if sideways else 0


def _length(quad: NDArray[np.float32]) -> float:
    return float(max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[0] - quad[3])))


def skew_of(quads: Quads) -> float:
    """The angle in radians by which lines of text fall to the right; 0 where it cannot be told.

    The median over phrases, each counted by its length: a short one's corners are rounded to pixels.
    """
    median = tilt_of(quads)
    return median if _LEAST_SKEW <= abs(median) <= _MOST_SKEW else 0.0


def tilt_of(quads: Quads) -> float:
    """As `skew_of`, of a page that lies at any angle less than half a quarter turn; 0 where it cannot be told."""
    angles, weights = [], []
    for quad in quads:
        along = (quad[1] - quad[0] + quad[2] - quad[3]) / 2
        length, height = float(np.linalg.norm(along)), float(np.linalg.norm(quad[3] - quad[0]))
        if length > 3 * height:
            angles.append(math.atan2(float(along[1]), float(along[0])))
            weights.append(length)
    if len(angles) < 4:
        return 0.0
    order = np.argsort(angles)
    passed = np.cumsum(np.array(weights)[order])
    return angles[int(order[int(np.searchsorted(passed, passed[-1] / 2))])]
