"""What differs between statement layouts, as a declaration; the reader is shared.

A layout is one file in `layouts/` that holds one `LAYOUT`. It may name only what no other layout has: all of them are known at
once, because a loan file mixes them.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, get_args

from extract.records import Span, StatementKind

Role = Literal["current", "prior", "open", "other"]


@dataclass(frozen=True, slots=True)
class ColumnCaption:
    """A word of a column's caption that says what the column covers without naming a date.

    pattern  matched where the word before it ended, in lower case; without spaces in a `spaced` layout
    role     "current", "prior", "open" (the balance on the last day before the year), "other" (no period at all: a budget, a variance,
             per cents); None: the word says nothing of it
    span     what it covers; None: what the statement's heading says
    total    a sum of the columns beside it   actual   what happened, beside what was planned
    """

    pattern: str
    role: Role | None = None
    span: Span | None = None
    total: bool = False
    actual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLayout:
    """One way of printing financial statements.

    seen           what it was made from
    titles         of each kind of statement: a pattern of the whole title, without qualifiers ("audited", "consolidated") and dates
    spaced         the title is compared without any space (Chinese titles are set wide)
    columns        words of captions of columns, the more special first
    sections       headings that open a section of concepts.yaml: (kind, pattern of the normalised heading, section)
    label_captions pattern of what stands above a column of labels; a two-sided sheet is split where it stands twice
    note_captions  pattern of what stands above line numbers and note references

    Raises ValueError when a pattern does not compile, a kind is unknown, or the layout names no title.
    """

    seen: str
    titles: Mapping[StatementKind, str]
    spaced: bool = False
    columns: tuple[ColumnCaption, ...] = ()
    sections: tuple[tuple[StatementKind, str, str], ...] = field(default=())
    label_captions: str | None = None
    note_captions: str | None = None

    def __post_init__(self) -> None:
        if not self.titles:
            raise ValueError("a statement layout must name at least one title")
        unknown = {*self.titles, *(kind for kind, _, _ in self.sections)} - set(get_args(StatementKind))
        if unknown:
            raise ValueError(f"unknown kinds of statement: {sorted(unknown)}")
        patterns = [*self.titles.values(), *(column.pattern for column in self.columns), *(pattern for _, pattern, _ in self.sections)]
        for pattern in (*patterns, self.label_captions, self.note_captions):
            try:
                re.compile(pattern or "")
            except re.error as error:
                raise ValueError(f"the pattern {pattern!r} does not compile: {error}") from error


@cache
def layouts() -> tuple[StatementLayout, ...]:
    """Every layout of the folder, in the order of the files' names. Raises ValueError for a file without a LAYOUT."""
    from extract.statements import layouts as folder  # a package that holds nothing but layouts

    found = []
    for module in sorted(pkgutil.iter_modules(folder.__path__), key=lambda item: item.name):
        layout = getattr(importlib.import_module(f"{folder.__name__}.{module.name}"), "LAYOUT", None)
        if not isinstance(layout, StatementLayout):
            raise ValueError(f"{module.name}.py must hold LAYOUT = StatementLayout(...)")
        found.append(layout)
    return tuple(found)


def one_of(patterns: list[str | None]) -> re.Pattern[str]:
    """A pattern that matches where one of `patterns` does, whole and in any case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns if pattern) or r"(?!)", re.IGNORECASE)
