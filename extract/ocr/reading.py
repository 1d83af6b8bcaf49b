"""One picture of a page to words with boxes and confidences: the order of the steps."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from extract.ocr.models import Models, Pixels
from extract.ocr.straighten import quarters_to_upright, skew_of, turned
from extract.ocr.words import Found, words_in

#: A picture's longest side in pixels; A4 at 300 dpi is 3,508, and more shows no more.
LONGEST_SIDE = 3_600


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """All that was found.   quarters: by which the picture was turned clockwise to be upright"""

    found: tuple[Found, ...]
    quarters: int
    skew: float


def read_picture(models: Models, picture: Pixels, *, second: bool) -> ReadPicture:
    """Everything printed in `picture` (blue, green, red).   second: ask the second reader for figures"""
    picture = _reduced(picture)
    quads = models.detect(picture)
    quarters = quarters_to_upright(models, picture, quads)
    if quarters:
        picture = turned(picture, quarters)
        quads = models.detect(picture)
    skew = skew_of(quads)
    found = words_in(models, picture, quads, skew=skew, second=second)
    found.sort(key=lambda item: (item.box[1] + item.box[3], item.box[0]))
    return ReadPicture(tuple(found), quarters, skew)


def _reduced(picture: Pixels) -> Pixels:
    scale = LONGEST_SIDE / max(picture.shape[:2])
    if scale >= 1:
        return picture
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
