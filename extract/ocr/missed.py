"""Print that the detector saw nothing of: lone digits, nil dashes, and figures beside a seal, in the columns of figures.

A column is found by the figures that were read; ink of the right size in it that no box covers is read by itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels

#: Figures of one right edge that make a column; how far above and below them it goes on, in letter heights.
_FEWEST, _BEYOND = 3, 8.0
_ALIGNED = 0.5
#: Ink is darker than paper by this share of what the page's print is.
_DARK = 0.4
#: In letter heights: shapes of letters, of nil dashes, and the gap between two letters of one figure.
_TALL, _TALLEST, _WIDEST = 0.55, 1.5, 1.6
_FLAT, _DASH, _LONGEST_DASH = 0.28, 0.2, 2.2
_GAP = 0.5
_AIR = 0.3
#: A dash stands on the line of a word of its row, within this part of the letter height, and this far from the column's edge.
_ON_LINE, _AT_EDGE = 0.3, 2.0
#: One at the very edge may stand further from the line: labels reach below it, or the row slopes.
_FAR_FROM_LINE, _ON_EDGE = 0.45, 0.35
#: How many times as wide as high a dash is; blurred print is thicker. Nearer than `_CLOSE` to a dash at the edge nothing stands.
_FLATTER, _FLATTER_AT_EDGE, _CLOSE = 1.8, 1.3, 0.6
#: How full the box of a dash is, and of one as long as a letter, whose two ends lie on different rows of a page that is not quite straight.
_FULL, _FULL_LONG, _LONG = 0.6, 0.4, 0.6
#: A thin stroke higher than any figure is the piece of a rule between two others.
_RULE_THIN, _RULE_HIGH = 0.2, 1.0
#: Of a small face a dash is no wider than dirt: so many alike at one place of their column are none. How wide such a one is at
#: least, how far its right end may lie from theirs, and how far it may stand from the line of a word.
_ALIKE, _SMALL, _AT_ONE_PLACE, _ON_THE_LINE = 3, 0.12, 0.16, 0.25
_MOST = 200

Boxes = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Blot:
    """Ink that nobody read.   quad: around it, in the picture   dash: it has the shape and place of a nil dash"""

    quad: NDArray[np.float32]
    dash: bool


def blots_in(picture: Pixels, words: Boxes, figures: Boxes, skew: float, contrast: float) -> list[Blot]:
    """What the columns of figures hold beyond what was read.

    words, figures   boxes in pixels of the straightened picture, rows of x0, y0, x1, y1; the figures are among the words
    skew             by which the picture is turned to be straight, radians
    contrast         of print and paper on this page, 0 to 1
    """
    if len(figures) < _FEWEST:
        return []
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(skew), 1.0)
    if skew:
        grey = np.asarray(cv2.warpAffine(grey, turn, (width, height), borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)
    back = np.asarray(cv2.invertAffineTransform(turn), dtype=np.float64)
    blots: list[Blot] = []
    for column in _columns(figures):
        letter = float(np.median(column[:, 3] - column[:, 1]))
        sides = (column[:, 0].min() - letter, column[:, 1].min() - _BEYOND * letter, column[:, 2].max() + letter, 0.0)
        bottom = column[:, 3].max() + _BEYOND * letter
        x0, y0, x1, y1 = (int(max(0, value)) for value in (*sides[:3], bottom))
        strip = grey[y0 : min(y1, height), x0 : min(x1, width)]
        if strip.size == 0:
            continue
        shapes = _shapes(_ink(strip, words - [x0, y0, x0, y0], letter, contrast), letter)
        edge = float(np.median(column[:, 2]))
        placed = (shapes, letter, words - [x0, y0, x0, y0], edge - x0)
        for box in _figures_of(shapes, letter) + list(dict.fromkeys(_dashes_of(*placed) + _small_dashes_of(*placed))):
            left, top, right, low = (side + start for side, start in zip(box[:4], (x0, y0, x0, y0), strict=True))
            blots.append(Blot(_turned((left, top, right, low), letter, back), bool(box[4])))
    return blots[:_MOST]


def _columns(figures: Boxes) -> list[Boxes]:
    """Figures with a common right edge, at least `_FEWEST`."""
    order = np.argsort(figures[:, 2])
    groups: list[list[int]] = []
    for index in order.tolist():
        near = _ALIGNED * (figures[index, 3] - figures[index, 1])
        if groups and figures[index, 2] - figures[groups[-1][-1], 2] < near:
            groups[-1].append(index)
        else:
            groups.append([index])
    return [figures[group] for group in groups if len(group) >= _FEWEST]


def _ink(strip: NDArray[np.uint8], words: Boxes, letter: float, contrast: float) -> NDArray[np.uint8]:
    """Where the strip is inked and nothing was read, without rules."""
    paper = cv2.blur(np.asarray(cv2.dilate(strip, np.ones((5, 5), np.uint8))), (31, 31)).astype(np.int16)
    ink = (paper - strip > _DARK * contrast * 255).astype(np.uint8)
    long = max(8, int(3 * letter))
    for shape in ((1, long), (long, 1)):
        rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        ink[cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0] = 0
    height, width = strip.shape
    air = 0.25 * letter
    for x0, y0, x1, y1 in words:
        if x1 + air > 0 and x0 - air < width and y1 + air > 0 and y0 - air < height:
            ink[max(0, int(y0 - air)) : int(y1 + air) + 1, max(0, int(x0 - air)) : int(x1 + air) + 1] = 0
    return ink


def _shapes(ink: NDArray[np.uint8], letter: float) -> Boxes:
    """Boxes of the connected shapes of letters' size or smaller, and how full each is."""
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    rows = [
        (left, top, left + across, top + down, area / (across * down))
        for left, top, across, down, area in found[1:].tolist()
        if down < _TALLEST * letter
        and across < (_LONGEST_DASH if down < _FLAT * letter else _WIDEST) * letter
        and area > 3
        and not (across < _RULE_THIN * letter and down > _RULE_HIGH * letter)
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, 5)


def _figures_of(shapes: Boxes, letter: float) -> list[tuple[float, float, float, float, bool]]:
    """Letters that stand side by side, and the marks between them, as one box each."""
    tall = shapes[(shapes[:, 3] - shapes[:, 1] > _TALL * letter)]
    boxes: list[list[float]] = []
    for left, top, right, bottom, _ in tall[np.argsort(tall[:, 0])].tolist():
        home = next((box for box in boxes if left - box[2] < _GAP * letter and min(bottom, box[3]) - max(top, box[1]) > 0.5 * letter), None)
        if home is None:
            boxes.append([left, top, right, bottom])
        else:
            home[:] = [home[0], min(home[1], top), max(home[2], right), max(home[3], bottom)]
    return [(box[0], box[1], box[2], box[3], False) for box in boxes]


def _dashes_of(shapes: Boxes, letter: float, words: Boxes, edge: float) -> list[tuple[float, float, float, float, bool]]:
    """Flat full shapes on the line of a word, near the right edge of their column, with nothing beside them."""
    found = []
    for left, top, right, bottom, full in shapes.tolist():
        wide, high, off = right - left, bottom - top, abs(edge - right)
        exact = off < _ON_EDGE * letter
        flat = high < _FLAT * letter and _DASH * letter < wide < _LONGEST_DASH * letter
        if not flat or wide < (_FLATTER_AT_EDGE if exact else _FLATTER) * high or off > _AT_EDGE * letter:
            continue
        if full < (_FULL_LONG if wide > _LONG * letter else _FULL):
            continue
        middle = (top + bottom) / 2
        air = (_CLOSE if exact else 1.0) * letter
        near = (shapes[:, 0] < right + air) & (shapes[:, 2] > left - air) & (np.abs(shapes[:, 1] + shapes[:, 3] - 2 * middle) < 2 * letter)
        # At the very edge specks beside a dash are dirt; anything larger is a figure that it belongs to.
        beside = near & (shapes[:, 3] - shapes[:, 1] > _FLAT * letter) if exact else near
        far = _FAR_FROM_LINE if exact else _ON_LINE
        lined = (np.abs((words[:, 1] + words[:, 3]) / 2 - middle) < far * letter).any() if len(words) else False
        if beside.sum() <= (0 if exact else 1) and lined:
            found.append((left, middle - letter / 2, right, middle + letter / 2, True))
    return found


def _small_dashes_of(shapes: Boxes, letter: float, words: Boxes, edge: float) -> list[tuple[float, float, float, float, bool]]:
    """Flat shapes too small to be told from dirt each by itself, of which several stand at one place of the column, on lines of words."""
    candidates = []
    for left, top, right, bottom, full in shapes.tolist():
        middle, wide, high = (top + bottom) / 2, right - left, bottom - top
        if not _SMALL * letter < wide < _LONG * letter or high > min(_FLAT * letter, 1.1 * wide) or full < _FULL or not len(words):
            continue
        if abs(edge - right) > _ON_EDGE * letter or (np.abs((words[:, 1] + words[:, 3]) / 2 - middle) >= _ON_THE_LINE * letter).all():
            continue
        level = np.abs(shapes[:, 1] + shapes[:, 3] - 2 * middle) < 2 * letter
        near = level & (shapes[:, 0] < right + _CLOSE * letter) & (shapes[:, 2] > left - _CLOSE * letter)
        if not (near & (shapes[:, 3] - shapes[:, 1] > _FLAT * letter)).any() and near.sum() <= 2:
            candidates.append((left, middle - letter / 2, right, middle + letter / 2, wide / high))
    place = float(np.median([found[2] for found in candidates])) if candidates else 0.0
    alike = [found for found in candidates if abs(found[2] - place) < _AT_ONE_PLACE * letter]
    if len(alike) < _ALIKE or float(np.median([found[4] for found in alike])) < _FLATTER_AT_EDGE:
        return []
    return [(*found[:4], True) for found in alike]


def _turned(box: Sequence[float], letter: float, back: NDArray[np.float64]) -> NDArray[np.float32]:
    """The box with air around, as a quad of the picture as it lies."""
    air = _AIR * letter
    left, top, right, bottom = box[0] - air, box[1] - air, box[2] + air, box[3] + air
    corners = np.array([[left, top, 1], [right, top, 1], [right, bottom, 1], [left, bottom, 1]], dtype=np.float64)
    return np.asarray(corners @ back.T, dtype=np.float32)
