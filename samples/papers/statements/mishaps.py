"""What goes wrong between a ledger and a printed statement: figures pushed into the next column, cents that a spreadsheet lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samples.papers.layout import Look
from samples.papers.paper import Column, Entry, Row, Table
from samples.records.record import Statement
from samples.streams import stream

#: Sums of whose cents a spreadsheet may be off.
_SUMS = (
    "total_current_assets", "total_noncurrent_assets", "total_assets", "total_current_liabilities", "total_liabilities", "total_equity",
    "total_liabilities_and_equity", "gross_profit", "operating_profit", "profit_before_tax", "net_profit", "cf_operating_net",
    "cf_net_increase", "cf_closing_cash",
)  # fmt: skip


def misprinted(statement: Statement, look: Look) -> dict[str, int]:
    """Concept -> minor units by which its current figure is printed wrong.

    The hint "cells_off" is such a mapping, or the largest number of cents by which about a third of the sums is off.
    """
    hint = look.hints.get("cells_off")
    if isinstance(hint, Mapping):
        return {str(concept): int(amount) for concept, amount in hint.items()}
    if not isinstance(hint, int) or not hint:
        return {}
    most = 5 if hint is True else hint
    source = stream(look.firm.seed, "statements", "cells_off", statement.record, statement.period.isoformat())
    off = {concept: source.choice((-1, 1)) * source.randint(1, most) for concept in _SUMS if source.random() < 0.35}
    return off or {_SUMS[0]: 1, "net_profit": 1, "cf_operating_net": 1}


def shifted(table: Table, look: Look, name: str) -> Table:
    """`table` with the figures of some rows one column to the right, when the document was exported badly (hint "misaligned").

    A figure moves only where the next cell is empty or beyond the last column, for which a narrow one without a caption is added.
    """
    if not look.hints.get("misaligned"):
        return table
    rows, beyond = [], False
    for place, row in enumerate(table.rows):
        words = next((cell for cell in row.cells if isinstance(cell, str)), str(place))
        chosen = stream(look.firm.seed, "statements", "misaligned", name, words).random() < 0.18
        cells = list(row.cells) + [None] * (len(table.columns) - len(row.cells))
        last = max((index for index, cell in enumerate(cells) if isinstance(cell, Entry)), default=-1)
        if not chosen or last < 0:
            rows.append(row)
            continue
        first = last
        while first and isinstance(cells[first - 1], Entry):
            first -= 1
        if last + 1 < len(cells) and cells[last + 1] is not None:
            rows.append(row)
            continue
        beyond = beyond or last + 1 == len(table.columns)
        moved = [*cells[:first], None, *cells[first : last + 1], *cells[last + 2 :]]
        rows.append(Row(tuple(moved), row.style))
    columns = (*table.columns, Column("", table.columns[-1].width, "right")) if beyond else table.columns
    spans = ((*table.spans, ("", 1)) if beyond else table.spans) if table.spans else ()
    return replace(table, columns=columns, rows=tuple(rows), spans=spans)
