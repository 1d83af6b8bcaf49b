"""A total that was a formula, typed as a number.

What it leaves: one constant among formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.cells import Book, cells
from samples.alteration.technique import CannotAlter, Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    book = Book.opened(content)
    for replacement, cell, new in cells(book, replacements):
        if not cell.formula or new is None:
            raise CannotAlter(f"{replacement.cell} is no formula")
        cell.set_formula("")
        cell.keep(new)
    return book.saved()


TECHNIQUE = Technique(name="workbook_typed_total", split="develop", media="workbook", apply=_apply)
