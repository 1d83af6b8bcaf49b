"""PDF: words where a person sees them, pages that need recognition, and the limits."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.document import Opened
from extract.errors import Refused
from extract.formats import open as door
from extract.formats.open import open_document, render_pages
from extract.limits import MAX_PAGES, MAX_RECOGNISED_PAGES
from extract.page import Word


def paper(*texts: tuple[float, float, str], size: tuple[float, float] = (400, 600), **more: object) -> bytes:
    """A one-page PDF with `texts` at (left, from the bottom)."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    canvas.setFont("Helvetica", 10)
    for left, bottom, text in texts:
        canvas.drawString(left, bottom, text)
    if more.get("line"):
        canvas.line(50, 500, 300, 500)
        canvas.rect(50, 300, 100, 40)
        canvas.rect(50, 200, 100, 0.5, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(data: bytes, change: object = None, **saving: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        if callable(change):
            change(document)
        document.save(out, **saving)
    return out.getvalue()


def word(opened: Opened, text: str) -> Word:
    return next(item for page in opened.pages for item in page.words if item.text == text)


def codes(opened: Opened) -> list[str]:
    return [warning.code for warning in opened.warnings]


def test_words_have_their_place_and_size(tmp_path: Path) -> None:
    opened = open_document(paper((100, 500, "1,234.50")), "a.pdf", tmp_path)
    found = word(opened, "1,234.50")
    assert (opened.media_type, opened.page_count, len(opened.pages)) == ("application/pdf", 1, 1)
    assert opened.pages[0].source == "text_layer"
    assert found.box.x0 == pytest.approx(100, abs=1)
    assert found.box.top < 600 - 500 < found.box.bottom + 1
    assert found.size == pytest.approx(10)
    assert found.confidence == 1.0
    assert list(tmp_path.iterdir()) == [], "a page with a text layer is not drawn"


def test_lines_thin_rectangles_and_edges_are_strokes(tmp_path: Path) -> None:
    strokes = open_document(paper((10, 10, "x"), line=True), "a.pdf", tmp_path).pages[0].strokes
    across = [stroke for stroke in strokes if stroke.horizontal]
    assert sorted(round(stroke.box.top) for stroke in across) == [100, 260, 300, 400]
    assert len([stroke for stroke in strokes if not stroke.horizontal]) == 2


@pytest.mark.parametrize(
    ("turn", "width", "height", "left", "top"),
    [
        (0, 400, 600, 100, 92),
        (90, 600, 400, 500, 100),
        (180, 400, 600, 256, 500),
        (270, 600, 400, 92, 256),
    ],
)
def test_a_turned_page_is_read_as_a_person_sees_it(tmp_path: Path, turn: int, width: float, height: float, left: float, top: float) -> None:
    def rotate(document: pikepdf.Pdf) -> None:
        document.pages[0].rotate(turn, relative=False)

    # Printed along the side that is up after turning, so that its letters stand upright.
    page = open_document(changed(paper((100, 500, "Assets Total")), rotate), "a.pdf", tmp_path).pages[0]
    assert (page.width, page.height) == (width, height)
    box = page.words[0].box
    assert box.x0 == pytest.approx(left, abs=30)
    assert box.top == pytest.approx(top, abs=30)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_crop_box_is_the_page_and_matches_its_picture(tmp_path: Path, turn: int) -> None:
    def crop(document: pikepdf.Pdf) -> None:
        document.pages[0].cropbox = [50, 400, 350, 580]
        document.pages[0].rotate(turn, relative=False)

    data = changed(paper((100, 500, "MMMM"), (100, 50, "cropped away")), crop)
    opened = open_document(data, "a.pdf", tmp_path)
    page = opened.pages[0]
    assert (page.width, page.height) == ((300, 180) if turn % 180 == 0 else (180, 300))
    assert "cropped" not in {item.text for item in page.words}
    box = page.words[0].box
    for other in page.words:
        box = box.union(other.box)
    picture = Image.open(render_pages(data, "a.pdf", [1], tmp_path, dpi=72)[1]).convert("L")
    dark = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark is not None
    x0, top, x1, bottom = dark
    assert box.x0 - 2 <= x0 and x1 <= box.x1 + 2 and box.top - 2 <= top and bottom <= box.bottom + 2


def test_chinese_text_is_read(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("STSong-Light", 11)
    canvas.drawString(100, 700, "货币资金")
    canvas.save()
    assert word(open_document(out.getvalue(), "a.pdf", tmp_path), "货币资金").box.x0 == pytest.approx(100, abs=1)


def scan(text_mode: int | None = None, over: bool = False) -> bytes:
    """A page-covering picture, with 60 letters of text: none, painted (0), invisible (3), before or over the picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))

    def write() -> None:
        if text_mode is not None:
            text = canvas.beginText(50, 300)
            text.setTextRenderMode(text_mode)
            text.textLine("Total assets one two three four five six seven eight nine ten 1,234")
            canvas.drawText(text)

    if not over:
        write()
    canvas.drawInlineImage(Image.new("RGB", (200, 300), "white"), 0, 0, 400, 600)
    if over:
        write()
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "source", "reason"),
    [
        (scan(), "none", "no text layer"),
        (scan(3, over=True), "none", "the text is another program's recognition, nobody sees it"),
        (scan(0, over=False), "none", "the text lies under the picture"),
        (scan(0, over=True), "text_layer", "printed over a background picture"),
    ],
)
def test_a_scan_is_drawn_for_recognition(tmp_path: Path, data: bytes, source: str, reason: str) -> None:
    page = open_document(data, "a.pdf", tmp_path).pages[0]
    assert page.source == source, reason
    assert (tmp_path / "page-1.png").exists() == (source == "none")
    if source == "none":
        with Image.open(tmp_path / "page-1.png") as picture:
            assert picture.size == (1112, 1667), "200 dpi"


def test_a_text_layer_of_garbage_is_drawn_for_recognition(tmp_path: Path) -> None:
    def private(document: pikepdf.Pdf) -> None:
        font = document.pages[0].Resources.Font
        mapping = b"begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n1 beginbfrange\n<00> <ff> <e000>\nendbfrange\nendcmap"
        for name in list(font):
            font[name].ToUnicode = document.make_stream(mapping)

    page = open_document(changed(paper((100, 500, "Total assets 1,234")), private), "a.pdf", tmp_path).pages[0]
    assert (page.source, page.words) == ("none", ())


def test_a_filled_form_field_is_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 600))
    canvas.drawString(50, 500, "Turnover")
    canvas.acroForm.textfield(name="turnover", value="98765", x=200, y=490, width=100, height=20)
    canvas.save()
    assert "98765" in {item.text for item in open_document(out.getvalue(), "a.pdf", tmp_path).pages[0].words}


def test_a_blank_document_says_so(tmp_path: Path) -> None:
    assert codes(open_document(paper(), "a.pdf", tmp_path)) == ["blank-page"]


def test_a_password_is_asked_for_and_taken(tmp_path: Path) -> None:
    data = changed(paper((100, 500, "secret")), encryption=pikepdf.Encryption(owner="owner", user="open sesame"))
    with pytest.raises(Refused) as caught:
        open_document(data, "a.pdf", tmp_path)
    assert caught.value.code == "pdf-encrypted"
    assert "--password NAME=PASSWORD" in caught.value.remedy
    with pytest.raises(Refused, match="does not open it"):
        open_document(data, "a.pdf", tmp_path, password="wrong")
    assert word(open_document(data, "a.pdf", tmp_path, password="open sesame"), "secret")
    assert render_pages(data, "a.pdf", [1], tmp_path, password="open sesame")


def test_an_empty_password_opens_without_a_word(tmp_path: Path) -> None:
    data = changed(paper((100, 500, "open")), encryption=pikepdf.Encryption(owner="owner", user=""))
    opened = open_document(data, "a.pdf", tmp_path)
    assert word(opened, "open")
    assert codes(opened) == []


def test_a_cut_off_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    data = paper((100, 500, "1,234"))
    opened = open_document(data[: data.index(b"xref")], "a.pdf", tmp_path)
    assert word(opened, "1,234")
    assert "pdf-damaged" in codes(opened)


def test_a_file_with_nothing_left_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        open_document(b"%PDF-1.7\n" + bytes(200), "a.pdf", tmp_path)
    assert caught.value.code == "pdf-without-pages"


def many(count: int) -> bytes:
    with pikepdf.open(io.BytesIO(paper((100, 500, "page")))) as document:
        first = document.pages[0]
        document.pages.extend([first] * (count - 1))
        out = io.BytesIO()
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def test_of_ten_thousand_pages_the_first_are_read(tmp_path: Path) -> None:
    opened = open_document(many(10_000), "a.pdf", tmp_path)
    assert (opened.page_count, len(opened.pages)) == (10_000, MAX_PAGES)
    assert [page.number for page in opened.pages] == list(range(1, MAX_PAGES + 1))
    assert codes(opened) == ["too-many-pages"]


def test_a_part_that_cannot_be_read_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = door.run_contained

    def failing(work: str, data: bytes, name: str, folder: Path, arguments: dict[str, int]) -> dict[str, object]:
        if arguments["first"] == 41:
            raise Refused("document-crashed-reader", "It broke.", "Mend it.", name=name)
        return whole(work, data, name, folder, arguments)

    monkeypatch.setattr(door, "run_contained", failing)
    opened = open_document(many(100), "a.pdf", tmp_path)
    assert [page.number for page in opened.pages] == [*range(1, 41), *range(81, 101)]
    assert codes(opened) == ["pages-not-read"]
    assert "41 to 80" in opened.warnings[0].text


def bomb() -> bytes:
    """A page whose content unpacks to a gigabyte of blanks."""
    packer = zlib.compressobj(9)
    packed = b"".join([packer.compress(b" " * 2**20) for _ in range(1024)] + [packer.flush()])

    def replace(document: pikepdf.Pdf) -> None:
        document.pages[0].Contents = document.make_stream(packed, Filter=pikepdf.Name.FlateDecode)

    return changed(paper((100, 500, "x")), replace, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def test_a_flate_bomb_costs_its_page(tmp_path: Path) -> None:
    opened = open_document(bomb(), "a.pdf", tmp_path)
    assert codes(opened)[0] == "page-too-heavy"
    assert opened.pages[0].words == ()


def test_figures_outside_the_visible_page_are_not_read_and_said(tmp_path: Path) -> None:
    opened = open_document(paper((50, 500, "Stocks 1,200"), (700, 500, "9,999")), "a.pdf", tmp_path)
    assert [word.text for word in opened.pages[0].words] == ["Stocks", "1,200"]
    (warning,) = opened.warnings
    assert (warning.code, warning.page) == ("text-outside-page", 1)
    assert "4 digits" in warning.text


def test_a_page_of_a_mile_is_not_read(tmp_path: Path) -> None:
    opened = open_document(paper((10, 10, "far"), size=(15_000, 15_000)), "a.pdf", tmp_path)
    assert codes(opened) == ["page-too-large"]


def test_too_many_words_and_strokes_are_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(3000, 3000))
    canvas.setFont("Helvetica", 4)
    for row in range(200):
        canvas.drawString(5, 2990 - row * 14, "a " * 105)
    for column in range(20_100):
        canvas.line(column / 7, 10, column / 7, 20)
    canvas.save()
    page = open_document(out.getvalue(), "a.pdf", tmp_path).pages[0]
    assert len(page.words) == 20_000
    assert len(page.strokes) == 20_000


def test_pages_are_drawn_for_a_report(tmp_path: Path) -> None:
    drawn = render_pages(many(3), "a.pdf", [3, 1, 9], tmp_path, dpi=72)
    assert sorted(drawn) == [1, 3]
    with Image.open(drawn[3]) as picture:
        assert picture.size == (400, 600)


def test_of_many_scanned_pages_the_first_are_drawn(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(scan())) as document:
        document.pages.extend([document.pages[0]] * (MAX_RECOGNISED_PAGES + 30))
        out = io.BytesIO()
        document.save(out)
    opened = open_document(out.getvalue(), "a.pdf", tmp_path)
    assert codes(opened) == ["too-many-scanned-pages"]
    drawn = {int(path.stem.removeprefix("page-")) for path in tmp_path.iterdir()}
    assert drawn == set(range(1, MAX_RECOGNISED_PAGES + 1))
