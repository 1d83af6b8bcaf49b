"""What innocent hands do to a file on its way to the lender: re-saving, merging, printing, encrypting, sending by a messenger.

One module, one way. Honest and altered files take these ways alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from extract.place import Box
from samples.alteration.technique import Media
from samples.firms.firm import Language
from samples.population.splits import Split

#: Where a box of the page is after the way: (page, box) -> (page, box).
Moved = Callable[[int, Box], tuple[int, Box]]


def unmoved(page: int, box: Box) -> tuple[int, Box]:
    """Everything stays where it was."""
    return page, box


@dataclass(frozen=True, slots=True)
class Processed:
    content: bytes
    moved: Moved = unmoved


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to process a file.   name: stable, what a truth file carries   apply: the processed file and where things went

    keeps_text  whether a text layer survives
    languages   of the firms whose papers go this way: a letter is written in one
    """

    name: str
    split: Split
    media: Media
    apply: Callable[[bytes, Random], Processed]
    tools: tuple[str, ...] = ()
    keeps_text: bool = True
    languages: tuple[Language, ...] = ("zh", "en")


class CannotProcess(Exception):
    """This way is not for this file: an OCR layer for a page that has text, a spreadsheet program's export for a workbook."""
