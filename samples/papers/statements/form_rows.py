"""What a line of a printed form is, and how a form is written down here."""

from __future__ import annotations

from typing import NamedTuple


class FormRow(NamedTuple):
    """A line of a form.

    number   行次 of the small-enterprise form; None where the form prints none
    caption  without its indent
    concept  None: a heading, or an empty line when the caption is empty
    total    a sum: never printed as nothing when the record lacks it
    """

    number: int | None
    caption: str
    concept: str | None
    indent: int = 0
    total: bool = False


def rows_of(text: str, first: int | None = None) -> tuple[FormRow, ...]:
    """Rows from lines "caption | concept": two blanks an indent, "=" before a sum, a heading has no concept; `first` starts the 行次."""
    rows = []
    number = first
    for line in text.strip("\n").splitlines():
        caption, _, concept = (part.rstrip() for part in line.partition("|"))
        indent = (len(caption) - len(caption.lstrip())) // 2
        caption = caption.strip()
        total = caption.startswith("=")
        named = concept.strip() or None
        rows.append(FormRow(number if named else None, caption.lstrip("="), named, indent, total))
        if named and number is not None:
            number += 1
    return tuple(rows)
