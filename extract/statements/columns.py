"""Which column of figures is of which period: under a caption, beside one, or without any, and what cannot be said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.place import Box
from extract.records import Span, StatementKind
from extract.statements.body import columns_in, halves, within
from extract.statements.header import ColumnHeader
from extract.tables.columns import Column, assign_periods, distance, nearest_header
from extract.tables.lines import Row

#: Lines that hold a figure in both of two columns before these are believed to be of two periods.
_LINES_IN_BOTH = 3


@dataclass(frozen=True, slots=True)
class Half:
    """One half of a two-sided sheet, or all of a statement: its rows, the headers of its columns, and the row that captions its labels."""

    rows: list[Row]
    headers: list[ColumnHeader]
    caption: Row | None


def halves_of(
    kind: StatementKind, body: Sequence[Row], headers: Sequence[ColumnHeader], caption_row: Row | None, end: date | None, span: Span
) -> list[Half]:
    """The halves of a statement, each with the headers of its own columns.

    Where the columns of one half have no caption, those of the other half hold for it, column by column.
    """
    found: list[Half] = []
    for left, right in halves(body, caption_row):
        rows = [part for row in body if (part := within(row, left, right)) is not None]
        own = [header for header in headers if left <= header.box.centre < right]
        caption = within(caption_row, left, right) if caption_row is not None else None
        money, _ = columns_in(rows, own, caption)
        if own:
            own = _with_unnamed(kind, own, money)
        elif not headers:
            own = _without_captions(money, end, span)
        found.append(Half(rows, own, caption))
    return [half if half.headers else _borrowing(half, found, span) for half in found]


def _borrowing(half: Half, found: Sequence[Half], span: Span) -> Half:
    money, _ = columns_in(half.rows, half.headers, half.caption)
    lender = next((other.headers for other in found if other.headers), [])
    periods = [header for header in lender if header.role != "other"]
    columns = _beside(money)
    if len(columns) == len(periods):
        return replace(half, headers=[replace(header, box=column.box) for header, column in zip(periods, columns, strict=True)])
    return replace(half, headers=_without_captions(money, None, span))


def _without_captions(columns: Sequence[Column], end: date | None, span: Span) -> list[ColumnHeader]:
    """Columns that say nothing: one column of the statement's own date; of several nobody can say which is which."""
    beside = _beside(columns)
    if len(beside) == 1:
        return [ColumnHeader(beside[0].box, end, span, "current")]
    return [ColumnHeader(column.box, None, span, "current") for column in beside]


def _with_unnamed(kind: StatementKind, headers: Sequence[ColumnHeader], columns: Sequence[Column]) -> list[ColumnHeader]:
    """The headers of columns that are there, and one without a day for each column that has no caption.

    A subtotal set further out than its lines makes a second column under one caption, and shares no line with them. Where two columns
    under one caption do share their lines, the nearer is the caption's and nothing is said of the other.
    """
    if not columns:
        return list(headers)
    kept = [
        header for index, header in enumerate(headers)
        if header.role != "other" or any(nearest_header(column, [item.box for item in headers]) == index for column in columns)
    ]  # fmt: skip
    kept = _once(kind, kept or list(headers), columns)
    if len(columns) <= len(kept):
        return kept
    groups = assign_periods(columns, [header.box for header in kept])
    result: list[ColumnHeader] = []
    for index, header in enumerate(kept):
        own = [column for column, group in zip(columns, groups, strict=True) if group == index]
        beside = [column for column in _beside(own) if column in own] if own else []
        if len(beside) < 2:
            result.append(header)
            continue
        nearest = min(beside, key=lambda column: (distance(header.box, column.box), -len(column.amounts)))
        for column in beside:
            unnamed = replace(header, box=column.box, end=None, role=header.role if header.role == "other" else "prior")
            result.append(replace(header, box=column.box) if column is nearest else unnamed)
    return result


def _once(kind: StatementKind, headers: Sequence[ColumnHeader], columns: Sequence[Column]) -> list[ColumnHeader]:
    """Captions that say the same: an inner and an outer column of one period, or two periods that the captions do not tell apart."""
    result: list[ColumnHeader] = []
    for header in headers:
        same = next((i for i, other in enumerate(result) if _same(other, header)), None)
        if same is None or header.role == "other":
            result.append(header)
            continue
        before = result[same]
        pair = [min(columns, key=lambda column: distance(one.box, column.box)) for one in (before, header)]
        if same == len(result) - 1 and not _shares(pair[0], pair[1]):
            result[same] = replace(before, box=Box.around([before.box, header.box]))
            continue
        if kind != "balance_sheet":  # a month and the year to date, or the other way round
            result[same] = replace(before, end=None)
        result.append(replace(header, end=None))
    return result


def _same(one: ColumnHeader, other: ColumnHeader) -> bool:
    return one.end is not None and (one.end, one.span) == (other.end, other.span) and "other" not in (one.role, other.role)


def _shares(one: Column, other: Column) -> bool:
    """Whether two columns hold figures of the same lines."""
    if one is other:
        return False
    rows = {amount.row for amount in one.amounts}
    shared = len(rows & {amount.row for amount in other.amounts})
    return shared >= _LINES_IN_BOTH and 2 * shared >= min(len(one.amounts), len(other.amounts))


def _beside(columns: Sequence[Column]) -> list[Column]:
    """The fullest column and those that hold a figure in most of the lines that they and it are on, left to right."""
    money = [column for column in columns if not column.small_whole_numbers]
    if not money:
        return []
    fullest = max(money, key=lambda column: len(column.amounts))
    return [column for column in money if column is fullest or _shares(column, fullest)]
