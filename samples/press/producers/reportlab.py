"""ReportLab: the library that many web shops, portals and small programs make their papers with."""

from __future__ import annotations

import io
from functools import cache

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.press.display import Display, Metadata, Page, Producer
from samples.press.typefaces import FONTS, font_path


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as ReportLab writes it, dated `metadata.made`."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    stamp = canvas._doc._timeStamp  # type: ignore[attr-defined]  # stubs leave it out
    offset = metadata.made.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    stamp.YMDhms, stamp.dhh, stamp.dmm = metadata.made.timetuple()[:6], minutes // 60, minutes % 60
    if metadata.title:
        canvas.setTitle(metadata.title)
    if metadata.author:
        canvas.setAuthor(metadata.author)
    for page in display.pages:
        canvas.setPageSize((page.width, page.height))
        _page(canvas, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _page(canvas: Canvas, page: Page) -> None:
    for fill in page.fills:
        canvas.setFillColorRGB(*fill.colour)
        canvas.rect(fill.x0, page.height - fill.y1, fill.x1 - fill.x0, fill.y1 - fill.y0, stroke=0, fill=1)
    for rule in page.rules:
        canvas.setLineWidth(rule.width)
        canvas.setStrokeColorRGB(*rule.colour)
        canvas.line(rule.x0, page.height - rule.y0, rule.x1, page.height - rule.y1)
    for text in page.texts:
        canvas.setFillColorRGB(*text.colour)
        canvas.setFont(_registered(text.font), text.size)
        canvas.drawString(text.x, page.height - text.y, text.text)
    for picture in page.pictures:
        canvas.drawImage(
            ImageReader(io.BytesIO(picture.png)),
            picture.x0,
            page.height - picture.y1,
            picture.x1 - picture.x0,
            picture.y1 - picture.y0,
            mask="auto",
        )


@cache
def _registered(name: str) -> str:
    """The name under which ReportLab knows the font `name` of the population."""
    known = f"press-{name}"
    pdfmetrics.registerFont(TTFont(known, str(font_path(name)), subfontIndex=FONTS[name].index))
    return known


PRODUCER = Producer(name="reportlab", split="develop", draw=draw)
