"""A constant added inside a formula, so that it gives the figure that is wanted.

What it leaves: a round or unexplained number among cell names.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.cells import Book, cells, difference
from samples.alteration.technique import CannotAlter, Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    book = Book.opened(content)
    for replacement, cell, new in cells(book, replacements):
        if not cell.formula or new is None:
            raise CannotAlter(f"{replacement.cell} is no formula")
        cell.set_formula(f"{cell.formula}{difference(cell, replacement, new):+f}")
        cell.keep(new)
    return book.saved()


TECHNIQUE = Technique(name="workbook_plug", split="develop", media="workbook", apply=_apply)
