"""The cells of a sheet by their columns, and what each column holds: amounts, days, rates, numbers of lines, words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from extract.dates import parse_date
from extract.numerals import DecimalMark, Numeral, parse
from extract.tables.lines import SHEET_COLUMN_POINTS, Chunk, Row

Holds = Literal["amount", "day", "rate", "code", "row", "words", "nothing"]
#: Share of a column's filled cells that must be of one sort.
_MOST = 0.8
#: Whole numbers of so many digits, without marks, are no amounts.
_LONG = 9
#: Cells at either end of a long column that say what it holds.
_PROBED = 150
#: Share of the steps from line to line by which codes grow.
_RISING = 0.95
#: Days as a workbook counts them, from 1982 to 2064: what a serial day may be.
_SERIAL = range(30_000, 60_000)
#: Those of 2016 to 2036, which a column of whole numbers without a caption of money does not hold by chance.
_RECENT = range(42_370, 50_000)
_MONEY_CAPTION = re.compile(r"额|价|款|费|薪|资|金|余|amount|net|gross|total|value|price|balance|pay|debit|credit|借|贷", re.IGNORECASE)
_SCALE = re.compile(r"(亿|百万|万|千)元|[£$€][\s'’]*000s?\b|\b(?:gbp|usd|in)\s*(?:'?000s?|thousands?)|[(（]'?000s?[)）]", re.IGNORECASE)
_SCALES = {"亿": Decimal(100_000_000), "百万": Decimal(1_000_000), "万": Decimal(10_000), "千": Decimal(1_000)}
_EPOCH = date(1899, 12, 30)
_DAY_CAPTION = re.compile(r"日期|日$|时间|期[限满届]|期$|date|day|due|issued|posted|raised|tax ?point|when", re.IGNORECASE)
#: What stands for no amount: a dash, stars beside an exempt line.
_VOID = re.compile(r"[-—–－*＊×/]{1,4}|n/?a|nil|无", re.IGNORECASE)
_RATE = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?\s*%|免税|不征税|exempt|zero", re.IGNORECASE)
_SHEET_PLACE = re.compile(r"line \d+, column \d+")


@dataclass(slots=True)
class Column:
    """One column of a table.

    path        its captions, top to bottom   cells: of each line, None where empty   numbers: likewise
    scale       what a printed 1 is worth in the main unit, where its captions say so: 金额（万元）, Net £000
    day_first   03/04/2025 is in April; None where nobody can say   serial: days as a workbook counts them
    """

    index: int
    path: list[str]
    cells: list[Chunk | None]
    numbers: list[Numeral | None] = field(default_factory=list)
    holds: Holds = "nothing"
    day_first: bool | None = None
    serial: bool = False
    scale: Decimal = Decimal(1)

    @property
    def caption(self) -> str:
        return " ".join(self.path)

    @property
    def filled(self) -> list[Chunk]:
        return [chunk for chunk in self.cells if chunk is not None]

    def value(self, line: int) -> Decimal:
        number = self.numbers[line]
        return number.value * self.scale if number is not None else Decimal(0)

    def day(self, line: int) -> date | None:
        """The day in that line; None where it has none, or where nobody can say which of its numbers is the month."""
        chunk = self.cells[line]
        if chunk is None:
            return None
        if self.serial:
            return _EPOCH + timedelta(days=int(chunk.text))
        one, other = (parse_date(chunk.text, day_first=first) for first in (True, False))
        if one == other or self.day_first is None:
            return one if one == other else None
        return one if self.day_first else other


def scale_of(path: Sequence[str]) -> Decimal:
    """What captions say that a printed 1 is worth; 1 where they do not."""
    for text in reversed(path):
        found = _SCALE.search(text)
        if found is not None:
            return _SCALES.get(found[1] or "", Decimal(1000))
    return Decimal(1)


def column_of(chunk: Chunk, base: Sequence[Chunk]) -> tuple[int, int]:
    """Number of the column that a cell stands in, from 0, and how many it covers.   base: a row of a web page that fills its columns"""
    if not base:
        return int(chunk.box.x0 // SHEET_COLUMN_POINTS), max(1, round((chunk.box.width + 1) / SHEET_COLUMN_POINTS))
    over = [place for place, one in enumerate(base) if one.box.overlap_x(chunk.box) > 0.5 * min(one.box.width, chunk.box.width)]
    if over:
        return over[0], len(over)
    return min(range(len(base)), key=lambda place: abs(base[place].box.centre - chunk.box.centre)), 1


def base_of(rows: Iterable[Row]) -> Sequence[Chunk]:
    """The fullest row of a web page, whose columns have no numbers; nothing for a sheet or delimited text."""
    found = list(rows)
    chunks = [chunk for row in found for chunk in row.chunks]
    if all((chunk.cell and re.search(r"![A-Z]{1,3}\d+$", chunk.cell)) or _SHEET_PLACE.fullmatch(chunk.path or "") for chunk in chunks):
        return ()
    return max((row.chunks for row in found), key=len, default=())


def mark_of(texts: Iterable[str]) -> DecimalMark | None:
    """The mark before the cents, where the sheet as a whole shows which it is; None for a point, or where nothing shows it."""
    comma = point = 0
    for text in texts:
        plain = text.strip(" ()-+£$€¥￥")
        comma += re.fullmatch(r"\d{1,3}(?:[. ']\d{3})*,\d{2}|\d+,\d{2}", plain) is not None
        point += re.fullmatch(r"\d{1,3}(?:[, ']\d{3})*\.\d{1,2}|\d+\.\d{1,2}", plain) is not None
    return "," if comma > point else None


def number_in(text: str, mark: DecimalMark | None) -> Numeral | None:
    """The amount in a cell; a nil dash is one."""
    if mark is not None and (found := parse(text, decimal=mark)) is not None:
        return found
    return parse(text)


def typed(column: Column, mark: DecimalMark | None) -> None:
    """Say what a column holds, by most of its cells and, where they leave it open, by its caption."""
    column.numbers = [number_in(chunk.text, mark) if chunk is not None else None for chunk in column.cells]
    texts = [chunk.text.strip() for chunk in column.filled]
    if not texts:
        column.holds = "nothing"
        return
    solid = [text for text in texts if not _VOID.fullmatch(text)]
    if len(solid) > 2 * _PROBED:
        solid = [*solid[:_PROBED], *solid[-_PROBED:]]
    numbers = sum(number_in(text, mark) is not None for text in solid)
    cents = sum(re.search(r"\d[.,]\d{2}\D{0,4}$", text) is not None and number_in(text, mark) is not None for text in solid)
    days = sum(parse_date(text) is not None or parse_date(text, day_first=False) is not None for text in solid)
    if sum(_RATE.fullmatch(text) is not None for text in solid) >= _MOST * max(1, len(solid)):
        column.holds = "rate"
    elif solid and days >= _MOST * len(solid):
        column.holds = "day"
        column.day_first = _day_first(solid)
    elif numbers >= _MOST * len(solid) or cents >= 0.5 * len(solid):
        column.holds = _numeric(column, solid)
    else:
        column.holds = "words"


def _numeric(column: Column, texts: Sequence[str]) -> Holds:
    whole = [text for text in texts if re.fullmatch(r"\d+", text)]
    if not texts or len(whole) < len(texts):
        return "amount"
    values = [int(text) for text in whole]
    if (
        len(values) >= 2
        and values[0] in (0, 1)
        and sum(after - before == 1 for before, after in pairwise(values)) >= _MOST * (len(values) - 1)
    ):
        return "row"
    caption = column.path[-1] if column.path else ""
    recent = len(values) >= 5 and len(set(values)) > 1 and all(value in _RECENT for value in values) and not _MONEY_CAPTION.search(caption)
    if recent or (all(value in _SERIAL for value in values) and _DAY_CAPTION.search(caption)):
        column.serial = True
        return "day"
    several = len(values) >= 3 and len(set(values)) >= 0.9 * len(values)
    rising = sum(after >= before for before, after in pairwise(values)) >= _RISING * (len(values) - 1)
    if several and min(map(len, whole)) >= 3 and (rising or (len({len(text) for text in whole}) == 1 and len(whole[0]) >= 7)):
        return "code"
    if len(set(values)) == 1 and 1990 <= values[0] <= 2100:
        return "code"
    return "code" if min(map(len, whole)) >= _LONG else "amount"


def is_serial(column: Column, lines: Sequence[int]) -> bool:
    """Whether a column holds days as a workbook counts them."""
    texts = [chunk.text.strip() for line in lines if (chunk := column.cells[line]) is not None]
    return bool(texts) and all(re.fullmatch(r"\d{5}", text) and int(text) in _SERIAL for text in texts)


def _day_first(texts: Sequence[str]) -> bool | None:
    """Whether 03/04/2025 is in April: what only one order can read decides, then the order in which the days follow each other."""
    ways = {first: [parse_date(text, day_first=first) for text in texts] for first in (True, False)}
    if ways[True] == ways[False]:
        return None
    parted = [re.match(r"(\d{1,2})\s?[-/]\s?(\d{1,2})\s?[-/]\s?\d", text) for text in texts]
    firsts = max((int(found[1]) for found in parted if found), default=0)
    others = max((int(found[2]) for found in parted if found), default=0)
    if (firsts > 12) != (others > 12):
        return firsts > 12
    breaks = {first: _breaks(days) for first, days in ways.items()}
    return breaks[True] < breaks[False] if breaks[True] != breaks[False] else None


def _breaks(days: Sequence[date | None]) -> int:
    known = [day for day in days if day is not None]
    up = sum(after < before for before, after in pairwise(known))
    down = sum(after > before for before, after in pairwise(known))
    return min(up, down)
