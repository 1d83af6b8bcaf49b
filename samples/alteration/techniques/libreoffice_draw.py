"""The page opened in LibreOffice Draw, the figure retyped there, and the page exported again.

What it leaves: another program's file from end to end, with the typefaces of the machine that it was done on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from lxml import etree

from samples.alteration.glyphs import plain
from samples.alteration.hand import boxed
from samples.alteration.programs import office
from samples.alteration.technique import CannotAlter, Replacement, Technique

_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_CM = 72 / 2.54


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:  # noqa: ARG001  nothing is left to chance
    drawing = office(content, given="in.pdf", made="in.fodg", target="fodg", reader="draw_pdf_import")
    root = etree.fromstring(drawing, etree.XMLParser(resolve_entities=False, huge_tree=True))
    pages = list(root.iter(f"{_DRAW}page"))
    for replacement in replacements:
        if replacement.page > len(pages):
            raise CannotAlter(f"there is no page {replacement.page}")
        _retype(pages[replacement.page - 1], replacement)
    return office(
        etree.tostring(root, xml_declaration=True, encoding="UTF-8"), given="in.fodg", made="in.pdf", target="pdf:draw_pdf_Export"
    )


def _retype(page: etree._Element, replacement: Replacement) -> None:
    box = boxed(replacement)
    for frame in page.iter(f"{_DRAW}frame"):
        x, y, width, height = (_points(frame.get(f"{_SVG}{name}", "")) for name in ("x", "y", "width", "height"))
        if not (y - 4 < box.middle < y + height + 4 and x - 4 < box.centre < x + width + 4):
            continue
        for span in frame.iter(f"{_TEXT}span"):
            text = span.text or ""
            if len(span) or plain(replacement.old) not in plain(text):
                continue
            span.text = text.replace(replacement.old, replacement.new) if replacement.old in text else replacement.new
            if replacement.align == "right":
                longer = width * (_widths(span.text) / max(1.0, _widths(text)) - 1)
                frame.set(f"{_SVG}x", f"{(x - longer) / _CM:.3f}cm")
                frame.set(f"{_SVG}width", f"{(width + longer) / _CM:.3f}cm")
            return
    raise CannotAlter(f"LibreOffice does not show {replacement.old} in one piece there")


def _widths(text: str) -> float:
    """About how wide the text is, in digits: they are of one width in all typefaces for figures, the signs between them of half."""
    return sum(0.5 if character in ",. ()-" else 1.0 for character in text)


def _points(length: str) -> float:
    found = re.fullmatch(r"(-?[\d.]+)(cm|mm|in|pt)", length)
    if not found:
        return 0.0
    return float(found[1]) * {"cm": _CM, "mm": _CM / 10, "in": 72.0, "pt": 1.0}[found[2]]


TECHNIQUE = Technique(name="libreoffice_draw", split="test", media="pdf", apply=_apply, tools=("soffice",))
