"""What hands and machines leave on paper besides print: signatures, ticks, notes, staples, punched holes; transparent pictures."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.press.seals import Impression

_PER_MM = 300 / 25.4
_INKS = ((24, 26, 34), (20, 34, 96), (34, 30, 30), (28, 48, 120))


def signature(source: Random) -> Impression:
    """A signature of 25 to 45 mm in pen ink: a few strokes that run on, larger in the beginning."""
    width, height = source.uniform(25, 45), source.uniform(10, 15)
    generator = np.random.default_rng(source.getrandbits(64))
    mask = _blank(width, height)
    left = 0.06
    for word in range(source.randint(2, 3)):
        knots = source.randint(5, 9)
        share = source.uniform(0.22, 0.34)
        across = np.sort(generator.uniform(left, min(left + share, 0.95), knots)) + generator.normal(0, 0.03, knots)
        swing = (0.42 if word == 0 else 0.24) * np.where(np.arange(knots) % 2, 1, -1) * generator.uniform(0.4, 1.0, knots)
        _stroke(mask, np.stack([across, 0.5 + swing], axis=1), source.uniform(0.28, 0.42), generator)
        left += share * 0.85
    if source.random() < 0.5:  # a line underneath
        _stroke(mask, np.array([[0.1, 0.86], [0.5, 0.82], [0.93, 0.88]]), 0.3, generator)
    return Impression(_inked(mask, source.choice(_INKS)), width, height)


def tick(source: Random) -> Impression:
    """A tick of 5 to 8 mm beside a figure, as a checker makes them, in pencil or red pen."""
    side = source.uniform(5, 8)
    generator = np.random.default_rng(source.getrandbits(64))
    mask = _blank(side, side)
    low = np.array([source.uniform(0.3, 0.42), source.uniform(0.8, 0.9)])
    _stroke(mask, np.array([[0.1, 0.5], low * 0.6 + 0.18, low]), 0.35, generator)
    _stroke(mask, np.array([low, [0.6, 0.45], [0.95, source.uniform(0.05, 0.15)]]), 0.35, generator)
    return Impression(_inked(mask, source.choice(((196, 30, 38), (70, 70, 78), (26, 40, 110)))), side, side)


def staple(source: Random) -> Impression:
    """A staple of 10 mm, with its shadow."""
    side = 13.0
    mask = _blank(side, side)
    middle, reach, turn = side * _PER_MM / 2, 5.0 * _PER_MM, np.radians(source.uniform(-60, 20))
    along = np.array([np.cos(turn), np.sin(turn)]) * reach
    ends = [tuple(round(float(value) * 8) for value in (np.array([middle, middle]) + sign * along)) for sign in (-1, 1)]
    shadow = mask.copy()
    cv2.line(mask, ends[0], ends[1], 255, round(0.55 * _PER_MM), cv2.LINE_AA, 3)
    cv2.line(shadow, (ends[0][0] + 30, ends[0][1] + 40), (ends[1][0] + 30, ends[1][1] + 40), 150, round(0.7 * _PER_MM), cv2.LINE_AA, 3)
    shadow = np.asarray(cv2.GaussianBlur(shadow, (0, 0), 3), np.uint8)
    picture = np.zeros((*mask.shape, 4), np.uint8)
    picture[..., 3] = np.maximum(mask, shadow)
    grey = source.randint(105, 165)
    picture[mask > 100, :3] = grey
    return Impression(Image.fromarray(picture), side, side)


def hole(source: Random) -> Impression:
    """A punched hole of 6 mm: the dark lid of the machine shows through."""
    side = 7.0
    mask = _blank(side, side)
    middle = round(side * _PER_MM / 2)
    cv2.circle(mask, (middle, middle), round(3.0 * _PER_MM), 255, -1, cv2.LINE_AA)
    grey = source.randint(25, 120)
    return Impression(_inked(mask, (grey, grey, grey), 1.0), side, side)


def _blank(width: float, height: float) -> NDArray[np.uint8]:
    return np.zeros((round(height * _PER_MM), round(width * _PER_MM)), np.uint8)


def _stroke(mask: NDArray[np.uint8], knots: NDArray[np.float64], thickness: float, generator: np.random.Generator) -> None:
    """A pen's path through `knots` (shares of width and height), rounded, thinner towards its end.   thickness: millimetres"""
    points = np.asarray(knots, np.float64) * [mask.shape[1], mask.shape[0]]
    for _ in range(4):  # cutting the corners makes a smooth curve (Chaikin 1974)
        near, far = points[:-1] * 0.75 + points[1:] * 0.25, points[:-1] * 0.25 + points[1:] * 0.75
        points = np.concatenate([points[:1], np.stack([near, far], axis=1).reshape(-1, 2), points[-1:]])
    widths = thickness * _PER_MM * np.linspace(1.1, 0.65, len(points)) * np.clip(generator.normal(1, 0.08, len(points)), 0.7, 1.3)
    places = np.round(points * 8).astype(int)
    for start, end, width in zip(places[:-1], places[1:], widths[:-1], strict=True):
        cv2.line(mask, tuple(map(int, start)), tuple(map(int, end)), 255, max(1, round(float(width))), cv2.LINE_AA, 3)


def _inked(mask: NDArray[np.uint8], colour: tuple[int, int, int], strength: float = 0.9) -> Image.Image:
    picture = np.empty((*mask.shape, 4), np.uint8)
    picture[..., :3] = colour
    picture[..., 3] = (cv2.GaussianBlur(mask, (0, 0), 0.8) * strength).astype(np.uint8)
    return Image.fromarray(picture)
