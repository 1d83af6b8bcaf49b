"""What becomes of a printed page on a scanner's glass or before a telephone's lens: the nouns of degrade/, and where boxes go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Literal

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from extract.place import Box
from samples.population.splits import Split
from samples.press.marks import Mark

#: Grey (height, width) or colour (height, width, RGB), 0 to 255.
Pixels = NDArray[np.uint8]
#: Points, one a row: x, y.
Points = NDArray[np.float64]
#: Where points of a page (PDF points) are afterwards, in points of the picture as a person sees it.
Mapping = Callable[[Points], Points]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is scanned or photographed.

    content   the PDF that was printed   marks: seals, signatures, staples on the printed sheets
    damage    0 (good machine, steady hand) to 1 (hardly readable)
    made      when it was scanned or photographed
    """

    content: bytes
    made: datetime
    damage: float = 0.3
    marks: Sequence[Mark] = ()


@dataclass(frozen=True, slots=True)
class Degraded:
    """One PDF of all pages, or one picture for each page, in order.

    mappings   of each page
    """

    files: tuple[bytes, ...]
    suffix: Literal["pdf", "jpg", "png"]
    mappings: tuple[Mapping, ...]

    def moved(self, page: int, box: Box) -> tuple[int, Box]:
        """Where the box of that page is now: its page in its file (1 for a picture), and the box around what became of it."""
        return (page if self.suffix == "pdf" else 1), around(box, self.mappings[page - 1])

    def file_of(self, page: int) -> bytes:
        """The file that the page is in."""
        return self.files[0] if self.suffix == "pdf" else self.files[page - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Degradation:
    """A way from print to picture.   name: stable, what a truth file carries   apply: the same job and stream give the same bytes"""

    name: str
    split: Split
    kind: Literal["scan", "photo"]
    apply: Callable[[Job, Random], Degraded]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rendered page.   width, height: points"""

    number: int
    width: float
    height: float
    pixels: Pixels


def sheets(job: Job, dpi: Callable[[float, float], float], *, colour: bool) -> Iterator[Sheet]:
    """The pages of the job as they come from a printer, with the marks on them.   dpi: of a page of that width and height"""
    with pypdfium2.PdfDocument(job.content) as document:
        for index in range(len(document)):
            page = document[index]
            width, height = page.get_size()
            scale = dpi(width, height) / 72
            bitmap = page.render(scale=scale, grayscale=not colour, rev_byteorder=True, no_smoothimage=False)
            seen = bitmap.to_numpy()
            if colour:
                pixels = np.asarray(cv2.cvtColor(seen, cv2.COLOR_RGBA2RGB) if seen.shape[2] == 4 else np.ascontiguousarray(seen), np.uint8)
            else:
                pixels = np.ascontiguousarray(seen.reshape(bitmap.height, -1)[:, : bitmap.width])
            for mark in job.marks:
                if mark.page == index + 1:
                    _press(pixels, mark, scale)
            yield Sheet(index + 1, width, height, pixels)


def _press(pixels: Pixels, mark: Mark, scale: float) -> None:
    """Ink on paper: what is dark already stays dark under it."""
    x0, y0 = round(mark.box.x0 * scale), round(mark.box.top * scale)
    width, height = round(mark.box.width * scale), round(mark.box.height * scale)
    picture = cv2.resize(np.asarray(mark.image), (width, height), interpolation=cv2.INTER_AREA)
    top, left, bottom, right = max(y0, 0), max(x0, 0), min(y0 + height, pixels.shape[0]), min(x0 + width, pixels.shape[1])
    if bottom <= top or right <= left:
        return
    part = picture[top - y0 : bottom - y0, left - x0 : right - x0].astype(np.float32)
    share = part[..., 3:] / 255
    through = 1 - share * (1 - part[..., :3] / 255)
    if pixels.ndim == 2:
        through = through @ np.array([0.299, 0.587, 0.114], np.float32)
    under = pixels[top:bottom, left:right]
    pixels[top:bottom, left:right] = (under * through).astype(np.uint8)


def around(box: Box, mapping: Mapping) -> Box:
    """The smallest upright box around what becomes of `box`: its corners and, as lines may bend, points along its edges."""
    along = np.linspace(0.0, 1.0, 5)
    xs, ys = box.x0 + along * box.width, box.top + along * box.height
    edge = [(x, y) for x in xs for y in (box.top, box.bottom)] + [(x, y) for x in (box.x0, box.x1) for y in ys]
    points = mapping(np.array(edge, np.float64))
    low, high = points.min(axis=0), points.max(axis=0)
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def affine(matrix: NDArray[Any], before: float, after: float) -> Mapping:
    """A mapping by a 2 by 3 matrix of pixels.   before, after: pixels of a point on the page, and of a point of the picture"""

    def mapped(points: Points) -> Points:
        pixels = points * before
        turned: Points = pixels @ np.asarray(matrix[:, :2]).T + np.asarray(matrix[:, 2])
        return turned / after

    return mapped
