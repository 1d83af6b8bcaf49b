"""Pictures of the spots that a finding rests on, cut from rendered pages, each figure's box in red."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from api.report.originals import Originals
from extract.errors import Refused

#: Figures at this resolution are legible on paper and on screen; a full A4 page is 910 pixels wide.
DPI = 110
#: Paper shown above and below a figure, points: two or three lines of a statement.
CONTEXT = 34.0
#: Boxes of one page nearer than this share a picture, points.
NEAR = 110.0
#: All pictures of a report together, bytes before base64: keeps the file small enough to mail.
BUDGET = 2_000_000
#: Pages rendered for one document; evidence beyond them is given by its place alone.
MAX_PAGES = 24
#: Colours of a picture kept as PNG: text on white needs few.
COLOURS = 48
RED = (200, 16, 46)
WHITE = (255, 255, 255)

#: render_pages(data, name, pages, folder, dpi=, password=) -> page number to picture file; raises Refused.
Render = Callable[..., Mapping[int, Path]]

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A box to be shown.   number: as printed beside it   box: points from the top left of the page"""

    number: int
    sha256: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """A picture of one or more spots of one page.   uri: data URI, or "" with `missing` saying why there is none"""

    document: str
    page: int
    numbers: tuple[int, ...]
    uri: str = ""
    width: int = 0
    height: int = 0
    missing: str = ""


class Gallery:
    """Renders each needed page once, and hands out crops until the budget is used up."""

    def __init__(self, originals: Originals, folder: Path, render: Render, *, budget: int = BUDGET) -> None:
        self.originals = originals
        self.folder = folder
        self.render = render
        self.left = budget
        self._pages: dict[str, Mapping[int, Path]] = {}

    def prepare(self, spots: Iterable[Spot]) -> None:
        """Renders all pages that `spots` stand on, one call for each document: opening one costs more than a page."""
        wanted: dict[str, set[int]] = {}
        for spot in spots:
            wanted.setdefault(spot.sha256, set()).add(spot.page)
        for sha256, pages in wanted.items():
            self._pages[sha256] = self._rendered(sha256, sorted(pages)[:MAX_PAGES])

    def crops(self, spots: Sequence[Spot]) -> tuple[Crop, ...]:
        """Pictures for `spots`, neighbours of a page together; documents as they are first met, and each from its top down."""
        met = list(dict.fromkeys(spot.sha256 for spot in spots))
        return tuple(self._crop(group) for group in sorted(_groups(spots), key=lambda group: (met.index(group[0].sha256), group[0].page)))

    def _rendered(self, sha256: str, pages: list[int]) -> Mapping[int, Path]:
        original = self.originals.get(sha256)
        if original is None:
            return {}
        folder = self.folder / sha256[:16]
        folder.mkdir(parents=True, exist_ok=True)
        try:
            return self.render(original.load(), original.name, pages, folder, dpi=DPI, password=original.password)
        except (Refused, OSError) as error:
            # A picture is an aid: its absence is said in the report, and the place still stands there.
            logger.warning("pages of a document could not be rendered: %s", type(error).__name__)
            return {}

    def _crop(self, spots: Sequence[Spot]) -> Crop:
        first = spots[0]
        numbers = tuple(sorted(spot.number for spot in spots))
        original = self.originals.get(first.sha256)
        name = "" if original is None else original.name
        blank = Crop(document=name, page=first.page, numbers=numbers, missing="source")
        if original is None:
            return blank
        path = self._pages.get(first.sha256, {}).get(first.page)
        if path is None:
            return Crop(document=name, page=first.page, numbers=numbers, missing="page")
        if self.left <= 0:
            return Crop(document=name, page=first.page, numbers=numbers, missing="budget")
        try:
            picture = cut(path, spots)
        except (OSError, ValueError, Image.DecompressionBombError):
            return Crop(document=name, page=first.page, numbers=numbers, missing="page")
        content, kind = encoded(picture)
        self.left -= len(content)
        uri = f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"
        return Crop(document=name, page=first.page, numbers=numbers, uri=uri, width=picture.width, height=picture.height)


def cut(path: Path, spots: Sequence[Spot], dpi: int = DPI) -> Image.Image:
    """The band of the page around `spots`, full width, each box framed in red with its number."""
    pixels = dpi / 72
    with Image.open(path) as opened:
        page = opened.convert("RGB")
    top = max(0, int((min(spot.box[1] for spot in spots) - CONTEXT) * pixels))
    bottom = min(page.height, int((max(spot.box[3] for spot in spots) + CONTEXT) * pixels) + 1)
    if bottom <= top:
        raise ValueError("the box lies outside its page")
    band = page.crop((0, top, page.width, bottom))
    if _flat(band):
        band = band.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")
    plain, draw = band.copy(), ImageDraw.Draw(band)
    font = ImageFont.load_default(size=12)
    for spot in spots:
        x0, y0, x1, y1 = (value * pixels for value in spot.box)
        frame = [x0 - 3, y0 - top - 3, x1 + 3, y1 - top + 3]
        draw.rectangle(frame, outline=RED, width=2)
        _tag(draw, plain, font, str(spot.number), frame)
    return band


def encoded(picture: Image.Image) -> tuple[bytes, str]:
    """The smaller of PNG (text on white) and JPEG (a scan, a photograph).   Returns the bytes and "png" or "jpeg"."""
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=68, optimize=True)
    colours = picture.getcolors(256)
    if colours is None:
        return jpeg.getvalue(), "jpeg"
    png = io.BytesIO()
    picture.quantize(len(colours), dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return min((png.getvalue(), "png"), (jpeg.getvalue(), "jpeg"), key=lambda pair: len(pair[0]))


def _flat(picture: Image.Image) -> bool:
    """Whether a picture is print on plain paper: most of it is nearly white."""
    histogram = picture.convert("L").histogram()
    return sum(histogram[240:]) > 0.75 * sum(histogram)


def _tag(
    draw: ImageDraw.ImageDraw, band: Image.Image, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, text: str, frame: Sequence[float]
) -> None:
    """The number of a spot, white on red, at the side of its frame where it hides least of the paper."""
    width, height = 8 + 7 * len(text), 17
    x0, y0, x1, y1 = frame
    sides = ((x1 + 2, y0), (x0 - 2 - width, y0), (x1 - width, y0 - height - 1), (x1 - width, y1 + 1))
    inside = [(left, top) for left, top in sides if left >= 0 and top >= 0 and left + width <= band.width and top + height <= band.height]
    left, top = max(inside or sides[:1], key=lambda corner: _emptiness(band, (*corner, corner[0] + width, corner[1] + height)))
    draw.rectangle([left, top, left + width, top + height], fill=RED)
    draw.text((left + width / 2, top + height / 2), text, fill=WHITE, font=font, anchor="mm")


def _emptiness(band: Image.Image, box: tuple[float, float, float, float]) -> int:
    """How light the darkest spot inside `box` is, 0 to 255."""
    x0, y0, x1, y1 = (int(side) for side in box)
    lowest, _ = band.crop((x0, y0, x1, y1)).convert("L").getextrema()
    return int(lowest) if isinstance(lowest, (int, float)) else 0


def _groups(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Spots of one page, near each other from top to bottom, share a picture."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda one: (one.sha256, one.page, one.box[1])):
        last = groups[-1][-1] if groups else None
        near = last is not None and (last.sha256, last.page) == (spot.sha256, spot.page) and spot.box[1] - last.box[3] <= NEAR
        if near:
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return groups
