"""New figures drawn over old ones: a white box and the new text, as content of the page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from samples.alteration.glyphs import page_of
from samples.alteration.hand import base_font, corner, registered, setting, typeface
from samples.alteration.technique import Replacement
from samples.population.splits import Split


def by_page(replacements: Sequence[Replacement]) -> dict[int, list[Replacement]]:
    """In the order of the pages."""
    result: dict[int, list[Replacement]] = {}
    for replacement in sorted(replacements, key=lambda each: each.page):
        result.setdefault(replacement.page, []).append(replacement)
    return result


def in_base_fonts(pdf: Pdf, replacements: Sequence[Replacement], source: Random, *, white: bool, prefix: str = "/Helv") -> None:
    """The new figures written behind each page's content, in fonts that are not embedded.

    white    a white box below each
    prefix   of the names of the fonts among the page's resources, as the editor chooses them
    """
    for number, group in by_page(replacements).items():
        page = page_of(pdf, number)
        left, top = corner(page)
        drawn = []
        for replacement in group:
            font = base_font(replacement)
            place = setting(replacement, source, lambda text, size, font=font: pdfmetrics.stringWidth(text, font, size))  # type: ignore[misc]
            name = base_resource(pdf, page, font, prefix)
            if white:
                box = place.cover
                drawn.append(f"1 1 1 rg {left + box.x0:.2f} {top - box.bottom:.2f} {box.width:.2f} {box.height:.2f} re f 0 g")
            text = pikepdf.String(replacement.new.encode("cp1252")).unparse().decode("latin-1")
            drawn.append(f"BT {name} {place.size:g} Tf 1 0 0 1 {left + place.x:.2f} {top - place.y:.2f} Tm {text} Tj ET")
        page.contents_add(b"q", prepend=True)
        page.contents_add(("Q\nq\n" + "\n".join(drawn) + "\nQ").encode("latin-1"))


def base_resource(pdf: Pdf, page: Page, font: str, prefix: str) -> str:
    """The name, among the page's resources, of a font that is not embedded; put there when it is missing."""
    name = f"{prefix}{'' if font == 'Helvetica' else font.replace('-', '')}"
    resources = own_resources(page)
    if "/Font" not in resources:
        resources.Font = Dictionary()
    if name not in resources.Font:
        described = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{font}"), Encoding=Name.WinAnsiEncoding)
        resources.Font[name] = pdf.make_indirect(described)
    return name


def own_resources(page: Page) -> Dictionary:
    """The page's resources, its own even where it inherited or shared them."""
    resources = page.resources
    copied = Dictionary()
    for key, value in resources.items():
        copied[str(key)] = Dictionary(dict(value.items())) if isinstance(value, Dictionary) else value
    page.obj.Resources = copied
    result = page.obj.Resources
    assert isinstance(result, Dictionary)
    return result


def sheet(page: Page, group: Sequence[Replacement], source: Random, split: Split, *, white: bool = True) -> bytes:
    """A page of the same size with the new figures only, typefaces embedded, made by reportlab."""
    corner(page)
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(x1 - x0, y1 - y0), invariant=1)
    for replacement in group:
        font = registered(*typeface(replacement, split))
        place = setting(replacement, source, lambda text, size, font=font: pdfmetrics.stringWidth(text, font, size))  # type: ignore[misc]
        if white:
            canvas.setFillGray(1)
            canvas.rect(place.cover.x0, y1 - y0 - place.cover.bottom, place.cover.width, place.cover.height, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont(font, place.size)
        canvas.drawString(place.x, y1 - y0 - place.y, replacement.new)
    canvas.save()
    return out.getvalue()


def laid_over(pdf: Pdf, replacements: Sequence[Replacement], source: Random, split: Split, *, white: bool = True) -> None:
    """Such a sheet laid over each page that changes, as overlay programs do: a form XObject behind the page's content."""
    for number, group in by_page(replacements).items():
        page = page_of(pdf, number)
        with pikepdf.open(io.BytesIO(sheet(page, group, source, split, white=white))) as over:
            lay(pdf, page, over.pages[0])


def lay(pdf: Pdf, page: Page, other: Page, *, below: bool = False) -> None:
    """The page `other` laid over (or below) the whole of `page`, as a form XObject under a name that is the same each time."""
    form = pdf.copy_foreign(other.as_form_xobject())
    resources = own_resources(page)
    if "/XObject" not in resources:
        resources.XObject = Dictionary()
    number = sum(1 for known in resources.XObject.keys() if str(known).startswith("/Layer"))  # noqa: SIM118  no mapping of Python
    name = f"/Layer{number}"
    resources.XObject[name] = form if form.is_indirect else pdf.make_indirect(form)
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
    left, low, right, high = (float(edge) for edge in other.cropbox.as_list())
    across, down = (x1 - x0) / (right - left), (y1 - y0) / (high - low)
    drawn = f"q {across:.5f} 0 0 {down:.5f} {x0 - across * left:.3f} {y0 - down * low:.3f} cm {name} Do Q".encode()
    if below:
        page.contents_add(drawn, prepend=True)
    else:
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q\n" + drawn)
