"""Rows of cells as delimited text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from samples.papers.paper import Cell, Entry
from samples.press.placed import Placed, Printed


def delimited(
    rows: Iterable[Sequence[Cell]], *, encoding: str, delimiter: str = ",", quoted: bool = False, terminator: str = "\r\n"
) -> Printed:
    """The rows as text.   quoted: every field in quotation marks; else only where needed

    A figure's path is "line 3, column 5", both from 1; no field holds a line break, so a row is a line.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=terminator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    figures = []
    for number, cells in enumerate(rows, start=1):
        fields = []
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell, Entry):
                figures.append(Placed(entry=cell, path=f"line {number}, column {column}"))
                fields.append(cell.printed)
            else:
                fields.append(cell or "")
        writer.writerow(fields)
    return Printed(out.getvalue().encode(encoding, "replace"), tuple(figures))
