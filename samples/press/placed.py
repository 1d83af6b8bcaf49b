"""Where a figure was printed: what a press hands back for the truth."""

from __future__ import annotations

from dataclasses import dataclass

from extract.place import Box
from samples.papers.paper import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A printed figure and its place: `page` and `box` on paper, `cell` in a workbook, `path` in a text file."""

    entry: Entry
    page: int | None = None
    box: Box | None = None
    cell: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document: its bytes, and every figure on it in order."""

    content: bytes
    figures: tuple[Placed, ...]
