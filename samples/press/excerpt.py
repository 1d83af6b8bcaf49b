"""Small fonts cut out of large ones: the glyphs of some signs and nothing else, by copying their bytes.

A Chinese font describes tens of thousands of glyphs; a program that embeds a few dozen of them spends its time on reading the rest.
Given a cut, it makes the same subset as from the whole font: glyphs keep their order, and tables that belong to the font as a whole
(its names, measures and hints) are copied as they are. Source: the OpenType specification, tables glyf, loca, cmap, hmtx, VORG.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from fontTools.ttLib import sfnt

from samples.press.charstrings import Charstrings, numbered
from samples.press.typefaces import font_path, glyphs, opened

#: The tables of a whole font that its cut keeps as they are.
_KEPT = ("OS/2", "cvt ", "fpgm", "gasp", "name", "prep")
#: Programs keep a font's first glyphs, which stand for missing and for empty ones (OpenType recommends them): gid 0 to 3.
_FIRST = 4
# Flags of a part of a composite glyph (table glyf).
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80


def excerpt(font: str, signs: str) -> bytes:
    """A font file with the glyphs of `signs` of the font `font`, which has them all.

    A font whose CFF table names its glyphs comes whole: all of those are small. Raises WronglyCalled when the font is not installed,
    KeyError when it has no glyph for a sign.
    """
    whole = _whole(font)
    if whole.named:
        return whole.content[:]
    wanted = {ord(sign): whole.numbers[ord(sign)] for sign in signs}
    kept = _closed(whole, {*range(min(_FIRST, whole.count)), *wanted.values()})
    place = {old: new for new, old in enumerate(kept)}
    tables = {tag: whole.table(tag) for tag in _KEPT if tag in whole.tables}
    if whole.charstrings is None:
        tables["glyf"], tables["loca"] = _outlines(whole, kept, place)
    else:
        tables["CFF "] = whole.charstrings.cut(kept)
    tables["head"] = _with(whole.table("head"), 50, ">h", 1)  # long places in loca
    tables["maxp"] = _with(whole.table("maxp"), 4, ">H", len(kept))
    tables["post"] = struct.pack(">I", 0x00030000) + whole.table("post")[4:32]  # without names of glyphs
    tables["cmap"] = _cmap({code: place[number] for code, number in wanted.items()})
    for measures, head in (("hmtx", "hhea"), ("vmtx", "vhea")):
        if measures in whole.tables:
            tables[measures] = _measures(whole, measures, head, kept)
            tables[head] = _with(whole.table(head), 34, ">H", len(kept))
    if "VORG" in whole.tables:
        tables["VORG"] = _origins(whole.table("VORG"), place)
    return _file(tables)


class _Whole:
    """A font as its file has it.

    numbers  code point -> glyph
    places   where each glyph's outline begins in table glyf; charstrings: table CFF in place of it, None without one
    """

    def __init__(self, font: str) -> None:
        file = opened(font)
        reader = file.reader
        assert isinstance(reader, sfnt.SFNTReader)
        self.tables = {tag: (entry.offset, entry.length) for tag, entry in reader.tables.items()}
        with font_path(font).open("rb") as opened_file:
            self.content = mmap.mmap(opened_file.fileno(), 0, access=mmap.ACCESS_READ)
        self.numbers = {code: file.getGlyphID(glyph) for code, glyph in glyphs(font).items()}
        self.count: int = file["maxp"].numGlyphs
        self.named = "CFF " in self.tables and not numbered(self._view("CFF "))
        self.charstrings = Charstrings(self._view("CFF ")) if "CFF " in self.tables and not self.named else None
        long = file["head"].indexToLocFormat
        places = np.frombuffer(self.table("loca"), ">u4" if long else ">u2") if "loca" in self.tables else np.zeros(1)
        self.places = places.astype(np.int64) * (1 if long else 2)

    def table(self, tag: str) -> bytes:
        offset, length = self.tables[tag]
        return self.content[offset : offset + length]

    def _view(self, tag: str) -> memoryview:
        offset, length = self.tables[tag]
        return memoryview(self.content)[offset : offset + length]

    def outline(self, number: int) -> bytes:
        """The bytes of a glyph in table glyf; b"" for an empty one."""
        base = self.tables["glyf"][0]
        return self.content[base + int(self.places[number]) : base + int(self.places[number + 1])]


@cache
def _whole(font: str) -> _Whole:
    return _Whole(font)


def _closed(whole: _Whole, numbers: set[int]) -> list[int]:
    """`numbers` in order, with those of every glyph that one of them is put together from."""
    found, todo = set(numbers), [] if whole.charstrings else sorted(numbers)
    while todo:
        for _, part in _parts(whole.outline(todo.pop())):
            if part not in found:
                found.add(part)
                todo.append(part)
    return sorted(found)


def _parts(outline: bytes) -> Iterable[tuple[int, int]]:
    """The glyphs that a composite glyph is put together from: (place of the number in the bytes, number); none for a simple one."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, more = 10, True
    while more:
        flags, number = struct.unpack_from(">HH", outline, at)
        yield at + 2, number
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        more = bool(flags & _MORE)


def _outlines(whole: _Whole, kept: Sequence[int], place: dict[int, int]) -> tuple[bytes, bytes]:
    """Tables glyf and loca of the kept glyphs."""
    out, starts = bytearray(), [0]
    for number in kept:
        outline = bytearray(whole.outline(number))
        for at, part in _parts(bytes(outline)):
            struct.pack_into(">H", outline, at, place[part])
        out += outline
        out += bytes(-len(out) % 4)
        starts.append(len(out))
    return bytes(out), np.asarray(starts, ">u4").tobytes()


def _measures(whole: _Whole, tag: str, head: str, kept: Sequence[int]) -> bytes:
    """Table hmtx or vmtx of the kept glyphs: each with an advance and a bearing of its own."""
    content = whole.table(tag)
    full = struct.unpack_from(">H", whole.table(head), 34)[0]
    pairs = np.frombuffer(content, ">u2", 2 * full).reshape(full, 2)
    bearings = np.frombuffer(content, ">u2", offset=4 * full)
    rows = [tuple(pairs[number]) if number < full else (pairs[-1][0], bearings[number - full]) for number in kept]
    return np.asarray(rows, ">u2").tobytes()


def _origins(content: bytes, place: dict[int, int]) -> bytes:
    """Table VORG: glyphs that hang from another height than the rest when set downward."""
    head, count = content[:6], struct.unpack_from(">H", content, 6)[0]
    records = [struct.unpack_from(">Hh", content, 8 + 4 * index) for index in range(count)]
    kept = sorted((place[number], height) for number, height in records if number in place)
    return head + struct.pack(">H", len(kept)) + b"".join(struct.pack(">Hh", *record) for record in kept)


def _cmap(numbers: dict[int, int]) -> bytes:
    """Table cmap: from code points to glyphs, in runs of neighbours (formats 4 and 12)."""
    runs: list[list[int]] = []  # first code, last code, first glyph
    for code, number in sorted(numbers.items()):
        if runs and code == runs[-1][1] + 1 and number == runs[-1][2] + code - runs[-1][0]:
            runs[-1][1] = code
        else:
            runs.append([code, code, number])
    low = [(first, min(last, 0xFFFE), number) for first, last, number in runs if first < 0xFFFF]
    low.append((0xFFFF, 0xFFFF, 0))
    count = len(low)
    power = 1 << (count.bit_length() - 1)
    body = struct.pack(">4H", 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    body += struct.pack(f">{count}H", *(last for _, last, _ in low)) + bytes(2)
    body += struct.pack(f">{count}H", *(first for first, _, _ in low))
    body += struct.pack(f">{count}H", *((number - first) % 65536 if first < 0xFFFF else 1 for first, _, number in low))
    body += bytes(2 * count)
    four = struct.pack(">3H", 4, 6 + len(body), 0) + body
    groups = b"".join(struct.pack(">3I", *run) for run in runs)
    twelve = struct.pack(">2H3I", 12, 0, 16 + len(groups), 0, len(runs)) + groups
    if not runs or runs[-1][1] <= 0xFFFF:
        return struct.pack(">2H2HI", 0, 1, 3, 1, 12) + four
    return struct.pack(">2H2HI2HI", 0, 2, 3, 1, 20, 3, 10, 20 + len(four)) + four + twelve


def _with(table: bytes, at: int, form: str, value: int) -> bytes:
    """`table` with another number at that place."""
    changed = bytearray(table)
    struct.pack_into(form, changed, at, value)
    return bytes(changed)


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables as a font file."""
    power = 1 << (len(tables).bit_length() - 1)
    kind = b"OTTO" if "CFF " in tables else b"\0\1\0\0"
    out = kind + struct.pack(">4H", len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power))
    at = len(out) + 16 * len(tables)
    body = b""
    for tag, content in sorted(tables.items()):
        out += tag.encode().ljust(4) + struct.pack(">3I", sfnt.calcChecksum(content), at + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    return out + body
