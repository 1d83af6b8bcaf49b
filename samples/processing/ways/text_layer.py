"""A layer of invisible text put over a scan by tesseract.

Why: scanners and archives make scans searchable; the text has the errors that recognition makes.
"""

from __future__ import annotations

import io
from random import Random

import pikepdf
import pypdfium2

from samples.alteration.overlay import lay
from samples.alteration.programs import run_all
from samples.alteration.revision import saved
from samples.processing.outside import opened
from samples.processing.way import CannotProcess, Processed, Way

_DPI = 200


def _apply(content: bytes, source: Random) -> Processed:  # noqa: ARG001  nothing is left to chance
    with opened(content) as pdf, pypdfium2.PdfDocument(content) as document:
        if any(page.get_textpage().count_chars() for page in document):
            raise CannotProcess("there is text in this file already")
        for page, seen in zip(pdf.pages, document, strict=True):
            if int(page.obj.get("/Rotate", 0)) % 360:
                raise CannotProcess("a page is turned")
            sheet = io.BytesIO()
            seen.render(scale=_DPI / 72).to_pil().convert("L").save(sheet, "PNG", compress_level=1)
            options = ["-l", "chi_sim+eng", "--dpi", str(_DPI), "-c", "textonly_pdf=1", "pdf"]
            layer = run_all("tesseract", ["in.png", "out", *options], {"in.png": sheet.getvalue()}, made="out.pdf", seconds=120)
            with pikepdf.open(io.BytesIO(layer)) as text:
                lay(pdf, page, text.pages[0])
        return Processed(saved(pdf))


WAY = Way(name="text_layer", split="develop", media="pdf", apply=_apply, tools=("tesseract",))
