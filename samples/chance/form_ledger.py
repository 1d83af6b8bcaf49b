"""A trial balance on a layout drawn by chance: two columns for each time or a side in words, captions in one row or in two."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.chance.form_blocks import Look
from samples.chance.form_figures import Figures
from samples.papers.paper import Block, Cell, Column, Row, Table
from samples.records.record import Form, FormLine

_TIMES = ("opening", "period", "closing")


def ledger(record: Form, figures: Figures, look: Look, said: dict[str, str], source: Random) -> list[Block]:
    """The table of accounts."""
    chinese = record.currency == "CNY"
    coded = source.random() < 0.85
    sided = chinese and source.random() < 0.35
    look = replace(look, size=min(look.size, 8.0), row_height=min(look.row_height, 13.0))
    lines = list(enumerate(record.lines, start=1))
    heads, spans = _sided(said) if sided else _columns(record, said, source)
    rows = []
    for item, line in lines:
        cells: list[Cell] = [said["total"] if line.name == "total" else figures.label(line)]
        if coded:
            cells.insert(0, line.number or None)
        cells += _balance(figures, item, line, record) if sided else [figures.entry(item, line, column) for column in record.columns]
        rows.append(Row(tuple(cells), "total" if line.name == "total" and look.frame == "open" else "plain"))
    label = 0.24 if len(heads) > 2 else 0.5
    room = (1 - label - (0.1 if coded else 0)) / len(heads)
    columns = [Column(said["name"], label), *(Column(head, room, "centre" if head == said.get("side") else "right") for head in heads)]
    if coded:
        columns.insert(0, Column(said["code"], 0.1))
    over = (("", 2 if coded else 1), *spans) if spans else ()
    return [
        Table(
            columns=tuple(columns), rows=tuple(rows), frame=look.frame, size=look.size, row_height=look.row_height, wash=look.wash,
            spans=over, gap=6,
        )
    ]  # fmt: skip


def _columns(record: Form, said: dict[str, str], source: Random) -> tuple[list[str], tuple[tuple[str, int], ...]]:
    """Captions of debit and credit columns, and the groups above them."""
    debit, credit = said["debit"], said["credit"]
    if record.currency != "CNY":
        over = source.random() < 0.3
        return [debit, credit], ((said["closing"], 2),) if over else ()
    if source.random() < 0.55:
        return [debit, credit] * 3, tuple((said[time], 2) for time in _TIMES)
    short = [(said[time].replace("余额", "").replace("发生额", "发生") or said[time]) for time in _TIMES]
    way = source.choice(("{time}{side}", "{time} {side}", "{time}（{side}）"))
    sides = ("借方", "贷方")
    return [way.format(time=time, side=side) for time in short for side in sides], ()


def _sided(said: dict[str, str]) -> tuple[list[str], tuple[tuple[str, int], ...]]:
    side = said["side"]
    opening, closing = (said[time] if "余" in said[time] else f"{said[time]}余额" for time in ("opening", "closing"))
    return [side, opening, "本期借方发生额", "本期贷方发生额", side, closing], ()


def _balance(figures: Figures, item: int, line: FormLine, record: Form) -> list[Cell]:
    """Opening side and balance, debits, credits, closing side and balance."""
    columns = {column.name: column for column in record.columns}
    cells: list[Cell] = []
    for time in _TIMES:
        debit, credit = (figures.entry(item, line, columns[f"{time}_{side}"]) for side in ("debit", "credit"))
        if time == "period":
            cells += [debit, credit]
        elif line.name == "total":  # both sides of a sum would need a cell each
            cells += [None, None]
        else:
            cells += ["借" if debit is not None else "贷" if credit is not None else "平", debit or credit]
    return cells
