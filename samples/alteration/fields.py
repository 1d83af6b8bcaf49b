"""Filled form fields put on a page, with the appearance that a reader draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Pdf, String
from reportlab.pdfbase import pdfmetrics

from extract.place import Box
from samples.alteration.glyphs import page_of
from samples.alteration.hand import corner


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text field.   box: points from the top left   font: of the viewer   baseline: 0 for the reader's choice   ground: white below it"""

    name: str
    page: int
    box: Box
    text: str
    font: str
    size: float
    baseline: float = 0.0
    right: bool = False
    ground: bool = False


def add_fields(pdf: Pdf, fields: Sequence[Field]) -> None:
    """The fields added to the document's form, which is made when there is none."""
    if "/AcroForm" not in pdf.Root:
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(), DR=Dictionary(Font=Dictionary()), DA=String("/Helv 0 Tf 0 g")))
    form = pdf.Root.AcroForm
    for field in fields:
        form.Fields.append(pdf.make_indirect(_widget(pdf, field)))
        page = page_of(pdf, field.page)
        if "/Annots" not in page.obj:
            page.obj.Annots = Array()
        page.obj.Annots.append(form.Fields[-1])


def _widget(pdf: Pdf, field: Field) -> Dictionary:
    page = page_of(pdf, field.page)
    left, top = corner(page)
    width = pdfmetrics.stringWidth(field.text, field.font, field.size)
    box = field.box
    # Readers keep two points of room on either side of a field's text.
    box = Box(min(box.x0, box.x1 - width) - 2, box.top, max(box.x1, box.x0 + (0 if field.right else width)) + 2, box.bottom)
    x = box.width - 2 - width if field.right else 2.0
    y = box.bottom - field.baseline if field.baseline else (box.height - field.size * 0.72) / 2
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{field.font}"), Encoding=Name.WinAnsiEncoding))
    text = String(field.text.encode("cp1252")).unparse().decode("latin-1")
    ground = f"1 1 1 rg 0 0 {box.width:.2f} {box.height:.2f} re f\n" if field.ground else ""
    drawn = f"{ground}/Tx BMC q BT 0 g /Helv {field.size:g} Tf {x:.2f} {y:.2f} Td {text} Tj ET Q EMC"
    look = pdf.make_stream(drawn.encode("latin-1"))
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, round(box.width, 2), round(box.height, 2)])
    look.Resources = Dictionary(Font=Dictionary(Helv=font))
    edges = [left + box.x0, top - box.bottom, left + box.x1, top - box.top]
    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String(field.name),
        V=String(field.text),
        Q=2 if field.right else 0,
        DA=String(f"/Helv {field.size:g} Tf 0 g"),
        Rect=Array([round(edge, 2) for edge in edges]),
        F=4,
        P=page.obj,
        AP=Dictionary(N=look),
    )
    if field.ground:
        widget.MK = Dictionary(BG=Array([1, 1, 1]))
    return widget
