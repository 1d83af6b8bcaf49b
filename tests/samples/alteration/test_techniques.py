"""Every technique shows the new figure where the old one was, and leaves the others alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image, ImageChops
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.place import Box
from samples.alteration.cells import Book
from samples.alteration.programs import installed
from samples.alteration.technique import CannotAlter, Replacement, Technique
from samples.population.registry import declared
from samples.population.splits import of

ALL: tuple[Technique, ...] = declared("samples.alteration.techniques", "TECHNIQUE")
BY_NAME = {technique.name: technique for technique in ALL}
SCANS = {"scan_retyped", "scan_smoothed", "scan_copied_digits"}
#: The new figure is text of the page afterwards.
TEXTUAL = (
    "same_font_stream",
    "incremental_stream",
    "repacked_stream",
    "redacted_retyped",
    "page_swap",
    "libreoffice_draw",
    "mupdf_redaction",
)
#: The new figure lies over the old one.
COVERING = ("white_box", "overlay_page", "redistilled_overlay", "picture_patch", "freetext_annotation", "form_field")
PRODUCERS = ("reportlab", "base14", "fpdf2", "typst", "kerned")


def has(technique: Technique) -> None:
    missing = [tool for tool in technique.tools if not installed(tool)]
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed; sh scripts/setup.sh dev installs it")


def replacement(example: Any, label: str = "Stock", new: str = "1,980,321.00", **more: Any) -> Replacement:
    old, box = example.figures[label]
    return Replacement(old=old, new=new, page=1, box=box, font="sans", size=10, **more)


def drawn(content: bytes, page: int = 1, scale: float = 3.0) -> Image.Image:
    with pypdfium2.PdfDocument(content) as document:
        document.init_forms()
        return document[page - 1].render(scale=scale).to_pil().convert("L")


def crop(picture: Image.Image, box: Box, scale: float = 3.0) -> Image.Image:
    return picture.crop((round(box.x0 * scale), round(box.top * scale), round(box.x1 * scale), round(box.bottom * scale)))


def same(first: Image.Image, second: Image.Image) -> bool:
    """Alike but for the smoothing of edges."""
    return float(np.asarray(ImageChops.difference(first, second)).mean()) < 6


def test_there_are_enough_in_both_splits() -> None:
    assert len(ALL) >= 14
    for media in ("pdf", "picture", "workbook"):
        assert {technique.split for technique in ALL if technique.media == media} == {"develop", "test"}
    assert 0.55 < len(of("develop", ALL)) / len(ALL) < 0.75


@pytest.mark.parametrize(
    ("name", "producer"),
    # An office program starts for seconds: one file each way is enough for it.
    [(name, producer) for name in TEXTUAL for producer in (PRODUCERS if name != "libreoffice_draw" else ("reportlab", "typst"))],
)
def test_the_new_figure_is_text_and_the_old_one_gone(
    name: str, producer: str, example: Callable[[str], Any], read_words: Callable[..., list[tuple[str, Box]]]
) -> None:
    has(BY_NAME[name])
    paper = example(producer)
    try:
        altered = BY_NAME[name].apply(paper.content, [replacement(paper)], Random(3))
    except CannotAlter:
        assert (name, producer) == ("mupdf_redaction", "fpdf2")  # MuPDF loses the place of what follows
        return
    found = dict(read_words(altered))
    assert "980,321.00" not in found
    assert abs(found["1,980,321.00"].x1 - paper.figures["Stock"][1].x1) < 2.5
    for label in ("Cash", "Total"):
        figure, box = paper.figures[label]
        assert abs(found[figure].x0 - box.x0) < 1 and abs(found[figure].middle - box.middle) < 4


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("name", COVERING)
def test_the_new_figure_hides_the_old_one(
    name: str, producer: str, example: Callable[[str], Any], read_words: Callable[..., list[tuple[str, Box]]]
) -> None:
    has(BY_NAME[name])
    paper = example(producer)
    altered = BY_NAME[name].apply(paper.content, [replacement(paper)], Random(3))
    before, after = drawn(paper.content), drawn(altered)
    box = paper.figures["Stock"][1]
    beside = Box(box.x0 - 9, box.top, box.x0 - 2, box.bottom)
    assert np.asarray(crop(before, beside)).min() > 200  # white, where the longer figure begins now
    assert np.asarray(crop(after, beside)).min() < 140
    assert "980,321.00" in [word for word, _ in read_words(altered)]  # still there below it: that is what gives it away
    for label in ("Cash", "Total"):
        assert same(crop(before, paper.figures[label][1]), crop(after, paper.figures[label][1]))


@pytest.mark.parametrize("name", ["same_font_stream", "incremental_stream"])
def test_a_same_font_edit_looks_as_if_the_producer_had_drawn_it(name: str, example: Callable[[str], Any]) -> None:
    """Total retyped as Cash's figure: the same pixels as in Cash's row."""
    paper = example("reportlab")
    altered = BY_NAME[name].apply(paper.content, [replacement(paper, "Total", "1,234,567.89")], Random(3))
    picture = drawn(altered)
    assert same(crop(picture, paper.figures["Cash"][1]), crop(picture, paper.figures["Total"][1]))


def test_glyphs_that_the_subset_lacks_are_said(example: Callable[[str], Any]) -> None:
    paper = example("fpdf2")
    with pytest.raises(CannotAlter, match="no glyph for £"):
        BY_NAME["same_font_stream"].apply(paper.content, [replacement(paper, new="£980,321.00")], Random(3))


def test_an_incremental_edit_keeps_the_file_that_was(example: Callable[[str], Any]) -> None:
    for producer in PRODUCERS:
        paper = example(producer)
        altered = BY_NAME["incremental_stream"].apply(paper.content, [replacement(paper)], Random(3))
        assert altered.startswith(paper.content)
        assert altered.count(b"%%EOF") == paper.content.count(b"%%EOF") + 1
        with pikepdf.open(io.BytesIO(altered)) as pdf:
            assert not pdf.check_pdf_syntax()


def test_a_wrong_box_is_refused(example: Callable[[str], Any]) -> None:
    paper = example("reportlab")
    wrong = Replacement(old="980,321.00", new="1.00", page=1, box=paper.figures["Cash"][1], font="sans", size=10)
    for name in ("same_font_stream", "incremental_stream", "redacted_retyped", "page_swap", "unicode_map"):
        with pytest.raises(CannotAlter):
            BY_NAME[name].apply(paper.content, [wrong], Random(3))


def test_text_and_glyphs_disagree_after_a_change_of_the_map(
    example: Callable[[str], Any], read_words: Callable[..., list[tuple[str, Box]]]
) -> None:
    paper = example("reportlab")
    altered = BY_NAME["unicode_map"].apply(paper.content, [replacement(paper, "Total", "1,234,567.89")], Random(3))
    assert "2,214,888.89" in "".join(word for word, _ in read_words(altered))
    picture = drawn(altered)
    assert same(crop(picture, paper.figures["Cash"][1]), crop(picture, paper.figures["Total"][1]))


def test_a_swapped_page_has_fonts_of_its_own(example: Callable[[str], Any]) -> None:
    paper = example("reportlab")
    altered = BY_NAME["page_swap"].apply(paper.content, [replacement(paper)], Random(3))
    with pikepdf.open(io.BytesIO(altered)) as pdf:
        first, second = ({str(font.BaseFont) for font in page.resources.Font.values() if "+" in str(font.BaseFont)} for page in pdf.pages)
    assert not first & second


def test_a_rasterised_paper_has_no_text(example: Callable[[str], Any], read_words: Callable[..., list[tuple[str, Box]]]) -> None:
    paper = example("reportlab")
    altered = BY_NAME["rasterised"].apply(paper.content, [replacement(paper)], Random(3))
    assert not read_words(altered)
    box = paper.figures["Cash"][1]
    before, after = (np.asarray(crop(drawn(content), box), dtype=float).ravel() for content in (paper.content, altered))
    assert np.corrcoef(before, after)[0, 1] > 0.9


@pytest.mark.parametrize("technique", [each for each in ALL if not set(each.tools) & {"soffice", "mutool"}], ids=lambda each: each.name)
def test_the_same_draw_makes_the_same_file(technique: Technique, example: Callable[[str], Any], scan: Any) -> None:
    has(technique)
    if technique.name == "delimited_retyped":
        given: tuple[bytes, Sequence[Replacement]] = (b"a,1\n", [Replacement(old="1", new="2", cell="line 1, column 2")])
    elif technique.name == "export_retyped":
        given = (MT940, [Replacement(old="40,00", new="90,00", cell=":61:[2]")])
    elif technique.media == "workbook":
        given = (workbook(), [cell("retyped" not in technique.name)])
    elif technique.media == "picture" or technique.name in SCANS:
        given = scan.given(technique.media)
    else:
        paper = example("reportlab")
        given = (paper.content, [replacement(paper, "Total", "3,214,888.89")])
    assert technique.apply(*given, Random(9)) == technique.apply(*given, Random(9))


class Scan:
    """The example scanned: as a JPEG and as a PDF of it."""

    def __init__(self, paper: Any) -> None:
        self.paper, self.scale = paper, 200 / 72
        sheet = drawn(paper.content, scale=self.scale)
        noise = np.random.default_rng(1).normal(0, 2, (sheet.height, sheet.width))
        self.picture = Image.fromarray(np.clip(np.asarray(sheet) * 0.95 + 6 + noise, 0, 255).astype(np.uint8))
        jpeg, out = io.BytesIO(), io.BytesIO()
        self.picture.save(jpeg, "JPEG", quality=75, dpi=(200, 200))
        canvas = Canvas(out, pagesize=(595.28, 841.89), invariant=1)
        canvas.drawImage(ImageReader(jpeg), 0, 0, 595.28, 841.89)
        canvas.save()
        self.jpeg, self.pdf = jpeg.getvalue(), out.getvalue()

    def given(self, media: str) -> tuple[bytes, Sequence[Replacement]]:
        one = replacement(self.paper)
        if media == "pdf":
            return self.pdf, [one]
        assert one.box
        box = Box(*(edge * self.scale for edge in (one.box.x0, one.box.top, one.box.x1, one.box.bottom)))
        return self.jpeg, [Replacement(old=one.old, new=one.new, box=box, font=one.font, size=10 * self.scale)]

    def seen(self, content: bytes) -> Image.Image:
        if content.startswith(b"%PDF"):
            return drawn(content, scale=self.scale)
        return Image.open(io.BytesIO(content)).convert("L")


@pytest.fixture(scope="module")
def scan(example: Callable[[str], Any]) -> Scan:
    return Scan(example("reportlab"))


@pytest.mark.parametrize("technique", [each for each in ALL if each.media == "picture" or each.name in SCANS], ids=lambda each: each.name)
def test_a_picture_shows_the_new_figure_and_the_rest_as_it_was(technique: Technique, scan: Scan) -> None:
    has(technique)
    content, replacements = scan.given(technique.media)
    after = scan.seen(technique.apply(content, replacements, Random(3)))
    before = scan.seen(content)
    assert after.size == before.size
    box = scan.paper.figures["Stock"][1]
    beside = Box(box.x0 - 9, box.top, box.x0 - 2, box.bottom)
    assert np.asarray(crop(before, beside, scan.scale)).min() > 180
    assert np.asarray(crop(after, beside, scan.scale)).min() < 140
    for label in ("Cash", "Total"):
        place = scan.paper.figures[label][1]
        assert same(crop(before, place, scan.scale), crop(after, place, scan.scale))


def test_copied_digits_are_the_page_s_own(scan: Scan) -> None:
    has(BY_NAME["picture_copied_digits"])
    content, replacements = scan.given("picture")
    lonely = Replacement(old=replacements[0].old, new="980,321.00 DR", box=replacements[0].box)
    with pytest.raises(CannotAlter):
        BY_NAME["picture_copied_digits"].apply(content, [lonely], Random(3))


def test_an_editor_signs_its_picture(scan: Scan) -> None:
    content, replacements = scan.given("picture")
    altered = BY_NAME["picture_editor_traces"].apply(content, replacements, Random(3))
    assert Image.open(io.BytesIO(altered)).getexif()[0x0131]


def test_a_png_stays_one(scan: Scan) -> None:
    out = io.BytesIO()
    scan.picture.save(out, "PNG")
    _, replacements = scan.given("picture")
    altered = BY_NAME["picture_retyped"].apply(out.getvalue(), replacements, Random(3))
    assert Image.open(io.BytesIO(altered)).format == "PNG"


def workbook() -> bytes:
    """Two figures, a total by formula with its value kept, as a spreadsheet program writes it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Trial balance"
    for row, (label, value) in enumerate((("Cash", 1234567.89), ("Stock", 980321), ("Total", "=SUM(B1:B2)")), 1):
        sheet.cell(row, 1, label)
        sheet.cell(row, 2, value)
    out = io.BytesIO()
    book.save(out)
    kept = Book.opened(out.getvalue())
    kept.cell("Trial balance!B3").keep(Decimal("2214888.89"))
    return kept.saved()


def cell(total: bool) -> Replacement:
    if total:
        return Replacement(old="2,214,888.89", new="2,714,888.89", cell="Trial balance!B3")
    return Replacement(old="980,321.00", new="1,480,321.00", cell="Trial balance!B2")


@pytest.mark.parametrize("technique", [each for each in ALL if each.name.startswith("workbook")], ids=lambda each: each.name)
def test_a_workbook_keeps_the_new_figure(technique: Technique) -> None:
    one = cell("retyped" not in technique.name)
    altered = technique.apply(workbook(), [one], Random(3))
    sheet = load_workbook(io.BytesIO(altered), data_only=True)["Trial balance"]
    values = {place: sheet[place].value for place in ("B1", "B2", "B3")}
    place = one.cell.rpartition("!")[2]
    assert values.pop(place) == pytest.approx(float(one.new.replace(",", "")), abs=0.001)
    before = load_workbook(io.BytesIO(workbook()), data_only=True)["Trial balance"]
    assert values == {other: before[other].value for other in values}


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("workbook_typed_total", 2714888.89),
        ("workbook_kept_value", "=SUM(B1:B2)"),
        ("workbook_plug", "=SUM(B1:B2)+500000.00"),
        ("workbook_hidden_row", "=SUM(B1:B2)+B5"),
    ],
)
def test_what_becomes_of_the_formula(name: str, formula: object) -> None:
    altered = load_workbook(io.BytesIO(BY_NAME[name].apply(workbook(), [cell(True)], Random(3))))["Trial balance"]
    assert altered["B3"].value == formula
    assert altered.row_dimensions[5].hidden is (name == "workbook_hidden_row")


def test_a_cell_that_shows_something_else_is_refused() -> None:
    wrong = Replacement(old="1.00", new="2.00", cell="Trial balance!B2")
    with pytest.raises(CannotAlter, match="does not show"):
        BY_NAME["workbook_retyped"].apply(workbook(), [wrong], Random(3))


@pytest.mark.parametrize("technique", ALL, ids=lambda each: each.name)
def test_what_is_no_such_file_is_refused(technique: Technique) -> None:
    one = Replacement(old="1.00", new="2.00", box=Box(1, 1, 40, 12), cell="Sheet1!A1", font="sans", size=10)
    with pytest.raises(CannotAlter):
        technique.apply(b"no file at all", [one], Random(3))


@pytest.mark.parametrize(
    ("line", "column", "old", "new", "after"),
    [
        ("2025-03-01,receipt,100.00,900.00", 3, "100.00", "700.00", "2025-03-01,receipt,700.00,900.00"),
        ("2025-03-01,100.00,100.00,100.00", 3, "100.00", "700.00", "2025-03-01,100.00,700.00,100.00"),  # not the first of its like
        ('1,"1,000.00",x', 2, "1,000.00", "9,000.00", '1,"9,000.00",x'),
        ("1,800.00,x", 2, "800.00", "1,800.00", '1,"1,800.00",x'),  # longer by a comma: quoted now
        ("1\t800.00\tx", 2, "800.00", "1,800.00", "1\t1,800.00\tx"),
    ],
)
def test_a_text_table_is_retyped_in_place(line: str, column: int, old: str, new: str, after: str) -> None:
    one = Replacement(old=old, new=new, cell=f"line 2, column {column}")
    for encoding, end in (("utf-8-sig", "\r\n"), ("gb18030", "\n")):
        content = f"日期,金额{end}{line}{end}合计{end}".encode(encoding)
        altered = BY_NAME["delimited_retyped"].apply(content, [one], Random(1))
        assert altered == f"日期,金额{end}{after}{end}合计{end}".encode(encoding)


def test_a_figure_drawn_in_two_fonts_is_edited_in_both(example: Callable[[str], Any]) -> None:
    """Browsers part one typeface in several fonts: here digits in one and signs in another."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    x = 100.0
    for piece, font in (("980", "Helvetica"), (",", "Courier"), ("321", "Helvetica"), (".", "Courier"), ("00", "Helvetica")):
        canvas.setFont(font, 10)
        canvas.drawString(x, 700, piece)
        x += canvas.stringWidth(piece, font, 10)
    canvas.save()
    box = Box(100, 841.89 - 709, x, 841.89 - 698)
    one = Replacement(old="980,321.00", new="1,980,321.00", page=1, box=box, font="sans", size=10)
    altered = BY_NAME["same_font_stream"].apply(out.getvalue(), [one], Random(1))
    with pypdfium2.PdfDocument(altered) as document:
        assert document[0].get_textpage().get_text_range().replace("\r\n", "").replace(" ", "") == "1,980,321.00"


MT940 = b":20:A\r\n:60F:C250101GBP100,00\r\n:61:2501020102D60,00NTRFX\r\n:61:2501030103C40,00NTRFY\r\n:62F:C250131GBP80,00\r\n-\r\n"
OFX = b"OFXHEADER:100\n<OFX>\n<STMTTRN>\n<TRNAMT>-60.00\n</STMTTRN>\n<STMTTRN>\n<TRNAMT>40.00\n</STMTTRN>\n</OFX>\n"
CAMT = b'<Document><Ntry><NtryRef>1</NtryRef><Amt Ccy="GBP">60.00</Amt></Ntry><Ntry><Amt Ccy="GBP">40.00</Amt></Ntry></Document>'


@pytest.mark.parametrize(
    ("content", "place", "old", "new", "before", "after"),
    [
        (MT940, ":61:[1]", "-60,00", "-75,00", b"D60,00N", b"D75,00N"),
        (MT940, ":61:[2]", "40,00", "140,00", b"C40,00N", b"C140,00N"),
        (MT940, ":62F:", "80,00", "180,00", b"GBP80,00", b"GBP180,00"),
        (OFX, "/OFX/STMTTRN[1]/TRNAMT", "-60.00", "-75.00", b"-60.00", b"-75.00"),
        (OFX, "/OFX/STMTTRN[2]/TRNAMT", "40.00", "140.00", b">40.00", b">140.00"),
        (CAMT, "/Document/Ntry[2]/Amt", "40.00", "140.00", b">40.00", b">140.00"),
    ],
)
def test_an_export_is_retyped_in_place(content: bytes, place: str, old: str, new: str, before: bytes, after: bytes) -> None:
    assert BY_NAME["export_retyped"].apply(content, [Replacement(old=old, new=new, cell=place)], Random(1)) == content.replace(
        before, after
    )


def test_another_figure_at_the_place_is_refused() -> None:
    with pytest.raises(CannotAlter, match="does not show"):
        BY_NAME["export_retyped"].apply(MT940, [Replacement(old="41,00", new="1,00", cell=":61:[2]")], Random(1))
