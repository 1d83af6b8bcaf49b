"""A table that lies tilted on a page that lies straight, as one that was pasted in, or a slip laid on the page: turned by itself."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Quads
from extract.ocr.perspective import Flattening

#: Phrases that must lie tilted alike, each so many times longer than tall, and by at least so much more than the page.
_FEWEST, _LONG, _TILTED, _STEEPEST = 6, 4.0, math.radians(1.0), math.radians(20)
#: How much their tilts may differ, as a share of the tilt, and the share of the phrases among them that must lie so.
_SPREAD, _MOSTLY = 0.35, 0.75
#: Phrases beside them that lie otherwise, as a share of them; the share of all phrases that must lie in one of the two ways.
_BESIDE, _EITHER = 0.1, 0.9
#: Beyond its phrases the part reaches so many of their heights.
_AIR = 0.9
_KNOTS = 257


def part_turned(quads: Quads, size: tuple[int, int]) -> Flattening | None:
    """How to draw a page with its one tilted part level; None where all of it lies alike.

    quads   where the detector sees phrases on the page as it was made straight   size: width and height of the picture
    """
    along = (quads[:, 1] - quads[:, 0] + quads[:, 2] - quads[:, 3]).astype(np.float64) / 2
    length = np.linalg.norm(along, axis=1)
    height = np.linalg.norm((quads[:, 3] - quads[:, 0]).astype(np.float64), axis=1)
    long = length > _LONG * height
    if long.sum() < 2 * _FEWEST:
        return None
    angles = np.arctan2(along[:, 1], along[:, 0])
    cut = _between(angles[long])
    tilted = min(long & (angles > cut), long & (angles <= cut), key=lambda part: int(part.sum()))
    rest = long & ~tilted
    if min(tilted.sum(), rest.sum()) < _FEWEST:
        return None
    tilt = float(np.median(angles[tilted]) - np.median(angles[rest]))
    if not _TILTED < abs(tilt) < _STEEPEST or not _apart((angles[long] - np.median(angles[rest])) / tilt):
        return None
    tilted &= np.abs(angles - np.median(angles[tilted])) < _SPREAD * abs(tilt)
    hull = cv2.convexHull(quads[tilted].reshape(-1, 1, 2).astype(np.float32))
    air = _AIR * float(np.median(height[tilted]))
    return _turned(hull, air, tilt, size) if _alone(quads.mean(axis=1), long, tilted, hull, air) else None


def _between(angles: NDArray[np.float64]) -> float:
    """The angle that parts them into two groups, each as much alike as can be."""
    ordered = np.sort(angles)
    costs = [float(ordered[:cut].var() * cut + ordered[cut:].var() * (len(ordered) - cut)) for cut in range(1, len(ordered))]
    best = int(np.argmin(costs)) + 1
    return float((ordered[best - 1] + ordered[best]) / 2)


def _alone(
    middles: NDArray[np.floating], long: NDArray[np.bool_], tilted: NDArray[np.bool_], hull: NDArray[np.float32], air: float
) -> bool:
    """Whether little else lies among the tilted phrases, or beside them, as on a curled page."""
    inside = _within(middles, hull, air) & long
    top, bottom = hull[:, 0, 1].min(), hull[:, 0, 1].max()
    beside = long & ~inside & (middles[:, 1] > top + air) & (middles[:, 1] < bottom - air)
    return bool((tilted & inside).sum() >= _MOSTLY * inside.sum() and beside.sum() <= _BESIDE * tilted.sum())


def _apart(shares: NDArray[np.float64]) -> bool:
    """Whether phrases lie either as the page or as its part; on a page seen at an angle they lie in every way between.

    shares   of the part's tilt
    """
    return bool(((np.abs(shares) < _SPREAD) | (np.abs(shares - 1) < _SPREAD)).mean() > _EITHER)


def _within(points: NDArray[np.floating], hull: NDArray[np.float32], air: float) -> NDArray[np.bool_]:
    return np.array([cv2.pointPolygonTest(hull, (float(x), float(y)), True) >= -air for x, y in points], dtype=np.bool_)


def _turned(hull: NDArray[np.float32], air: float, angle: float, size: tuple[int, int]) -> Flattening:
    """The page as it is, but for what lies in `hull`, which is turned about its middle by `angle` radians against it, as the rest lies."""
    x, y = np.meshgrid(np.linspace(0, size[0] - 1, _KNOTS), np.linspace(0, size[1] - 1, _KNOTS))
    middle = hull.reshape(-1, 2).mean(axis=0).astype(np.float64)
    across, down = x - middle[0], y - middle[1]
    cosine, sine = math.cos(angle), math.sin(angle)
    from_x, from_y = middle[0] + across * cosine - down * sine, middle[1] + across * sine + down * cosine
    inside = _within(np.stack([from_x.ravel(), from_y.ravel()], axis=1), hull, air).reshape(x.shape)
    net = np.stack([np.where(inside, from_x, x), np.where(inside, from_y, y)], axis=2)
    return Flattening(net.astype(np.float64), size)
