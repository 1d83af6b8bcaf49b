"""What a form's lines add up to: concepts that are spread over several lines, and sums that the form states of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.figure import Figure
from extract.forms.captions import meanings
from extract.forms.layout import FormKind
from extract.records import PeriodFigure, StatementLine
from extract.series import FigureSeries

_TERM = re.compile(r"([+-]?)(\d{1,3}[a-z]?)")


def with_sums(lines: Sequence[StatementLine], kind: FormKind, series: FigureSeries, currency: str) -> list[StatementLine]:
    """The lines, and after them one derived line for each concept that they spread over several.

    Taxable sales are those at the usual rate plus simplified, exported and exempt ones: where any of those is not nil, no printed line is
    the concept by itself, and the sum stands for it.
    """
    signs = [{one.concept: one.role for one in meanings(kind.captions, line.label) if one.concept} for line in lines]
    result = list(lines)
    for concept in dict.fromkeys(concept for told in signs for concept, role in told.items() if role != "line"):
        members = [(line, told[concept]) for line, told in zip(lines, signs, strict=True) if concept in told and line.figures]
        others = [line for line, role in members if role != "line"]
        if not any(column.figure.value for line in others for column in line.figures):
            continue
        figures = tuple(_added(members, series, currency))
        if not figures:
            continue
        confidence = min(line.concept_confidence or 1.0 for line, _ in members)
        result = [replace(line, concept=None, concept_confidence=0.0) if line.concept == concept else line for line in result]
        result.append(StatementLine(label="", concept=concept, concept_confidence=confidence, page=members[0][0].page, figures=figures))
    return result


def _added(members: Sequence[tuple[StatementLine, str]], series: FigureSeries, currency: str) -> Iterator[PeriodFigure]:
    """For each column the sum over the lines that fill it."""
    columns = dict.fromkeys((one.period, one.span, one.column) for line, _ in members for one in line.figures)
    for period, span, column in columns:
        terms: list[tuple[Figure, int]] = []
        for line, role in members:
            terms += [
                (one.figure, -1 if role == "less" else 1)
                for one in line.figures
                if (one.period, one.span, one.column) == (period, span, column)
            ]
        value = sum((figure.value * sign for figure, sign in terms), Decimal(0))
        yield PeriodFigure(period, span, series.derived(value, tuple(figure for figure, _ in terms), currency=currency), column)


def broken_sums(lines: Sequence[StatementLine], checks: Sequence[str]) -> list[str]:
    """Those of the sums that the form states ("17=12+13-14-15+16") which its printed figures do not keep, with nothing misread in them."""
    numbered = {line.note: line for line in own_lines(lines)}
    broken = []
    for check in checks:
        left, _, right = check.partition("=")
        terms = [(sign, numbered.get(number)) for sign, number in _TERM.findall(right)]
        total = numbered.get(left)
        if total is None or any(line is None for _, line in terms):
            continue
        for column in total.figures[:1]:  # the period's own column: what is cumulated follows other rules
            found = [(sign, _in_column(line, column)) for sign, line in terms if line is not None]
            if any(figure is None for _, figure in found) or column.figure.doubtful:
                continue
            figures = [(sign, figure) for sign, figure in found if figure is not None]
            value = sum((-figure.value if sign == "-" else figure.value for sign, figure in figures), Decimal(0))
            if not any(figure.doubtful for _, figure in figures) and abs(value - column.figure.value) > column.figure.step:
                broken.append(check)
    return broken


def own_lines(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """The numbered lines of the form itself: where numbers begin anew and repeat, a schedule with numbers of its own follows."""
    runs: list[list[StatementLine]] = []
    for line in lines:
        if not line.note:
            continue
        if not runs or _counted(line) < _counted(runs[-1][-1]):
            runs.append([])
        runs[-1].append(line)
    own: list[StatementLine] = []
    for run in runs:
        if {line.note for line in run}.isdisjoint({line.note for line in own}):
            own += run
    return own


def _counted(line: StatementLine) -> int:
    return int(re.sub(r"\D", "", line.note or "") or 0)


def terms_of(check: str) -> tuple[str, ...]:
    """The numbers of the lines in a sum, the total first."""
    left, _, right = check.partition("=")
    return (left, *(number for _, number in _TERM.findall(right)))


def _in_column(line: StatementLine, wanted: PeriodFigure) -> Figure | None:
    return next((one.figure for one in line.figures if (one.span, one.column) == (wanted.span, wanted.column)), None)
