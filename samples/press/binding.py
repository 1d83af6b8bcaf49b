"""Pictures of pages as files: JPEG, PNG, fax coding, and a PDF that holds one picture for each page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from samples.press.degradation import Pixels
from samples.press.programs import pdf_date

Coding = Literal["jpeg", "fax", "png"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page's picture.   content: coded   across, down: pixels   width, height: points of its page"""

    content: bytes
    coding: Coding
    across: int
    down: int
    grey: bool
    width: float
    height: float


def jpeg(pixels: Pixels, quality: int, dpi: float, exif: bytes = b"") -> bytes:
    """A JPEG that states its resolution."""
    out = io.BytesIO()
    stated = round(dpi)
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, dpi=(stated, stated), **({"exif": exif} if exif else {}))
    return out.getvalue()


def png(pixels: Pixels, dpi: float) -> bytes:
    """A PNG that states its resolution; black and white takes one bit a pixel."""
    out = io.BytesIO()
    image = Image.fromarray(pixels)
    if pixels.ndim == 2 and len(image.getcolors(256) or ()) <= 2:
        image = image.convert("1", dither=Image.Dither.NONE)
    image.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()


def fax(pixels: Pixels) -> bytes:
    """Black and white pixels in the coding of fax machines, group 4 (ITU-T T.6)."""
    out = io.BytesIO()
    one_bit = Image.fromarray(pixels).convert("1", dither=Image.Dither.NONE)
    # All rows in one strip, so that the strip is the whole coding.
    one_bit.save(out, "TIFF", compression="group4", tiffinfo={278: one_bit.height})
    written = Image.open(io.BytesIO(out.getvalue()))
    offset, length = written.tag_v2[273][0], written.tag_v2[279][0]  # type: ignore[attr-defined]  # a TIFF has tags
    return out.getvalue()[offset : offset + length]


def bound(leaves: Sequence[Leaf], made: datetime) -> bytes:
    """The pictures as a PDF, one a page, as a scanner writes it: dated, with no name of a program."""
    file = pikepdf.new()
    for leaf in leaves:
        image = Stream(
            file,
            leaf.content,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=leaf.across,
            Height=leaf.down,
            ColorSpace=Name.DeviceGray if leaf.grey else Name.DeviceRGB,
            BitsPerComponent=1 if leaf.coding == "fax" else 8,
        )
        if leaf.coding == "fax":
            image.Filter = Name.CCITTFaxDecode
            image.DecodeParms = Dictionary(K=-1, Columns=leaf.across, Rows=leaf.down, BlackIs1=True)
        else:
            image.Filter = Name.DCTDecode
        content = f"q {leaf.width:.2f} 0 0 {leaf.height:.2f} 0 0 cm /Im1 Do Q".encode()
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, round(leaf.width, 2), round(leaf.height, 2)]),
            Resources=Dictionary(XObject=Dictionary(Im1=image)),
            Contents=Stream(file, content),
        )
        file.pages.append(pikepdf.Page(file.make_indirect(page)))
    for key in ("/CreationDate", "/ModDate"):
        file.docinfo[key] = pdf_date(made)
    out = io.BytesIO()
    file.save(out, deterministic_id=True)
    return out.getvalue()
