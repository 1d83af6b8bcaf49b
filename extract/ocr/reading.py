"""One picture of a page to words with boxes and confidences: the order of the steps.

Each step that costs time or could harm a good page is taken only where the page shows that it needs it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extract.ocr.models import Models, Pixels, Quads
from extract.ocr.pasted import part_turned
from extract.ocr.perspective import Flattening, flattening_of, turning
from extract.ocr.quality import flaws_of
from extract.ocr.rules import rules_in
from extract.ocr.straighten import quarters_to_upright, skew_of, tilt_of, turned
from extract.ocr.words import Found, words_in
from extract.page import Flaw

#: A picture's longest side in pixels; A4 at 300 dpi is 3,508, and more shows no more.
LONGEST_SIDE = 3_600
#: Phrases less tall than this, in pixels with their air, are enlarged to that, at most so many times; print of 9 points at 60 dpi is 10.
_SMALL, _ENLARGED, _MOST_TIMES = 12.0, 30.0, 3.0
#: A page that lies further from upright is turned in its picture before it is read; up to this, its boxes alone are.
_TILTED, _MOST_TILTED = math.radians(10), math.radians(40)
#: A word that ends so close to the side at which its page is cut off, as a share of the width, and how sure it then is at most.
_AT_EDGE, _CUT = 0.01, 0.9
#: How much darker than paper faint print is made, of 255.
_DARK_PRINT = 150.0
#: How sure a word is at most where noise was strengthened with its print, or where its letters were too few pixels tall to be enlarged.
_NOISY, _TINY = 0.97, 7.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """All that was found.

    quarters   by which the picture was turned clockwise to be upright
    skew       of the upright picture, radians; found boxes are those of the page as if it had lain straight
    seen       boxes on the picture as it came, one for each of `found`, shares of its sides; empty where `skew` and `quarters` say it
    size       width and height of the page that the found boxes are shares of, in those of the upright picture
    flaws      of the picture
    """

    found: tuple[Found, ...]
    quarters: int
    skew: float
    seen: tuple[Box, ...] = ()
    size: tuple[float, float] = (1.0, 1.0)
    flaws: tuple[Flaw, ...] = ()


def read_picture(models: Models, picture: Pixels, *, second: bool) -> ReadPicture:
    """Everything printed in `picture` (blue, green, red).   second: ask the second reader for figures"""
    picture = _reduced(picture)
    quads = models.detect(picture)
    letter = _letter(quads)
    times = _times(quads, picture)
    if times > 1:
        picture = np.asarray(cv2.resize(picture, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
        quads = models.detect(picture)
    quarters = quarters_to_upright(models, picture, quads)
    if quarters:
        picture = turned(picture, quarters)
        quads = models.detect(picture)
    flaws = flaws_of(picture, quads, letter)
    faint = next((flaw.measure for flaw in flaws if flaw.code == "print-too-faint"), 0.0)
    if faint:
        picture = _strengthened(picture, faint)
        quads = models.detect(picture)
    upright = picture.shape[1], picture.shape[0]
    steps: list[Flattening] = []
    tilt = tilt_of(quads)
    if _TILTED < abs(tilt) < _MOST_TILTED:
        steps.append(turning(upright, tilt))
        picture = steps[-1].picture(picture)
        quads = models.detect(picture)
    part = part_turned(quads, (picture.shape[1], picture.shape[0]))
    if part is not None:
        steps.append(part)
        picture, quads = part.picture(picture), part.quads(quads)
    bent = flattening_of(quads, (picture.shape[1], picture.shape[0]), *rules_in(picture, quads))
    if bent is not None:
        steps.append(bent)
        picture, quads = bent.picture(picture), bent.quads(quads)
    skew = 0.0 if bent is not None else skew_of(quads)
    found = _doubted(words_in(models, picture, quads, skew=skew, second=second), flaws)
    found.sort(key=lambda item: (item.box[1] + item.box[3], item.box[0]))
    if not steps:
        return ReadPicture(tuple(found), quarters, skew, flaws=flaws)
    flat = picture.shape[1], picture.shape[0]
    seen = tuple(_seen(item.box, flat, skew, steps, upright, quarters) for item in found)
    return ReadPicture(tuple(found), quarters, skew, seen, (flat[0] / upright[0], flat[1] / upright[1]), flaws)


def _doubted(found: list[Found], flaws: Sequence[Flaw]) -> list[Found]:
    """The words, with those doubted that end where the page is cut off, since the rest may be beyond, and all of faint or tiny print."""
    tiny = any(flaw.code == "print-too-small" and flaw.measure < _TINY for flaw in flaws)
    if tiny or any(flaw.code in {"print-too-faint", "page-too-dark"} for flaw in flaws):
        found = [replace(item, confidence=min(item.confidence, _NOISY)) for item in found]
    sides = {flaw.side for flaw in flaws if flaw.code == "page-cut-off"}
    if not sides:
        return found
    ends = {"left": 0, "top": 1, "right": 2, "bottom": 3}
    cut = [any((item.box[ends[side]] if ends[side] < 2 else 1 - item.box[ends[side]]) < _AT_EDGE for side in sides) for item in found]
    return [replace(item, confidence=min(item.confidence, _CUT)) if at_edge else item for item, at_edge in zip(found, cut, strict=True)]


def _letter(quads: Quads) -> float:
    """Height of the page's phrases, whichever way they run; 0 without any."""
    if not len(quads):
        return 0.0
    sides = [np.minimum(np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1), np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1))]
    return float(np.median(sides))


def _times(quads: Quads, picture: Pixels) -> float:
    """How many times a picture of small print is enlarged; at most to the size that any picture may have."""
    letter = _letter(quads)
    if letter >= _SMALL:
        return 1.0
    longest = max(picture.shape[:2])
    wanted = _ENLARGED / letter if letter else (_MOST_TIMES if longest < 1_000 else 1.0)
    return float(max(1.0, min(wanted, _MOST_TIMES, LONGEST_SIDE / longest)))


def _strengthened(picture: Pixels, faint: float) -> Pixels:
    """The picture with its paper white and its print dark.   faint: difference of the two, as a share of white"""
    paper = float(np.percentile(picture[::4, ::4], 90))
    gain = _DARK_PRINT / max(faint * 255, 4.0)
    levels = np.clip(255 - (paper - np.arange(256)) * gain, 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(cv2.GaussianBlur(picture, (0, 0), 0.7), levels), dtype=np.uint8)


def _seen(box: Box, flat: tuple[int, int], skew: float, steps: Sequence[Flattening], upright: tuple[int, int], quarters: int) -> Box:
    """The box around what `box` of the flat page was on the picture as it came; shares of either's sides."""
    left, top, right, bottom = box
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float64) * flat
    if skew:
        middle = np.array(flat, dtype=np.float64) / 2
        cosine, sine = math.cos(skew), math.sin(skew)
        corners = (corners - middle) @ np.array([[cosine, sine], [-sine, cosine]]) + middle
    for step in reversed(steps):
        corners = step.back(corners)
    shares = np.clip(corners / upright, 0.0, 1.0)
    for _ in range(quarters):  # a quarter back, counter-clockwise
        shares = np.stack([shares[:, 1], 1 - shares[:, 0]], axis=1)
    x0, y0 = shares.min(axis=0)
    x1, y1 = shares.max(axis=0)
    return round(float(x0), 6), round(float(y0), 6), round(float(x1), 6), round(float(y1), 6)


def _reduced(picture: Pixels) -> Pixels:
    scale = LONGEST_SIDE / max(picture.shape[:2])
    if scale >= 1:
        return picture
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
