"""MuPDF's mutool: pages put together by one of its scripts. It writes no information about itself, its time or the paper."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from samples.press.display import Display, Metadata, Page, Producer
from samples.press.embedding import Subset, shown, subsets, to_unicode
from samples.press.programs import called
from samples.press.typefaces import FONTS


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as mutool writes it.   Raises WronglyCalled when mutool is missing."""
    fonts = {font: (f"F{number}", small) for number, (font, small) in enumerate(subsets(display).items(), 1)}
    with TemporaryDirectory() as name:
        folder = Path(name)
        lines = ["var doc = new PDFDocument(), fonts = {}, images = {}, parts;", _EMBED]
        for font, (key, small) in fonts.items():
            (folder / f"{key}.font").write_bytes(small.program)
            (folder / f"{key}.text").write_bytes(to_unicode(small))
            lines.append(f"fonts.{key} = embed('{key}', {_about(font, small)});")
        pictures: dict[bytes, str] = {}
        for page in display.pages:
            for picture in page.pictures:
                if picture.png not in pictures:
                    pictures[picture.png] = f"Im{len(pictures)}"
                    (folder / f"{pictures[picture.png]}.png").write_bytes(picture.png)
                    key = pictures[picture.png]
                    lines.append(f"images.{key} = doc.addImage(new Image('{key}.png'));")
            lines += _page(page, fonts, pictures)
        lines.append("doc.save('out.pdf', 'compress');")
        (folder / "paper.js").write_text("\n".join(lines), "utf-8")
        called(["mutool", "run", "paper.js"], folder, metadata.made)
        return (folder / "out.pdf").read_bytes()


#: A subset font from its three parts: what is embedded, its table of text, and the dictionaries around them (names begin with no bracket).
_EMBED = """function embed(key, about) {
  about.descriptor[about.file] = doc.addStream(readFile(key + ".font"), about.stream);
  about.descendant.FontDescriptor = doc.addObject(about.descriptor);
  about.font.DescendantFonts = [doc.addObject(about.descendant)];
  about.font.ToUnicode = doc.addStream(readFile(key + ".text"), {});
  return doc.addObject(about.font);
}"""


def _about(font: str, small: Subset) -> str:
    """The dictionaries of a subset font."""
    truetype = FONTS[font].outlines == "truetype"
    name = f"{small.tag}+{small.name}"
    descendant: dict[str, object] = {
        "Type": "Font",
        "Subtype": "CIDFontType2" if truetype else "CIDFontType0",
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0},
        "DW": 1000,
        "W": [item for code, width in sorted(small.widths.items()) for item in (code, [width])],
    }
    if truetype:
        descendant["CIDToGIDMap"] = "Identity"
    return json.dumps(
        {
            "file": "FontFile2" if truetype else "FontFile3",
            "stream": {"Length1": len(small.program)} if truetype else {"Subtype": "CIDFontType0C"},
            "descriptor": {
                "Type": "FontDescriptor",
                "FontName": name,
                "Flags": 4,
                "FontBBox": list(small.box),
                "ItalicAngle": 0,
                "Ascent": small.ascent,
                "Descent": small.descent,
                "CapHeight": small.ascent,
                "StemV": 80,
            },
            "descendant": descendant,
            "font": {"Type": "Font", "Subtype": "Type0", "BaseFont": name, "Encoding": "Identity-H"},
        }
    )


def _page(page: Page, fonts: dict[str, tuple[str, Subset]], pictures: dict[bytes, str]) -> list[str]:
    lines = ["parts = [];"]

    def add(code: str) -> None:
        lines.append(f"parts.push({json.dumps(code)});")

    for fill in page.fills:
        colour = "{:.3f} {:.3f} {:.3f} rg".format(*fill.colour)
        add(f"{colour} {fill.x0:.2f} {page.height - fill.y1:.2f} {fill.x1 - fill.x0:.2f} {fill.y1 - fill.y0:.2f} re f")
    for rule in page.rules:
        colour = "{:.3f} {:.3f} {:.3f} RG".format(*rule.colour)
        ends = f"{rule.x0:.2f} {page.height - rule.y0:.2f} m {rule.x1:.2f} {page.height - rule.y1:.2f} l S"
        add(f"{colour} {rule.width:g} w {ends}")
    for text in page.texts:
        key, small = fonts[text.font]
        colour = "{:.3f} {:.3f} {:.3f} rg".format(*text.colour)
        add(f"BT {colour} /{key} {text.size:.3f} Tf {text.x:.3f} {page.height - text.y:.3f} Td <{shown(text, small)}> Tj ET")
    for picture in page.pictures:
        across, down = picture.x1 - picture.x0, picture.y1 - picture.y0
        place = f"{across:.2f} 0 0 {down:.2f} {picture.x0:.2f} {page.height - picture.y1:.2f} cm"
        add(f"q {place} /{pictures[picture.png]} Do Q")
    box = f"[0, 0, {page.width:.2f}, {page.height:.2f}]"
    objects = "images" if pictures else "{}"
    lines.append(f"doc.insertPage(-1, doc.addPage({box}, 0, {{Font: fonts, XObject: {objects}}}, parts.join('\\n')));")
    return lines


PRODUCER = Producer(name="mutool", split="test", draw=draw, tools=("mutool",), outlines=frozenset({"truetype", "cff"}))
