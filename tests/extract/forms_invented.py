"""Forms of layouts that nothing was developed on, set as monospaced text, each with every figure that it prints.

A sheet is text as a dot-matrix printer sets it: a Chinese character is two columns wide, two spaces part what stands in different boxes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from extract.concepts import normalise
from extract.forms import reader
from extract.numerals import parse
from extract.page import Page, Word
from extract.place import Box
from extract.records import Form, PeriodFigure, StatementLine
from extract.series import FigureSeries
from extract.tables.lines import display_width, rows_of_page

#: Points of one half-width column, of a line, and of its letters.
STEP, LINE, HEIGHT = 5.0, 14.0, 9.0


class Truth(NamedTuple):
    """One printed figure.   column: name of the column, or None where any will do"""

    label: str
    column: str | None
    period: date | None
    span: str
    value: Decimal
    concept: str | None


@dataclass(frozen=True, slots=True)
class Invented:
    """One layout.

    form       id of the kind
    columns    of the truth's columns: "name span last-day"; a name "*" is any
    truth      a line each: "caption = values … @concept", "~" where a column holds nothing
    """

    name: str
    form: str
    entity: str | None
    start: str | None
    end: str | None
    columns: tuple[str, ...]
    art: str
    truth: str

    def truths(self) -> Iterator[Truth]:
        for line in self.truth.strip().splitlines():
            caption, _, rest = line.partition(" = ")
            values, _, concept = rest.partition("@")
            for column, printed in zip(self.columns, values.split(), strict=False):
                if printed == "~":
                    continue
                name, span, day = column.split()
                numeral = parse(printed)
                assert numeral is not None, (self.name, printed)
                last = None if day == "-" else date.fromisoformat(day)
                yield Truth(caption.strip(), None if name == "*" else name.strip("_"), last, span, numeral.value, concept.strip() or None)


def page_of(art: str, number: int = 1) -> Page:
    words = []
    for row, line in enumerate(art.strip("\n").splitlines()):
        top = 40.0 + LINE * row
        for found in re.finditer(r"\S+", line):
            left = 20.0 + STEP * display_width(line[: found.start()])
            words.append(Word(found[0], Box(left, top, left + STEP * display_width(found[0]), top + HEIGHT)))
    return Page(number=number, width=1000.0, height=1400.0, words=tuple(words))


class Result(NamedTuple):
    """lost: figures that are not read as they are printed   extra: figures read that are printed nowhere so   odd: of the heading"""

    form: Form | None
    right: int
    lost: tuple[Truth, ...]
    extra: tuple[str, ...]
    concepts: tuple[str, ...]
    odd: tuple[str, ...]


@cache
def read_art(art: str) -> tuple[Form, ...]:
    pages = [rows_of_page(page_of(sheet, number)) for number, sheet in enumerate(art.split("\f"), 1)]
    return tuple(reader.read("ef" * 32, pages, FigureSeries("ef" * 32))[0])


def result_of(layout: Invented, forms: tuple[Form, ...] | None = None) -> Result:
    forms = read_art(layout.art) if forms is None else forms
    form = next((one for one in forms if one.form == layout.form), None)
    truths = list(layout.truths())
    if form is None:
        return Result(None, 0, tuple(truths), (), (), tuple(one.form for one in forms))
    free = [(line, one) for line in form.lines for one in line.figures if not one.figure.operands]
    lost: list[Truth] = []
    concepts: list[str] = []
    for truth in truths:
        found = next((pair for pair in free if fits(truth, *pair)), None)
        if found is None:
            lost.append(truth)
            continue
        free.remove(found)
        meant = {
            line.concept
            for line in form.lines
            if line is found[0] or any(found[1].figure.id in one.figure.operands for one in line.figures)
        }
        if truth.concept not in meant and not (truth.concept is None and meant <= {None}):
            concepts.append(f"{truth.label}: {sorted(map(str, meant))} for {truth.concept}")
    odd = [
        f"{name} {got} for {wanted}"
        for name, got, wanted in (
            ("entity", form.entity, layout.entity),
            ("start", form.start, layout.start),
            ("end", form.end, layout.end),
        )
        if wanted is not None and str(got) != wanted
    ]
    extra = tuple(f"{line.label}: {one.figure.printed} [{one.column} {one.span} {one.period}]" for line, one in free)
    return Result(form, len(truths) - len(lost), tuple(lost), extra, tuple(concepts), tuple(odd))


def fits(truth: Truth, line: StatementLine, one: PeriodFigure) -> bool:
    if one.figure.value != truth.value or (one.period, one.span) != (truth.period, truth.span):
        return False
    label = normalise(line.label)
    return (truth.column is None or one.column == truth.column) and (label == normalise(truth.label) or normalise(truth.label) in label)
