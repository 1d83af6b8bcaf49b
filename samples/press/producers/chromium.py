"""Chromium: a web page printed to a PDF file, as from an online bank or an accounting service on the web."""

from __future__ import annotations

import base64
from xml.sax.saxutils import escape

from samples.press.browser import printed
from samples.press.display import Display, Metadata, Page, Producer
from samples.press.redated import redated
from samples.press.typefaces import FONTS, font_path

#: No kerning, no tightened punctuation: the places are decided already.
_STYLE = """body{margin:0}svg{display:block}div{break-after:page}div:last-child{break-after:auto}
text{white-space:pre;font-kerning:none;font-variant-ligatures:none;text-spacing-trim:space-all;text-autospace:no-autospace;
font-synthesis:none;text-rendering:geometricPrecision}"""


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as Chromium prints it, dated `metadata.made`.   Raises WronglyCalled when Chromium is missing."""
    return many([(display, metadata)])[0]


def many(wanted: list[tuple[Display, Metadata]]) -> list[bytes]:
    """Several displays with one start of the browser."""
    if not wanted:
        return []
    files = printed([_html(display, metadata) for display, metadata in wanted], wanted[0][1].made)
    return [redated(content, metadata.made) for content, (_, metadata) in zip(files, wanted, strict=True)]


def _html(display: Display, metadata: Metadata) -> str:
    first = display.pages[0]
    for page in display.pages:
        for text in page.texts:
            font_path(text.font)  # a missing font would be silently replaced
    size = f"@page{{size:{first.width:.2f}pt {first.height:.2f}pt;margin:0}}"
    for name, page in {_named(page): page for page in display.pages}.items():
        size += f"@page {name}{{size:{page.width:.2f}pt {page.height:.2f}pt;margin:0}}.{name}{{page:{name}}}"
    head = f"<title>{escape(metadata.title or 'print')}</title><style>{size}{_STYLE}</style>"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{"".join(map(_page, display.pages))}</body></html>'


def _named(page: Page) -> str:
    return f"s{page.width:.0f}x{page.height:.0f}"


def _colour(colour: tuple[float, float, float]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(round(part * 255) for part in colour))


def _page(page: Page) -> str:
    # A hair less high than the sheet, or rounding to whole pixels begins an empty page.
    height = page.height - 1
    parts = [
        f'<div class="{_named(page)}"><svg xmlns="http://www.w3.org/2000/svg" width="{page.width:.2f}pt" height="{height:.2f}pt" '
        f'viewBox="0 0 {page.width:.2f} {height:.2f}">'
    ]
    for fill in page.fills:
        place = f'x="{fill.x0:.2f}" y="{fill.y0:.2f}" width="{fill.x1 - fill.x0:.2f}" height="{fill.y1 - fill.y0:.2f}"'
        parts.append(f'<rect {place} fill="{_colour(fill.colour)}"/>')
    for rule in page.rules:
        ends = f'x1="{rule.x0:.2f}" y1="{rule.y0:.2f}" x2="{rule.x1:.2f}" y2="{rule.y1:.2f}"'
        parts.append(f'<line {ends} stroke="{_colour(rule.colour)}" stroke-width="{rule.width:g}"/>')
    for text in page.texts:
        font = FONTS[text.font]
        weight = ' font-weight="700"' if font.bold else ""
        colour = "" if text.colour == (0.0, 0.0, 0.0) else f' fill="{_colour(text.colour)}"'
        place = f'x="{text.x:.3f}" y="{text.y:.3f}" font-family="{escape(font.family)}" font-size="{text.size:.3f}"'
        parts.append(f"<text {place}{weight}{colour}>{escape(text.text)}</text>")
    for picture in page.pictures:
        place = f'x="{picture.x0:.2f}" y="{picture.y0:.2f}" width="{picture.x1 - picture.x0:.2f}" height="{picture.y1 - picture.y0:.2f}"'
        data = base64.b64encode(picture.png).decode()
        parts.append(f'<image {place} preserveAspectRatio="none" href="data:image/png;base64,{data}"/>')
    return "".join([*parts, "</svg></div>"])


PRODUCER = Producer(name="chromium", split="develop", draw=draw, many=many, tools=("chromium",), outlines=frozenset({"truetype", "cff"}))
