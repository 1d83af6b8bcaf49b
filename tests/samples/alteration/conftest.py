"""Small papers from programs that embed fonts each in its own way, with the places of their figures."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import fpdf
import pikepdf
import pypdfium2
import pytest
import typst
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract.place import Box

FACE = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
FIGURES = {"Cash": "1,234,567.89", "Stock": "980,321.00", "Total": "2,214,888.89"}


@dataclass(frozen=True)
class Example:
    """A PDF, and label -> (figure, box)."""

    content: bytes
    figures: dict[str, tuple[str, Box]]


def words(content: bytes, page: int = 1) -> list[tuple[str, Box]]:
    """The words of a page with their boxes, as PDFium reads it."""
    found: list[tuple[str, Box]] = []
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page - 1]
        height = sheet.get_height()
        text = sheet.get_textpage()
        word, box = "", None
        for number in range(text.count_chars()):
            character = text.get_text_range(number, 1)
            if character.isspace() or not character:
                if word and box:
                    found.append((word, box))
                word, box = "", None
                continue
            x0, y0, x1, y1 = text.get_charbox(number, loose=True)
            here = Box(x0, height - y1, x1, height - y0)
            box = here if box is None else box.union(here)
            word += character
        if word and box:
            found.append((word, box))
    return found


def _reportlab() -> bytes:
    pdfmetrics.registerFont(TTFont("example", str(FACE)))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(2):
        canvas.setFont("example", 10)
        for row, (label, figure) in enumerate(FIGURES.items()):
            canvas.drawString(60, 700 - 20 * row, label)
            canvas.drawRightString(300, 700 - 20 * row, figure)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _base14() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Helvetica", 10)
    for row, (label, figure) in enumerate(FIGURES.items()):
        canvas.drawString(60, 700 - 20 * row, label)
        canvas.drawRightString(300, 700 - 20 * row, figure)
    canvas.save()
    return out.getvalue()


def _fpdf2() -> bytes:
    paper = fpdf.FPDF(unit="pt", format="A4")
    paper.add_page()
    paper.add_font("example", "", str(FACE))
    paper.set_font("example", size=10)
    for row, (label, figure) in enumerate(FIGURES.items()):
        paper.text(60, 140 + 20 * row, label)
        paper.text(300 - paper.get_string_width(figure), 140 + 20 * row, figure)
    return bytes(paper.output())


def _typst() -> bytes:
    cells = "".join(f"[{label}],[{figure}]," for label, figure in FIGURES.items())
    source = f'#set text(font: "Liberation Serif", size: 10pt)\n#table(columns: (200pt, 150pt), align: (left, right), {cells})'
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def _kerned() -> bytes:
    """Each figure in a TJ with kerning and one operator for several words, in a form XObject."""
    with pikepdf.open(io.BytesIO(_base14())) as pdf:
        page = pdf.pages[0]
        rows = []
        for row, (label, figure) in enumerate(FIGURES.items()):
            rows.append(f"BT /F1 10 Tf 1 0 0 1 60 {700 - 20 * row} Tm [({label}) -12000 ({figure[:3]}) 30 ({figure[3:]}) -2000 (k)] TJ ET")
        form = pdf.make_stream("\n".join(rows).encode())
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 600, 850])
        form.Resources = page.obj.Resources
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form), Font=page.obj.Resources.Font)
        page.Contents = pdf.make_stream(b"/Fm0 Do")
        out = io.BytesIO()
        pdf.save(out, static_id=True)
        return out.getvalue()


PRODUCERS: dict[str, Callable[[], bytes]] = {
    "reportlab": _reportlab,
    "base14": _base14,
    "fpdf2": _fpdf2,
    "typst": _typst,
    "kerned": _kerned,
}


@pytest.fixture(scope="session")
def example() -> Callable[[str], Example]:
    made: dict[str, Example] = {}

    def get(name: str) -> Example:
        if name not in made:
            content = PRODUCERS[name]()
            placed = dict(words(content))
            made[name] = Example(content, {label: (figure, placed[figure]) for label, figure in FIGURES.items()})
        return made[name]

    return get


@pytest.fixture(scope="session")
def read_words() -> Callable[..., list[tuple[str, Box]]]:
    return words
