"""A paper with places: what stands where on which page, before any program has made a file of it.

Coordinates are points from the page's top left; a text's y is its baseline. Producers draw a display and decide nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from extract.place import Box
from samples.papers.paper import Entry
from samples.population.splits import Split

Colour = tuple[float, float, float]
#: How a font describes its letters: by quadratic curves (TrueType) or cubic ones (CFF, in OpenType files).
Outlines = Literal["truetype", "cff"]
BLACK: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A run of one font.   x, y: left end of its baseline   width: as the font's advances give it   font: key of typefaces.FONTS

    entry   the figure that it prints; None for other words. A figure is always one run.
    """

    x: float
    y: float
    width: float
    text: str
    font: str
    size: float
    colour: Colour = BLACK
    entry: Entry | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle, painted before the text."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG bytes, transparency kept) in a box, painted last: a seal, a QR code, a logo."""

    x0: float
    y0: float
    x1: float
    y1: float
    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    width: float
    height: float
    texts: tuple[Text, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a producer writes about the file.   made: when its issuer made it   title, author: "" for none

    They follow from the document and its issuer, never from whether something in it was made up.
    """

    made: datetime
    title: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """A program that makes PDF files.

    name     stable: "reportlab", "cairo", "libreoffice", "chromium", …
    tools    programs of the system that it calls (names on PATH); () for a Python package
    draw     the display as a PDF with embedded subset fonts. Raises WronglyCalled when a tool is missing, with what to type.
    outlines what kinds of fonts it embeds: a paper's face must need no other (typefaces.Typeface.outlines)
    one_size all pages of a file have the size of the first: other programs print what has several
    many     the same for several displays in one call, where starting the program is what costs; None when one by one is as fast
    """

    name: str
    split: Split
    draw: Callable[[Display, Metadata], bytes]
    many: Callable[[list[tuple[Display, Metadata]]], list[bytes]] | None = None
    tools: tuple[str, ...] = ()
    outlines: frozenset[Outlines] = frozenset({"truetype"})
    one_size: bool = False
