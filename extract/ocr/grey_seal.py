"""Seals and signatures over print where no colour tells them: on copies, faxes and scans in grey.

What tells them is their size: their ink hangs together over several lines of print, and is no straight rule. A seal's ink is mostly
lighter than print on such a page; then the place is drawn with the seal's grey as its white, and the print under it stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels, Quads

#: In letter heights: a seal's sides.
_LEAST, _MOST = 3.5, 24.0
#: Ink is darker than paper by this, of 255; half of a scan's print at its palest.
_DARK = 28
#: A seal's ink fills no more of its box than this; a dark picture or a table's shaded head does.
_FULL = 0.5
#: Lines straighter and longer than this, in letter heights, are rules.
_RULE, _LONG_RULE, _THIN = 3.0, 9.0, 0.22
#: Pixels of a ring that are taken away with a rule that crosses it.
_CROSSING = 11
#: Parts of one seal are no further apart, in letter heights.
_BESIDE = 5.0
#: By how much of the way from print to paper a seal must be lighter than print to be lifted.
_LIGHTER = 0.12
#: A page has few; a photograph's background breaks into many.
_MOST_SEALS = 6
#: What stays black where a seal is lifted, as a share of how bright print is.
_BLACKEST = 0.3

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class GreySeals:
    """Where ink hangs together as print does not.

    where    of the picture, the ink itself
    lifted   the picture without those that are lighter than print; None where none is
    """

    where: NDArray[np.bool_]
    lifted: Pixels | None


def grey_seals(picture: Pixels, quads: Quads) -> GreySeals | None:
    """The seals and signatures in the picture, by their size alone; None where there are none."""
    if len(quads) < 8:
        return None
    letter = 0.6 * float(
        np.median(np.minimum(np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1), np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)))
    )
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    paper = _paper(grey, letter)
    ink = (paper.astype(np.int16) - grey > _DARK).astype(np.uint8)
    left = _without_rules(ink, letter)
    boxes, hanging = _large(left, letter)
    if not boxes:
        return None
    printed = _print_level(grey, paper, quads)
    where = np.zeros(grey.shape, dtype=np.bool_)
    lifted = picture.copy()
    changed = False
    for x0, y0, x1, y1 in boxes:
        share = lifted[y0:y1, x0:x1].astype(np.float32) / np.maximum(paper[y0:y1, x0:x1, np.newaxis], 1)
        shape = hanging[y0:y1, x0:x1]
        where[y0:y1, x0:x1] |= shape
        light = float(np.median(share.mean(axis=2)[shape]))
        if light > printed + _LIGHTER * (1 - printed):
            black = printed * _BLACKEST
            lifted[y0:y1, x0:x1] = np.clip((share - black) / (light - black) * 255, 0, 255).astype(np.uint8)
            changed = True
    return GreySeals(where, lifted if changed else None)


def _paper(grey: NDArray[np.uint8], letter: float) -> NDArray[np.uint8]:
    """How bright the paper is around each pixel."""
    small = cv2.resize(grey, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    size = max(3, int(letter / 2) | 1)
    light = cv2.blur(cv2.dilate(small, np.ones((size, size), np.uint8)), (size, size))
    return np.asarray(cv2.resize(light, (grey.shape[1], grey.shape[0])), dtype=np.uint8)


def _without_rules(ink: NDArray[np.uint8], letter: float) -> NDArray[np.uint8]:
    """The ink without long thin lines; a seal's ring runs straight for a while too, but is thicker."""
    side = max(4, int(_THIN * letter))
    thick = cv2.dilate(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((side, side), np.uint8)), np.ones((5, 5), np.uint8))
    left = ink.copy()
    for length, spared in ((_RULE, thick > 0), (_LONG_RULE, np.zeros_like(thick, dtype=np.bool_))):
        for shape in ((1, max(8, int(length * letter))), (max(8, int(length * letter)), 1)):
            rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
            left[(cv2.dilate(rules, np.ones((5, 5), np.uint8)) > 0) & ~spared] = 0
    # Where a rule crosses the ring, the ring goes on.
    across = cv2.dilate(((left > 0) & (thick > 0)).astype(np.uint8), np.ones((_CROSSING, _CROSSING), np.uint8))
    left[(ink > 0) & (across > 0)] = 1
    return left


def _large(ink: NDArray[np.uint8], letter: float) -> tuple[list[Box], NDArray[np.bool_]]:
    """Boxes around ink that hangs together over several lines, those of its parts as one, and that ink; none where too many to be seals."""
    whole = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, labels, found, _ = cv2.connectedComponentsWithStats(whole, connectivity=8)
    boxes: list[Box] = []
    large: list[int] = []
    air = int(_BESIDE * letter)
    for number, (left, top, across, down, area) in enumerate(found.tolist()):
        size = _LEAST * letter < min(across, down) and max(across, down) < _MOST * letter
        if number and size and area < _FULL * across * down:
            large.append(number)
            boxes = _with(boxes, (left, top, left + across, top + down), air)
    kept = [box for box in boxes if max(box[2] - box[0], box[3] - box[1]) < _MOST * letter]
    return (kept if len(kept) <= _MOST_SEALS else []), np.isin(labels, large)


def _with(boxes: list[Box], box: Box, air: int) -> list[Box]:
    """The boxes and one more, put together with those that it lies beside."""
    while near := [other for other in boxes if _meet(box, other, air)]:
        boxes = [other for other in boxes if other not in near]
        lefts, tops, rights, lows = zip(box, *near, strict=True)
        box = (min(lefts), min(tops), max(rights), max(lows))
    return [*boxes, box]


def _meet(box: Box, other: Box, air: int) -> bool:
    return box[0] - air < other[2] and other[0] - air < box[2] and box[1] - air < other[3] and other[1] - air < box[3]


def _print_level(grey: NDArray[np.uint8], paper: NDArray[np.uint8], quads: Quads) -> float:
    """How bright print is beside its paper, 0 to 1."""
    levels = []
    for quad in quads[:: max(1, len(quads) // 60)]:
        (x0, y0), (x1, y1) = np.maximum(quad.min(axis=0), 0).astype(int), np.maximum(quad.max(axis=0), 0).astype(int)
        part = grey[y0:y1, x0:x1] / np.maximum(paper[y0:y1, x0:x1], 1)
        if part.size:
            levels.append(float(np.percentile(part, 6)))
    return float(np.median(levels)) if levels else 0.0
