"""PDF: pages of words and strokes from its text layer, pictures of the pages that have none.

Three libraries look at each file, in the contained child: qpdf (pikepdf) for encryption, repair and bombs, pdfminer
(pdfplumber) for words and lines, PDFium (pypdfium2) for pixels. A file that qpdf had to decrypt or rebuild is handed on in
its rebuilt form, so that all three see the same pages.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pdfplumber.pdf
import pikepdf
import pypdfium2
from pdfminer.pdfpage import PDFPage
from pdfplumber.page import Page as PlumberPage

from extract.document import DocumentWarning, Opened
from extract.errors import Refused
from extract.formats.attached import attached_markups
from extract.formats.lean_page import LeanPage
from extract.formats.pdf_page import frame_of, has_visible_text, is_scan, read_page
from extract.formats.sniff import PDF
from extract.limits import CHILD_MEMORY_BYTES, MAX_PAGE_SIDE, MAX_PAGES, MAX_PIXELS, RENDER_DPI
from extract.page import Markup, Page

#: A decoded stream may take an eighth of the child's memory: a page of dense vector drawing takes 20 MB.
_STREAM_BYTES = CHILD_MEMORY_BYTES // 8
#: qpdf says so when it had to search a file for its objects.
_REBUILT = ("reconstruct", "file is damaged", "can't find startxref", "xref not found")
_SHOWN_NOTES = ("/Widget", "/FreeText", "/Stamp")
#: Ends for what a broken transfer left open: the last stream and object.
_ENDS = b"\nendstream\nendobj\n"
_RETRY, _RETRY_ZH = (
    "Open it in its own program, save or print it to a new PDF, and send that.",
    "请用原程序打开，另存或打印为新的 PDF 后发送。",
)


def read_pdf(data: bytes, name: str, folder: Path | None, *, first: int, last: int, most_drawn: int, password: str | None) -> Opened:
    """Pages `first` to `last` (from 1, cut at MAX_PAGES) of a PDF; the first `most_drawn` of those without a text layer are drawn into
    `folder`.

    Raises Refused for a PDF that needs a password or that no library can open.
    """
    _limit_qpdf()
    warnings: list[DocumentWarning] = []
    bomb_pages: set[int] = set()
    markups: list[Markup] = []
    source, count = _prepared(data, name, password, first, min(last, MAX_PAGES), warnings, bomb_pages, markups)
    pages: list[Page] = []
    wanted: list[int] = []
    last = min(last, MAX_PAGES)
    with _drawable(source) as pixels:
        for number, plumbed in _plumbed_pages(_plumber(source), first, last):
            page, needs_pixels = _one_page(plumbed, pixels, number, number in bomb_pages, warnings)
            pages.append(page)
            if needs_pixels:
                wanted.append(number)
            plumbed.close()
        if pixels is not None:
            count = max(count, len(pixels))
            unseen = _pages_by_pixels(pixels, first, last, {page.number for page in pages} | bomb_pages)
            pages = sorted([*pages, *unseen], key=lambda page: page.number)
            wanted = sorted([*wanted, *(page.number for page in unseen)])
        _draw_wanted(pixels, wanted[:most_drawn], folder, warnings)
    count = max(count, pages[-1].number if pages else 0)
    if not pages and first == 1:
        problem, problem_zh = "It has no page that can be read.", "文件中没有可以读取的页面。"
        raise Refused("pdf-without-pages", problem, _RETRY, name=name, problem_zh=problem_zh, remedy_zh=_RETRY_ZH)
    if first == 1 and count > MAX_PAGES:
        text = f"It has {count} pages; only the first {MAX_PAGES} are read. Send the rest as files of their own."
        text_zh = f"文件有 {count} 页；只读取前 {MAX_PAGES} 页。请将其余页作为单独的文件发送。"
        warnings.append(DocumentWarning("too-many-pages", text, text_zh=text_zh))
    return Opened(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=PDF.media_type,
        page_count=count,
        pages=tuple(pages),
        markups=tuple(markups),
        warnings=tuple(warnings),
    )


def _limit_qpdf() -> None:
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=2_000,
        parser_max_nesting=200,
        flate_max_memory=_STREAM_BYTES,
        png_max_memory=_STREAM_BYTES,
        dct_max_memory=_STREAM_BYTES,
        run_length_max_memory=_STREAM_BYTES,
        tiff_max_memory=_STREAM_BYTES,
    )


def _prepared(
    data: bytes,
    name: str,
    password: str | None,
    first: int,
    last: int,
    warnings: list[DocumentWarning],
    bomb_pages: set[int],
    markups: list[Markup],
) -> tuple[bytes, int]:
    """The bytes to read (decrypted and rebuilt where needed) and qpdf's page count, 0 when qpdf cannot open it."""
    cut_off = b"%%EOF" not in data[-2048:]
    if cut_off:
        data += _ENDS
    try:
        with pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True) as document:
            count = len(document.pages)
            rebuilt = any(sign in str(text).lower() for text in document.get_warnings() for sign in _REBUILT)
            bomb_pages.update(_bombs(document, first, min(last, count)))
            if first == 1 and last:
                markups.extend(attached_markups(document, name, warnings))
            # A wrong table of objects loses nothing by itself; a file without its end does.
            if rebuilt and first == 1 and cut_off:
                warnings.append(_damaged())
            flattened = _flattened(document, first, min(last, count))
            if rebuilt or flattened or document.is_encrypted:
                whole = io.BytesIO()
                document.save(whole, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
                return whole.getvalue(), count
            return data, count
    except pikepdf.PasswordError as error:
        remedy = "Send it without a password, or give its password: --password NAME=PASSWORD on the command line."
        remedy_zh = "请发送不带密码的文件，或提供密码：在命令行加 --password NAME=PASSWORD。"
        problem, problem_zh = "It is encrypted and needs a password.", "文件已加密，需要密码。"
        if password:
            problem, problem_zh = "It is encrypted and the password given does not open it.", "文件已加密，所给密码无法打开。"
        raise Refused("pdf-encrypted", problem, remedy, name=name, problem_zh=problem_zh, remedy_zh=remedy_zh) from error
    except (pikepdf.PdfError, pikepdf.DependencyError, ValueError, TypeError, KeyError, RuntimeError):
        # qpdf gives up where the other two may still find pages.
        if first == 1:
            warnings.append(_damaged())
        return data, 0


def _flattened(document: pikepdf.Pdf, first: int, last: int) -> bool:
    """Make what stands in filled form fields, typed notes and stamps part of the pages, as a person sees it."""
    for number in range(first, last + 1):
        try:
            notes = document.pages[number - 1].obj.get("/Annots")
            shown = isinstance(notes, pikepdf.Array) and any(note.get("/Subtype") in _SHOWN_NOTES for note in list(notes)[:2_000])
            if shown:
                document.generate_appearance_streams()
                document.flatten_annotations("screen")
                return True
        except (pikepdf.PdfError, AttributeError, TypeError, ValueError):
            continue
    return False


def _damaged() -> DocumentWarning:
    text = "The file is damaged or cut off; what could be found in it was read. Compare it with the original, or send it again."
    text_zh = "文件已损坏或不完整；能找到的内容已读取。请与原件核对，或重新发送。"
    return DocumentWarning("pdf-damaged", text, text_zh=text_zh)


def _bombs(document: pikepdf.Pdf, first: int, last: int) -> Iterator[int]:
    """Numbers of the pages whose content unpacks to more than the limit."""
    for number in range(first, last + 1):
        try:
            contents = document.pages[number - 1].obj.get("/Contents")
            streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
            size = 0
            for stream in streams[:10_000]:
                if isinstance(stream, pikepdf.Stream):
                    size += len(stream.read_bytes())
            if size > _STREAM_BYTES:
                yield number
        except pikepdf.PdfError as error:
            # A stream that is merely broken is left to the reader, which takes what it can.
            if "memory" in str(error).lower() or "limit" in str(error).lower():
                yield number


def _plumber(source: bytes) -> Any | None:
    try:
        return pdfplumber.pdf.PDF(io.BytesIO(source), stream_is_external=True, raise_unicode_errors=False)
    except MemoryError:
        raise
    except Exception:  # pdfminer raises anything at all on broken bytes; PDFium may still open it
        return None


def _plumbed_pages(plumber: Any | None, first: int, last: int) -> Iterator[tuple[int, PlumberPage]]:
    """The wanted pages only: pdfplumber's own list would make an object of each of ten thousand pages."""
    if plumber is None:
        return
    found = islice(PDFPage.create_pages(plumber.doc), first - 1, last)
    number = first - 1
    while True:
        try:
            raw = next(found)
        except StopIteration:
            return
        except MemoryError:
            raise
        except Exception:  # a page tree broken in the middle: what came before it stands
            return
        number += 1
        if not raw.attrs.get("MediaBox"):
            raw.attrs["MediaBox"] = [0, 0, 612, 792]  # what PDFium takes in its place
        try:
            yield number, LeanPage(plumber, raw, page_number=number)
        except MemoryError:
            raise
        except Exception:  # noqa: S112 - a page of nonsense measures; PDFium may still draw it
            continue


def _one_page(plumbed: PlumberPage, pixels: Any | None, number: int, bomb: bool, warnings: list[DocumentWarning]) -> tuple[Page, bool]:
    frame = frame_of(plumbed)
    empty = Page(number=number, width=min(frame.width, MAX_PAGE_SIDE), height=min(frame.height, MAX_PAGE_SIDE), source="none")
    if bomb:
        text = "The page unpacks to more than an honest page holds, and was not read. Print it to a new PDF and send that."
        text_zh = "该页解压后的内容超出正常页面，未读取。请打印为新的 PDF 后发送。"
        warnings.append(DocumentWarning("page-too-heavy", text, number, text_zh))
        return empty, False
    if max(frame.width, frame.height) > MAX_PAGE_SIDE:
        text = f"The page is larger than {MAX_PAGE_SIDE / 72:.0f} inches and was not read. Print it to A4 and send that."
        text_zh = f"该页大于 {MAX_PAGE_SIDE / 72:.0f} 英寸，未读取。请打印为 A4 后发送。"
        warnings.append(DocumentWarning("page-too-large", text, number, text_zh))
        return empty, False
    try:
        page, needs_pixels = read_page(plumbed, number, frame, warnings)
        if not needs_pixels and pixels is not None and is_scan(plumbed, frame) and not has_visible_text(pixels, number):
            return replace(empty, words=page.words), True  # read from its pixels; what the layer says is held against them
        return page, needs_pixels
    except MemoryError:
        raise
    except Exception as error:  # see _plumber
        text = f"The page's text could not be read ({type(error).__name__}); it is read from its picture instead."
        text_zh = f"该页的文字无法读取（{type(error).__name__}），改为从页面图像识别。"
        warnings.append(DocumentWarning("page-text-damaged", text, number, text_zh))
        return empty, True


@contextmanager
def _drawable(source: bytes) -> Iterator[Any | None]:
    """PDFium's view of the file, or None where it cannot open it."""
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield document
    finally:
        document.close()


def _pages_by_pixels(document: Any, first: int, last: int, known: set[int]) -> list[Page]:
    """Pages that PDFium finds and pdfminer does not: all to be recognised."""
    pages = []
    for number in range(first, min(last, len(document)) + 1):
        if number in known:
            continue
        try:
            width, height = document.get_page_size(number - 1)
        except pypdfium2.PdfiumError:
            continue
        if 0 < width <= MAX_PAGE_SIDE and 0 < height <= MAX_PAGE_SIDE:
            pages.append(Page(number=number, width=width, height=height, source="none"))
    return pages


def _draw_wanted(document: Any | None, wanted: list[int], folder: Path | None, warnings: list[DocumentWarning]) -> None:
    """Draw the pages that need recognition."""
    for number in wanted:
        if folder is None or document is None or not draw(document, number, folder, RENDER_DPI):
            text = "The page has no text layer and could not be drawn. Print it to a new PDF, or send it as a picture."
            text_zh = "该页没有文字层，也无法转成图像。请打印为新的 PDF，或以图片发送。"
            warnings.append(DocumentWarning("page-not-drawn", text, number, text_zh))


def draw(document: Any, number: int, folder: Path, dpi: int) -> bool:
    """Draw page `number` (from 1) to folder/page-<number>.png; False when PDFium cannot."""
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = dpi / 72
        if not (0 < width <= MAX_PAGE_SIDE * 2 and 0 < height <= MAX_PAGE_SIDE * 2):
            return False
        scale = min(scale, (MAX_PIXELS / (width * height)) ** 0.5)
        picture = page.render(scale=scale, rev_byteorder=True).to_pil()
        page.close()
    except (pypdfium2.PdfiumError, ValueError, IndexError):
        return False
    # Level 1: the file is read back once, and deflating harder takes longer than drawing.
    picture.convert("RGB").save(folder / f"page-{number}.png", compress_level=1)
    return True


def prepared_source(data: bytes, password: str | None) -> bytes:
    """The bytes of a PDF as `read_pdf` reads them."""
    _limit_qpdf()
    return _prepared(data, "", password, 1, 0, [], set(), [])[0]


def render_pdf(data: bytes, folder: Path, pages: list[int], dpi: int, password: str | None) -> list[int]:
    """Draw `pages` into `folder`; returns the numbers of those drawn. The form is the one that `read_pdf` saw."""
    with _drawable(prepared_source(data, password)) as document:
        if document is None:
            return []
        return [number for number in pages if 1 <= number <= len(document) and draw(document, number, folder, dpi)]
