"""Pictures: their size in points, which way is up, and bombs."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extract.errors import Refused
from extract.formats.open import open_document, render_pages
from extract.limits import MAX_PIXELS, MAX_RECOGNISED_PAGES


def encoded(picture: Image.Image, kind: str, **saving: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **saving)
    return out.getvalue()


WHITE = Image.new("RGB", (800, 400), "white")


@pytest.mark.parametrize(
    ("data", "media_type", "width", "height"),
    [
        (encoded(WHITE, "PNG", dpi=(200, 200)), "image/png", 288, 144),
        (encoded(WHITE, "JPEG", dpi=(200, 200)), "image/jpeg", 288, 144),
        (encoded(WHITE, "TIFF", dpi=(200, 200)), "image/tiff", 288, 144),
        (encoded(WHITE, "PNG"), "image/png", 800, 400),
        (encoded(WHITE, "WEBP"), "image/webp", 800, 400),
        (encoded(WHITE, "JPEG", dpi=(1, 1)), "image/jpeg", 800, 400),
        (encoded(WHITE, "TIFF", dpi=(204, 98)), "image/tiff", 800, 400),
        (encoded(WHITE, "BMP", dpi=(72, 72)), "image/bmp", 800, 400),
    ],
)
def test_a_picture_is_taken_at_its_resolution_or_at_72(tmp_path: Path, data: bytes, media_type: str, width: int, height: int) -> None:
    opened = open_document(data, "scan", tmp_path)
    page = opened.pages[0]
    assert opened.media_type == media_type
    assert (page.width, page.height) == (pytest.approx(width, abs=0.2), pytest.approx(height, abs=0.2))
    assert (page.source, page.words) == ("none", ())
    with Image.open(tmp_path / "page-1.png") as drawn:
        assert drawn.size == (800, 400)


def test_a_phone_photo_is_turned_as_it_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    page = open_document(encoded(WHITE, "JPEG", exif=exif), "photo.jpg", tmp_path).pages[0]
    assert (page.width, page.height) == (400, 800)


def test_each_page_of_a_fax_is_a_page(tmp_path: Path) -> None:
    frames = [Image.new("1", (300, 400), 1) for _ in range(MAX_RECOGNISED_PAGES + 2)]
    data = encoded(frames[0], "TIFF", save_all=True, append_images=frames[1:], compression="group4", dpi=(100, 100))
    opened = open_document(data, "fax.tif", tmp_path)
    assert (opened.page_count, len(opened.pages)) == (MAX_RECOGNISED_PAGES + 2, MAX_RECOGNISED_PAGES)
    assert [warning.code for warning in opened.warnings] == ["too-many-scanned-pages"]


def test_transparent_paper_is_white(tmp_path: Path) -> None:
    open_document(encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"), "a.png", tmp_path)
    with Image.open(tmp_path / "page-1.png") as drawn:
        assert drawn.convert("L").getextrema() == (255, 255)


def test_sixteen_bits_of_grey_keep_their_contrast(tmp_path: Path) -> None:
    values = np.full((40, 40), 60_000, dtype=np.uint16)
    values[:, :20] = 500
    grey = Image.fromarray(values)
    open_document(encoded(grey, "PNG"), "a.png", tmp_path)
    with Image.open(tmp_path / "page-1.png") as drawn:
        low, high = drawn.convert("L").getextrema()
    assert low < 20 and high > 230


def png_that_says(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (MAX_PIXELS // 5_000 + 1, 5_000)])
def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path, width: int, height: int) -> None:
    with pytest.raises(Refused) as caught:
        open_document(png_that_says(width, height), "bomb.png", tmp_path)
    assert caught.value.code == "picture-too-large"


def test_a_strip_of_paper_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        open_document(encoded(Image.new("L", (100, 14_500), 255), "PNG"), "strip.png", tmp_path)
    assert caught.value.code == "picture-too-large"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_of_a_cut_off_picture_the_rest_is_read_and_said(tmp_path: Path, kind: str) -> None:
    whole = encoded(Image.effect_noise((400, 400), 50), kind)
    opened = open_document(whole[: len(whole) * 2 // 3], "a", tmp_path)
    assert [warning.code for warning in opened.warnings] == ["picture-cut-off"]
    assert opened.warnings[0].text_zh
    assert (tmp_path / "page-1.png").is_file()


def test_a_picture_of_which_nearly_nothing_came_is_refused(tmp_path: Path) -> None:
    noise = Image.effect_noise((400, 400), 50)
    with pytest.raises(Refused) as caught:
        open_document(encoded(noise, "PNG")[:2_000], "a.png", tmp_path)
    assert caught.value.code == "picture-damaged"


def test_a_picture_is_drawn_for_a_report(tmp_path: Path) -> None:
    drawn = render_pages(encoded(WHITE, "PNG", dpi=(200, 200)), "a.png", [1, 2], tmp_path, dpi=100)
    assert list(drawn) == [1]
    with Image.open(drawn[1]) as picture:
        assert picture.size == (400, 200)
