"""The paper turned into pictures, the figure retouched there, and the pictures put together as a PDF again.

What it leaves: no text at all, in a paper whose issuer sends text; typography in pixels.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.alteration.retouch import retouched
from samples.alteration.sheets import in_pixels
from samples.alteration.technique import CannotAlter, Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    dpi, quality = source.choice((150, 200, 200)), source.choice((75, 85, 92))
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise CannotAlter("this is no PDF that can be drawn") from error
    with document:
        if any(replacement.page > len(document) for replacement in replacements):
            raise CannotAlter("there is no such page")
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
            group = [in_pixels(each, dpi / 72, dpi / 72) for each in replacements if each.page == number]
            picture = retouched(picture, group, source, "develop", blur=0.3)
            jpeg = io.BytesIO()
            picture.save(jpeg, "JPEG", quality=quality, dpi=(dpi, dpi))
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(jpeg), 0, 0, width, height)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


TECHNIQUE = Technique(name="rasterised", split="develop", media="pdf", apply=_apply)
