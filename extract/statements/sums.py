"""What a recognised statement's own sums say of how its figures were read.

Lines add up to the totals that are printed below them, and a figure that was misread does not: so figures that add up are sure, and
where the lines of one period add up and those of another do not, the least sure of these is doubted. A doubtful figure of which one
other reading, and no other, makes the sum come out is read so, and stays doubtful. No figure that was read surely is changed: whether
a statement adds up is for a person to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.concepts import chart
from extract.figure import DOUBTFUL_BELOW
from extract.numerals import Numeral, parse_recognised
from extract.records import StatementKind
from extract.statements.labelled import Labelled
from extract.statements.sign import normally_deducted
from extract.tables.lines import Chunk

#: Sums that are tried for one total; so many in the units of its last digit come out by chance once.
_TRIED = 40
#: A sum says nothing of figures smaller than this many units; a reading is only exchanged for a sum of at least so many.
_TELLING, _TELLING_MUCH = 1_000, 20_000
#: Lines that one total may close.
_MOST_LINES = 40
#: How sure a figure is at most that a sum proves, that one contradicts, and that was exchanged.
_PROVED, _CONTRADICTED, _EXCHANGED = 0.9995, 0.9, 0.97
#: A paper whose figures are all as sure as this does not add up in itself: that is more likely than a misread.
_READ_SURELY = 0.998
#: However unsure a reading is, it may be right.
_LEAST = 0.02
#: How often two prints of one figure are misread alike.
_ALIKE = 0.02
#: Sums of rounded figures may miss by so many units.
_ROUNDED = 2
_TOTAL = re.compile(
    r"合\s*计|总\s*计|小\s*计|总额|净额|净值|利润|余额|增加额|流量|\b(?:total|net|profit|loss|surplus|deficit|closing|at end|end of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is added: one line, or a total that stands for its own lines.   sign: as its caption means it"""

    index: int
    sign: int


@dataclass(frozen=True, slots=True)
class _Sum:
    """A way to add: indexes of lines with their factors, and that of the line that prints the result.

    turned   lines that are taken off although their captions do not say so: their minus may have been lost
    """

    parts: tuple[tuple[int, int], ...]
    total: int
    turned: frozenset[int] = frozenset()

    @property
    def indexes(self) -> list[int]:
        return [self.total, *(index for index, _ in self.parts)]


@dataclass(slots=True)
class _Column:
    """The figures of one period: how each was read, and how sure that is."""

    numerals: dict[int, Numeral]
    chunks: dict[int, Chunk]
    sure: dict[int, float]

    def value(self, index: int) -> Decimal:
        numeral = self.numerals.get(index)
        return numeral.value if numeral is not None else Decimal(0)

    def left_over(self, way: _Sum) -> Decimal:
        """What the parts add up to beyond the printed total."""
        return sum((self.value(index) * factor for index, factor in way.parts), Decimal(0)) - self.value(way.total)

    def units_of(self, index: int) -> Decimal:
        """A figure in units of its last digit."""
        numeral = self.numerals.get(index)
        return abs(numeral.value) / numeral.step if numeral is not None and numeral.step else Decimal(0)


def weighed(kind: StatementKind, labelled: Sequence[Labelled]) -> list[Labelled]:
    """The lines with their recognised figures as sure as the sums among them say; others come back as they are."""
    if kind not in ("balance_sheet", "income_statement", "cash_flow") or not any(item.line.row.recognised for item in labelled):
        return list(labelled)
    columns = {group: _column(labelled, group) for group in sorted({group for item in labelled for group, _, _ in item.line.amounts})}
    held = {group: _tried(kind, labelled, column)[0] for group, column in columns.items()}
    for group, column in columns.items():
        known = [way for other, ways in held.items() if other != group for way in ways]
        exchanged = _exchange(column, *_tried(kind, labelled, column), known)
        for way in _tried(kind, labelled, column)[0]:
            _prove(column, way)
        for way in known:
            _contradict(column, way)
        _same_twice(column)
        for index in exchanged:
            column.sure[index] = min(column.sure[index], _EXCHANGED)
    return [_as_weighed(index, item, columns) for index, item in enumerate(labelled)]


def _column(labelled: Sequence[Labelled], group: int) -> _Column:
    column = _Column({}, {}, {})
    for index, item in enumerate(labelled):
        for own, chunk, numeral in item.line.amounts:
            if own == group and index not in column.numerals:
                column.numerals[index], column.chunks[index] = numeral, chunk
                column.sure[index] = min(chunk.confidence, 0.3) if numeral.malformed else chunk.confidence
    return column


def _tried(kind: StatementKind, labelled: Sequence[Labelled], column: _Column) -> tuple[list[_Sum], list[_Sum]]:
    """The sums that come out, of those that close at one line the shortest, and those that were tried for the totals that none closes.

    A total that closes stands for its parts from there on.
    """
    found: list[_Sum] = []
    open_ones: list[_Sum] = []
    above: list[_Part] = []
    for index, item in enumerate(labelled):
        if index not in column.numerals or _part_of_another(item):
            continue
        if _is_total(item) and column.units_of(index) >= _TELLING:
            ways = list(_ways(above, index))
            closing = next((way for way in ways if column.left_over(way) == 0 and _several(column, way)), None)
            if closing is not None:
                found.append(closing)
                del above[len(above) - len(closing.parts) :]
            else:
                open_ones += ways
        if above and column.value(index) and column.value(above[-1].index) == column.value(index):
            above.pop()  # a total of one line
        taken_off = normally_deducted(kind, item.match.concept) or re.match(r"[减減]|less\b", item.label.strip(), re.IGNORECASE)
        above.append(_Part(index, -1 if taken_off else 1))
    return found, open_ones


def _ways(above: Sequence[_Part], total: int) -> Iterator[_Sum]:
    """What the lines above a total may add up to: as they are printed, taken off the first of them, or by their captions."""
    for start in range(len(above) - 2, max(-1, len(above) - _MOST_LINES), -1):
        first, *others = above[start:]
        for factors in dict.fromkeys(((1,) * len(others), (-1,) * len(others), tuple(part.sign for part in others))):
            turned = frozenset(part.index for part, factor in zip(others, factors, strict=True) if factor < 0 < part.sign)
            yield _Sum(((first.index, 1), *zip((part.index for part in others), factors, strict=True)), total, turned)


def _several(column: _Column, way: _Sum) -> bool:
    return sum(1 for index, _ in way.parts if column.value(index)) > 1


def _is_total(item: Labelled) -> bool:
    concept = item.match.concept
    return not item.label or (concept is not None and chart()[concept].total) or bool(_TOTAL.search(item.label))


def _part_of_another(item: Labelled) -> bool:
    """Whether the line is a part of another and never added beside it."""
    concept = item.match.concept
    return bool(re.match(r"其中|of which|including", item.label.strip(), re.I)) or (
        concept is not None and chart()[concept].of_which is not None
    )


def _prove(column: _Column, way: _Sum) -> None:
    """Raise what adds up: had one figure been misread, the sum would come out by chance alone."""
    known = [index for index in way.indexes if index in column.sure and index not in way.turned]
    _raise(column, known, float(_TRIED / column.units_of(way.total)))


def _raise(column: _Column, indexes: Sequence[int], chance: float) -> None:
    for index in indexes:
        own = max(column.sure[index], _LEAST)
        column.sure[index] = max(column.sure[index], min(_PROVED, own / (own + (1 - own) * chance)))


def _contradict(column: _Column, way: _Sum) -> None:
    """Doubt the least sure figure of a sum that comes out in another period and not in this one."""
    if any(index not in column.numerals for index in way.indexes):
        return
    step = column.numerals[way.total].step
    if abs(column.left_over(way)) <= _ROUNDED * step:
        return
    least = min(way.indexes, key=lambda index: column.sure[index])
    if column.sure[least] < _READ_SURELY:
        column.sure[least] = min(column.sure[least], _CONTRADICTED)


def _exchange(column: _Column, held: Sequence[_Sum], tried: Sequence[_Sum], known: Sequence[_Sum]) -> list[int]:
    """Read a doubtful figure as its one other reading with which a sum comes out; one that is in a sum already stays.   Returns which."""
    exchanged = []
    fixed = {index for way in held for index in way.indexes}
    ways = [*known, *tried]
    for index in [index for index, sure in column.sure.items() if sure < DOUBTFUL_BELOW and index not in fixed]:
        meant: dict[Decimal, tuple[str, Numeral]] = {}
        concerned = [way for way in ways if index in way.indexes]
        for text, _ in column.chunks[index].others:
            numeral = parse_recognised(text)
            if numeral is None or numeral.malformed or numeral.value == column.value(index):
                continue
            other = _Column({**column.numerals, index: numeral}, column.chunks, column.sure)
            if any(other.units_of(way.total) >= _TELLING_MUCH and other.left_over(way) == 0 for way in concerned):
                meant.setdefault(numeral.value, (text, numeral))
        if len(meant) == 1:
            text, numeral = next(iter(meant.values()))
            column.chunks[index] = _read_as(column.chunks[index], text)
            column.numerals[index] = numeral
            exchanged.append(index)
    return exchanged


def _read_as(chunk: Chunk, text: str) -> Chunk:
    """The chunk with its figure read as `text`, and the former reading among the others."""
    word = next((word for word in chunk.words if word.alternatives), None)
    if word is None:
        return chunk
    others = tuple(other for other in word.alternatives if other[0] != text)
    own = replace(word, text=text, alternatives=((chunk.text, round(1 - _EXCHANGED, 4)), *others))
    return replace(chunk, text=text, words=tuple(own if other is word else other for other in chunk.words))


def _same_twice(column: _Column) -> None:
    """Nothing is read wrongly on two lines in the same way: what one period prints twice is read rightly."""
    places: dict[Decimal, list[int]] = {}
    for index, numeral in column.numerals.items():
        if column.sure[index] > _CONTRADICTED:  # a seal hides the same digit of two lines one above the other
            places.setdefault(numeral.value, []).append(index)
    for indexes in places.values():
        units = column.units_of(indexes[0])
        if len(indexes) > 1 and abs(units) >= _TELLING:
            _raise(column, indexes, max(_ALIKE, float(_TRIED / units)))


def _as_weighed(index: int, item: Labelled, columns: Mapping[int, _Column]) -> Labelled:
    amounts = tuple(
        (group, _as_sure(columns[group].chunks[index], columns[group].sure[index]), columns[group].numerals[index])
        if index in columns[group].chunks and columns[group].chunks[index].box == chunk.box
        else (group, chunk, numeral)
        for group, chunk, numeral in item.line.amounts
    )
    return replace(item, line=replace(item.line, amounts=amounts)) if item.line.row.recognised else item


def _as_sure(chunk: Chunk, sure: float) -> Chunk:
    """The chunk as sure as `sure`; its other readings are as likely together as it is wrong, at most."""
    if not chunk.words or chunk.confidence == sure:
        return chunk
    rest = sum(chance for word in chunk.words for _, chance in word.alternatives)
    share = min(1.0, (1 - sure) / rest) if rest > 0 else 1.0
    words = tuple(
        replace(word, confidence=round(sure, 4), alternatives=tuple((text, chance * share) for text, chance in word.alternatives))
        for word in chunk.words
    )
    return replace(chunk, words=words)
