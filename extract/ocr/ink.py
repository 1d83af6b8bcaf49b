"""Coloured ink over print: red seals, which hide figures from a recogniser.

Red ink is bright in the red channel and print under it is dark there, so the red channel shows the print alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels
from extract.ocr.phrases import ink_of

#: By how much red must exceed green and blue (0 to 255) to count as red ink, not as brownish paper.
_SATURATED = 45
#: Share of the page that must be red for a second look: a seal's ring alone takes twice as much.
_NOTABLE_PAGE = 0.001
#: Share of a phrase's crop.
_NOTABLE_CROP = 0.015
#: A phrase that keeps less than this of its ink without the red was printed in red.
_PRINT_LEFT = 0.3


def red_of(picture: Pixels) -> NDArray[np.bool_]:
    """Where the picture is saturated red."""
    blue, green, red = (picture[:, :, channel].astype(np.int16) for channel in range(3))
    mask: NDArray[np.bool_] = red - np.maximum(green, blue) > _SATURATED
    return mask


def has_red_ink(red: NDArray[np.bool_]) -> bool:
    return bool(red.mean() > _NOTABLE_PAGE)


def without_red(picture: Pixels, red: NDArray[np.bool_]) -> Pixels:
    """A copy in which red pixels have the brightness of their red channel: a seal fades, print under it stays."""
    cleaned = picture.copy()
    cleaned[red] = picture[:, :, 2][red][:, np.newaxis]
    return cleaned


def hides_print(crop: Pixels, cleaned: Pixels) -> bool:
    """Whether red ink lies over the print of a crop: there is some, and print stays without it."""
    if not red_of(crop).mean() > _NOTABLE_CROP:
        return False
    return bool(ink_of(crop).sum() * _PRINT_LEFT < (cleaned.min(axis=2) < 128).sum())
