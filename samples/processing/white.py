"""White places of a page, where a note or a field stands beside everything printed."""

from __future__ import annotations

from random import Random

import numpy as np
import pypdfium2

from extract.place import Box
from samples.processing.way import CannotProcess


def white_place(content: bytes, page: int, width: float, height: float, source: Random) -> Box:
    """A place of that size on page `page` (from 1) with nothing printed on it, points from the top left.

    Raises CannotProcess when the page is full.
    """
    with pypdfium2.PdfDocument(content) as document:
        grey = np.asarray(document[page - 1].render(scale=1).to_pil().convert("L"))
    # Paper of a scan is not pure white; printed is what is much darker than most of the page.
    printed = grey < np.median(grey) - 40
    sums = np.pad(printed.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    across, down = round(width) + 8, round(height) + 8
    if sums.shape[0] <= down + 40 or sums.shape[1] <= across + 40:
        raise CannotProcess("the page is too small for a note")
    count = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across] + sums[:-down, :-across]
    free = np.argwhere(count[20:-20, 20:-20] == 0)
    if not free.size:
        raise CannotProcess("there is no white place on the page")
    top, left = free[source.randrange(len(free))] + 20
    return Box(float(left) + 4, float(top) + 4, float(left) + 4 + width, float(top) + 4 + height)
