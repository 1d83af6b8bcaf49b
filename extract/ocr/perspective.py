"""Pages that do not lie flat before the camera: lines of text that run together, or bend, and columns that lean.

The lines of text say how the page lies, whatever lies around it: each phrase has a slope, and over a page photographed at an
angle the slope changes steadily downwards, over a curled one across. A smooth field of slopes is fitted; following it from
left to right straightens the lines. Which way the columns lean is found by trying: beginnings and ends of phrases of a table
stand above each other when the lean is the right one.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels, Quads
from extract.ocr.rules import NONE, Rules

Points = NDArray[np.float64]

#: Phrases that must say how they lie, each this many times longer than tall, before anything is bent.
_FEWEST, _LONG = 12, 3.0
#: Length of the pieces of a rule, in heights of phrases.
_PIECE = 8.0
#: Knots of the net between which the picture is drawn straight, in each direction.
_KNOTS = 65
#: In letter heights: a page that a plain turn leaves no further than this from straight is only turned.
_LINES_STRAIGHT, _COLUMNS_STRAIGHT = 0.15, 0.8
#: A steeper line is no line of text; a steeper lean is no page that somebody meant to be read.
_STEEPEST, _LEANEST = math.radians(35), 0.3
#: By how much better columns must stand with a lean than without.
_CLEARLY = 1.06
#: By what share of its score a lean must be better for each unit that it is greater.
_UNLIKELY = 0.6
_ROUNDS = 6
#: Pixels by which a box may miss where it came from.
_ROUNDING = 1.0


@dataclass(frozen=True, slots=True)
class Flattening:
    """Where each point of the flat page is in the picture.

    net    (rows, columns, 2) pixels of the picture for knots of the flat page, evenly spread from its first pixel to its last
    size   width, height of the flat page in pixels, as the picture's
    """

    net: NDArray[np.float64]
    size: tuple[int, int]

    def back(self, points: Points) -> Points:
        """Points (n, 2) of the flat page, in the picture."""
        rows, columns = self.net.shape[:2]
        x = np.clip(points[:, 0] / max(1, self.size[0] - 1) * (columns - 1), 0, columns - 1)
        y = np.clip(points[:, 1] / max(1, self.size[1] - 1) * (rows - 1), 0, rows - 1)
        left, top = np.minimum(x.astype(int), columns - 2), np.minimum(y.astype(int), rows - 2)
        across, down = (x - left)[:, np.newaxis], (y - top)[:, np.newaxis]
        upper = self.net[top, left] * (1 - across) + self.net[top, left + 1] * across
        lower = self.net[top + 1, left] * (1 - across) + self.net[top + 1, left + 1] * across
        return np.asarray(upper * (1 - down) + lower * down)

    def flat(self, points: Points) -> Points:
        """Points (n, 2) of the picture, on the flat page: the inverse, by steps, since the page is bent only a little."""
        guess = points.astype(np.float64)
        for _ in range(25):
            guess = guess + points - self.back(guess)
        return guess

    def picture(self, pixels: Pixels) -> Pixels:
        """The picture drawn flat."""
        width, height = self.size
        rows, columns = self.net.shape[:2]
        x = np.linspace(0, columns - 1, width, dtype=np.float32)[np.newaxis, :].repeat(height, axis=0)
        y = np.linspace(0, rows - 1, height, dtype=np.float32)[:, np.newaxis].repeat(width, axis=1)
        spread = cv2.remap(self.net.astype(np.float32), x, y, cv2.INTER_LINEAR)
        maps = spread[:, :, 0], spread[:, :, 1]
        return np.asarray(cv2.remap(pixels, maps[0], maps[1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)

    def quads(self, quads: Quads) -> Quads:
        """Phrases of the picture on the flat page."""
        return self.flat(quads.reshape(-1, 2).astype(np.float64)).reshape(-1, 4, 2).astype(np.float32)


def turning(size: tuple[int, int], angle: float) -> Flattening:
    """A page that lies tilted in its picture: the whole picture turned by `angle` radians against it, on a sheet large enough."""
    width, height = size
    cosine, sine = math.cos(angle), math.sin(angle)
    wide = math.ceil(width * abs(cosine) + height * abs(sine))
    tall = math.ceil(width * abs(sine) + height * abs(cosine))
    x, y = _grid(wide, tall)
    across, down = x - (wide - 1) / 2, y - (tall - 1) / 2
    net = np.stack(
        [(width - 1) / 2 + across * cosine - down * sine, (height - 1) / 2 + across * sine + down * cosine], axis=2
    )  # fmt: skip
    return Flattening(net, (wide, tall))


def flattening_of(quads: Quads, size: tuple[int, int], lying: Rules = NONE, standing: Rules = NONE) -> Flattening | None:
    """How to draw a page flat; None where turning it, or nothing, is as good, or where its lines are too few to say.

    quads            where the detector sees phrases on the upright page   size: width and height of the picture
    lying, standing  rules across and down among them
    """
    lines = _lines(quads)
    if len(lying):
        tall = lines[:, 4] if len(lines) else np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
        lines = np.concatenate([lines, _ruled(lying, float(np.median(tall)))])
    if len(lines) < _FEWEST:
        return None
    letter = float(np.median(lines[:, 4]))
    field = _field(lines, size)
    net = _followed(field, size)
    rows_bent = _bent(net, lines, float(np.tan(np.arctan(np.median(lines[:, 2])))), size) / letter
    rows_flat = Flattening(net, size)
    ends = _ends(rows_flat, quads, standing, letter)
    lean, leaning = _lean(ends, size, letter, -float(field.at(np.array([0.0]), np.array([0.0]))[0]))
    if rows_bent < _LINES_STRAIGHT and leaning < _COLUMNS_STRAIGHT:
        return None
    x, y = _grid(*size)
    across = (x - size[0] / 2) / (size[0] / 2)
    leaned = x + (lean[0] + lean[1] * across) * (y - size[1] / 2)
    points = np.stack([leaned.ravel(), y.ravel()], axis=1)
    made = Flattening(rows_flat.back(points).reshape(_KNOTS, _KNOTS, 2), size)
    corners = quads.reshape(-1, 2).astype(np.float64)
    off = np.abs(made.back(made.flat(corners)) - corners)
    # Bent too far for boxes to find their way back: a picture made to do harm, or no page.
    return made if np.isfinite(off).all() and float(np.median(off)) < _ROUNDING else None


def _grid(width: int, height: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x, y = np.meshgrid(np.linspace(0, width - 1, _KNOTS), np.linspace(0, height - 1, _KNOTS))
    return np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)


def _lines(quads: Quads) -> NDArray[np.float64]:
    """Middle x, y, slope, length and height of each phrase that is long enough to have a slope."""
    along = (quads[:, 1] - quads[:, 0] + quads[:, 2] - quads[:, 3]).astype(np.float64) / 2
    length = np.linalg.norm(along, axis=1)
    height = np.linalg.norm((quads[:, 3] - quads[:, 0] + quads[:, 2] - quads[:, 1]).astype(np.float64) / 2, axis=1)
    kept = (length > _LONG * height) & (np.abs(along[:, 1]) < math.tan(_STEEPEST) * np.abs(along[:, 0]))
    middle = quads.astype(np.float64).mean(axis=1)
    slope = along[:, 1] / np.where(along[:, 0] == 0, 1, along[:, 0])
    return np.asarray(np.stack([middle[:, 0], middle[:, 1], slope, length, height], axis=1)[kept], dtype=np.float64)


def _ruled(lying: Rules, letter: float) -> NDArray[np.float64]:
    """Rules across as further lines, in pieces, so that each says where it reaches.   letter: the height that they are given"""
    along = lying[:, 2:] - lying[:, :2]
    steep = np.abs(along[:, 1]) >= math.tan(_STEEPEST) * np.abs(along[:, 0])
    pieces: list[list[float]] = []
    for start, way in zip(lying[~steep, :2], along[~steep], strict=True):
        length = float(np.linalg.norm(way))
        count = max(1, round(length / (_PIECE * letter)))
        pieces.extend(
            [*(start + way * (index + 0.5) / count).tolist(), way[1] / way[0], length / count, letter] for index in range(count)
        )  # fmt: skip
    return np.array(pieces, dtype=np.float64).reshape(-1, 5)


#: Powers of across and down: a turn; a page seen at an angle; one bent; one bent and seen at an angle.
_SHAPES = (
    ((0, 0),),
    ((0, 0), (0, 1), (1, 0)),
    ((0, 0), (0, 1), (1, 0), (2, 0), (1, 1)),
    ((0, 0), (0, 1), (1, 0), (2, 0), (1, 1), (3, 0), (2, 1)),
)


@dataclass(frozen=True, slots=True)
class _Field:
    """The slope of lines at each place, both given from -1 to 1 over the page; beyond its text as at the text's edge."""

    powers: tuple[tuple[int, int], ...]
    weights: NDArray[np.float64]
    sides: tuple[float, float, float, float]

    def at(self, across: NDArray[np.float64], down: NDArray[np.float64]) -> NDArray[np.float64]:
        left, top, right, bottom = self.sides
        terms = _terms(np.clip(across, left, right), np.clip(down, top, bottom), self.powers)
        return np.asarray(terms @ self.weights, dtype=np.float64)


def _terms(across: NDArray[np.float64], down: NDArray[np.float64], powers: tuple[tuple[int, int], ...]) -> NDArray[np.float64]:
    return np.stack([across**x * down**y for x, y in powers], axis=-1)


def _field(lines: NDArray[np.float64], size: tuple[int, int]) -> _Field:
    """The simplest smooth field that the slopes speak for (Schwarz's criterion); long phrases count most, outliers not at all."""
    across, down = lines[:, 0] / size[0] * 2 - 1, lines[:, 1] / size[1] * 2 - 1
    sides = (float(across.min()), float(down.min()), float(across.max()), float(down.max()))
    precision = np.minimum(lines[:, 3], 12 * np.median(lines[:, 4]))
    best, least = None, math.inf
    for powers in _SHAPES:
        if len(lines) < 4 * len(powers):
            break
        terms, weight = _terms(across, down, powers), precision.copy()
        for _ in range(_ROUNDS):
            solved = np.linalg.lstsq(terms * weight[:, np.newaxis], lines[:, 2] * weight, rcond=None)[0]
            off = np.abs(terms @ solved - lines[:, 2]) * precision
            spread = max(1.5, 4.5 * float(np.median(off)))
            weight = precision * np.clip(1 - (off / spread) ** 2, 0, 1)
        told = len(lines) * math.log(float(np.mean(np.minimum(off, 12.0) ** 2)) + 0.2) + 2 * len(powers) * math.log(len(lines))
        if told < least:
            best, least = _Field(powers, np.asarray(solved, dtype=np.float64), sides), told
    assert best is not None
    return best


def _followed(field: _Field, size: tuple[int, int]) -> NDArray[np.float64]:
    """The net of a page whose lines run along the field: from the middle to both sides, by midpoint steps."""
    x, y = _grid(*size)
    net = np.stack([x, y], axis=2)
    middle, step = _KNOTS // 2, (size[0] - 1) / (_KNOTS - 1)

    def slope(at_x: NDArray[np.float64], at_y: NDArray[np.float64]) -> NDArray[np.float64]:
        return field.at(at_x / size[0] * 2 - 1, at_y / size[1] * 2 - 1)

    for way in (1, -1):
        at_y = y[:, middle].copy()
        for column in range(middle, _KNOTS - 1 if way > 0 else 0, way):
            at_x = x[:, column]
            half = at_y + way * step / 2 * slope(at_x, at_y)
            at_y = at_y + way * step * slope(at_x + way * step / 2, half)
            net[:, column + way, 1] = at_y
    return net


def _bent(net: NDArray[np.float64], lines: NDArray[np.float64], turn: float, size: tuple[int, int]) -> float:
    """How far, in pixels, lines within the text lie from the nearest set of parallel straight ones."""
    columns = np.linspace(0, size[0] - 1, _KNOTS)
    rows = np.linspace(0, size[1] - 1, _KNOTS)
    across = (columns >= lines[:, 0].min()) & (columns <= lines[:, 0].max())
    down = (rows >= lines[:, 1].min()) & (rows <= lines[:, 1].max())
    if across.sum() < 3 or down.sum() < 3:
        return 0.0
    away = (net[:, :, 1] - rows[:, np.newaxis] - turn * (columns - size[0] / 2)[np.newaxis, :])[np.ix_(down, across)]
    away = away - away.mean(axis=1, keepdims=True)
    return float(np.abs(away).max())


def _ends(flat: Flattening, quads: Quads, standing: Rules, letter: float) -> tuple[Points, NDArray[np.int64]]:
    """Beginnings (0) and ends (1) of phrases, and spots along the rules down (2), on a page whose lines are straight already."""
    straight = flat.quads(quads)
    spots = [(straight[:, 0] + straight[:, 3]) / 2, (straight[:, 1] + straight[:, 2]) / 2]
    for x0, y0, x1, y1 in standing:
        shares = np.linspace(0.0, 1.0, max(2, int((y1 - y0) / (2 * letter))))[:, np.newaxis]
        spots.append(flat.flat(np.array([x0, y0]) + shares * np.array([x1 - x0, y1 - y0])))
    kinds = [0, 1, *[2] * len(standing)]
    return np.concatenate(spots).astype(np.float64), np.repeat(kinds, [len(part) for part in spots])


def _lean(found: tuple[Points, NDArray[np.int64]], size: tuple[int, int], letter: float, plain: float) -> tuple[tuple[float, float], float]:
    """By how much columns lean in the middle of the page and more to its right, and how far that is from `plain`, in letters.

    found   what stands above each other in a column   plain: what columns lean when the page is only turned; kept where no other is better
    """
    ends, side = found
    down, across = ends[:, 1] - size[1] / 2, ends[:, 0] / size[0] * 2 - 1
    reach = max(float(np.abs(down).max()), 1.0)

    def score(lean: tuple[float, float], width: float) -> float:
        straight = ends[:, 0] - (lean[0] + lean[1] * across) * down
        total = 0.0
        for offset in (0.0, 0.5):
            bins = np.floor(straight / width + offset).astype(np.int64) * 3 + side
            total += float((np.bincount(bins - bins.min()).astype(np.float64) ** 2).sum())
        return total

    best, width = (plain, 0.0), 1.5 * letter
    step, more = 0.75 * letter / reach, 1.5 * letter / reach
    count, extra = min(25, int(0.2 / step)), min(12, int(0.2 / more))
    for _ in range(3):
        tried = [(best[0] + i * step, best[1] + j * more) for i, j in itertools.product(range(-count, count + 1), range(-extra, extra + 1))]
        best = max(tried, key=lambda lean: score(lean, width) * (1 - _UNLIKELY * (abs(lean[0] - plain) + abs(lean[1]))))
        step, more, width, count, extra = step / 3, more / 3, width / 2, 4, 4
    width = 0.5 * letter
    if score(best, width) < _CLEARLY * score((plain, 0.0), width) or abs(best[0]) > _LEANEST:
        return (plain, 0.0), 0.0
    return best, (abs(best[0] - plain) + abs(best[1])) * reach / letter
