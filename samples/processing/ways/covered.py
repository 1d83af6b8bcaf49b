"""Put behind a covering page, one file of both.

Why: an accountant or a broker sends the papers of a client with a letter.
"""

from __future__ import annotations

import io
from random import Random

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from extract.place import Box
from samples.alteration.revision import saved
from samples.processing.outside import opened
from samples.processing.way import Processed, Way

_LINES = ("Documents for your application", "Please find enclosed the papers that you asked for.", "Kind regards")


def _apply(content: bytes, source: Random) -> Processed:
    with opened(content) as pdf:
        x0, y0, x1, y1 = (float(edge) for edge in pdf.pages[0].mediabox.as_list())
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(x1 - x0, y1 - y0), invariant=1)
        font = source.choice(("Helvetica", "Times-Roman"))
        for number, line in enumerate(_LINES):
            canvas.setFont(font, 16 if number == 0 else 11)
            canvas.drawString(72, y1 - y0 - 120 - 36 * number, line)
        canvas.save()
        with pikepdf.open(io.BytesIO(out.getvalue())) as cover:
            pdf.pages.insert(0, cover.pages[0])
            return Processed(saved(pdf), _moved)


def _moved(page: int, box: Box) -> tuple[int, Box]:
    return page + 1, box


WAY = Way(name="covered", split="develop", media="pdf", apply=_apply, languages=("en",))
