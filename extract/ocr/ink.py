"""Coloured ink over print: red and blue seals and blue pens, which hide figures from a recogniser.

Red ink is bright in the red channel and blue ink in the blue one, and print under it is dark there: that channel shows the print
alone. Dark ink is brightened to the paper's level first, so that nothing of a seal is left to be taken for strokes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels
from extract.ocr.phrases import ink_of

#: By how much a channel must exceed the others (0 to 255) to count as ink of its colour, not as tinted paper or light.
_SATURATED = 45
#: Blue ink lies nearer to green than red does to either.
_BESIDE_GREEN = 15
#: Share of the page that must be red for a second look: a seal's ring alone takes twice as much.
_NOTABLE_PAGE = 0.001
#: Share of a phrase's crop.
_NOTABLE_CROP = 0.015
#: A phrase that keeps less than this of its ink without the colour was printed in colour.
_PRINT_LEFT = 0.3
#: Ink that is darker than this in its own channel would still look like print there.
_DARK_INK = 190

RED, BLUE = 1, 2


def coloured(picture: Pixels) -> NDArray[np.uint8]:
    """Where the picture is saturated `RED` or `BLUE`; elsewhere 0."""
    blue, green, red = (picture[:, :, channel].astype(np.int16) for channel in range(3))
    inks = (red - np.maximum(green, blue) > _SATURATED).astype(np.uint8)
    inks[(blue - red > _SATURATED) & (blue - green > _BESIDE_GREEN)] = BLUE
    return inks


def has_red_ink(inks: NDArray[np.uint8]) -> bool:
    """Whether red covers enough of the page to be a seal; blue is printed too often to say by itself."""
    return bool((inks == RED).mean() > _NOTABLE_PAGE)


def has_blue_ink(inks: NDArray[np.uint8]) -> bool:
    return bool((inks == BLUE).mean() > _NOTABLE_PAGE)


def without_ink(picture: Pixels, inks: NDArray[np.uint8]) -> Pixels:
    """A copy in which coloured pixels have the brightness of their own channel: a seal fades, print under it stays."""
    cleaned = picture.copy()
    for ink, channel in ((RED, 2), (BLUE, 0)):
        where = inks == ink
        if not where.any():
            continue
        light = picture[:, :, channel][where].astype(np.float32)
        level = float(np.median(light))
        if level < _DARK_INK:
            light = np.minimum(light * (255.0 / max(level, 60.0)), 255.0)
        cleaned[where] = light.astype(np.uint8)[:, np.newaxis]
    return cleaned


def hides_print(crop: Pixels, cleaned: Pixels) -> bool:
    """Whether coloured ink lies over the print of a crop: there is some, and print stays without it."""
    if not (coloured(crop) > 0).mean() > _NOTABLE_CROP:
        return False
    return bool(ink_of(crop).sum() * _PRINT_LEFT < (cleaned.min(axis=2) < 128).sum())
