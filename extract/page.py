"""What a document looks like once its container is opened: pages of words, sheets of cells, texts of an XML file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.place import Box

Source = Literal["text_layer", "ocr", "none"]
#: Files in which banks hand statements from machine to machine.
ExchangeFormat = Literal["mt940", "camt", "ofx", "bai2"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed, or as recognised.

    confidence   of the recogniser, 0 to 1; 1.0 for a word of a text layer
    second       what a second recogniser read in the same crop; None when none was asked
    size         font size in points where the file states it, else 0
    seen         its box on the page as it came, where `box` is that of a page turned or straightened for reading
    alternatives what else a recognised figure may say, likeliest first, with the probability of each
    """

    text: str
    box: Box
    confidence: float = 1.0
    second: str | None = None
    size: float = 0.0
    seen: Box | None = None
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line or a thin filled rectangle; its box's longer side says which way it runs."""

    box: Box

    @property
    def horizontal(self) -> bool:
        return self.box.width >= self.box.height


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the picture of a page.

    code      as of the warning that tells it   side: of the picture where it is, "" where it is everywhere
    measure   how bad, in the unit that the warning names
    """

    code: str
    measure: float
    side: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of paper.

    number         from 1
    width, height  points, as a person sees the page
    source         where the words come from; of a page that is still to be recognised ("none") they are what another program wrote
                   behind its picture, and are no reading of it
    codes          what the QR codes on it say, of pages that look like an invoice
    flaws          of its picture, where it was read from one
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    source: Source = "text_layer"
    codes: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell of a workbook or one field of a delimited file.

    row, column   from 1; of a merged range, its top left
    span          how many columns it covers
    text          as a person sees it
    place         "Sheet1!D12" of a workbook; "line 3, column 5" of a delimited file; a path of a web page
    left, right   where it begins and ends from the left, points, where its own format says so (web pages)
    """

    row: int
    column: int
    text: str
    place: str
    span: int = 1
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a delimited file as a whole.   delimited: places are paths, not cells"""

    name: str
    cells: tuple[Cell, ...]
    delimited: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One text of an XML file.

    path   of local names from the root, those that a parent has several times counted from 1 ("/Invoice/InvoiceLine[2]/ID"); of an
           attribute, with "/@name" at its end
    text   as written, without the space around it
    """

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Markup:
    """An XML file, or one that is embedded in another document.

    name        within that document ("factur-x.xml"); "" where the document is the XML itself
    namespace   of its root element, "" without one
    elements    every text and attribute, in the order of the file
    """

    name: str
    namespace: str
    elements: tuple[Element, ...]

    @property
    def root(self) -> str:
        """Local name of its root element; "" where it holds no text at all."""
        return self.elements[0].path.split("/")[1].partition("[")[0] if self.elements else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One tagged fact of an XBRL or inline XBRL report.

    name        of its concept, without prefix ("Creditors");   taxonomy: "frc", "ifrs", "us_gaap", or "" for another
    value       as a plain decimal number in single units, or the text of a fact that is none; None for nil
    unit        "GBP" of money, "" where it has none, else the measure's own name ("shares", "pure")
    start, end  ISO dates; start is None for an instant
    dims        "Dimension=Member", sorted; empty for the entity as a whole
    shown       what the page prints for it, its own tag's text alone; "" where it is not printed
    place       path of the line or cell that shows it; its own path where none does
    hidden      no person sees it
    """

    name: str
    taxonomy: str
    value: str | None
    unit: str
    start: str | None
    end: str | None
    dims: tuple[str, ...]
    shown: str
    place: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Node:
    """One element, tag or record of a bank's exchange file, in the order of the file.

    depth   from 1; a node lies inside the nearest one before it with a smaller depth
    step    its part of a path: "Ntry[3]", "@Ccy", ":61:[3]", "line 12"
    text    what it holds itself; lines are parted by "\\n"
    line    on which it begins, from 1
    """

    depth: int
    step: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """A bank's exchange file, taken apart and not yet understood."""

    format: ExchangeFormat
    nodes: tuple[Node, ...]
