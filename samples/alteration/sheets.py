"""Pictures of pages: a JPEG or PNG by itself, or one that fills a page of a PDF (a scan)."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import Name, Page, PdfImage
from PIL import Image, UnidentifiedImageError
from PIL.JpegImagePlugin import get_sampling

from extract.place import Box
from samples.alteration.glyphs import page_of
from samples.alteration.hand import boxed, corner
from samples.alteration.overlay import by_page
from samples.alteration.retype import reopened
from samples.alteration.revision import saved
from samples.alteration.technique import CannotAlter, Replacement


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """How a changed picture is saved.

    quality   of a JPEG; None: with the tables that it had
    software  the EXIF tag that an editor leaves; "" for none
    keep_exif whether the tags that it had stay
    """

    quality: int | None = None
    software: str = ""
    keep_exif: bool = True


#: The picture (mode L or RGB) and the figures, their boxes in its pixels -> the changed picture.
Change = Callable[[Image.Image, list[Replacement]], Image.Image]


def changed(content: bytes, replacements: Sequence[Replacement], change: Change, saving: Saving) -> bytes:
    """`content`, a picture or a PDF whose pages are pictures, with `change` made on every page that has a figure to change.

    Raises CannotAlter when it is neither.
    """
    if content.startswith(b"%PDF"):
        return _changed_scan(content, replacements, change, saving)
    if any(replacement.page != 1 for replacement in replacements):
        raise CannotAlter("a picture has one page")
    picture = opened(content)
    return written(change(_flat(picture), list(replacements)), picture, saving)


def opened(content: bytes) -> Image.Image:
    """The picture.   Raises CannotAlter when it is none."""
    try:
        picture = Image.open(io.BytesIO(content))
        picture.load()
    except (UnidentifiedImageError, OSError) as error:
        raise CannotAlter("this is no picture") from error
    return picture


def _flat(picture: Image.Image) -> Image.Image:
    return picture.copy() if picture.mode in {"L", "RGB"} else picture.convert("L" if picture.mode == "1" else "RGB")


def written(picture: Image.Image, like: Image.Image, saving: Saving) -> bytes:
    """`picture` in the format of `like`, with its resolution and, where they are kept, its tags."""
    out = io.BytesIO()
    options: dict[str, Any] = {"dpi": like.info["dpi"]} if "dpi" in like.info else {}
    exif = like.getexif() if saving.keep_exif else Image.Exif()
    if saving.software:
        exif[0x0131] = saving.software
    if len(exif):
        options["exif"] = exif.tobytes()
    if like.format == "PNG":
        picture.save(out, "PNG", **options)
        return out.getvalue()
    tables = getattr(like, "quantization", None)
    if saving.quality is not None or not tables:
        options["quality"] = saving.quality or 90
    else:
        options["qtables"] = tables
        if picture.mode == "RGB" and like.mode == "RGB" and get_sampling(like) >= 0:
            options["subsampling"] = get_sampling(like)
    picture.save(out, "JPEG", **options)
    return out.getvalue()


def _changed_scan(content: bytes, replacements: Sequence[Replacement], change: Change, saving: Saving) -> bytes:
    with reopened(content) as pdf:
        for number, group in by_page(replacements).items():
            page = page_of(pdf, number)
            corner(page)
            image = page_image(page)
            try:
                picture = PdfImage(image).as_pil_image()
            except (pikepdf.PdfError, NotImplementedError, ValueError) as error:
                raise CannotAlter("the picture of this page cannot be unpacked") from error
            _, _, width, height = _size(page)
            across, down = picture.width / width, picture.height / height
            flat = change(_flat(picture), [in_pixels(each, across, down) for each in group])
            # Always a JPEG: what editors put back into a PDF.
            data = written(flat, _as_jpeg(image, picture), saving)
            image.write(data, filter=Name.DCTDecode)
            image.ColorSpace = Name.DeviceGray if flat.mode == "L" else Name.DeviceRGB
            image.BitsPerComponent = 8
            for key in ("/Decode", "/ImageMask"):
                if key in image:
                    del image[key]
        return saved(pdf)


def _as_jpeg(image: pikepdf.Stream, picture: Image.Image) -> Image.Image:
    """The JPEG inside the PDF, for its tables, else the picture as it is."""
    if image.get("/Filter") == Name.DCTDecode:
        return opened(image.read_raw_bytes())
    bare = picture.copy()
    bare.format = None
    return bare


def _size(page: Page) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
    return x0, y0, x1 - x0, y1 - y0


def page_image(page: Page) -> pikepdf.Stream:
    """The one picture that a scanned page consists of.   Raises CannotAlter when the page is not one."""
    images = list(page.get_images(recursive=True).values()) if hasattr(page, "get_images") else list(page.images.values())
    if len(images) != 1:
        raise CannotAlter("the page is not one picture")
    image = images[0]
    assert isinstance(image, pikepdf.Stream)
    _, _, width, height = _size(page)
    if abs(int(image.Width) / int(image.Height) - width / height) > 0.02 or int(image.Width) < width:
        raise CannotAlter("the picture does not fill the page")
    return image


def in_pixels(replacement: Replacement, across: float, down: float) -> Replacement:
    """The same with its measures in pixels."""
    box = boxed(replacement)
    return replace(
        replacement,
        box=Box(box.x0 * across, box.top * down, box.x1 * across, box.bottom * down),
        size=replacement.size * down,
        baseline=replacement.baseline * down,
    )
