"""What paper, glass, light and sensor do to a picture. Each takes pixels (grey or RGB) and returns new ones of the same shape."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.press.degradation import Pixels

Generator = np.random.Generator


def patches(shape: tuple[int, int], generator: Generator, cells: int, low: float, high: float) -> Pixels:
    """A smooth cloud of `cells` by `cells` knots between `low` and `high` (shares), as 0 to 255, of `shape` (height, width)."""
    knots = generator.uniform(low, high, (cells, cells)).astype(np.float32)
    small = cv2.resize(knots, (max(shape[1] // 16, 2), max(shape[0] // 16, 2)), interpolation=cv2.INTER_CUBIC)
    return _grown(np.clip(small * 255, 0, 255).astype(np.uint8), shape)


def _grown(small: NDArray[Any], shape: tuple[int, int]) -> Pixels:
    return np.asarray(cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.uint8)


def times(pixels: Pixels, light: Pixels) -> Pixels:
    """Pixels under a light of 0 to 255 (dark to full), grey or for each colour."""
    if pixels.ndim == 3 and light.ndim == 2:
        light = np.asarray(cv2.merge([light, light, light]), np.uint8)
    return np.asarray(cv2.multiply(pixels, light, scale=1 / 255), np.uint8)


def faded(pixels: Pixels, generator: Generator, lost: float) -> Pixels:
    """Less ink: `lost` of it (share) on average, here more, there less."""
    if lost <= 0:
        return pixels
    kept = patches((pixels.shape[0], pixels.shape[1]), generator, 6, max(0.0, 1 - 1.6 * lost), min(1.0, 1 - 0.4 * lost))
    return 255 - times(255 - pixels, kept)


def grained(pixels: Pixels, generator: Generator, deviation: float) -> Pixels:
    """Sensor noise of that standard deviation (of 255), the same in all colours.

    Rows are cut at random from one long line of noise: drawing each pixel anew would take most of the time.
    """
    height, width = pixels.shape[:2]
    line = (generator.standard_normal(width + (1 << 19), np.float32) * deviation).astype(np.int16)
    rows = np.lib.stride_tricks.sliding_window_view(line, width)[generator.integers(0, 1 << 19, height)]
    noise = cv2.merge([rows, rows, rows]) if pixels.ndim == 3 else rows
    return np.asarray(cv2.add(pixels, noise, dtype=cv2.CV_8U), np.uint8)


def softened(pixels: Pixels, sigma: float) -> Pixels:
    """Out of focus by `sigma` pixels."""
    return pixels if sigma < 0.2 else np.asarray(cv2.GaussianBlur(pixels, (0, 0), sigma), np.uint8)


def shaken(pixels: Pixels, length: float, angle: float) -> Pixels:
    """Moved while it was taken: smeared over `length` pixels along `angle` (radians)."""
    side = int(length) | 1
    if side < 3:
        return pixels
    kernel = np.zeros((side, side), np.float32)
    reach = (side - 1) / 2 * np.array([np.cos(angle), np.sin(angle)])
    middle = (side - 1) / 2
    start, end = (tuple(round(float(value)) for value in middle + sign * reach) for sign in (-1, 1))
    cv2.line(kernel, start, end, 1.0, 1)
    return np.asarray(cv2.filter2D(pixels, -1, kernel / kernel.sum()), np.uint8)


def specked(pixels: Pixels, generator: Generator, count: int) -> Pixels:
    """Dust and toner: `count` dark dots of one to three pixels."""
    pixels = pixels.copy()
    height, width = pixels.shape[:2]
    for x, y, radius, grey in zip(
        generator.integers(0, width, count),
        generator.integers(0, height, count),
        generator.integers(0, 3, count),
        generator.integers(20, 140, count),
        strict=True,
    ):
        colour = (int(grey),) * 3 if pixels.ndim == 3 else int(grey)
        cv2.circle(pixels, (int(x), int(y)), int(radius), colour, -1)
    return pixels


def streaked(pixels: Pixels, generator: Generator, count: int) -> Pixels:
    """Dirt on a feeder's glass: `count` thin upright lines down the whole page, some darker, some lighter."""
    if not count:
        return pixels
    light = np.full(pixels.shape[1], 255, np.int32)
    for x in generator.integers(0, pixels.shape[1] - 3, count):
        light[x : x + int(generator.integers(1, 4))] -= int(generator.integers(14, 70))
    row = np.clip(light, 0, 255).astype(np.uint8)
    return times(pixels, np.broadcast_to(row, (pixels.shape[0], pixels.shape[1])).copy())


def bilevel(pixels: Pixels, threshold: int) -> Pixels:
    """Black and white."""
    grey = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return np.where(grey < threshold, 0, 255).astype(np.uint8)
