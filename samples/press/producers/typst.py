"""Typst: a typesetting program of scripts and templates."""

from __future__ import annotations

import json
from datetime import UTC
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from samples.press.display import Display, Metadata, Page, Producer
from samples.press.programs import surroundings
from samples.press.typefaces import FONTS, font_path

#: No kerning, no spacing between scripts: the places are decided already.
_HEAD = """#set page(margin: 0pt)
#set text(kerning: false, ligatures: false, fallback: false, cjk-latin-spacing: none, overhang: false, hyphenate: false)
#set text(top-edge: "baseline", bottom-edge: "baseline")
#let at(x, y, font, stretch, weight, size, colour, body) = place(top + left, dx: x, dy: y,
  text(font: font, stretch: stretch, weight: weight, size: size, fill: colour, box(width: 2000pt, align(left, body))))
#let rule(x0, y0, x1, y1, width, colour) = place(top + left, line(start: (x0, y0), end: (x1, y1), stroke: width + colour))
#let fill(x, y, width, height, colour) = place(top + left, dx: x, dy: y, rect(width: width, height: height, fill: colour))
"""
#: Typst takes the end of some names for a style: family -> its name for it, width.
_FAMILIES = {
    "AR PL UMing CN": ("AR PL UMing", "100%"),
    "AR PL UKai CN": ("AR PL UKai", "100%"),
    "Liberation Sans Narrow": ("Liberation Sans", "75%"),
}


def draw(display: Display, metadata: Metadata) -> bytes:
    """The display as Typst writes it, dated `metadata.made`."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        lines = [_HEAD, _document(metadata)]
        pictures: dict[bytes, str] = {}
        for number, page in enumerate(display.pages):
            for picture in page.pictures:
                file = pictures.setdefault(picture.png, f"picture{len(pictures)}.png")
                (folder / file).write_bytes(picture.png)
            lines.append(_page(page, number, pictures))
        (folder / "paper.typ").write_text("\n".join(lines), "utf-8")
        stamp = int(surroundings(metadata.made, folder)["SOURCE_DATE_EPOCH"])
        used = frozenset(str(font_path(text.font).parent) for page in display.pages for text in page.texts)
        made = typst.compile(folder / "paper.typ", root=folder, font_paths=_fonts(used), timestamp=stamp, pdf_tags=False)
    assert isinstance(made, bytes)
    return made


@cache
def _fonts(folders: frozenset[str]) -> typst.Fonts:
    """The fonts of these folders, looked through once."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=sorted(folders))


def _document(metadata: Metadata) -> str:
    made = metadata.made.astimezone(UTC) if metadata.made.tzinfo else metadata.made  # Typst writes dates in UTC
    named = ", ".join(f"{part}: {getattr(made, part)}" for part in ("year", "month", "day", "hour", "minute", "second"))
    parts = [f"date: datetime({named})"]
    parts += [f"{key}: {_quoted(value)}" for key, value in (("title", metadata.title), ("author", metadata.author)) if value]
    return f"#set document({', '.join(parts)})"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _colour(colour: tuple[float, float, float]) -> str:
    return "rgb({:.1f}%, {:.1f}%, {:.1f}%)".format(*(part * 100 for part in colour))


def _page(page: Page, number: int, pictures: dict[bytes, str]) -> str:
    lines = [f"#set page(width: {page.width:.2f}pt, height: {page.height:.2f}pt)"]
    if number:
        lines.append("#pagebreak(weak: false)")
    for fill in page.fills:
        size = f"{fill.x1 - fill.x0:.3f}pt, {fill.y1 - fill.y0:.3f}pt"
        lines.append(f"#fill({fill.x0:.3f}pt, {fill.y0:.3f}pt, {size}, {_colour(fill.colour)})")
    for rule in page.rules:
        ends = f"{rule.x0:.3f}pt, {rule.y0:.3f}pt, {rule.x1:.3f}pt, {rule.y1:.3f}pt"
        lines.append(f"#rule({ends}, {rule.width:.3f}pt, {_colour(rule.colour)})")
    for text in page.texts:
        font = FONTS[text.font]
        family, stretch = _FAMILIES.get(font.family, (font.family, "100%"))
        weight = '"bold"' if font.bold else '"regular"'
        style = f"{_quoted(family)}, {stretch}, {weight}, {text.size:.3f}pt, {_colour(text.colour)}"
        lines.append(f"#at({text.x:.3f}pt, {text.y:.3f}pt, {style}, {_quoted(text.text)})")
    for picture in page.pictures:
        size = f"width: {picture.x1 - picture.x0:.3f}pt, height: {picture.y1 - picture.y0:.3f}pt"
        image = f"image({_quoted(pictures[picture.png])}, {size})"
        lines.append(f"#place(top + left, dx: {picture.x0:.3f}pt, dy: {picture.y0:.3f}pt, {image})")
    return "\n".join(lines)


PRODUCER = Producer(name="typst", split="test", draw=draw, outlines=frozenset({"truetype", "cff"}))
