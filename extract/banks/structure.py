"""The columns of a bank's paper from what it prints under them: days, amounts that run into balances, marks of direction, words.

No name is needed. Columns of amounts are where amounts stand above each other; which of them is the balance, and which are money in and
out, is what the arithmetic holds for (`assign`). The result is put as a header of known names above each page's movements, so that the
shared reader does the rest. Names that are printed count as a hint only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from extract.banks import generic
from extract.banks.amount import is_day, parsed
from extract.banks.assign import Movements, assigned
from extract.banks.captions import is_period, means, seems
from extract.banks.cells import pieces_of
from extract.banks.day_columns import shared, turns
from extract.banks.header import guessed_role, is_value_day, role_of
from extract.banks.layout import BankLayout, Role
from extract.banks.learned import NAMES
from extract.banks.marks import outward_of
from extract.dates import parse_date
from extract.numerals import DecimalMark
from extract.place import Box
from extract.tables.lines import Chunk, Row

#: Movements that must be there before columns are learned.
_LEAST = 2
#: Columns of amounts that are tried; more are a table of another kind.
_MOST_COLUMNS = 6
#: Share of a column's entries that must be days, or marks, for it to be one of days or marks.
_MOSTLY = 0.8
#: Rows that are learned from; the columns of a longer paper are those of its first pages.
_SAMPLE = 400
#: Rows above the first movement in which the names of the columns may stand.
_NAMES_ABOVE = 4
#: Rows below the last day in which its amounts may stand.
_LOW = 4
#: Points from the last column to one of words that has none.
_OFF = 200.0
_FAR_ROW = 100_000
_SUMS = re.compile(r"计|余额|结余|承[前上].{0,2}页|承前|过.页|上页|下页|次页|\btotals?\b|\bbalance\b|\bforward\b", re.IGNORECASE)
_ENDS = ("opening", "closing", "total_in", "total_out")
_LONG_DAY = re.compile(r"\d{14}")
_DIGIT = re.compile(r"\d")
_COLON = re.compile(r"[:：]\s*$")
_TOLD: frozenset[Role] = frozenset({"text", "counterparty", "reference", "other", "mark"})
_MONEY: frozenset[Role] = frozenset({"in", "out", "amount", "balance"})


@dataclass(frozen=True, slots=True)
class Learned:
    """Rows with a header that the shared reader knows.

    proved   the balances say what the columns are
    first    text of the first movement's row
    """

    rows: list[Row]
    proved: bool
    first: str


@dataclass(slots=True)
class _Strip:
    """A column: from where to where its entries reach."""

    x0: float
    x1: float
    entries: list[tuple[int, Chunk]]

    @property
    def box(self) -> Box:
        return Box(self.x0, 0.0, self.x1, 0.0)


def learned_from(rows: Sequence[Row], layout: BankLayout, decimal: DecimalMark | None) -> Learned | None:
    """`rows` with learned headers, or None where no columns can be learned."""
    if not rows or rows[0].page is None:
        return None
    lines = [(index, pieces_of(row)) for index, row in enumerate(rows)]
    days = _day_strips([(index, pieces) for index, pieces in lines if not is_period(rows[index].text)])
    if not days:
        return None
    dated = [index for index, _ in max(days, key=lambda strip: len(strip.entries)).entries][:_SAMPLE]
    first, last = dated[0], dated[-1]
    inside = [line for line in lines[first : last + 1 + _LOW] if line[0] <= last or not any(is_day(chunk.text) for chunk in line[1])]
    sized = [(index, pieces) for index, pieces in inside if _is_sized(pieces, decimal)]
    money = _money_strips(sized, decimal)
    if len(sized) < _LEAST or not money or len(money) > _MOST_COLUMNS:
        return None
    moving = [(index, pieces) for index, pieces in sized if _in_strips(pieces, money, decimal)]
    movements = _movements(moving, money, decimal)
    names = _names_above(rows, first)
    hints = {number: _hint(strip, names, layout) for number, strip in enumerate(money)}
    found = assigned(movements, {number: role for number, role in hints.items() if role in _MONEY})
    if found is None:
        return None
    roles: list[tuple[_Strip, Role]] = _roles_of_days(days, names)
    roles += [(money[number], role) for number, role in found.roles.items()]
    roles += [(money[number], "other") for number in range(len(money)) if number not in found.roles]
    taken = [strip for strip, _ in roles]
    roles += _wordy(
        [line for line in inside if line[0] in frozenset(dated)] + sized,
        taken,
        names,
        layout,
        marked=any(role == "amount" for _, role in roles),
    )
    return Learned(_with_headers(rows, roles, names, decimal), found.proved, rows[first].text)


def _day_strips(lines: Sequence[tuple[int, Sequence[Chunk]]]) -> list[_Strip]:
    """The columns of days, the first of them that of the movements: days stand above each other there."""
    entries = [(index, chunk) for index, pieces in lines for chunk in pieces if is_day(chunk.text) and not _is_time(chunk.text)]
    strips = [strip for strip in _strips(entries) if len(strip.entries) >= _LEAST]
    most = max((len(strip.entries) for strip in strips), default=0)
    for strip in strips:
        strip.entries.sort(key=lambda entry: entry[0])
    full = max(strips, key=lambda strip: len(strip.entries), default=None)
    strips = [strip for strip in strips if len(strip.entries) * 2 >= most or (full and shared(_texts(strip), _texts(full)))]
    return sorted(strips, key=lambda strip: strip.x0)


def _roles_of_days(days: Sequence[_Strip], names: Sequence[Row]) -> list[tuple[_Strip, Role]]:
    """The columns of days: those that their names call days of value are other than the movements'; all the rest are printed days."""
    value = [strip for strip in days if is_value_day(_caption(strip, names))]
    own = [strip for strip in days if strip not in value] or days
    sound = [strip for strip in own if _is_whole(strip)] or own  # numbers of vouchers look like days without a year, or with a time
    if len(sound) > 1:  # movements are listed by their own days
        turned = [turns([chunk.text for _, chunk in strip.entries]) for strip in sound]
        sound = [strip for strip, turn in zip(sound, turned, strict=True) if turn == 0] if turned.count(0) == 1 else sound
    return [(strip, "date" if strip in sound else "reference" if strip in own else "other") for strip in days]


def _texts(strip: _Strip) -> dict[int, str]:
    return {index: chunk.text for index, chunk in strip.entries}


def _is_whole(strip: _Strip) -> bool:
    """Whether most days of a column have their year and are no long numbers."""
    whole = sum(parse_date(chunk.text) is not None and not _LONG_DAY.fullmatch(chunk.text) for _, chunk in strip.entries)
    return whole * 2 > len(strip.entries)


def _is_time(text: str) -> bool:
    return re.fullmatch(r"\d{1,2}\.\d{2}", text) is not None


def _cents(chunk: Chunk, decimal: DecimalMark | None) -> Decimal | None:
    """The amount of a chunk that prints cents; dates and numbers of papers have none."""
    numeral = parsed(chunk.text, decimal)
    if numeral is None or numeral.nil or numeral.step >= 1 or (is_day(chunk.text) and "," not in chunk.text):
        return None
    return numeral.value


def _money_strips(lines: Sequence[tuple[int, Sequence[Chunk]]], decimal: DecimalMark | None) -> list[_Strip]:
    strips = _strips([(index, chunk) for index, pieces in lines for chunk in pieces if _cents(chunk, decimal) is not None])
    return [strip for strip in strips if len(strip.entries) * 100 >= len(lines)]


def _strips(entries: Sequence[tuple[int, Chunk]]) -> list[_Strip]:
    """`entries` by column: boxes that overlap stand in one, unless two of one row would."""
    strips: list[_Strip] = []
    for index, chunk in sorted(entries, key=lambda entry: entry[1].box.x1):
        last = strips[-1] if strips else None
        if last is not None and (chunk.box.x0 < last.x1 - 1.0 or abs(chunk.box.x1 - last.x1) < 3.0):
            last.x0, last.x1 = min(last.x0, chunk.box.x0), max(last.x1, chunk.box.x1)
            last.entries.append((index, chunk))
        else:
            strips.append(_Strip(chunk.box.x0, chunk.box.x1, [(index, chunk)]))
    return [part for strip in strips for part in _split(strip)]


def _split(strip: _Strip) -> list[_Strip]:
    """A strip in which rows have two entries holds two columns: told apart by their right edges."""
    by_row: dict[int, Box] = {}
    beside = False  # two of one row, and not one above the other
    for index, chunk in strip.entries:
        beside = beside or (index in by_row and by_row[index].overlap_x(chunk.box) <= 0)
        by_row[index] = chunk.box
    if not beside:
        return [strip]
    edges = sorted(strip.entries, key=lambda entry: entry[1].box.x1)
    gaps = [(after[1].box.x1 - before[1].box.x1, number) for number, (before, after) in enumerate(pairwise(edges), 1)]
    gap, cut = max(gaps)
    if gap < 3.0:
        return [strip]
    parts = [edges[:cut], edges[cut:]]
    return [
        piece
        for part in parts
        for piece in _split(_Strip(min(chunk.box.x0 for _, chunk in part), max(chunk.box.x1 for _, chunk in part), part))
    ]


def _in_strips(pieces: Sequence[Chunk], strips: Sequence[_Strip], decimal: DecimalMark | None) -> bool:
    return any(_cents(chunk, decimal) is not None and strip.box.overlap_x(chunk.box) > 0 for chunk in pieces for strip in strips)


def _is_sized(pieces: Sequence[Chunk], decimal: DecimalMark | None) -> bool:
    """Whether a row has an amount and is neither a total nor a carried balance: an undated row that begins with such words."""
    if not any(_cents(chunk, decimal) is not None for chunk in pieces):
        return False
    dated = any(is_day(chunk.text) for chunk in pieces)
    said = means(pieces[0].text) or seems(pieces[0].text)
    return not (said in _ENDS if dated else said is not None or any(_SUMS.search(chunk.text) for chunk in pieces))


def _movements(lines: Sequence[tuple[int, Sequence[Chunk]]], money: Sequence[_Strip], decimal: DecimalMark | None) -> Movements:
    columns: list[list[Decimal | None]] = [[None] * len(lines) for _ in money]
    for position, (_, pieces) in enumerate(lines):
        for at, chunk in enumerate(pieces):
            value = _cents(chunk, decimal)
            if value is None:
                continue
            number = max(range(len(money)), key=lambda each: money[each].box.overlap_x(chunk.box))
            if money[number].box.overlap_x(chunk.box) > 0:
                outward = outward_of(pieces[at + 1].text, generic.LAYOUT) if at + 1 < len(pieces) else None
                columns[number][position] = -abs(value) if outward and value > 0 else value
    return Movements(tuple(tuple(column) for column in columns), tuple(any(is_day(chunk.text) for chunk in p) for _, p in lines))


def _names_above(rows: Sequence[Row], first: int) -> list[Row]:
    """The rows of names right above the first movement: at least three texts in the lowest, without digits."""
    for index in range(first - 1, max(-1, first - 1 - _NAMES_ABOVE), -1):
        row = rows[index]
        if row.page != rows[first].page:
            break
        if len(row.chunks) >= 2 and not any(_DIGIT.search(chunk.text) or _COLON.search(chunk.text) for chunk in row.chunks):
            above = rows[index - 1] if index else None
            near = above is not None and above.page == row.page and row.box.top - above.box.bottom < row.box.height
            if near and above is not None and not any(_DIGIT.search(chunk.text) or _COLON.search(chunk.text) for chunk in above.chunks):
                return [above, row]
            return [row]
        if any(_COLON.search(chunk.text) for chunk in row.chunks):
            break
    return []


def _caption(strip: _Strip, names: Sequence[Row]) -> str:
    over = []
    for row in names:
        near = max(row.chunks, key=lambda chunk: strip.box.overlap_x(chunk.box))
        if strip.box.overlap_x(near.box) > 0:
            over.append(near.text)
    return " ".join(over)


def _hint(strip: _Strip, names: Sequence[Row], layout: BankLayout) -> Role | None:
    whole = _caption(strip, names)
    own = _caption(strip, names[-1:])
    for text in (whole, own):
        if text and (role := role_of(text, layout) or guessed_role(text)):
            return role
    return None


def _wordy(
    lines: Sequence[tuple[int, Sequence[Chunk]]], taken: Sequence[_Strip], names: Sequence[Row], layout: BankLayout, *, marked: bool
) -> Iterator[tuple[_Strip, Role]]:
    """Every other column: marks of direction beside one column of amounts, else by its name, else narrative."""
    others = [
        (index, chunk)
        for index, pieces in lines
        for chunk in pieces
        if not any(strip.box.overlap_x(chunk.box) > 0.5 * chunk.box.width for strip in taken)
    ]
    for strip in _word_strips(others, taken):
        texts = [chunk.text for _, chunk in strip.entries]
        marks = sum(outward_of(text, layout) is not None for text in texts)
        if marked and marks >= _MOSTLY * len(texts) and (len(set(texts)) > 1 or _hint(strip, names, layout) == "mark"):
            yield strip, "mark"
            continue
        role = _hint(strip, names, layout)
        yield strip, "text" if role is None or role in _MONEY or role in {"date", "mark"} else role


def _word_strips(entries: Sequence[tuple[int, Chunk]], taken: Sequence[_Strip]) -> list[_Strip]:
    """Columns of words begin at one left edge."""
    strips: list[_Strip] = []
    for index, chunk in sorted(entries, key=lambda entry: entry[1].box.x0):
        last = strips[-1] if strips else None
        if last is not None and (chunk.box.x0 < last.x1 or chunk.box.x0 - last.entries[0][1].box.x0 < 3.0):
            last.x1 = max(last.x1, chunk.box.x1)
            last.entries.append((index, chunk))
        else:
            strips.append(_Strip(chunk.box.x0, chunk.box.x1, [(index, chunk)]))
    for strip in strips:  # never over a column that is known
        for other in taken:
            if other.x0 > strip.x0:
                strip.x1 = min(strip.x1, max(strip.x0 + 1.0, other.x0 - 0.5))
            else:
                strip.x0 = max(strip.x0, min(strip.x1 - 1.0, other.x1 + 0.5)) if other.x1 > strip.x0 else strip.x0
    return strips


def _with_headers(
    rows: Sequence[Row], roles: Sequence[tuple[_Strip, Role]], names: Sequence[Row], decimal: DecimalMark | None
) -> list[Row]:
    """A header above the first row of the table on each page; the printed names are taken out."""
    days = next(strip for strip, role in roles if role == "date")
    money = [strip for strip, role in roles if role in _MONEY]
    printed = {row.text for row in names}
    result: list[Row] = []
    for page, group in groupby(rows, key=lambda row: row.page):
        part = [row for row in group if row.text not in printed or not printed]
        start = next((index for index, row in enumerate(part) if _begins(row, days)), None)
        if page != rows[0].page:  # a day that is printed once may have been printed overleaf
            start = next((index for index, row in enumerate(part[:start]) if _moves(row, money, decimal)), start)
        if start is None:
            result.extend(part)
            continue
        height = max(part[start].box.height, 4.0)
        while start and _belongs_to_table(part[start - 1], part[start], height, money, decimal):
            start -= 1
        box = part[start].box
        chunks = tuple(
            Chunk(_name(role, _caption(strip, names)), Box(strip.x0, box.top - 8.0, strip.x1, box.top - 1.0))
            for strip, role in sorted(roles, key=lambda item: item[0].x0)
        )
        if not any(role in _TOLD for _, role in roles):  # a list of days and balances is known by having no words
            right = max(chunk.box.x1 for chunk in chunks) + _OFF
            chunks = (*chunks, Chunk(NAMES["text"], Box(right, box.top - 8.0, right + 1.0, box.top - 1.0)))
        result.extend([*part[:start], Row(page, _FAR_ROW, chunks), *part[start:]])
    return result


def _begins(row: Row, days: _Strip) -> bool:
    return not is_period(row.text) and any(_is_day_in(chunk, days) for chunk in pieces_of(row))


def _belongs_to_table(row: Row, below: Row, height: float, money: Sequence[_Strip], decimal: DecimalMark | None) -> bool:
    """Whether a row right above the first of the table is of it: lines of its cells, or the balance that it begins with."""
    gap = below.box.top - row.box.bottom
    if gap < 0.9 * height:
        return not _is_heading(row)
    pieces = pieces_of(row)
    said = any((means(chunk.text) or seems(chunk.text)) == "opening" for chunk in pieces)
    return said and len(pieces) == 2 and gap < 3.0 * height and _in_strips(pieces, money, decimal) and not _COLON.search(pieces[0].text)


def _is_heading(row: Row) -> bool:
    """Whether a row says something about the whole statement: a caption with its value, the period, balances side by side."""
    captions = sum(means(chunk.text) is not None or seems(chunk.text) is not None for chunk in row.chunks)
    return captions > 1 or is_period(row.text) or any(_COLON.search(chunk.text) for chunk in row.chunks)


def _moves(row: Row, money: Sequence[_Strip], decimal: DecimalMark | None) -> bool:
    """Whether a row without a day prints an amount and a balance in their columns, and is no balance carried over."""
    pieces = pieces_of(row)
    held = [strip for strip in money if _in_strips(pieces, [strip], decimal)]
    return len(held) >= min(2, len(money)) and _is_sized(pieces, decimal)


def _is_day_in(chunk: Chunk, strip: _Strip) -> bool:
    return is_day(chunk.text) and strip.box.overlap_x(chunk.box) > 0


def _name(role: Role, printed: str) -> str:
    body = printed[:18].strip("()[]（）【】")
    return f"{NAMES[role]} [{body}]" if body else NAMES[role]
