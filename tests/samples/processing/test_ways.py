"""Every way keeps what a person reads, and says where it stands afterwards."""

from __future__ import annotations

import asyncio
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import pikepdf
import pypdfium2
import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extract.place import Box
from samples.alteration.programs import installed
from samples.population.registry import declared
from samples.population.splits import of
from samples.processing.outside import legible
from samples.processing.way import CannotProcess, Way

ALL: tuple[Way, ...] = declared("samples.processing.ways", "WAY")
BY_NAME = {way.name: way for way in ALL}
PDF = [way for way in ALL if way.media == "pdf" and way.name != "text_layer"]
PICTURE = [way for way in ALL if way.media == "picture"]
FIGURE, LABEL = "1,234,567.89", "Cash at bank"
SCALE = 200 / 72


def has(way: Way) -> None:
    missing = [tool for tool in way.tools if not installed(tool)]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed; sh scripts/setup.sh dev installs it")


@dataclass(frozen=True)
class Example:
    pdf: bytes
    scan: bytes
    jpeg: bytes
    box: Box


@pytest.fixture(scope="module")
def example() -> Example:
    """Two pages with one figure on each, as PDF, as scan and as picture."""
    face = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
    pdfmetrics.registerFont(TTFont("example", str(face)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(500, 700), invariant=1)
    for _ in range(2):
        canvas.setFont("example", 11)
        canvas.drawString(60, 560, LABEL)
        canvas.drawRightString(400, 560, FIGURE)
        canvas.showPage()
    canvas.save()
    width = pdfmetrics.stringWidth(FIGURE, "example", 11)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        sheet = document[0].render(scale=SCALE).to_pil().convert("L")
    grey = np.asarray(sheet) * 0.95 + np.random.default_rng(2).normal(5, 1.5, (sheet.height, sheet.width))
    jpeg, scan = io.BytesIO(), io.BytesIO()
    Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)).save(jpeg, "JPEG", quality=80, dpi=(200, 200))
    canvas = Canvas(scan, pagesize=(500, 700), invariant=1)
    canvas.drawImage(ImageReader(jpeg), 0, 0, 500, 700)
    canvas.save()
    return Example(out.getvalue(), scan.getvalue(), jpeg.getvalue(), Box(400 - width, 131, 400, 143))


def seen(content: bytes, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(content) as document:
        document.init_forms()
        return document[page - 1].render(scale=SCALE).to_pil().convert("L")


def ink(picture: Image.Image, box: Box, scale: float = 1.0) -> np.ndarray:
    """The box's pixels, brought to one size, paper white and ink black."""
    part = picture.crop(tuple(round(edge * scale) for edge in (box.x0, box.top, box.x1, box.bottom))).resize((180, 36))
    grey = np.asarray(part, dtype=np.float32)
    return (grey - grey.min()) / max(1.0, float(grey.max() - grey.min()))


def alike(first: np.ndarray, second: np.ndarray) -> bool:
    return float(np.corrcoef(first.ravel(), second.ravel())[0, 1]) > 0.8


def test_there_are_enough_in_both_splits() -> None:
    assert len(ALL) >= 14
    for media in ("pdf", "picture", "workbook"):
        assert {way.split for way in ALL if way.media == media} == {"develop", "test"}
    assert 0.55 < len(of("develop", ALL)) / len(ALL) < 0.8


@pytest.mark.parametrize("way", PDF, ids=lambda way: way.name)
def test_the_figure_is_where_the_way_says(way: Way, example: Example) -> None:
    has(way)
    done = way.apply(example.pdf, Random(4))
    page, box = done.moved(1, example.box)
    after = seen(done.content, page)
    if way.name == "rotated":  # brought upright again: the box lies or stands on its head
        turn = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
        with pikepdf.open(io.BytesIO(done.content)) as pdf:
            turned = int(pdf.pages[0].obj.Rotate)
        part = after.crop(tuple(round(edge * SCALE) for edge in (box.x0, box.top, box.x1, box.bottom))).transpose(turn[turned])
        assert alike(ink(part, Box(0, 0, *part.size)), ink(seen(example.pdf, 1), example.box, SCALE))
    else:
        assert alike(ink(after, box, SCALE), ink(seen(example.pdf, 1), example.box, SCALE))


@pytest.mark.parametrize("way", PDF, ids=lambda way: way.name)
def test_the_text_is_all_there(way: Way, example: Example) -> None:
    has(way)
    assert way.keeps_text
    done = way.apply(example.pdf, Random(4))
    with pypdfium2.PdfDocument(done.content) as document:
        for number in (1, 2):
            text = document[done.moved(number, example.box)[0] - 1].get_textpage().get_text_range()
            assert FIGURE in text
            assert LABEL in text


@pytest.mark.parametrize("way", PICTURE, ids=lambda way: way.name)
def test_the_figure_in_a_picture_is_where_the_way_says(way: Way, example: Example) -> None:
    box = Box(*(edge * SCALE for edge in (example.box.x0, example.box.top, example.box.x1, example.box.bottom)))
    done = way.apply(example.jpeg, Random(4))
    page, after = done.moved(1, box)
    assert page == 1
    before = Image.open(io.BytesIO(example.jpeg)).convert("L")
    assert alike(ink(Image.open(io.BytesIO(done.content)).convert("L"), after), ink(before, box))


@pytest.mark.parametrize("name", ["messenger", "scanning_app"])
def test_what_a_picture_loses(name: str, example: Example) -> None:
    done = Image.open(io.BytesIO(BY_NAME[name].apply(example.jpeg, Random(4)).content))
    before = Image.open(io.BytesIO(example.jpeg))
    assert done.width <= before.width and done.height < before.height
    assert not done.getexif()


@pytest.mark.parametrize("way", [way for way in ALL if way.media != "workbook" and way.name != "encrypted"], ids=lambda way: way.name)
def test_the_same_draw_makes_the_same_file(way: Way, example: Example) -> None:
    has(way)
    content = example.jpeg if way.media == "picture" else example.scan if way.name == "text_layer" else example.pdf
    assert way.apply(content, Random(9)).content == way.apply(content, Random(9)).content


def test_a_scan_is_given_invisible_text(example: Example) -> None:
    has(BY_NAME["text_layer"])
    done = BY_NAME["text_layer"].apply(example.scan, Random(4))
    with pypdfium2.PdfDocument(done.content) as document:
        page = document[0].get_textpage()
        found = page.get_text_bounded(example.box.x0 - 4, 700 - example.box.bottom - 3, example.box.x1 + 4, 700 - example.box.top + 3)
    assert FIGURE in found
    assert np.array_equal(np.asarray(seen(done.content, 1)), np.asarray(seen(example.scan, 1)))
    with pytest.raises(CannotProcess):
        BY_NAME["text_layer"].apply(example.pdf, Random(4))


def test_a_signature_covers_the_file_and_holds(example: Example) -> None:
    done = BY_NAME["signed"].apply(example.pdf, Random(4))
    assert done.content.startswith(example.pdf)
    signature = PdfFileReader(io.BytesIO(done.content)).embedded_signatures[0]
    status = asyncio.run(async_validate_pdf_signature(signature))
    assert status.intact and status.valid
    assert status.coverage.name == "ENTIRE_FILE"


def test_encryption_asks_for_no_password(example: Example) -> None:
    has(BY_NAME["encrypted"])
    with pikepdf.open(io.BytesIO(BY_NAME["encrypted"].apply(example.pdf, Random(4)).content)) as pdf:
        assert pdf.is_encrypted
        assert not pdf.allow.modify_other


def test_a_gateway_changes_no_page(example: Example) -> None:
    done = BY_NAME["gateway"].apply(example.pdf, Random(4))
    assert done.content.startswith(example.pdf)
    with pikepdf.open(io.BytesIO(done.content)) as pdf:
        assert "/ArchiveNumber" in pdf.docinfo


def test_a_note_stands_beside_everything_printed(example: Example) -> None:
    with pikepdf.open(io.BytesIO(BY_NAME["annotated"].apply(example.pdf, Random(4)).content)) as pdf:
        kinds = {str(note.Subtype): note for note in pdf.pages[0].obj.Annots}
        x0, y0, x1, y1 = (float(edge) for edge in kinds["/FreeText"].Rect.as_list())
    assert "/Highlight" in kinds
    assert np.asarray(seen(example.pdf, 1)).shape[0] > 0
    assert ink_free(example.pdf, Box(x0, 700 - y1, x1, 700 - y0))


def ink_free(content: bytes, box: Box) -> bool:
    part = seen(content, 1).crop(tuple(round(edge * SCALE) for edge in (box.x0, box.top, box.x1, box.bottom)))
    return int(np.asarray(part).min()) > 200


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Trial balance"
    sheet["A1"], sheet["B1"], sheet["B2"] = "现金", 1234567.89, "=B1*2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["libreoffice_saved", "workbook_signed_off"])
def test_a_workbook_keeps_its_cells(name: str) -> None:
    has(BY_NAME[name])
    done = BY_NAME[name].apply(workbook(), Random(4))
    sheet = load_workbook(io.BytesIO(done.content))["Trial balance"]
    assert (sheet["A1"].value, sheet["B1"].value, sheet["B2"].value) == ("现金", 1234567.89, "=B1*2")


def test_libreoffice_keeps_the_values_of_formulas() -> None:
    has(BY_NAME["libreoffice_saved"])
    done = BY_NAME["libreoffice_saved"].apply(workbook(), Random(4))
    assert load_workbook(io.BytesIO(done.content), data_only=True)["Trial balance"]["B2"].value == pytest.approx(2469135.78)


def test_who_saved_a_workbook_is_in_its_properties() -> None:
    done = BY_NAME["workbook_signed_off"].apply(workbook(), Random(4))
    with zipfile.ZipFile(io.BytesIO(done.content)) as archive:
        assert b"lastModifiedBy" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("given", ['日期,金额\n2025-03-01,"1,234.00"\n'.encode(), "日期,金额\r\n2025-03-01,1\r\n".encode("gb18030")])
def test_a_text_table_keeps_its_characters(given: bytes) -> None:
    plain = given.decode("gb18030" if b"\r" in given else "utf-8").replace("\r\n", "\n")
    for seed in range(4):
        done = BY_NAME["csv_saved"].apply(given, Random(seed)).content
        assert b"\r\n" in done
        encoding = "utf-8-sig" if done.startswith(b"\xef\xbb\xbf") else "gb18030"
        assert done.decode(encoding).replace("\r\n", "\n") == plain


@pytest.mark.parametrize("way", [way for way in ALL if way.name != "csv_saved"], ids=lambda way: way.name)
def test_what_is_no_such_file_is_refused(way: Way) -> None:
    has(way)
    with pytest.raises(CannotProcess):
        way.apply(b"no file at all", Random(4))


def test_a_file_that_lost_its_words_is_no_result(example: Example) -> None:
    from_scan = example.scan  # the same page without a word of text
    with pytest.raises(CannotProcess, match="loses"):
        legible(example.pdf, from_scan)
    assert legible(example.pdf, example.pdf) == example.pdf
