"""fpdf2: the small library of many invoice and report scripts."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from fpdf import FPDF

from samples.press.display import Display, Metadata, Page, Producer
from samples.press.embedding import used
from samples.press.excerpt import excerpt


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as fpdf2 writes it, dated `metadata.made`.

    It reads all of a font for each document, so it is given only the part of each font that it will embed.
    """
    with TemporaryDirectory() as name:
        fonts = {}
        for font, signs in used(display).items():
            fonts[font] = Path(name) / f"{font}.ttf"
            fonts[font].write_bytes(excerpt(font, signs))
        return _written(display, metadata, fonts)


def _written(display: Display, metadata: Metadata, fonts: dict[str, Path]) -> bytes:
    first = display.pages[0]
    file = FPDF(unit="pt", format=(first.width, first.height))
    file.set_auto_page_break(False)
    file.set_creation_date(metadata.made)
    if metadata.title:
        file.set_title(metadata.title)
    if metadata.author:
        file.set_author(metadata.author)
    for font, path in fonts.items():
        file.add_font(_family(font), fname=path)
    for page in display.pages:
        file.add_page(format=(page.width, page.height))
        _page(file, page)
    return bytes(file.output())


def _family(font: str) -> str:
    # fpdf2 takes the names of its built-in families for those; ours must not collide with them.
    return f"press{font.replace('-', '')}"


def _bytes(colour: tuple[float, float, float]) -> tuple[int, int, int]:
    red, green, blue = (round(part * 255) for part in colour)
    return red, green, blue


def _page(file: FPDF, page: Page) -> None:
    for fill in page.fills:
        file.set_fill_color(*_bytes(fill.colour))
        file.rect(fill.x0, fill.y0, fill.x1 - fill.x0, fill.y1 - fill.y0, style="F")
    for rule in page.rules:
        file.set_draw_color(*_bytes(rule.colour))
        file.set_line_width(rule.width)
        file.line(rule.x0, rule.y0, rule.x1, rule.y1)
    for text in page.texts:
        file.set_text_color(*_bytes(text.colour))
        file.set_font(_family(text.font), size=text.size)
        file.text(text.x, text.y, text.text)
    for picture in page.pictures:
        file.image(io.BytesIO(picture.png), picture.x0, picture.y0, picture.x1 - picture.x0, picture.y1 - picture.y0)


PRODUCER = Producer(name="fpdf2", split="develop", draw=draw)
