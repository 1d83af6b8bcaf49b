"""What one row prints under each column of its table: its day, its amounts, its texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.banks import generic
from extract.banks.amount import NOTHING, SUFFIX, WEEKDAY, Printed, amount_of, is_day, parsed
from extract.banks.header import Column, Header, is_value_day, names_both_days
from extract.banks.layout import Role
from extract.banks.marks import outward_of
from extract.dates import parse_date
from extract.numerals import DecimalMark, parse
from extract.page import Word
from extract.place import Box
from extract.tables.lines import Chunk, Row

#: A date stands among the first chunks of a row, and is set no wider than this many letter heights.
_DAYS_AMONG, _WIDE = 3, 4.0
#: Points beside the name of the column of marks within which they stand.
_BESIDE = 30.0
MONEY: tuple[Role, ...] = ("in", "out", "amount", "balance")


@dataclass(frozen=True, slots=True)
class Cells:
    row: Row
    by_role: dict[Role, list[tuple[Column, Chunk]]]
    day: str | None
    money: dict[Role, Printed]
    #: Whether two columns of days print different ones and no name says which is the movement's.
    disputed: bool = False
    #: The days of this row by the left edge of their column's name, in columns of days.
    days: dict[float, str] = field(default_factory=dict)

    def text(self, role: Role) -> str | None:
        value = " ".join(chunk.text for _, chunk in self.by_role.get(role, ())).strip()
        return None if not value or value in NOTHING else value

    @property
    def label(self) -> str:
        parts = [chunk for role in ("text", "counterparty", "date", "reference", "other") for _, chunk in self.by_role.get(role, ())]
        parts.sort(key=lambda chunk: chunk.box.x0)
        return " ".join(chunk.text for chunk in parts if WEEKDAY.sub("", chunk.text) != self.day).strip()

    @property
    def moved(self) -> bool:
        return any(role in self.money for role in ("in", "out", "amount"))


def cells_of(row: Row, header: Header, decimal: DecimalMark | None) -> Cells:
    by_role: dict[Role, list[tuple[Column, Chunk]]] = {}
    day: str | None = None
    days: list[str] = []
    by_column: dict[float, str] = {}
    elsewhere: list[str] = []
    value = False  # whether the column of days is one of days of value: another day on the row may be the movement's own
    both = False  # whether the column of days names the day of value below the movement's own
    money: dict[Role, Printed] = {}
    parts = [part for whole in whole_days(row.chunks) for part in apart(whole)]
    columns = [header.column_of(chunk) for chunk in parts]
    roles = [None, *(column.role if column else None for column in columns), None]
    for position, (column, chunk) in enumerate(zip(columns, parts, strict=True)):
        if column is None:
            continue
        if _marks_amount(chunk, roles[position], column.role, roles[position + 2]):
            column = replace(column, role="mark")
        if is_day(chunk.text):
            if column.role == "date":
                days.append(chunk.text)
                by_column.setdefault(column.name.x0, chunk.text)
                both = both or names_both_days(column.text)
                value = value or is_value_day(column.text)
            else:
                elsewhere.append(chunk.text)
        first = position == 0 and not (column.role in ("other", "reference") and is_day(chunk.text))
        if day is None and (column.role == "date" or (row.page is not None and (first or _over_days(chunk, header, position)))):
            day, rest = _leading_day(chunk)
            if rest is not None and day is not None:
                column = next((other for other in header.columns if other.role == "text"), column)
                chunk = rest
        by_role.setdefault(column.role, []).append((column, chunk))
    for role in MONEY:
        printed = amount_of([chunk for _, chunk in by_role.get(role, ())], decimal)
        if printed is not None:
            money[role] = printed
    day = WEEKDAY.sub("", day) if day is not None else None
    disputed = row.page is not None and (len(days) == 1 if both else len({*days, *(elsewhere if value else ())}) > 1)
    return Cells(row, by_role, day, money, disputed=disputed, days=by_column)


def _marks_amount(chunk: Chunk, before: Role | None, own: Role, after: Role | None) -> bool:
    """Whether a chunk is the mark set behind an amount: in its column, or between it and the balance and nearer to that."""
    placed = own == "amount" or (before, own, after) == ("amount", "balance", "balance")
    return placed and outward_of(chunk.text, generic.LAYOUT) is not None


def _over_days(chunk: Chunk, header: Header, position: int) -> bool:
    """Whether words that run into the column of days from the next one begin there."""
    return position < _DAYS_AMONG and any(column.role == "date" and column.name.overlap_x(chunk.box) > 0 for column in header.columns)


def pieces_of(row: Row) -> list[Chunk]:
    """The chunks of a row, amounts and days parted from the text beside them."""
    pieces: list[Chunk] = []
    for whole in whole_days(row.chunks):
        day, rest = _leading_day(whole)
        if day is not None and rest is not None and len(rest.words) < len(whole.words):
            count = len(whole.words) - len(rest.words)
            pieces.append(_joined(whole.words[:count]))
            whole = rest
        pieces.extend(part for first in apart(whole) for part in apart(first))
    return pieces


def whole_days(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a row, those put together that are one date set wide ("23   May", "10   December BACS")."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        whole = next((text for count in (3, 2) if (text := _whole_day(chunks[at : at + count], count)) is not None), None)
        if whole is not None and at < _DAYS_AMONG:
            found.append(whole[0])
            at += whole[1]
        else:
            found.append(chunks[at])
            at += 1
    return found


def _whole_day(chunks: Sequence[Chunk], count: int) -> tuple[Chunk, int] | None:
    """A day and month in `count` chunks, more words behind it in the last one allowed."""
    first, last = chunks[0], chunks[-1]
    if len(chunks) < count or is_day(first.text) or not any(re.search(r"[A-Za-z]{3}", chunk.text) for chunk in chunks):
        return None
    if last.box.x0 - first.box.x1 > _WIDE * max(first.box.height, 4.0):
        return None
    parts = [chunk.text for chunk in chunks[:-1]]
    words = last.words or ()
    near = last.box.x0 - first.box.x1 < 1.2 * max(first.box.height, 4.0)
    dated = any(parse_date(" ".join([*parts, *(word.text for word in words[:end])])) is not None for end in (2, 3) if len(words) >= end)
    if not (near and dated) and any(
        is_day(" ".join(word.text for word in words[:end]).strip(",")) for end in range(1, min(4, len(words)) + 1)
    ):
        return None  # the number of the row, and a day of its own
    texts = [last.text, *(" ".join(word.text for word in words[:end]) for end in (3, 2, 1) if len(words) > end)]
    if not any(is_day(" ".join([*parts, text])) for text in texts):
        return None
    joined = tuple(word for chunk in chunks for word in chunk.words)
    return Chunk(" ".join([*parts, last.text]), Box.around(chunk.box for chunk in chunks), joined), count


def apart(chunk: Chunk) -> list[Chunk]:
    """An amount and the text of the next column, where both stand so close that they were taken for one phrase."""
    words = chunk.words
    if len(words) < 2 or parse(chunk.text) is not None:
        return [chunk]
    if len(words) > 2 and _sized(words[0]) and outward_of(words[1].text, generic.LAYOUT) is not None:
        if SUFFIX.fullmatch(words[1].text):  # a mark that the amount itself is read with
            return [_joined(words[:2]), _joined(words[2:])]
        return [_joined(words[:1]), _joined(words[1:2]), _joined(words[2:])]
    if len(words[-1].text) >= 6 and parse_date(words[-1].text) is not None and not is_day(words[-2].text) and len(words[-1].text) <= 11:
        return [_joined(words[:-1]), _joined(words[-1:])]
    for cut, amount in ((1, words[0]), (len(words) - 1, words[-1])):
        if _sized(amount) and not SUFFIX.fullmatch(words[cut].text):
            return [_joined(words[:cut]), _joined(words[cut:])]
    return [chunk]


def _sized(word: Word) -> bool:
    numeral = parse(word.text)
    return numeral is not None and numeral.step < 1 and not numeral.nil


def _joined(words: Sequence[Word]) -> Chunk:
    return Chunk(" ".join(word.text for word in words), Box.around(word.box for word in words), tuple(words))


def with_marks_apart(rows: Sequence[Row], header: Header) -> list[Row]:
    """`rows` with marks of direction parted from the text beside them, where both stand so close that they were taken for one phrase."""
    names = [column.name for column in header.columns if column.role == "mark"]
    if header.sheet or not names:
        return list(rows)
    alone = Counter(chunk.box.x0 for row in rows for chunk in row.chunks if outward_of(chunk.text, generic.LAYOUT) is not None)
    near = [x0 for x0, count in alone.items() if count > 1 and any(name.x0 - _BESIDE < x0 < name.x1 + _BESIDE for name in names)]
    marks = [*names, *(Box(x0, 0.0, x0 + 1.0, 1.0) for x0 in near)]
    return [replace(row, chunks=tuple(part for chunk in row.chunks for part in _mark_apart(chunk, marks))) for row in rows]


def _mark_apart(chunk: Chunk, marks: Sequence[Box]) -> list[Chunk]:
    words = chunk.words
    if len(words) < 2:
        return [chunk]
    for name in marks:
        for mark, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
            over = name.overlap_x(mark.box) > 0 and not any(name.overlap_x(word.box) > 0 for word in rest)
            if over and outward_of(mark.text, generic.LAYOUT) is not None:
                parts = [_joined((mark,)), _joined(rest)]
                return parts if mark is words[0] else parts[::-1]
    return [chunk]


def is_amount(text: str, decimal: DecimalMark | None) -> bool:
    numeral = parsed(text, decimal)
    return numeral is not None and not numeral.nil


def is_dated(row: Row) -> bool:
    return any(_leading_day(chunk)[0] is not None for chunk in whole_days(row.chunks)[:3])


def _leading_day(chunk: Chunk) -> tuple[str | None, Chunk | None]:
    """The date that `chunk` prints or begins with, and what follows it in the same chunk."""
    if is_day(chunk.text):
        return chunk.text, None
    words = chunk.words
    for count in range(min(4, len(words) - 1), 0, -1):
        text = " ".join(word.text for word in words[:count])
        if is_day(text):
            return text, _joined(words[count:])
    if 2 <= len(words) <= 5 and words[0].text.isdigit():  # the number of the row, so close that both were taken for one phrase
        text = " ".join(word.text for word in words[1:])
        if is_day(text) and not is_day(words[0].text):
            return text, None
    match = re.match(r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}/\d{4})\s*(?=[^\d\s:-])", chunk.text)
    if match and len(words) == 1:
        return match.group(1), replace(chunk, text=chunk.text[match.end() :].strip())
    return None, None
