"""The fonts inside a PDF: which code draws which character, how wide it is, and whether the subset has it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from fontTools import agl
from fontTools.ttLib import TTFont, TTLibError
from pikepdf import Array, Dictionary, Name, Object, Stream
from reportlab.pdfbase import pdfmetrics

from samples.alteration.technique import CannotAlter

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")
_NUMBERED = re.compile(rb"<([0-9A-Fa-f]+)>\s+(?:<([0-9A-Fa-f]+)>\s+)?(\d+)")
_STANDARD = {"Courier", "Helvetica", "Times-Roman", "Helvetica-Bold", "Times-Bold", "Courier-Bold", "Helvetica-Oblique", "Times-Italic"}


def unicode_map(stream: bytes) -> dict[bytes, str]:
    """Code -> characters, as a /ToUnicode stream states them."""
    result: dict[bytes, str] = {}
    for kind, body in _SECTION.findall(stream):
        tokens: Iterator[re.Match[bytes]] = _TOKEN.finditer(body)
        for first in tokens:
            code = _hexadecimal(first)
            if kind == b"bfchar":
                result[code] = _text(_hexadecimal(next(tokens)))
                continue
            start, end, target = int.from_bytes(code, "big"), int.from_bytes(_hexadecimal(next(tokens)), "big"), next(tokens)
            if target[0] == b"[":
                for number in range(start, end + 1):
                    result[number.to_bytes(len(code), "big")] = _text(_hexadecimal(next(tokens)))
                next(tokens)
            else:
                low = _hexadecimal(target)
                for number in range(start, min(end, start + 65_535) + 1):
                    value = int.from_bytes(low, "big") + number - start
                    result[number.to_bytes(len(code), "big")] = _text(value.to_bytes(len(low), "big"))
    return result


def _hexadecimal(token: re.Match[bytes]) -> bytes:
    digits = re.sub(rb"\s", b"", token[1] or b"")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _text(value: bytes) -> str:
    return value.decode("utf-16-be", "replace") if len(value) > 1 else value.decode("latin-1")


@dataclass(frozen=True)
class Face:
    """One font resource of a page."""

    source: Dictionary

    @cached_property
    def composite(self) -> bool:
        """Whether a code has two bytes (Type0, Identity-H)."""
        return bool(self.source.get("/Subtype") == Name.Type0)

    @cached_property
    def characters(self) -> dict[bytes, str]:
        """Code -> text, by /ToUnicode, else by the encoding.   Raises CannotAlter for encodings that need tables outside the file."""
        encoding = self.source.get("/Encoding")
        if self.composite and not isinstance(encoding, Stream) and encoding not in (Name("/Identity-H"), Name("/Identity-V")):
            raise CannotAlter(f"the font {self.source.get('/BaseFont')} has an encoding that is not in the file")
        stated = self.source.get("/ToUnicode")
        if isinstance(stated, Stream):
            return unicode_map(stated.read_bytes())
        if self.composite:
            raise CannotAlter(f"the font {self.source.get('/BaseFont')} does not say which characters its glyphs are")
        result = {bytes([code]): bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
        if isinstance(encoding, Dictionary):
            code = 0
            for item in _items(encoding.get("/Differences")):
                if not isinstance(item, Name):
                    code = int(item)
                else:
                    result[bytes([code])] = agl.toUnicode(str(item)[1:])
                    code += 1
        return result

    def text(self, code: bytes) -> str:
        """What `code` draws, "" where the file does not say."""
        try:
            return self.characters.get(code, "")
        except CannotAlter:
            return ""

    @cached_property
    def _numbers(self) -> dict[int, int] | None:
        """Code -> number of the glyph in the descendant font, where an encoding in the file says so; None: the same."""
        encoding = self.source.get("/Encoding")
        if not isinstance(encoding, Stream):
            return None
        result: dict[int, int] = {}
        for body in re.findall(rb"begincid(?:char|range)(.*?)endcid", encoding.read_bytes(), re.DOTALL):
            for start, end, number in _NUMBERED.findall(body):
                low, high = int(start, 16), int(end or start, 16)
                result.update({code: int(number) + code - low for code in range(low, min(high, low + 65_535) + 1)})
        return result

    def _number(self, code: bytes) -> int:
        number = int.from_bytes(code, "big")
        return number if self._numbers is None else self._numbers.get(number, 0)

    @cached_property
    def codes(self) -> dict[str, bytes]:
        """Character -> the first code that draws it and has a glyph."""
        result: dict[str, bytes] = {}
        for code in sorted(self.characters):
            character = self.characters[code]
            if character and character not in result and self._has_glyph(code):
                result[character] = code
        return result

    @cached_property
    def _widths(self) -> dict[int, float]:
        if not self.composite:
            scale = 1.0
            if self.source.get("/Subtype") == Name.Type3:
                scale = float(_items(self.source.FontMatrix)[0]) * 1000
            first = int(self.source.get("/FirstChar", 0))
            listed = {first + number: float(width) * scale for number, width in enumerate(_items(self.source.get("/Widths")))}
            name = str(self.source.get("/BaseFont", ""))[1:]
            if not listed and name in _STANDARD:
                return {code: float(width) for code, width in enumerate(pdfmetrics.getFont(name).widths)}
            return listed
        result: dict[int, float] = {}
        items = _items(_descendant(self.source).get("/W"))
        place = 0
        while place < len(items):
            start, second = int(items[place]), items[place + 1]
            if isinstance(second, Array):
                result.update({start + number: float(width) for number, width in enumerate(_items(second))})
                place += 2
            else:
                result.update(dict.fromkeys(range(start, int(second) + 1), float(items[place + 2])))
                place += 3
        return result

    def width(self, code: bytes) -> float:
        """Advance of `code`, thousandths of the size."""
        if self.composite:
            return self._widths.get(self._number(code), float(_descendant(self.source).get("/DW", 1000)))
        return self._widths.get(int.from_bytes(code, "big"), 0.0)

    def split(self, text: bytes) -> list[bytes]:
        """The codes of a string operand."""
        step = 2 if self.composite else 1
        return [text[place : place + step] for place in range(0, len(text), step)]

    def encoded(self, text: str) -> list[bytes]:
        """The codes that draw `text`.   Raises CannotAlter when the subset lacks one of its glyphs."""
        missing = sorted({character for character in text if character not in self.codes})
        if missing:
            raise CannotAlter(f"the font {self.source.get('/BaseFont')} has no glyph for {' '.join(missing)}")
        return [self.codes[character] for character in text]

    @cached_property
    def _outlines(self) -> TTFont | None:
        """The embedded TrueType font, when glyph numbers are the codes."""
        if not self.composite or _descendant(self.source).get("/CIDToGIDMap", Name.Identity) != Name.Identity:
            return None
        program = _descendant(self.source).get("/FontDescriptor", Dictionary()).get("/FontFile2")
        if program is None:
            return None
        try:
            return TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        except TTLibError:
            return None

    def _has_glyph(self, code: bytes) -> bool:
        """Whether the subset draws something for `code`; True when that cannot be told."""
        if self.characters[code].isspace() or self._outlines is None:
            return True
        try:
            offsets = self._outlines["loca"]
            number = self._number(code)
            return number + 1 < len(offsets) and bool(offsets[number + 1] > offsets[number])
        except (KeyError, TTLibError, AssertionError):
            return True


def _items(value: object) -> list[Object]:
    return list(value.as_list()) if isinstance(value, Array) else []


def _descendant(font: Dictionary) -> Dictionary:
    descendant = font.DescendantFonts[0]
    assert isinstance(descendant, pikepdf.Dictionary)
    return descendant
