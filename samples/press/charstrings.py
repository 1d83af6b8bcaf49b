"""Table CFF of a font, cut down to some glyphs by copying their bytes. For fonts whose glyphs have numbers (CID-keyed), as Chinese ones do.

Source: Adobe Technical Note 5176, The Compact Font Format Specification.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_CHARSET, _CHARSTRINGS, _PRIVATE, _SUBRS, _FD_ARRAY, _FD_SELECT = 15, 17, 18, 19, 0xC24, 0xC25
#: Whole numbers in a DICT take one byte, two, three or five; a number of five can hold any place.
_LONG = 29


def numbered(content: bytes | memoryview) -> bool:
    """Whether the table's glyphs have numbers and not names."""
    top = _dictionary(_Index(content, _Index(content, content[2]).end).item(0))
    return any(operator == _FD_ARRAY for operator, _, _ in top)


class Charstrings:
    """A CFF table with numbered glyphs, read once.   content: the table; it may be a view of a file"""

    def __init__(self, content: bytes | memoryview) -> None:
        self.content = content
        names_end = _Index(content, content[2]).end
        tops = _Index(content, names_end)
        strings = _Index(content, tops.end)
        routines = _Index(content, strings.end)
        self.names = bytes(content[content[2] : names_end])
        self.strings, self.routines = bytes(content[tops.end : strings.end]), bytes(content[strings.end : routines.end])
        self.top = _dictionary(tops.item(0))
        self.outlines = _Index(content, self._place(_CHARSTRINGS))
        self.count = self.outlines.count
        self.cids = _ranges(content, self._place(_CHARSET), self.count)
        self.selected = _selected(content, self._place(_FD_SELECT), self.count)
        self.fonts = [self._font(item) for item in _Index(content, self._place(_FD_ARRAY)).items()]

    def _place(self, operator: int) -> int:
        return next(numbers[-1] for found, _, numbers in self.top if found == operator)

    def _font(self, item: bytes) -> tuple[list[_Entry], list[_Entry], bytes]:
        """One of the fonts that share the table: its DICT, its private DICT, and the routines of that."""
        entries = _dictionary(item)
        size, at = next(numbers for found, _, numbers in entries if found == _PRIVATE)
        private = _dictionary(bytes(self.content[at : at + size]))
        routines = next((numbers[-1] for found, _, numbers in private if found == _SUBRS), None)
        if routines is None:
            return entries, private, b""
        return entries, private, bytes(self.content[at + routines : _Index(self.content, at + routines).end])

    def cut(self, kept: Sequence[int]) -> bytes:
        """The table with the glyphs `kept` only, in that order; the first is glyph 0."""
        charset = b"\0" + np.asarray([self.cids[number] for number in kept[1:]], ">u2").tobytes()
        select = b"\0" + bytes(int(self.selected[number]) for number in kept)
        outlines = _written([self.outlines.item(number) for number in kept])
        head = bytes(self.content[:2]) + bytes((4, 4)) + self.names
        tops = _written([_encoded(self.top, {})])  # as long as it will be
        at = len(head) + len(tops) + len(self.strings) + len(self.routines)
        places = {_CHARSET: [at], _FD_SELECT: [at + len(charset)], _CHARSTRINGS: [at + len(charset) + len(select)]}
        at += len(charset) + len(select) + len(outlines)
        fonts, privates = [], b""
        used = {int(self.selected[number]) for number in kept}
        for number, (entries, private, routines) in enumerate(self.fonts):
            shown = private if number in used else [entry for entry in private if entry[0] != _SUBRS]
            size = len(_encoded(shown, {}))
            fonts.append(_encoded(entries, {_PRIVATE: [size, at + len(privates)]}))
            privates += _encoded(shown, {_SUBRS: [size]}) + (routines if number in used else b"")
        places[_FD_ARRAY] = [at + len(privates)]
        parts = (head, _written([_encoded(self.top, places)]), self.strings, self.routines, charset, select, outlines)
        return b"".join(parts) + privates + _written(fonts)


class _Index:
    """An INDEX: byte strings one after the other, and where each ends."""

    def __init__(self, content: bytes | memoryview, at: int) -> None:
        self.content = content
        self.count = struct.unpack_from(">H", content, at)[0]
        if not self.count:
            self.places: npt.NDArray[np.int64] = np.zeros(1, np.int64)
            self.end = at + 2
            return
        size = content[at + 2]
        digits = np.frombuffer(content, np.uint8, (self.count + 1) * size, at + 3).reshape(-1, size).astype(np.int64)
        base = at + 2 + (self.count + 1) * size
        self.places = base + digits @ (256 ** np.arange(size - 1, -1, -1))
        self.end = int(self.places[-1])

    def item(self, number: int) -> bytes:
        return bytes(self.content[int(self.places[number]) : int(self.places[number + 1])])

    def items(self) -> list[bytes]:
        return [self.item(number) for number in range(self.count)]


def _written(items: Sequence[bytes]) -> bytes:
    """An INDEX of `items`, which are not none."""
    ends = np.cumsum([1, *map(len, items)])
    return struct.pack(">HB", len(items), 4) + np.asarray(ends, ">u4").tobytes() + b"".join(items)


#: operator, its operands as they are written, their values (of fractions 0: no place is one)
_Entry = tuple[int, bytes, list[int]]


def _dictionary(content: bytes) -> list[_Entry]:
    entries: list[_Entry] = []
    at, start, numbers = 0, 0, list[int]()
    while at < len(content):
        first = content[at]
        if first <= 21:  # an operator ends the entry
            end = at + (2 if first == 12 else 1)
            entries.append((0xC00 + content[at + 1] if first == 12 else first, content[start:at], numbers))
            at, start, numbers = end, end, []
            continue
        value, at = _operand(content, at)
        numbers.append(value)
    return entries


def _operand(content: bytes, at: int) -> tuple[int, int]:
    """The number at that place, and where the next begins."""
    first = content[at]
    if first == 28:
        return struct.unpack_from(">h", content, at + 1)[0], at + 3
    if first == _LONG:
        return struct.unpack_from(">i", content, at + 1)[0], at + 5
    if first == 30:  # a fraction: half bytes up to an F
        at += 1
        while content[at] & 15 != 15:
            at += 1
        return 0, at + 1
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + content[at + 1] + 108, at + 2
    return -(first - 251) * 256 - content[at + 1] - 108, at + 2


def _encoded(entries: Sequence[_Entry], places: dict[int, list[int]]) -> bytes:
    """A DICT with other places in it; every place is written long, so that all are equally long."""
    out = b""
    for operator, operands, numbers in entries:
        if operator in {_CHARSET, _CHARSTRINGS, _FD_ARRAY, _FD_SELECT, _PRIVATE, _SUBRS}:
            operands = b"".join(struct.pack(">Bi", _LONG, number) for number in places.get(operator, numbers))
        out += operands + (bytes((12, operator & 255)) if operator > 255 else bytes((operator,)))
    return out


def _ranges(content: bytes | memoryview, at: int, count: int) -> npt.NDArray[np.int64]:
    """The number (CID) of each glyph, from a charset of any of its three formats."""
    form = content[at]
    if form == 0:
        return np.concatenate(([0], np.frombuffer(content, ">u2", count - 1, at + 1).astype(np.int64)))
    found, at = [np.zeros(1, np.int64)], at + 1
    done = 1
    while done < count:
        first, left = struct.unpack_from(">HB" if form == 1 else ">HH", content, at)
        at += 3 if form == 1 else 4
        found.append(np.arange(first, first + left + 1))
        done += left + 1
    return np.concatenate(found)[:count]


def _selected(content: bytes | memoryview, at: int, count: int) -> npt.NDArray[np.int64]:
    """Which of the fonts each glyph belongs to (FDSelect, formats 0 and 3)."""
    if content[at] == 0:
        return np.frombuffer(content, np.uint8, count, at + 1).astype(np.int64)
    ranges = struct.unpack_from(">H", content, at + 1)[0]
    rows = [struct.unpack_from(">HB", content, at + 3 + 3 * index) for index in range(ranges)]
    ends = [first for first, _ in rows[1:]] + [count]
    return np.concatenate([np.full(end - first, font) for (first, font), end in zip(rows, ends, strict=True)])
