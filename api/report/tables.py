"""Statements and bank lines laid out in rows and columns for reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]

#: Bank lines shown of one statement; a year of a busy account has tens of thousands, and they are all in case.json.
MAX_TRANSACTIONS = 120
#: Columns of a statement; changes in equity have the most, a dozen.
MAX_COLUMNS = 16


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures.   period: ISO date or None   span: what it covers   turn: 1 for the second one of the same kind"""

    period: str | None
    span: str
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its label, and for each column the figure or None."""

    line: Json
    figures: tuple[Json | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A statement as a table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def grid(lines: Sequence[Json]) -> Grid:
    """The lines of a statement under their periods, in the order in which the periods first appear."""
    keyed = [(line, _keyed(line)) for line in lines]
    columns = tuple(dict.fromkeys(column for _, figures in keyed for column in figures))[:MAX_COLUMNS]
    return Grid(columns, tuple(Row(line, tuple(figures.get(column) for column in columns)) for line, figures in keyed))


def _keyed(line: Json) -> dict[Column, Json]:
    seen: dict[Column, Json] = {}
    for figure in line.get("figures") or []:
        column = Column(figure.get("period"), str(figure.get("span") or ""))
        while column in seen:
            column = Column(column.period, column.span, column.turn + 1)
        seen[column] = figure
    return seen
