"""LibreOffice: an office document exported as PDF. The paper is a flat drawing with a frame for each text."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape, quoteattr

from extract.errors import WronglyCalled
from samples.press.display import Display, Metadata, Page, Producer, Text
from samples.press.programs import called
from samples.press.redated import redated
from samples.press.typefaces import FONTS, font_path, opened

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("draw", "drawing"),
        ("meta", "meta"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_DUBLIN_CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
#: So many documents go into one call: the command line has an end, and so has the program's memory.
_BATCH = 40


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as LibreOffice exports it, dated `metadata.made`.   Raises WronglyCalled when LibreOffice is missing."""
    return many([(display, metadata)])[0]


def many(wanted: list[tuple[Display, Metadata]]) -> list[bytes]:
    """Several displays with one start of the program for each forty."""
    results: list[bytes] = []
    for start in range(0, len(wanted), _BATCH):
        part = wanted[start : start + _BATCH]
        with TemporaryDirectory() as name:
            folder = Path(name)
            names = [f"paper{number}" for number in range(len(part))]
            for file, (display, metadata) in zip(names, part, strict=True):
                (folder / f"{file}.fodg").write_text(_document(display, metadata), "utf-8")
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf:draw_pdf_Export"]
            called([*command, *(f"{file}.fodg" for file in names)], folder, part[0][1].made)
            for file, (_, metadata) in zip(names, part, strict=True):
                made = folder / f"{file}.pdf"
                if not made.is_file():
                    raise WronglyCalled("LibreOffice exports no drawings. Type: apt-get install libreoffice-draw-nogui")
                results.append(redated(made.read_bytes(), metadata.made))
    return results


@cache
def _ascent(font: str) -> float:
    """From the top of a line to its baseline as LibreOffice sets it, in parts of the letter size."""
    file = opened(font)
    head, across, windows = file["head"], file["hhea"], file["OS/2"]
    above, below = across.ascent, across.descent
    if not (above or below) or windows.fsSelection & 128:  # the font asks for its typographic measures
        above = windows.sTypoAscender
    return float(above) / float(head.unitsPerEm)


def _document(display: Display, metadata: Metadata) -> str:
    fonts = sorted({text.font for page in display.pages for text in page.texts})
    for font in fonts:
        font_path(font)  # a missing font would be silently replaced
    styles: dict[tuple[str, float, tuple[float, float, float]], str] = {}
    pages = [_page(page, number, styles) for number, page in enumerate(display.pages, 1)]
    faces = "".join(
        f"<style:font-face style:name={quoteattr(font)} svg:font-family={quoteattr('&apos;' + FONTS[font].family + '&apos;')}/>"
        for font in fonts
    ).replace("&amp;apos;", "&apos;")
    made = f"{metadata.made:%Y-%m-%dT%H:%M:%S}"
    about = f"<meta:creation-date>{made}</meta:creation-date><dc:date>{made}</dc:date>"
    if metadata.title:
        about += f"<dc:title>{escape(metadata.title)}</dc:title>"
    if metadata.author:
        about += f"<meta:initial-creator>{escape(metadata.author)}</meta:initial-creator><dc:creator>{escape(metadata.author)}</dc:creator>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} {_DUBLIN_CORE} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.graphics"><office:meta>{about}</office:meta>'
        f"<office:font-face-decls>{faces}</office:font-face-decls>{_styles(display, styles)}"
        f"<office:body><office:drawing>{''.join(pages)}</office:drawing></office:body></office:document>"
    )


def _styles(display: Display, styles: dict[tuple[str, float, tuple[float, float, float]], str]) -> str:
    # Without common styles, even none, LibreOffice does not look at page layouts, and every sheet is an upright A4.
    parts = ["<office:styles/><office:automatic-styles>"]
    sizes = sorted({(page.width, page.height) for page in display.pages})
    for width, height in sizes:
        turned = "landscape" if width > height else "portrait"
        parts.append(
            f'<style:page-layout style:name="L{width:.0f}x{height:.0f}"><style:page-layout-properties fo:margin="0pt" '
            f'fo:page-width="{width:.2f}pt" fo:page-height="{height:.2f}pt" style:print-orientation="{turned}"/></style:page-layout>'
        )
    parts.append('<style:style style:name="dp" style:family="drawing-page"/>')
    parts.append(
        '<style:style style:name="frame" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none" '
        'draw:auto-grow-width="false" draw:auto-grow-height="false" fo:wrap-option="no-wrap" '
        'fo:padding-top="0pt" fo:padding-bottom="0pt" fo:padding-left="0pt" fo:padding-right="0pt" '
        'draw:textarea-horizontal-align="center" draw:textarea-vertical-align="top"/></style:style>'
        '<style:style style:name="middle" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin="0pt" '
        'style:text-autospace="none" style:punctuation-wrap="simple"/></style:style>'
    )
    fills = sorted({fill.colour for page in display.pages for fill in page.fills})
    for colour in fills:
        parts.append(
            f'<style:style style:name="f{_colour(colour)[1:]}" style:family="graphic"><style:graphic-properties draw:stroke="none" '
            f'draw:fill="solid" draw:fill-color="{_colour(colour)}"/></style:style>'
        )
    for width, colour in sorted({(rule.width, rule.colour) for page in display.pages for rule in page.rules}):
        parts.append(
            f'<style:style style:name="r{_rule(width, colour)}" style:family="graphic"><style:graphic-properties draw:stroke="solid" '
            f'svg:stroke-width="{width:.2f}pt" svg:stroke-color="{_colour(colour)}"/></style:style>'
        )
    for (font, size, colour), style in styles.items():
        weight = "bold" if FONTS[font].bold else "normal"
        parts.append(
            f'<style:style style:name="{style}" style:family="text"><style:text-properties style:font-name="{font}" '
            f'style:font-name-asian="{font}" style:font-name-complex="{font}" fo:font-size="{size:.3f}pt" '
            f'style:font-size-asian="{size:.3f}pt" fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
            f'fo:color="{_colour(colour)}" style:letter-kerning="false"/></style:style>'
        )
    parts.append("</office:automatic-styles><office:master-styles>")
    for width, height in sizes:
        key = f"{width:.0f}x{height:.0f}"
        parts.append(f'<style:master-page style:name="M{key}" style:page-layout-name="L{key}" draw:style-name="dp"/>')
    return "".join([*parts, "</office:master-styles>"])


def _colour(colour: tuple[float, float, float]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(round(part * 255) for part in colour))


def _rule(width: float, colour: tuple[float, float, float]) -> str:
    return f"{width * 100:.0f}{_colour(colour)[1:]}"


def _page(page: Page, number: int, styles: dict[tuple[str, float, tuple[float, float, float]], str]) -> str:
    parts = [f'<draw:page draw:name="p{number}" draw:master-page-name="M{page.width:.0f}x{page.height:.0f}" draw:style-name="dp">']
    for fill in page.fills:
        size = f'svg:width="{fill.x1 - fill.x0:.3f}pt" svg:height="{fill.y1 - fill.y0:.3f}pt"'
        parts.append(f'<draw:rect draw:style-name="f{_colour(fill.colour)[1:]}" svg:x="{fill.x0:.3f}pt" svg:y="{fill.y0:.3f}pt" {size}/>')
    for rule in page.rules:
        ends = f'svg:x1="{rule.x0:.3f}pt" svg:y1="{rule.y0:.3f}pt" svg:x2="{rule.x1:.3f}pt" svg:y2="{rule.y1:.3f}pt"'
        parts.append(f'<draw:line draw:style-name="r{_rule(rule.width, rule.colour)}" {ends}/>')
    parts += [_frame(text, styles) for text in page.texts]
    for picture in page.pictures:
        size = f'svg:width="{picture.x1 - picture.x0:.3f}pt" svg:height="{picture.y1 - picture.y0:.3f}pt"'
        data = base64.b64encode(picture.png).decode()
        place = f'svg:x="{picture.x0:.3f}pt" svg:y="{picture.y0:.3f}pt" {size}'
        image = f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>"
        parts.append(f'<draw:frame draw:style-name="frame" {place}>{image}</draw:frame>')
    return "".join([*parts, "</draw:page>"])


def _frame(text: Text, styles: dict[tuple[str, float, tuple[float, float, float]], str]) -> str:
    """The text in the middle of a frame around its place: what rounding adds or takes is shared by both ends.

    The frame is wider than the text, which would be wrapped if it came out a hair too wide.
    """
    style = styles.setdefault((text.font, round(text.size, 3), text.colour), f"T{len(styles)}")
    left, top = text.x - text.size, text.y - _ascent(text.font) * text.size
    width, height = text.width + 2 * text.size, text.size * 1.3
    place = f'svg:x="{left:.3f}pt" svg:y="{top:.3f}pt" svg:width="{width:.3f}pt" svg:height="{height:.3f}pt"'
    # White runs are one space in XML unless each is spelled out.
    content = escape(text.text).replace("  ", ' <text:s text:c="1"/>')
    if text.text[:1] == " ":
        content = '<text:s text:c="1"/>' + content[1:]
    span = f'<text:span text:style-name="{style}">{content}</text:span>'
    words = f'<text:p text:style-name="middle">{span}</text:p>'
    return f'<draw:frame draw:style-name="frame" {place}><draw:text-box>{words}</draw:text-box></draw:frame>'


PRODUCER = Producer(
    name="libreoffice",
    split="develop",
    draw=draw,
    many=many,
    tools=("soffice",),
    outlines=frozenset({"truetype", "cff"}),
    one_size=True,
)
