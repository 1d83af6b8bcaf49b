"""A figure typed over in a workbook.

What it leaves: nothing in the file; the figure stands alone against the sums and the other papers.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from samples.alteration.cells import Book, cells
from samples.alteration.technique import CannotAlter, Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    book = Book.opened(content)
    for replacement, cell, new in cells(book, replacements):
        if cell.formula:
            raise CannotAlter(f"{replacement.cell} is counted, not typed")
        cell.keep(replacement.new if new is None else new)
    return book.saved()


TECHNIQUE = Technique(name="workbook_retyped", split="develop", media="workbook", apply=_apply)
