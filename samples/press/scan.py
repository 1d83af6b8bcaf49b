"""A printed page put through a scanner: no text layer left, a little noise, a slight skew, a JPEG; the boxes follow the paper."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.place import Box
from samples.press.pdf import finished
from samples.press.placed import Placed, Printed
from samples.press.seal import round_seal

DPI = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanner:
    """How a page is scanned.

    skew      degrees, clockwise positive, at most 1.5 either way
    noise     standard deviation of a grey level of 255
    quality   of the JPEG
    """

    skew: float
    noise: float
    quality: int
    seed: int

    def __post_init__(self) -> None:
        if abs(self.skew) > 1.5:
            raise ValueError(f"a skew of {self.skew} degrees is no slight one")


def scanner(source: Random) -> Scanner:
    """A scanner of an ordinary office."""
    skew = source.choice((-1, 1)) * source.randint(20, 110) / 100
    return Scanner(skew=skew, noise=source.randint(12, 26) / 10, quality=source.randint(52, 62), seed=source.getrandbits(32))


def scan(printed: Printed, how: Scanner, *, seal: str = "", seal_at: tuple[float, float] = (0.0, 0.0)) -> Printed:
    """The pages of the PDF `printed` as pictures in a PDF.

    seal      the name on the red seal pressed on the last page; "" for none
    seal_at   its centre, points from the top left of that page
    """
    out = io.BytesIO()
    canvas: Canvas | None = None
    figures = list(printed.figures)
    with pypdfium2.PdfDocument(printed.content) as document:
        for index in range(len(document)):
            page = document[index]
            width, height = page.get_size()
            sheet = page.render(scale=DPI / 72).to_pil().convert("RGB")
            if seal and index == len(document) - 1:
                _press_seal(sheet, seal, seal_at)
            picture = _picture(sheet, how, colour=bool(seal))
            canvas = canvas or Canvas(out, pagesize=(width, height), invariant=1)
            canvas.setPageSize((width, height))
            canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, width, height)
            canvas.showPage()
            figures = [_moved(figure, how.skew, width, height) if figure.page == index + 1 else figure for figure in figures]
    assert canvas is not None
    canvas.save()
    return Printed(finished(out.getvalue()), tuple(figures))


def _press_seal(sheet: Image.Image, name: str, at: tuple[float, float]) -> None:
    """A seal of 42 mm, the size that Chinese law gives a company's."""
    size = round(42 / 25.4 * DPI)
    seal = round_seal(name, size)
    left, top = (round(place * DPI / 72 - size / 2) for place in at)
    sheet.paste(seal, (left, top), seal)


def _picture(sheet: Image.Image, how: Scanner, *, colour: bool) -> bytes:
    """The sheet as the scanner sees it, as JPEG."""
    # Pillow turns counter-clockwise for a positive angle.
    turned = sheet.rotate(-how.skew, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    soft = turned.filter(ImageFilter.GaussianBlur(0.55))
    pixels = np.asarray(soft, dtype=np.float32) * 0.955 + 6.0
    grain = np.random.default_rng(how.seed).normal(0.0, how.noise, pixels.shape[:2]).astype(np.float32)
    noisy = np.clip(pixels + grain[:, :, None], 0, 255).astype(np.uint8)
    image = Image.fromarray(noisy)
    out = io.BytesIO()
    (image if colour else image.convert("L")).save(out, "JPEG", quality=how.quality, dpi=(DPI, DPI))
    return out.getvalue()


def _moved(figure: Placed, skew: float, width: float, height: float) -> Placed:
    """The figure's box after the page was turned by `skew` degrees about its middle."""
    assert figure.box is not None
    angle = math.radians(skew)
    corners = [(x - width / 2, y - height / 2) for x in (figure.box.x0, figure.box.x1) for y in (figure.box.top, figure.box.bottom)]
    turned = [
        (x * math.cos(angle) - y * math.sin(angle) + width / 2, x * math.sin(angle) + y * math.cos(angle) + height / 2) for x, y in corners
    ]
    across, down = [x for x, _ in turned], [y for _, y in turned]
    return replace(figure, box=Box(min(across), min(down), max(across), max(down)))
