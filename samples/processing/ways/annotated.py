"""A note beside the figures and, where there is text, a highlighted line.

Why: the clerk or the accountant who read the paper marked what to look at.
"""

from __future__ import annotations

from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from extract.place import Box
from samples.alteration.glyphs import read
from samples.alteration.hand import corner, moment, pdf_date
from samples.alteration.revision import saved
from samples.alteration.technique import CannotAlter
from samples.processing.outside import opened
from samples.processing.way import CannotProcess, Processed, Way
from samples.processing.white import white_place

_NOTES = ("OK", "ok, LW", "?", "p. 3", "1/2", "= 2")


def _apply(content: bytes, source: Random) -> Processed:
    with opened(content) as pdf:
        page = pdf.pages[0]
        try:
            corner(page)
        except CannotAlter as error:
            raise CannotProcess(str(error)) from error
        when = pdf_date(moment(pdf, source))
        text = source.choice(_NOTES)
        place = white_place(content, 1, 90, 16, source)
        drawn = f"0.8 0.1 0.1 rg BT /Helv 9 Tf 3 5 Td ({text}) Tj ET"
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        look = Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font)))
        note = _annotation(pdf, page, place, "/FreeText", drawn, look, when)
        note.Contents, note.DA, note.BS = String(text), String("0.8 0.1 0.1 rg /Helv 9 Tf"), Dictionary(W=0)
        line = _line(page, source)
        if line:
            blend = Dictionary(ExtGState=Dictionary(Marker=Dictionary(BM=Name.Multiply)))
            marker = f"/Marker gs 1 0.92 0.3 rg 0 0 {line.width:.2f} {line.height:.2f} re f"
            mark = _annotation(pdf, page, line, "/Highlight", marker, blend, when)
            x0, y0, x1, y1 = (float(edge) for edge in mark.Rect.as_list())
            mark.QuadPoints, mark.C = Array([x0, y1, x1, y1, x0, y0, x1, y0]), Array([1, 0.92, 0.3])
        return Processed(saved(pdf))


def _annotation(pdf: Pdf, page: Page, box: Box, kind: str, drawn: str, resources: Dictionary, when: str) -> pikepdf.Object:
    left, top = corner(page)
    look = pdf.make_stream(drawn.encode())
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, round(box.width, 2), round(box.height, 2)])
    look.Resources = resources
    edges = [left + box.x0, top - box.bottom, left + box.x1, top - box.top]
    note = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array([round(edge, 2) for edge in edges]), F=4, M=String(when))
    note.AP = Dictionary(N=look)
    if "/Annots" not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(pdf.make_indirect(note))
    return page.obj.Annots[-1]


def _line(page: Page, source: Random) -> Box | None:
    """A line of text of the page; None where no text can be placed."""
    try:
        _, glyphs = read(page)
    except CannotAlter:
        return None
    lines: dict[float, list[Box]] = {}
    for glyph in glyphs:
        if glyph.text.strip() and glyph.shown:
            box = Box(glyph.x0, glyph.baseline - 0.8 * glyph.size, glyph.x1, glyph.baseline + 0.2 * glyph.size)
            lines.setdefault(round(glyph.baseline, 1), []).append(box)
    return Box.around(source.choice([lines[key] for key in sorted(lines)])) if lines else None


WAY = Way(name="annotated", split="develop", media="pdf", apply=_apply)
