"""A text note with a white ground put over the figure by a PDF reader's comment tools.

What it leaves: an annotation that hides a figure; with annotations off the old one shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfbase import pdfmetrics

from samples.alteration.glyphs import page_of
from samples.alteration.hand import base_font, corner, moment, pdf_date, setting
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        when = pdf_date(moment(pdf, source))
        for replacement in replacements:
            page = page_of(pdf, replacement.page)
            left, top = corner(page)
            name = base_font(replacement)
            place = setting(replacement, source, lambda text, size, font=name: pdfmetrics.stringWidth(text, font, size))  # type: ignore[misc]
            box = place.cover
            described = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding)
            text = String(replacement.new.encode("cp1252")).unparse().decode("latin-1")
            drawn = f"1 1 1 rg 0 0 {box.width:.2f} {box.height:.2f} re f 0 g BT /F {place.size:g} Tf "
            drawn += f"{place.x - box.x0:.2f} {box.bottom - place.y:.2f} Td {text} Tj ET"
            look = pdf.make_stream(drawn.encode("latin-1"))
            look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, round(box.width, 2), round(box.height, 2)])
            look.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(described)))
            edges = [left + box.x0, top - box.bottom, left + box.x1, top - box.top]
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name.FreeText,
                Rect=Array([round(edge, 2) for edge in edges]),
                Contents=String(replacement.new),
                DA=String(f"0 g /Helv {place.size:g} Tf"),
                C=Array([1, 1, 1]),
                BS=Dictionary(W=0),
                F=4,
                M=String(when),
                AP=Dictionary(N=look),
            )
            if "/Annots" not in page.obj:
                page.obj.Annots = Array()
            page.obj.Annots.append(pdf.make_indirect(note))
        return saved(pdf)


TECHNIQUE = Technique(name="freetext_annotation", split="develop", media="pdf", apply=_apply)
