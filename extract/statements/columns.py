"""Columns of figures that have no caption: what can be said of them, and what cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.records import Span
from extract.statements.header import ColumnHeader
from extract.tables.columns import Column, amounts_of, columns_of
from extract.tables.lines import Row

#: Lines that hold a figure in both of two columns before these are believed to be of two periods.
_LINES_IN_BOTH = 3


def headers_from_figures(rows: Sequence[Row], end: date | None, span: Span) -> list[ColumnHeader]:
    """A statement whose columns say nothing: one column of the statement's own date; of several nobody can say which is which."""
    columns = _money(rows)
    if not columns:
        return []
    beside = _beside(columns)
    if len(beside) == 1:
        return [ColumnHeader(beside[0].box, end, span, "current")]
    return [ColumnHeader(column.box, None, span, "current") for column in beside]


def with_unnamed(headers: Sequence[ColumnHeader], rows: Sequence[Row]) -> list[ColumnHeader]:
    """One caption over figures that stand in two columns, line by line: the other column is of a period that is not said.

    A subtotal set further out than its lines makes a second column, and shares no line with them.
    """
    if len(headers) != 1:
        return list(headers)
    (known,) = headers
    beside = _beside(_money(rows))
    if len(beside) < 2:
        return [known]
    nearest = max(beside, key=lambda column: (column.box.overlap_x(known.box), -abs(column.box.centre - known.box.centre)))
    return [known if column is nearest else replace(known, box=column.box, end=None, role="prior") for column in beside]


def _money(rows: Sequence[Row]) -> list[Column]:
    return [column for column in columns_of(amounts_of(rows)) if not column.small_whole_numbers]


def _beside(columns: Sequence[Column]) -> list[Column]:
    """The fullest column and those that hold a figure in most of the lines that they and it are on, left to right."""
    fullest = max(columns, key=lambda column: len(column.amounts))
    rows = {amount.row for amount in fullest.amounts}
    found = []
    for column in columns:
        shared = len(rows & {amount.row for amount in column.amounts})
        if column is fullest or (shared >= _LINES_IN_BOTH and 2 * shared >= min(len(rows), len(column.amounts))):
            found.append(column)
    return found
