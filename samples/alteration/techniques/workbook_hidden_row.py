"""A hidden row that a figure depends on: its formula takes in a cell that nobody sees.

What it leaves: a hidden cell without a caption, in a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.cells import Book, cells, difference
from samples.alteration.technique import CannotAlter, Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    book = Book.opened(content)
    for replacement, cell, new in cells(book, replacements):
        if new is None:
            raise CannotAlter(f"{replacement.cell} is a text")
        hidden = cell.hidden_row(difference(cell, replacement, new))
        cell.set_formula(f"{cell.formula or cell.shown}+{hidden}")
        cell.keep(new)
    return book.saved()


TECHNIQUE = Technique(name="workbook_hidden_row", split="test", media="workbook", apply=_apply)
