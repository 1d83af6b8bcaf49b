"""The tables of a sheet: captions in one row or several, lines, sums within and below them; what stands above and below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.dates import find_dates, parse_date
from extract.forms.heading import firm_named, is_pair
from extract.forms.lists.cells import Column, base_of, column_of, is_serial, mark_of, number_in, scale_of, typed
from extract.forms.period import span_of
from extract.numerals import DecimalMark
from extract.tables.lines import SHEET_ROW_POINTS, Chunk, Row

#: Rows of captions that one table has at most.
_MOST_HEADS = 4
_LONGEST_CAPTION = 48
#: Lines that are looked at to know which columns are filled.
_LOOKED_AT = 40
#: Share of the columns that the row of captions must fill.
_COVERED = 0.5
_SUMS = re.compile(
    r"合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|本页|总和|(?:grand|sub|page)?[\s-]*totals?|sum(?:s|med)?|in all|overall|balance c/?f",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d")
#: Ages of debts in days, which head columns.
_AGE = re.compile(r"[<>≥≤]?\s*(?:30|60|90|120|150|180|360|365)\s*\+?")
_NUMBERING = re.compile(r"[(（\[]?\s*(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2})\s*[)）\]]?|第?\d{1,2}[列栏]")


@dataclass(slots=True)
class Entry:
    """One line.   sum: it adds up others   heading: words above it that stand over a part of the list"""

    row: Row
    cells: dict[int, Chunk]
    sum: bool = False
    heading: str = ""


@dataclass(slots=True)
class Table:
    """One table.   above: rows before its captions that belong to no table   below: those after its lines, and between them"""

    above: list[Row]
    heads: list[Row]
    entries: list[Entry] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)

    @property
    def lines(self) -> list[int]:
        """Numbers of the entries that add up no others."""
        return [number for number, entry in enumerate(self.entries) if not entry.sum]

    def holding(self, *holds: str) -> list[Column]:
        return [column for column in self.columns if column.holds in holds]

    @property
    def title(self) -> str:
        return " ".join(row.text for row in self.above)


class _Sheet:
    """The rows of a sheet with their cells by column."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.base = base_of(rows)
        self.cells: list[dict[int, Chunk]] = []
        self.spans: list[dict[int, int]] = []
        for row in rows:
            placed = [(chunk, *column_of(chunk, self.base)) for chunk in row.chunks]
            cells = {column: chunk for chunk, column, _ in reversed(placed)}
            self.cells.append(dict(sorted(cells.items())))
            self.spans.append({column: span for _, column, span in reversed(placed)})
        self.mark = mark_of(chunk.text for row in rows for chunk in row.chunks)

    def amounts(self, number: int) -> list[int]:
        """Columns of a row in which an amount stands."""
        return [column for column, chunk in self.cells[number].items() if _amount(chunk.text, self.mark)]


def tables_of(rows: Sequence[Row]) -> list[Table]:
    """Every table of a sheet, its columns typed."""
    sheet = _Sheet(rows)
    found: list[Table] = []
    pending: list[int] = []
    heading = ""
    for number in range(len(rows)):
        if not _lists(sheet, number):
            pending.append(number)
            continue
        heads = _heads(sheet, pending, _columns_from(sheet, number)) if pending or not found else []
        if not found or (heads and not _same(sheet, heads, found[-1])):
            above = pending[: heads[0] - pending[0]] if heads else pending
            found.append(Table([rows[one] for one in above], [rows[one] for one in heads]))
            heading = ""
            between = [one for one in pending if heads and one > heads[-1]]
        else:
            between = [one for one in pending if one not in heads]
        for one in between:
            if len(sheet.cells[one]) == 1 and not _said_apart(rows[one].text):
                heading = rows[one].text.strip()
            else:
                found[-1].below.append(rows[one])
        found[-1].entries.append(Entry(rows[number], sheet.cells[number], heading=heading))
        pending = []
    if found:
        found[-1].below += [rows[one] for one in pending]
    for table in found:
        _finish(table, sheet)
    return [table for table in found if table.entries]


def _lists(sheet: _Sheet, number: int) -> bool:
    """Whether a row is a line of a list: an amount beside something else, and no pair of a heading."""
    cells = sheet.cells[number]
    if len(cells) < 2 or _numbered(cells):
        return False
    texts = [chunk.text.strip() for chunk in cells.values()]
    if any((is_pair(text) and not parse_date(text)) or (re.search(r"[:：]$", text) and not _SUMS.fullmatch(text[:-1])) for text in texts):
        return False
    amounts = [cells[column].text.strip() for column in sheet.amounts(number)]
    if len(amounts) >= 2 and all(_AGE.fullmatch(text) for text in amounts):
        return False
    return any(not _YEAR.fullmatch(text) and not text.endswith("+") for text in amounts)


def _amount(text: str, mark: DecimalMark | None) -> bool:
    number = number_in(text, mark)
    return (
        number is not None and not number.nil and not (parse_date(text) and re.fullmatch(r"\d{8}|\d{4}[-/.]\d.*|\d+[-/.]\d+[-/.]\d+", text))
    )


def _numbered(cells: dict[int, Chunk]) -> bool:
    """A row that numbers the columns: (1) (2) (3), A B C."""
    texts = [chunk.text.strip() for chunk in cells.values()]
    if len(texts) < 3 or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    bare = [re.sub(r"[^0-9]", "", text) for text in texts]
    digits = [int(text) for text in bare if text]
    return len(digits) < len(texts) or digits == list(range(digits[0], digits[0] + len(digits)))


def _columns_from(sheet: _Sheet, number: int) -> set[int]:
    """Columns that the lines from that row on fill."""
    found: set[int] = set()
    for row in range(number, min(number + _LOOKED_AT, len(sheet.rows))):
        if row > number and not _lists(sheet, row):
            break
        found |= set(sheet.cells[row])
    return found


def _heads(sheet: _Sheet, pending: Sequence[int], columns: set[int]) -> list[int]:
    """The rows of captions among those above a line, top to bottom."""
    covered = {
        number: sum(column in columns and _captionlike(chunk.text) for column, chunk in sheet.cells[number].items()) for number in pending
    }
    able = [number for number in pending if not _heading(sheet, number) and not _numbered(sheet.cells[number])]
    main = max(able, key=lambda number: (covered[number], number), default=None)
    if main is None or covered[main] < 2 or covered[main] < _COVERED * len(columns):
        return _two_rows(sheet, able, columns)
    found = [main]
    for number in reversed([one for one in pending if one < main]):
        if len(found) >= _MOST_HEADS or not _over(sheet, number, found[0], columns):
            break
        found.insert(0, number)
    for number in [one for one in pending if one > main]:
        cells = sheet.cells[number]
        if _numbered(cells) or (len(cells) >= 2 and all(_captionlike(one.text) for one in cells.values()) and not _heading(sheet, number)):
            found.append(number)
        else:
            break
    return found


def _two_rows(sheet: _Sheet, able: Sequence[int], columns: set[int]) -> list[int]:
    """Captions of which one row names some columns, and the next the others."""
    if len(able) < 2 or able[-1] - able[-2] != 1:
        return []
    both = set(sheet.cells[able[-2]]) | set(sheet.cells[able[-1]])
    return list(able[-2:]) if len(both & columns) >= max(2, _COVERED * len(columns)) else []


def _over(sheet: _Sheet, number: int, below: int, columns: set[int]) -> bool:
    """Whether a row stands as captions over those below it: close by, and not the title of the sheet."""
    rows, cells, spans = sheet.rows, sheet.cells[number], sheet.spans[number]
    if rows[below].box.top - rows[number].box.top > 1.5 * SHEET_ROW_POINTS or _heading(sheet, number):
        return False
    if any(not _captionlike(chunk.text) for chunk in cells.values()):
        return False
    first = min(cells)
    if len(cells) == 1:
        return first > min(columns) or 1 < spans[first] < len(columns) - 1
    return True


def _heading(sheet: _Sheet, number: int) -> bool:
    """Whether a row says whose list it is, of when, in which unit."""
    texts = [chunk.text.strip() for chunk in sheet.cells[number].values()]
    if any(_said_apart(text) for text in texts):
        return True
    if len(texts) >= 3:
        return False
    return any(span_of(text)[1] is not None or firm_named(text) for text in texts)


def _said_apart(text: str) -> bool:
    """A pair, a sentence, a period: nothing that heads a column or a part of a list."""
    return is_pair(text) or len(find_dates(text)) > 1 or re.search(r"[:：]$|[。；]|\bpage \d|第\d+页", text, re.IGNORECASE) is not None


def _captionlike(text: str) -> bool:
    plain = text.strip()
    if len(plain) > _LONGEST_CAPTION or is_pair(plain):
        return False
    return (
        number_in(plain, None) is None
        or _AGE.fullmatch(plain) is not None
        or _YEAR.fullmatch(plain) is not None
        or re.fullmatch(r"[-—#%]", plain) is not None
    )


def _same(sheet: _Sheet, heads: Sequence[int], table: Table) -> bool:
    """Whether captions are those of the table before, printed again."""
    texts = {row.text for row in table.heads}
    return any(sheet.rows[number].text in texts for number in heads)


def _finish(table: Table, sheet: _Sheet) -> None:
    """Columns with their captions and what they hold; which lines are sums."""
    heads = [number for number, row in enumerate(sheet.rows) if any(row is one for one in table.heads)]
    filled = {column for entry in table.entries for column in entry.cells}
    filled |= {column for number in heads for column in sheet.cells[number] if sheet.spans[number][column] == 1}
    for index in sorted(filled):
        path = _path(sheet, heads, index)
        table.columns.append(Column(index, path, [entry.cells.get(index) for entry in table.entries], scale=scale_of(path)))
    _mark_sums(table)
    for column in table.columns:
        whole = column.cells
        column.cells = [chunk if not entry.sum else None for chunk, entry in zip(whole, table.entries, strict=True)]
        typed(column, sheet.mark)
        column.cells = whole
        column.numbers = [number_in(chunk.text, sheet.mark) if chunk is not None else None for chunk in whole]
    serial = [column for column in table.columns if column.serial]
    for column in table.holding("amount"):
        if serial and is_serial(column, table.lines):
            column.holds, column.serial = "day", True
    orders = {column.day_first for column in table.holding("day")} - {None}
    for column in table.holding("day"):
        if column.day_first is None and len(orders) == 1:
            column.day_first = next(iter(orders))


def _path(sheet: _Sheet, heads: Sequence[int], index: int) -> list[str]:
    """The captions over a column; one that stands over several is that of each."""
    path: list[str] = []
    for level, number in enumerate(heads):
        cells, spans = sheet.cells[number], sheet.spans[number]
        if _numbered(cells):
            continue
        if index in cells:
            path.append(cells[index].text.strip())
            continue
        left = max((column for column in cells if column < index), default=None)
        if left is None:
            continue
        if index < left + spans[left] or (level < len(heads) - 1 and spans[left] == 1 and _grouped(sheet, heads[level + 1 :], left, index)):
            path.append(cells[left].text.strip())
    return path


def _grouped(sheet: _Sheet, below: Sequence[int], left: int, index: int) -> bool:
    """Whether a caption at `left` stands over the column `index` too: both have captions of their own below it."""
    return any(left in sheet.cells[number] and index in sheet.cells[number] for number in below if not _numbered(sheet.cells[number]))


def _mark_sums(table: Table) -> None:
    """Which lines add up others: they say so in a cell, with nothing else beside it."""
    for entry in table.entries:
        words = [chunk.text.strip() for chunk in entry.cells.values() if number_in(chunk.text, None) is None]
        entry.sum = (
            bool(words)
            and any(_SUMS.fullmatch(re.sub(r"[:：\s]+$", "", text)) or _worded_sum(text) for text in words[:2])
            and len(words) <= 2
        )
    filled = sorted(sum(number_in(chunk.text, None) is None for chunk in entry.cells.values()) for entry in table.entries)
    usual = filled[len(filled) // 2] if filled else 0
    last = table.entries[-1]
    spoken = sum(number_in(chunk.text, None) is None for chunk in last.cells.values())
    if not last.sum and len(table.entries) > 3 and spoken <= 1 and usual >= 2:
        last.sum = True  # one word, or none, where the others have several


def _worded_sum(text: str) -> bool:
    return (
        len(text) <= 60
        and re.search(r"(?:小计|合计|总计|\b(?:sub-?)?totals?\b)\s*[:：]?$|^(?:total|sub-?total)\b", text, re.IGNORECASE) is not None
    )
