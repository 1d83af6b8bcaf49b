"""Pictures: PNG, JPEG, TIFF of several pages, WebP, BMP, GIF, HEIC. Their pages have no words until they are recognised."""

from __future__ import annotations

import hashlib
import io
import warnings as python_warnings
from pathlib import Path

import pi_heif
from PIL import Image, ImageChops, ImageFile, ImageOps

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.sniff import sniffed
from extract.limits import MAX_PAGE_SIDE, MAX_PIXELS, MAX_RECOGNISED_PAGES
from extract.page import Page

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF", "HEIF", "AVIF")
#: Formats whose further pictures are a film, or another shot of the same paper; in a TIFF they are pages.
_ONE_PICTURE = frozenset({"PNG", "WEBP", "GIF", "HEIF", "AVIF", "JPEG", "MPO"})
#: A resolution outside of this is a default that some program wrote without knowing.
_LEAST_DPI, _MOST_DPI = 50.0, 1_200.0
_UNSTATED_DPI = 72.0
#: A4 at 400 dpi; recognition gains nothing from more, and writing it costs seconds.
_LONGEST_KEPT = 4_700
_SMALLER, _SMALLER_ZH = "Send it at 200 to 300 dpi, or as PDF.", "请以 200 至 300 dpi 或 PDF 发送。"


def read_image(data: bytes, name: str, folder: Path | None) -> Opened:
    """The pages of a picture file, all drawn upright into `folder` for recognition. Raises Refused."""
    warnings: list[DocumentWarning] = []
    pages: list[Page] = []
    picture = _opened(data, name)
    count = _count(picture, warnings)
    for number in range(1, min(count, MAX_RECOGNISED_PAGES) + 1):
        frame = _page(picture, data, number, name, warnings)
        if frame is None:
            continue
        upright, dpi = frame
        width, height = (round(side * 72 / dpi, 2) for side in upright.size)
        if max(width, height) > MAX_PAGE_SIDE:
            raise _too_long(name, max(width, height), number)
        if folder is not None:
            upright.thumbnail((_LONGEST_KEPT, _LONGEST_KEPT))
            upright.save(folder / f"page-{number}.png", compress_level=1)
        pages.append(Page(number=number, width=max(width, 1.0), height=max(height, 1.0), source="none"))
    if count > MAX_RECOGNISED_PAGES:
        text = f"It has {count} pages; only the first {MAX_RECOGNISED_PAGES} scanned pages of one file are read. Send the rest apart."
        text_zh = f"文件有 {count} 页；单个文件只读取前 {MAX_RECOGNISED_PAGES} 页扫描件。请将其余页另行发送。"
        warnings.append(DocumentWarning("too-many-scanned-pages", text, text_zh=text_zh))
    media_type, digest = sniffed(data).media_type, hashlib.sha256(data).hexdigest()
    return Opened(name=name, sha256=digest, media_type=media_type, page_count=count, pages=tuple(pages), warnings=tuple(warnings))


def _page(picture: Image.Image, data: bytes, number: int, name: str, warnings: list[DocumentWarning]) -> tuple[Image.Image, float] | None:
    """Page `number`, as much of it as there is; None, and said, where that is nothing. Raises Refused where it is the first."""
    try:
        return _frame(picture, number, name)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        if number > 1:
            text = "This page of the picture file is damaged and was not read. Save the file anew and send that."
            text_zh = "图片文件的这一页已损坏，未读取。请重新保存后发送。"
            warnings.append(DocumentWarning("page-not-read", text, number, text_zh))
            return None
        try:
            frame = _frame(_opened(data, name, cut_off=True), number, name)
        except (OSError, SyntaxError, ValueError, EOFError):
            raise _damaged(name, error) from error
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
        if _has_little(frame[0]):
            raise _damaged(name, error) from error
        text = "The picture breaks off: what stands in its lower part is missing. Send it again; the transfer may have broken off."
        text_zh = "图片不完整，下部内容缺失。请重新发送，传输可能中断。"
        warnings.append(DocumentWarning("picture-cut-off", text, number, text_zh))
        return frame


def _has_little(picture: Image.Image) -> bool:
    """Whether less than a fifth of it came through: below, a decoder leaves one colour."""
    grey = picture.convert("L")
    corner = grey.getpixel((grey.width - 1, grey.height - 1))
    box = ImageChops.difference(grey, Image.new("L", grey.size, corner)).getbbox()
    return box is None or box[3] < grey.height / 5


def render_image(data: bytes, folder: Path, pages: list[int], dpi: int) -> list[int]:
    """Draw `pages` at `dpi` of the size that `read_image` gives them, or at their own when that is less."""
    picture = _opened(data, "", cut_off=True)
    drawn = []
    for number in pages:
        if not 1 <= number <= _count(picture, []):
            continue
        try:
            upright, own = _frame(picture, number, "")
        except (OSError, SyntaxError, ValueError, EOFError):
            continue  # reading said so already
        if own > dpi:
            upright.thumbnail((max(1, round(upright.width * dpi / own)), max(1, round(upright.height * dpi / own))))
        upright.save(folder / f"page-{number}.png", compress_level=1)
        drawn.append(number)
    return drawn


def _opened(data: bytes, name: str, *, cut_off: bool = False) -> Image.Image:
    """The picture, not decoded yet.   cut_off: take what there is of one that breaks off"""
    ImageFile.LOAD_TRUNCATED_IMAGES = cut_off
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    pi_heif.register_heif_opener(thumbnails=False, decode_threads=1)
    python_warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name) from error
    except (OSError, SyntaxError, ValueError, TypeError) as error:
        raise _damaged(name, error) from error


def _count(picture: Image.Image, warnings: list[DocumentWarning]) -> int:
    """How many pages it has. Of a film only its first picture is one."""
    count = int(getattr(picture, "n_frames", 1))
    if picture.format not in _ONE_PICTURE or count == 1:
        return count
    text = f"It holds {count} pictures in one file (a film or a series); only the first is read. Send the others as files of their own."
    text_zh = f"文件中有 {count} 幅图像（动画或连拍），只读取第一幅。请将其余图像作为单独的文件发送。"
    warnings.append(DocumentWarning("further-pictures-left-out", text, text_zh=text_zh))
    return 1


def _too_large(name: str) -> Refused:
    problem = f"The picture has more than {MAX_PIXELS // 1_000_000} million pixels."
    problem_zh = f"图片超过 {MAX_PIXELS // 1_000_000} 百万像素。"
    return Refused("picture-too-large", problem, _SMALLER, name=name, problem_zh=problem_zh, remedy_zh=_SMALLER_ZH)


def _too_long(name: str, side: float, page: int) -> Refused:
    problem = f"It is {side / 72:.0f} inches long; up to {MAX_PAGE_SIDE / 72:.0f} are read."
    problem_zh = f"图片长 {side / 72:.0f} 英寸；最多读取 {MAX_PAGE_SIDE / 72:.0f} 英寸。"
    remedy, remedy_zh = "Cut it into pages and send those.", "请裁切成多页后发送。"
    return Refused("picture-too-large", problem, remedy, name=name, page=page, problem_zh=problem_zh, remedy_zh=remedy_zh)


def _damaged(name: str, error: Exception) -> Refused:
    problem, problem_zh = f"The picture is damaged ({type(error).__name__}).", f"图片已损坏（{type(error).__name__}）。"
    remedy, remedy_zh = "Save it anew as PNG or JPEG and send that.", "请重新另存为 PNG 或 JPEG 后发送。"
    return Refused("picture-damaged", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh)


def _frame(picture: Image.Image, number: int, name: str) -> tuple[Image.Image, float]:
    """Page `number` upright, in colour on white, and its resolution in dots an inch."""
    try:
        if number > 1 or (getattr(picture, "n_frames", 1) > 1 and picture.format not in _ONE_PICTURE):
            picture.seek(number - 1)
        if picture.width * picture.height > MAX_PIXELS:
            raise _too_large(name)
        dpi = _resolution(picture)
        upright = ImageOps.exif_transpose(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(name) from error
    if upright.mode.startswith(("I", "F")):  # sixteen bits of grey, or floating point: the top eight say enough
        brightest = max(float(upright.convert("F").getextrema()[1]), 1.0)  # type: ignore[arg-type]
        upright = upright.convert("F").point(lambda value: value * (255.0 / brightest) + 0.0).convert("L")
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        layered = upright.convert("RGBA")
        white = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        upright = Image.alpha_composite(white, layered)
    return upright.convert("RGB"), dpi


def _resolution(picture: Image.Image) -> float:
    stated = picture.info.get("dpi")
    try:
        across, down = (float(value) for value in stated)  # type: ignore[union-attr]
    except (TypeError, ValueError, ZeroDivisionError):
        return _UNSTATED_DPI
    # A fax has twice as many dots across as down; its page would come out squeezed, so only an even resolution is believed.
    if abs(across - down) > 0.02 * max(across, down) or not _LEAST_DPI <= across <= _MOST_DPI:
        return _UNSTATED_DPI
    return across
