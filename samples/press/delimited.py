"""A paper as a delimited text file, as banks export it: lines of heading, then the table."""

from __future__ import annotations

import csv
import io

from samples.papers.paper import Cell, Entry, Line, Paper, Table
from samples.press.placed import Placed, Printed


def write(paper: Paper, *, encoding: str = "gb18030") -> Printed:
    """`paper` as comma-separated text; a figure's path is "line 3, column 5", both from 1."""
    figures: list[Placed] = []
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for number, cells in enumerate(rows_of(paper), 1):
        fields = []
        for column, content in enumerate(cells, 1):
            if isinstance(content, Entry):
                figures.append(Placed(entry=content, path=f"line {number}, column {column}"))
            fields.append(content.printed if isinstance(content, Entry) else content or "")
        writer.writerow(fields)
    return Printed(out.getvalue().encode(encoding), tuple(figures))


def rows_of(paper: Paper) -> list[tuple[Cell, ...]]:
    """The paper's lines and tables as rows of cells; a line of text has as many cells as it has parts."""
    rows: list[tuple[Cell, ...]] = []
    for block in paper.blocks:
        if isinstance(block, Line):
            parts = tuple(part for part in (block.left, block.centre, block.right) if part)
            if parts:
                rows.append(parts)
            continue
        if not isinstance(block, Table):
            continue
        if block.header:
            rows.append(tuple(column.caption.replace("\n", " ") for column in block.columns))
        rows += [row.cells for row in block.rows]
    return rows
