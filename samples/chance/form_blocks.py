"""Lines of a form set in one of many ways: tables, pairs, captions above, below or inside the box of their amount, leaders, sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from samples.chance.form_figures import Figures, Numbered
from samples.papers.paper import Block, Cell, Column, Entry, Frame, Line, Row, Table
from samples.records.record import FormColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the tables of one paper share."""

    frame: Frame
    size: float
    row_height: float
    wash: float | None
    colon: str


def look_of(source: Random, *, chinese: bool) -> Look:
    size = source.choice((8.2, 9.0, 9.8))
    return Look(
        frame=source.choice(("grid", "grid", "columns", "open", "open")),
        size=size,
        row_height=size * source.choice((1.6, 1.9, 2.3)),
        wash=source.choice((None, None, 0.9)),
        colon=source.choice(("：", "", "：") if chinese else (":", "", "")),
    )


def table(
    figures: Figures,
    lines: Sequence[Numbered],
    columns: Sequence[FormColumn],
    look: Look,
    captions: Mapping[str, str],
    *,
    number: str = "",
    first: bool = False,
    texts: Sequence[tuple[str, str]] = (),
    label: float = 0.42,
    header: bool = True,
    alone: bool = False,
) -> Table:
    """Lines under captions.   captions: "item" and the columns'   number: caption of the line numbers, "" for none; first: left of all
    texts: (name, caption) of columns of words   alone: the unit stands over the columns and not in the captions of the lines
    """
    rest = 1 - label - (0.08 if number else 0)
    room = rest / max(1, len(texts) + len(columns))
    head = [Column(captions.get("item", ""), label), *(Column(caption, room, "centre") for _, caption in texts)]
    heads = [captions.get(column.name, column.caption) for column in columns]
    head += [Column(figures.captioned(caption) if alone else caption, room, "right") for caption in heads]
    if number:
        head.insert(0 if first else 1, Column(number, 0.08, "centre"))
    rows = []
    for item, line in lines:
        cells: list[Cell] = [figures.label(line, plain=alone) or None, *(line.texts.get(name) for name, _ in texts)]
        cells += [figures.entry(item, line, column, plain=alone) or line.texts.get(column.name) for column in columns]
        if number:
            cells.insert(0 if first else 1, line.number or str(item))
        rows.append(Row(tuple(cells), "total" if line.name == "total" and look.frame == "open" else "plain"))
    return Table(
        columns=tuple(head),
        rows=tuple(rows),
        frame=look.frame,
        header=header,
        size=look.size,
        row_height=look.row_height,
        wash=look.wash,
        gap=7,
    )


def _cells(figures: Figures, lines: Sequence[Numbered], column: FormColumn) -> list[tuple[str, Cell]]:
    """(caption, amount or words) of each line that has one."""
    found: list[tuple[str, Cell]] = []
    for item, line in lines:
        cell: Cell = figures.entry(item, line, column) or line.texts.get(column.name)
        if cell is not None:
            found.append((figures.label(line), cell))
    return found


def pairs(figures: Figures, lines: Sequence[Numbered], column: FormColumn, look: Look, count: int, *, ruled: bool = True) -> list[Block]:
    """Captions left of their amounts, `count` pairs in a row; without rules as lines of text where count is 1 or 2."""
    cells = [(f"{label}{look.colon}", cell) for label, cell in _cells(figures, lines, column)]
    if not ruled and count == 1:
        return [Line(left=label, right=cell, size=look.size, gap=5) for label, cell in cells]
    wide, narrow = 0.56 / count, 0.44 / count
    columns = tuple(part for _ in range(count) for part in (Column("", wide), Column("", narrow, "right")))
    rows = [Row(tuple(part for pair in cells[place : place + count] for part in pair)) for place in range(0, len(cells), count)]
    return [_boxed(columns, rows, replace(look, frame=look.frame if ruled else "open"))]


def stacked(figures: Figures, lines: Sequence[Numbered], column: FormColumn, look: Look, count: int, *, below: bool) -> list[Block]:
    """Captions in a row of their own above their amounts, or `below` them."""
    cells = _cells(figures, lines, column)
    rows: list[Row] = []
    for place in range(0, len(cells), count):
        group = cells[place : place + count]
        captions, amounts = Row(tuple(label for label, _ in group)), Row(tuple(cell for _, cell in group))
        rows += [amounts, captions] if below else [captions, amounts]
    return [_boxed(tuple(Column("", 1 / count) for _ in range(count)), rows, look)]


def inside(figures: Figures, lines: Sequence[Numbered], column: FormColumn, look: Look, count: int, colon: str) -> list[Block]:
    """Caption and amount in one box."""
    cells: list[Cell] = []
    for label, cell in _cells(figures, lines, column):
        if isinstance(cell, Entry):
            cells.append(replace(cell, printed=f"{label}{colon}{cell.printed}"))
        else:
            cells.append(f"{label}{colon}{cell}")
    rows = [Row(tuple(cells[place : place + count])) for place in range(0, len(cells), count)]
    return [_boxed(tuple(Column("", 1 / count) for _ in range(count)), rows, look)]


def leaders(figures: Figures, lines: Sequence[Numbered], column: FormColumn, look: Look) -> list[Block]:
    """Captions led to their amounts by points."""
    room = 78 if look.size < 9 else 66
    return [
        Line(left=f"{label} {'.' * max(4, room - _width(label))}", right=cell, size=look.size, gap=5)
        for label, cell in _cells(figures, lines, column)
    ]


def sentences(parts: Sequence[str | Entry], look: Look, *, chinese: bool) -> list[Block]:
    """Running text, broken like any paragraph, but that a line holds one amount at most.   parts: words and amounts in order"""
    room = 84 if look.size < 9 else 76
    blocks: list[Block] = []
    text, entry = "", None

    def finish() -> None:
        nonlocal text, entry
        if text.strip():
            blocks.append(Line(left=replace(entry, printed=text.strip()) if entry is not None else text.strip(), size=look.size, gap=5))
        text, entry = "", None

    for part in parts:
        if isinstance(part, Entry):
            if entry is not None or _width(text) + _width(part.printed) > room:
                finish()
            text, entry = f"{text}{part.printed}", part
            continue
        for token in part if chinese else [f"{word} " for word in part.split(" ")]:
            if _width(text) + _width(token) > room:
                finish()
            text += token
    finish()
    return blocks


def _boxed(columns: tuple[Column, ...], rows: Sequence[Row], look: Look) -> Table:
    return Table(columns=columns, rows=tuple(rows), frame=look.frame, header=False, size=look.size, row_height=look.row_height, gap=7)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


Arrange = Callable[[Sequence[Numbered], FormColumn], list[Block]]


def arranged(figures: Figures, look: Look, source: Random, *, chinese: bool) -> Arrange:
    """One way to set lines with one amount each."""
    way = source.choice(("pairs", "pairs", "plain", "double", "triple", "over", "over", "below", "inside", "leaders"))
    count = source.choice((2, 3, 4)) if not chinese or look.size < 9 else source.choice((2, 3))
    colon = source.choice(("：", ":")) if chinese else ": "
    if way == "leaders":
        return lambda lines, column: leaders(figures, lines, column, look)
    if way in ("over", "below"):
        return lambda lines, column: stacked(figures, lines, column, look, count, below=way == "below")
    if way == "inside":
        return lambda lines, column: inside(figures, lines, column, look, min(count, 3) - 1, colon)
    many = {"double": 2, "triple": 3 if chinese else 2}.get(way, 1)
    return lambda lines, column: pairs(figures, lines, column, look, many, ruled=way != "plain")
