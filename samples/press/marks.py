"""Where seals, signatures, staples and ticks go on a paper's pages, and putting them on a display (what a program paints)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from PIL import Image

from extract.place import Box
from samples.papers.paper import Paper, Seal
from samples.press import seals, strokes
from samples.press.display import Display, Page, Picture, Text
from samples.press.seals import Impression
from samples.streams import stream

_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Mark:
    """A picture on a page.   page: from 1   box: where, points   image: transparent where nothing is"""

    page: int
    box: Box
    image: Image.Image


def electronic(paper: Paper, shown: Display) -> tuple[Mark, ...]:
    """The paper's seals as its program paints them; no signatures: those are ink."""
    return tuple(
        _at(shown, seal, seals.electronic(seal, paper.face), stream(0, "seal", seal.kind, seal.text), spread=0.0)
        for seal in paper.seals
        if seal.kind != "signature"
    )


def pressed(paper: Paper, shown: Display, source: Random) -> tuple[Mark, ...]:
    """The paper's seals and signatures as hands put them on the printed sheet."""
    made = []
    for seal in paper.seals:
        impression = strokes.signature(source) if seal.kind == "signature" else seals.pressed(seal, paper.face, source)
        made.append(_at(shown, seal, impression, source, spread=14.0))
    return tuple(made)


def handled(shown: Display, source: Random) -> tuple[Mark, ...]:
    """What filing and checking leave: a staple in the corner, holes in the margin, ticks beside figures."""
    made: list[Mark] = []
    stapled, punched, ticked = source.random() < 0.4, source.random() < 0.25, source.random() < 0.2
    for number, page in enumerate(shown.pages, 1):
        if stapled:
            made.append(_mark(number, page, strokes.staple(source), 24 + source.uniform(-4, 6), 24 + source.uniform(-4, 8)))
        if punched:
            for place in (-40.0, 40.0):  # ISO 838: 80 mm apart, 12 mm from the edge
                made.append(_mark(number, page, strokes.hole(source), 12 * _PER_MM, page.height / 2 + place * _PER_MM))
        if ticked:
            figures = [text for text in page.texts if text.box is not None]
            for text in source.sample(figures, min(len(figures), source.randint(1, 4))):
                made.append(_mark(number, page, strokes.tick(source), text.x + text.width + 10, text.y - 4))
    return tuple(made)


def painted(shown: Display, marks: Sequence[Mark]) -> Display:
    """The display with `marks` as pictures of its own."""
    pages = list(shown.pages)
    for mark in marks:
        out = io.BytesIO()
        mark.image.save(out, "PNG")
        box = mark.box
        picture = Picture(box.x0, box.top, box.x1, box.bottom, out.getvalue())
        pages[mark.page - 1] = replace(pages[mark.page - 1], pictures=(*pages[mark.page - 1].pictures, picture))
    return replace(shown, pages=tuple(pages))


def later(marks: Iterable[Mark], pages: int) -> tuple[Mark, ...]:
    """The marks of a paper that stands `pages` pages further back in its file."""
    return tuple(replace(mark, page=mark.page + pages) for mark in marks)


def _at(shown: Display, seal: Seal, impression: Impression, source: Random, *, spread: float) -> Mark:
    """The seal where custom has it, up to `spread` points off."""
    number = 1 if seal.over == "head" else _last_written(shown)
    page = shown.pages[number - 1]
    x, y = _spot(page, seal)
    return _mark(number, page, impression, x + source.uniform(-spread, spread), y + source.uniform(-spread, spread))


def _last_written(shown: Display) -> int:
    """The last page with more on it than head and foot."""
    return max((number for number, page in enumerate(shown.pages, 1) if len(page.texts) > 2), default=1)


def _spot(page: Page, seal: Seal) -> tuple[float, float]:
    """The middle of the seal: round ones to the right, a person's and signatures to the left of them."""
    body = [text for text in page.texts if page.height * 0.04 < text.y < page.height * 0.95] or list(page.texts)
    if not body:
        return page.width * 0.7, page.height * 0.5
    shares = {"round": 0.76, "oval": 0.78, "square": 0.6, "name": 0.3, "signature": 0.28}
    if seal.over == "head":
        return page.width / 2, min(text.y for text in body) + 4
    if seal.over == "figures":
        figures: list[Text] = [text for text in body if text.entry is not None][-6:] or body[-1:]
        return sum(text.x + text.width / 2 for text in figures) / len(figures), sum(text.y for text in figures) / len(figures)
    return page.width * shares[seal.kind], max(text.y for text in body) - 6


def _mark(number: int, page: Page, impression: Impression, x: float, y: float) -> Mark:
    """The picture with its middle at x, y, moved as far as it takes to stay on the page."""
    across, down = impression.width * _PER_MM, impression.height * _PER_MM
    x = min(max(x, across / 2 + 2), page.width - across / 2 - 2)
    y = min(max(y, down / 2 + 2), page.height - down / 2 - 2)
    return Mark(number, Box(x - across / 2, y - down / 2, x + across / 2, y + down / 2), impression.image)
