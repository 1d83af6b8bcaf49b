"""A display written as a PDF by hand: content streams and subset fonts, with nothing in it that names a program.

Programs that redistil or convert PDF files (Ghostscript, cairo) are given it, and the pikepdf producer completes it.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pikepdf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from samples.press.display import Display, Page, Text
from samples.press.excerpt import excerpt
from samples.press.typefaces import FONTS

logging.getLogger("fontTools").setLevel(logging.ERROR)  # it tells of every table that it drops


@dataclass(frozen=True, slots=True)
class Subset:
    """A font with only the signs of a document.

    content   the font file   program: what a PDF embeds of it ("truetype": the file, "cff": its CFF table)
    codes     sign -> number that shows it in a content stream   widths: the same number -> advance in thousandths
    """

    name: str
    content: bytes
    program: bytes
    codes: dict[str, int]
    widths: dict[int, int]
    ascent: int
    descent: int
    box: tuple[int, int, int, int]

    @property
    def tag(self) -> str:
        """Six capitals before the name of a subset font."""
        number = zlib.crc32("".join(self.codes).encode())
        return "".join(chr(65 + number // 26**place % 26) for place in range(6))


@lru_cache(maxsize=64)
def subset(font: str, signs: str) -> Subset:
    """The font `font` with the glyphs of `signs` (sorted, each once).   Raises WronglyCalled when the font is not installed."""
    # Copied outlines need not be measured anew to be written; what a CFF table says about its own size has to be.
    measured = FONTS[font].outlines == "cff"
    file = TTFont(io.BytesIO(excerpt(font, signs)), lazy=True, recalcBBoxes=measured, recalcTimestamp=False)
    postscript: str = file["name"].getDebugName(6) or font
    options = Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[1, 2, 4, 6], desubroutinize=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "BDF ", "mort", "kern", "EBDT", "EBLC", "EBSC"]
    shears = Subsetter(options)
    shears.populate(unicodes=[ord(sign) for sign in signs])
    shears.subset(file)
    out = io.BytesIO()
    file.save(out)
    small = TTFont(io.BytesIO(out.getvalue()), lazy=True)
    cmap, order = small.getBestCmap(), {name: number for number, name in enumerate(small.getGlyphOrder())}
    cid_keyed = "CFF " in small and hasattr(small["CFF "].cff.topDictIndex[0], "ROS")
    scale = 1000 / small["head"].unitsPerEm
    codes, widths = {}, {}
    for sign in signs:
        glyph = cmap[ord(sign)]
        # A CID-keyed CFF font is addressed by CID, which its glyph names carry; every other one by glyph number.
        code = int(glyph[3:]) if cid_keyed else order[glyph]
        codes[sign] = code
        widths[code] = round(small["hmtx"][glyph][0] * scale)
    head, upright = small["head"], small["hhea"]
    program = bytes(small.reader["CFF "]) if "CFF " in small else out.getvalue()
    hull = (head.xMin, head.yMin, head.xMax, head.yMax) if measured else _hull(small)
    box = (round(hull[0] * scale), round(hull[1] * scale), round(hull[2] * scale), round(hull[3] * scale))
    return Subset(postscript, out.getvalue(), program, codes, widths, round(upright.ascent * scale), round(upright.descent * scale), box)


def _hull(file: TTFont) -> tuple[int, int, int, int]:
    """The box around all glyphs, from what each says of itself at the beginning of its outline: x and y from, x and y to."""
    outlines, places = file.reader["glyf"], file["loca"].locations
    boxes = [struct.unpack_from(">4h", outlines, start + 2) for start, end in pairwise(places) if end > start]
    if not boxes:
        return 0, 0, 0, 0
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def used(display: Display) -> dict[str, str]:
    """The signs of the display, sorted, by the name of the font that they are set in."""
    signs: dict[str, set[str]] = {}
    for page in display.pages:
        for text in page.texts:
            signs.setdefault(text.font, set()).update(text.text)
    return {font: "".join(sorted(found)) for font, found in sorted(signs.items())}


def subsets(display: Display) -> dict[str, Subset]:
    """Every font of the display with its signs, by the font's name."""
    return {font: subset(font, signs) for font, signs in used(display).items()}


def written(display: Display) -> bytes:
    """The display as a PDF without any information about itself; the same bytes each time."""
    file = pikepdf.new()
    fonts = {font: (f"F{number}", small, _embedded(file, font, small)) for number, (font, small) in enumerate(subsets(display).items(), 1)}
    pictures: dict[bytes, pikepdf.Object] = {}
    for page in display.pages:
        for picture in page.pictures:
            if picture.png not in pictures:
                pictures[picture.png] = _picture(file, picture.png)
        names = {png: f"Im{number}" for number, png in enumerate(pictures, 1)}
        resources = Dictionary(Font=Dictionary({f"/{key}": made for key, _, made in fonts.values()}))
        if page.pictures:
            resources.XObject = Dictionary({f"/{names[picture.png]}": pictures[picture.png] for picture in page.pictures})
        content = _content(page, {font: (key, small) for font, (key, small, _) in fonts.items()}, names)
        made = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, _number(page.width), _number(page.height)]),
            Resources=resources,
            Contents=Stream(file, content),
        )
        file.pages.append(pikepdf.Page(file.make_indirect(made)))
    out = io.BytesIO()
    file.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()


def _number(value: float) -> pikepdf.Object:
    return pikepdf.Object.parse(f"{value:.2f}".encode())


def _content(page: Page, fonts: dict[str, tuple[str, Subset]], pictures: dict[bytes, str]) -> bytes:
    """The page's content stream."""
    lines = []
    for fill in page.fills:
        lines.append("{:.3f} {:.3f} {:.3f} rg".format(*fill.colour))
        lines.append(f"{fill.x0:.2f} {page.height - fill.y1:.2f} {fill.x1 - fill.x0:.2f} {fill.y1 - fill.y0:.2f} re f")
    for rule in page.rules:
        lines.append("{:.3f} {:.3f} {:.3f} RG".format(*rule.colour))
        ends = f"{rule.x0:.2f} {page.height - rule.y0:.2f} m {rule.x1:.2f} {page.height - rule.y1:.2f} l S"
        lines.append(f"{rule.width:g} w {ends}")
    lines.append("BT")
    for text in page.texts:
        key, small = fonts[text.font]
        lines.append("{:.3f} {:.3f} {:.3f} rg".format(*text.colour))
        lines.append(f"/{key} {text.size:.3f} Tf 1 0 0 1 {text.x:.3f} {page.height - text.y:.3f} Tm <{shown(text, small)}> Tj")
    lines.append("ET")
    for picture in page.pictures:
        across, down = picture.x1 - picture.x0, picture.y1 - picture.y0
        place = f"{across:.2f} 0 0 {down:.2f} {picture.x0:.2f} {page.height - picture.y1:.2f} cm"
        lines.append(f"q {place} /{pictures[picture.png]} Do Q")
    return "\n".join(lines).encode()


def shown(text: Text, small: Subset) -> str:
    """The numbers of the text's signs, hexadecimal, two bytes each."""
    return "".join(f"{small.codes[sign]:04X}" for sign in text.text)


def _embedded(file: pikepdf.Pdf, font: str, small: Subset) -> pikepdf.Object:
    """The font object of a subset."""
    truetype = FONTS[font].outlines == "truetype"
    name = Name(f"/{small.tag}+{small.name}")
    stream = Stream(file, small.program)
    if truetype:
        stream.Length1 = len(small.program)
    else:
        stream.Subtype = Name.CIDFontType0C
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array(list(small.box)),
        ItalicAngle=0,
        Ascent=small.ascent,
        Descent=small.descent,
        CapHeight=small.ascent,
        StemV=80,
    )
    descriptor[Name.FontFile2 if truetype else Name.FontFile3] = file.make_indirect(stream)
    widths = Array([item for code, width in sorted(small.widths.items()) for item in (code, Array([width]))])
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2 if truetype else Name.CIDFontType0,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=file.make_indirect(descriptor),
        DW=1000,
        W=widths,
    )
    if truetype:
        descendant.CIDToGIDMap = Name.Identity
    return file.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([file.make_indirect(descendant)]),
            ToUnicode=file.make_indirect(Stream(file, to_unicode(small))),
        )
    )


def to_unicode(small: Subset) -> bytes:
    """The table by which a reader gets text from the numbers."""
    pairs = sorted((code, sign) for sign, code in small.codes.items())
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [f"<{code:04X}> <{sign.encode('utf-16-be').hex().upper()}>" for code, sign in part]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()


def _picture(file: pikepdf.Pdf, png: bytes) -> pikepdf.Object:
    """A picture with its transparency, where it has any."""
    image = Image.open(io.BytesIO(png)).convert("RGBA")

    def plane(part: Image.Image, space: Name) -> Stream:
        return Stream(
            file,
            part.tobytes(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=part.width,
            Height=part.height,
            ColorSpace=space,
            BitsPerComponent=8,
        )

    colours = plane(image.convert("RGB"), Name.DeviceRGB)
    if image.getchannel("A").getextrema() != (255, 255):
        colours.SMask = file.make_indirect(plane(image.getchannel("A"), Name.DeviceGray))
    return file.make_indirect(colours)
