"""A small picture of the new figure placed over the old one.

What it leaves: the old figure as text under a picture, and a figure without text.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples.alteration.glyphs import page_of
from samples.alteration.hand import corner, pillow_font, setting
from samples.alteration.overlay import by_page, lay
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import Replacement, Technique


def _apply(content: bytes, replacements: Sequence[Replacement], source: Random) -> bytes:
    with reopened(content) as pdf:
        scale = source.choice((150, 200, 300)) / 72
        for number, group in by_page(replacements).items():
            page = page_of(pdf, number)
            corner(page)
            x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
            out = io.BytesIO()
            canvas = Canvas(out, pagesize=(x1 - x0, y1 - y0), invariant=1)
            for replacement in group:
                place = setting(
                    replacement,
                    source,
                    lambda text, size, each=replacement: pillow_font(each, "develop", size * 10).getlength(text) / 10,  # type: ignore[misc]
                )
                box = place.cover
                patch = Image.new("RGB", (round(box.width * scale), round(box.height * scale)), "white")
                at = ((place.x - box.x0) * scale, (place.y - box.top) * scale)
                ImageDraw.Draw(patch).text(
                    at, replacement.new, "black", pillow_font(replacement, "develop", place.size * scale), anchor="ls"
                )
                canvas.drawImage(ImageReader(patch), box.x0, y1 - y0 - box.bottom, box.width, box.height)
            canvas.save()
            with pikepdf.open(io.BytesIO(out.getvalue())) as over:
                lay(pdf, page, over.pages[0])
        return saved(pdf)


TECHNIQUE = Technique(name="picture_patch", split="develop", media="pdf", apply=_apply)
