"""The lists of a sheet: which kind each is, and its lines with their figures under the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.forms.catalogue import kinds
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.lists import balance, others, register
from extract.forms.lists.cells import Column
from extract.forms.lists.tables import Entry, Table, tables_of
from extract.forms.table import Cell, Line
from extract.records import Span
from extract.tables.lines import Row

#: Of a list whose own sums prove what its columns are, and of one that is known by its captions.
_PROVED, _CAPTIONED = 1.0, 0.98
#: Titles of statements, which have a reader of their own; a trial balance may be named beside one.
_STATEMENT = re.compile(
    r"资产负债表|利润表|损益表|现金流量表|所有者权益变动|balance sheet|profit (?:and|&) loss|income statement|cash ?flow|financial position"
    r"|changes in equity|statement of (?:operations|earnings|income)",
    re.IGNORECASE,
)
#: Lines with a number and a day of their own are no items of one invoice.
_SEVERAL = 2
#: What a figure is trusted with whose column's role is a guess.
_GUESSED = 0.5


@dataclass(frozen=True, slots=True)
class Listed:
    """One list.

    rows      all, in order   lines: with their figures   others: rows of its heading and foot
    guessed   captions of columns whose meaning is a guess
    beside    tables of its sheet that are none known here: their captions and how many lines they have
    """

    kind: FormKind
    rows: tuple[Row, ...]
    title: str | None
    evidence: float
    lines: tuple[Line, ...]
    others: tuple[Row, ...]
    guessed: tuple[str, ...] = ()
    beside: tuple[tuple[str, int], ...] = ()

    @property
    def parts(self) -> tuple[list[Line], list[Row]]:
        """Its lines, and the rows that belong to none."""
        return list(self.lines), list(self.others)


def is_sheet(rows: Sequence[Row]) -> bool:
    """Whether rows are those of a sheet, a delimited file or a web page, whose cells stand in columns."""
    return bool(rows) and all(row.page is None for row in rows)


def lists_in(rows: Sequence[Row]) -> list[Listed]:
    """Every list that a sheet holds and that is known here, top to bottom."""
    return list(_lists_in(tuple(rows)))


@lru_cache(maxsize=4)
def _lists_in(rows: tuple[Row, ...]) -> tuple[Listed, ...]:
    """The same; a sheet is asked for its evidence first and read then."""
    found: list[Listed] = []
    beside: list[tuple[str, int]] = []
    for table in tables_of(rows):
        one = _balance(table) if _STATEMENT.search(table.title) else _journal(table) or _register(table) or _balance(table) or _kept(table)
        if one is not None:
            found.append(one)
        else:
            beside.append((" ".join(row.text for row in table.heads), len(table.entries)))
    if found and beside:
        found[0] = replace(found[0], beside=tuple(beside))
    return tuple(found)


def _register(table: Table) -> Listed | None:
    told = register.assigned(table)
    if told is None:
        return None
    kind = next(one for one in kinds() if one.form == "invoice_register")
    return _listed(table, kind, told, _PROVED if told.proved or len(table.lines) > _SEVERAL else _CAPTIONED)


def _journal(table: Table) -> Listed | None:
    told = others.journal(table)
    return _listed(table, told[0], told[1], _PROVED) if told is not None else None


def _kept(table: Table) -> Listed | None:
    told = others.assigned(table)
    return _listed(table, told[0], told[1], _PROVED if told[1].proved else _CAPTIONED) if told is not None else None


def _listed(table: Table, kind: FormKind, told: register.Assigned, evidence: float) -> Listed:
    span: Span | None = "instant" if kind.form == "invoice_register" or kind.instant else None
    meanings = {index: ColumnMeaning("", name, span) for index, name in told.roles.items()}
    lines = [
        _line(table, number, entry, meanings, told.words, (told.label, *told.also), told.doubted)
        for number, entry in enumerate(table.entries)
    ]
    return _whole(table, kind, evidence, lines, told.doubted)


def _balance(table: Table) -> Listed | None:
    chinese = any(re.search(r"[一-鿿]{2}", chunk.text) for entry in table.entries[:20] for chunk in entry.cells.values())
    kind = next(one for one in kinds() if one.form == ("trial_balance" if chinese else "trial_balance_en"))
    told = balance.assigned(table, kind)
    if told is None:
        return None
    lines = []
    for number, entry in enumerate(table.entries):
        line = _line(table, number, entry, told.meanings, told.words, (told.name,), told.doubted)
        code = entry.cells.get(told.number) if told.number is not None else None
        label, own = line.label, code.text.strip() if code is not None and not entry.sum else None
        coded = balance.CODED.fullmatch(label) if told.coded else None
        if coded is not None:
            label, own = coded[2].strip(), coded[1]
        lines.append(Line(label, own, line.cells, line.words, line.row, line.heading))
    return _whole(table, kind, _PROVED if told.proved else _CAPTIONED, lines, told.doubted)


def _whole(table: Table, kind: FormKind, evidence: float, lines: Sequence[Line], doubted: set[int]) -> Listed:
    shown = tuple(line for line in lines if line.cells)
    used = {id(line.row) for line in shown}
    rows = [*table.above, *table.heads, *(entry.row for entry in table.entries), *table.below]
    rows.sort(key=lambda row: row.number)
    heads = {id(row) for row in table.heads}
    apart = tuple(row for row in rows if id(row) not in used and id(row) not in heads)
    guessed = tuple(column.caption or f"{column.index + 1}" for column in table.columns if column.index in doubted)
    return Listed(kind, tuple(rows), _title(table, kind), evidence, shown, apart, guessed)


def _title(table: Table, kind: FormKind) -> str | None:
    texts = [chunk.text.strip() for row in table.above for chunk in row.chunks]
    return next((text for text in texts if kind.titled(text) and len(text) <= 70), None)


def _line(
    table: Table,
    number: int,
    entry: Entry,
    meanings: dict[int, ColumnMeaning],
    words: dict[int, str],
    labels: Sequence[int | None],
    doubted: set[int],
) -> Line:
    """One line.   labels: the columns that name it, the first that is filled"""
    cells, texts = [], []
    for column in table.columns:
        chunk = column.cells[number]
        if chunk is None:
            continue
        numeral = column.numbers[number]
        if column.index in meanings and numeral is not None:
            doubt = _GUESSED if column.index in doubted else None
            cells.append(Cell(meanings[column.index], chunk, numeral, scale=column.scale if column.scale != 1 else None, trust=doubt))
        elif column.index in words and not entry.sum:
            texts.append((words[column.index], _shown(column, number)))
    named = next((entry.cells[label] for label in labels if label is not None and label in entry.cells), None)
    plain = [chunk for index, chunk in sorted(entry.cells.items()) if index not in meanings]
    first = named if named is not None and not entry.sum else next(iter(plain), named)
    text = first.text.strip() if first is not None else ""
    return Line(text, None, tuple(cells), tuple(texts), entry.row, entry.heading)


def _shown(column: Column, number: int) -> str:
    """The words of a cell; a day in the order that is the same everywhere."""
    chunk = column.cells[number]
    day = column.day(number) if column.holds == "day" and (column.serial is False or (chunk is not None and chunk.text.isdigit())) else None
    return day.isoformat() if day is not None else chunk.text.strip() if chunk is not None else ""
