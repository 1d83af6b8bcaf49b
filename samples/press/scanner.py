"""A scanner: pages on glass, slightly askew, read with noise and dirt, coded, bound."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

import cv2
import numpy as np

from samples.press import wear
from samples.press.binding import Leaf, bound, fax, jpeg, png
from samples.press.degradation import Degraded, Job, Mapping, Pixels, Sheet, affine, sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """A machine and its setting.

    dpi       dots per inch across and down; a fax machine's differ
    colour    else grey; bilevel: black and white, the grey from which on a dot is white
    skew      degrees of the sheet on the glass, up to 2 either way; wobble: more of it from page to page
    shift     points that the sheet lies off
    blur      pixels at 200 dpi; lost: share of the ink; noise: of 255
    light     share by which the darkest spot is darker than the lightest
    specks    dark dots a page; streaks: upright lines; edge: the lid's shadow along the sides, share of the page
    quality   of the JPEG
    suffix    "pdf": all pages in one; "jpg", "png": a picture each
    """

    dpi: tuple[int, int]
    colour: bool = False
    bilevel: int | None = None
    skew: float = 0.0
    wobble: float = 0.1
    shift: float = 4.0
    blur: float = 0.5
    lost: float = 0.0
    noise: float = 2.0
    light: float = 0.05
    specks: int = 0
    streaks: int = 0
    edge: float = 0.0
    quality: int = 70
    suffix: Literal["pdf", "jpg", "png"] = "pdf"


def between(damage: float, good: float, bad: float) -> float:
    """A setting between that of a good machine (damage 0) and of a bad one (1)."""
    return good + (bad - good) * min(max(damage, 0.0), 1.0)


def skewed(source: Random, damage: float) -> float:
    """An angle: mostly small, up to 2 degrees either way on bad machines."""
    return max(-2.0, min(2.0, source.gauss(0, 0.25 + 0.75 * damage)))


def scanned(job: Job, how: Scanner, source: Random) -> Degraded:
    """The pages of the job as that scanner reads them."""
    generator = np.random.default_rng(source.getrandbits(64))
    leaves, mappings = [], []
    for sheet in sheets(job, lambda _width, _height: how.dpi[0], colour=how.colour):
        pixels, mapping = _laid(sheet, how, source)
        pixels = _read(pixels, how, generator)
        leaves.append(_leaf(pixels, sheet, how))
        mappings.append(mapping)
    if how.suffix == "pdf":
        return Degraded((bound(leaves, job.made),), "pdf", tuple(mappings))
    return Degraded(tuple(leaf.content for leaf in leaves), how.suffix, tuple(mappings))


def _laid(sheet: Sheet, how: Scanner, source: Random) -> tuple[Pixels, Mapping]:
    """The sheet on the glass."""
    height, width = sheet.pixels.shape[:2]
    skew = max(-2.0, min(2.0, how.skew + source.gauss(0, how.wobble)))
    # OpenCV turns counter-clockwise for a positive angle.
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0)
    scale = how.dpi[0] / 72
    moved = np.array([source.uniform(-how.shift, how.shift), source.uniform(-how.shift, how.shift)]) * scale
    matrix = matrix + np.stack([np.zeros(2), np.zeros(2), moved], axis=1)
    beside = 255 if how.edge <= 0 else 70
    pixels = np.asarray(cv2.warpAffine(sheet.pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(beside,) * 3), np.uint8)
    if how.dpi[1] != how.dpi[0]:
        pixels = np.asarray(cv2.resize(pixels, (width, round(height * how.dpi[1] / how.dpi[0])), interpolation=cv2.INTER_AREA), np.uint8)
    # Down, a fax machine's dots are coarser, but a point of the page stays a point.
    return pixels, affine(matrix, scale, scale)


def _read(pixels: Pixels, how: Scanner, generator: np.random.Generator) -> Pixels:
    shape = pixels.shape[0], pixels.shape[1]
    pixels = wear.faded(pixels, generator, how.lost)
    pixels = wear.softened(pixels, how.blur * how.dpi[0] / 200)
    light = wear.patches(shape, generator, 3, 1 - how.light, 1.0)
    if how.edge > 0:
        light = wear.times(light, _lid(shape, how.edge))
    pixels = wear.times(pixels, light)
    pixels = wear.streaked(pixels, generator, how.streaks)
    pixels = wear.specked(pixels, generator, how.specks)
    pixels = wear.grained(pixels, generator, how.noise)
    return pixels if how.bilevel is None else wear.bilevel(pixels, how.bilevel)


def _lid(shape: tuple[int, int], edge: float) -> Pixels:
    """The shadow of a lid that was not shut, along the left side and the foot."""
    reach = max(2, round(shape[1] * edge))
    across, down = np.full(shape[1], 255.0), np.full(shape[0], 255.0)
    across[:reach] -= np.linspace(150, 0, reach)
    down[-reach:] -= np.linspace(0, 110, reach)
    return np.asarray(np.minimum.outer(down, across), np.uint8)


def _leaf(pixels: Pixels, sheet: Sheet, how: Scanner) -> Leaf:
    down, across = pixels.shape[:2]
    grey = pixels.ndim == 2
    if how.suffix == "png":
        return Leaf(png(pixels, how.dpi[0]), "png", across, down, grey, sheet.width, sheet.height)
    if how.suffix == "pdf" and how.bilevel is not None:
        return Leaf(fax(pixels), "fax", across, down, True, sheet.width, sheet.height)
    return Leaf(jpeg(pixels, how.quality, how.dpi[0]), "jpeg", across, down, grey, sheet.width, sheet.height)
