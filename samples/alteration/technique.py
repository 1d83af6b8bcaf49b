"""Altering a finished file: how somebody with ordinary tools changes figures in another's document.

One module, one technique. What innocent hands do to a file (merging, printing, sending) is in processing/.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from extract.place import Box
from samples.population.splits import Split

Media = Literal["pdf", "picture", "workbook"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """One figure to change where it stands.

    page, box   where it stands (points from the top left of the page; pixels of a picture); cell instead in a workbook ("Sheet1!D12")
                and a text table ("line 3, column 5"), path in an export (":61:[3]", "/OFX/…/STMTTRN[3]/TRNAMT")
    old, new    as printed and as it shall read
    font, size  of the original print, key of press/typefaces.py; baseline: y of it
    align       which edge of the box stays put when the new figure is longer
    """

    old: str
    new: str
    page: int = 1
    box: Box | None = None
    cell: str = ""
    font: str = ""
    size: float = 0.0
    baseline: float = 0.0
    align: Literal["left", "right"] = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """A way to alter a file.

    name    stable: "incremental_text", "white_box_overlay", …; it is what a truth file carries
    tools   programs of the system that it calls; () for a Python package
    apply   the altered file. Raises CannotAlter when this file does not lend itself to it (another technique is then tried).
    """

    name: str
    split: Split
    media: Media
    apply: Callable[[bytes, Sequence[Replacement], Random], bytes]
    tools: tuple[str, ...] = ()


class CannotAlter(Exception):
    """This technique does not work on this file."""
