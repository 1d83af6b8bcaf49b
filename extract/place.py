"""Where something stands: on a page, in a workbook's cell, or in a text file's field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in PDF points (1/72 inch) from the page's top left, as a person sees the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Height of the horizontal centre line, points from the top."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Distance of the vertical centre line, points from the left."""
        return (self.x0 + self.x1) / 2

    def union(self, other: Box) -> Box:
        return Box(min(self.x0, other.x0), min(self.top, other.top), max(self.x1, other.x1), max(self.bottom, other.bottom))

    def overlap_x(self, other: Box) -> float:
        """Points that both share from left to right; negative is the gap between them."""
        return min(self.x1, other.x1) - max(self.x0, other.x0)

    def overlap_y(self, other: Box) -> float:
        """Points that both share from top to bottom; negative is the gap between them."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def as_list(self) -> list[float]:
        return [round(self.x0, 2), round(self.top, 2), round(self.x1, 2), round(self.bottom, 2)]

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all of `boxes`. Raises ValueError when there are none."""
        every = list(boxes)
        if not every:
            raise ValueError("no boxes to go around")
        result = every[0]
        for box in every[1:]:
            result = result.union(box)
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One spot in one document: `page` and `box` on paper, `cell` in a workbook, `path` in a text file.

    sha256   of the document's bytes, lower-case hexadecimal
    page     from 1; None in a workbook or text file
    cell     "Sheet1!D12"
    path     "line 3, column 5" of a delimited file, or an XML path
    """

    sha256: str
    page: int | None = None
    box: Box | None = None
    cell: str | None = None
    path: str | None = None
