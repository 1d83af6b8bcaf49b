from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache

import numpy as np
import pikepdf
import pypdfium2
import pytest

from samples.papers.paper import Paper, Seal
from samples.population.registry import declared
from samples.press import marks
from samples.press.display import Display, Metadata, Producer
from samples.press.redated import redated
from samples.press.typefaces import TYPEFACES
from samples.press.typeset import display, placed
from tests.samples.press_new.papers import chinese, english

PRODUCERS: tuple[Producer, ...] = declared("samples.press.producers", "PRODUCER")
METADATA = Metadata(made=datetime(2026, 1, 5, 18, 3, 7, tzinfo=timezone(timedelta(hours=8))), title="资产负债表", author="某公司")


@cache
def shown() -> dict[str, Display]:
    paper = chinese("song")
    sealed = display(paper)
    sealed = marks.painted(sealed, (marks.electronic(_sealed(), sealed)))
    return {
        "song": sealed,
        "noto_hei": display(chinese("noto_hei", rows=5)),
        "sans": display(english("sans")),
        "narrow": display(english("narrow")),
    }


def _sealed() -> Paper:
    return replace(chinese("song"), seals=(Seal(kind="round", text="某公司示例有限公司", over="foot"),))


@cache
def files(name: str) -> dict[str, bytes]:
    (producer,) = (producer for producer in PRODUCERS if producer.name == name)
    wanted = {face: one for face, one in shown().items() if TYPEFACES[face].outlines <= producer.outlines}
    if producer.many is not None:
        made = producer.many([(one, METADATA) for one in wanted.values()])
    else:
        made = [producer.draw(one, METADATA) for one in wanted.values()]
    return dict(zip(wanted, made, strict=True))


each = pytest.mark.parametrize("name", [producer.name for producer in PRODUCERS])


def test_two_thirds_are_to_develop_on() -> None:
    assert len(PRODUCERS) >= 7
    develop = [producer for producer in PRODUCERS if producer.split == "develop"]
    assert 0.5 < len(develop) / len(PRODUCERS) < 0.8


@each
def test_every_figure_is_found_in_its_box(name: str) -> None:
    for face, content in files(name).items():
        document = pypdfium2.PdfDocument(content)
        assert len(document) == len(shown()[face].pages)
        for figure in placed(shown()[face]):
            assert figure.page is not None and figure.box is not None
            page, box = document[figure.page - 1], figure.box
            height = page.get_size()[1]
            text = page.get_textpage().get_text_bounded(box.x0 - 1.2, height - box.bottom - 1.2, box.x1 + 1.2, height - box.top + 1.2)
            assert text.strip() == figure.entry.printed, face


@each
def test_ink_ends_where_the_box_does(name: str) -> None:
    """Rendered, a figure fills its box from left to right and nothing of it stands outside, to within a point and a half."""
    scale = 4
    for face, content in files(name).items():
        image = pypdfium2.PdfDocument(content)[0].render(scale=scale, grayscale=True).to_numpy()
        image = image.reshape(image.shape[0], -1)
        figure = placed(shown()[face])[0]
        box = figure.box
        assert box is not None
        part = image[
            round(box.top * scale) : round((box.bottom - 0.6) * scale), round((box.x0 - 4) * scale) : round((box.x1 + 2.6) * scale)
        ]
        dark = np.flatnonzero((part < 128).any(axis=0)) / scale + box.x0 - 4
        assert abs(dark[0] - box.x0) < 1.5 and abs(dark[-1] - box.x1) < 1.5, face


@each
def test_every_page_has_its_own_size(name: str) -> None:
    sizes = [(841.89, 595.28), (841.89, 595.28), (595.28, 841.89), (612.0, 792.0), (595.28, 300.0)]
    pages = [display(replace(english("sans"), width=width, height=height)).pages[0] for width, height in sizes]
    (producer,) = (producer for producer in PRODUCERS if producer.name == name)
    files = [(page,) for page in pages] if producer.one_size else [tuple(pages)]
    found = []
    for shown_pages in files:
        with pypdfium2.PdfDocument(producer.draw(Display(pages=shown_pages), METADATA)) as file:
            found += [page.get_size() for page in file]
    assert found == [pytest.approx(size, abs=0.6) for size in sizes]


@each
def test_fonts_are_embedded_in_part(name: str) -> None:
    for content in files(name).values():
        assert len(content) < 400_000
        with pikepdf.open(io.BytesIO(content)) as file:
            programs = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"]
            outlines = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type3"]
            if outlines:  # Chromium's printer draws CFF letters as little pictures
                assert name == "chromium"
                continue
            assert programs
            assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys()) for item in programs)


@each
def test_the_date_is_the_issuers(name: str) -> None:
    for content in files(name).values():
        with pikepdf.open(io.BytesIO(content)) as file:
            if name == "mutool":  # its scripts write no information
                assert "/CreationDate" not in file.docinfo
                continue
            date = pikepdf.models.metadata.decode_pdf_date(str(file.docinfo["/CreationDate"]).rstrip("'").replace("Z00'00", "Z"))
            assert date == METADATA.made


@each
def test_nobody_else_is_named_as_producer(name: str) -> None:
    wanted = {
        "chromium": "Skia/PDF",
        "libreoffice": "LibreOffice",
        "ghostscript": "GPL Ghostscript",
        "cairo": "cairo",
        "pikepdf": "pikepdf",
    }
    wanted |= {"reportlab": "ReportLab"}  # the others name themselves as creator, or nowhere
    with pikepdf.open(io.BytesIO(next(iter(files(name).values())))) as file:
        producer = str(file.docinfo.get("/Producer", ""))
    assert wanted.get(name, "") in producer
    assert "tieout" not in producer


@pytest.mark.parametrize("name", [producer.name for producer in PRODUCERS if producer.many is None])
def test_the_same_display_gives_the_same_bytes(name: str) -> None:
    (producer,) = (producer for producer in PRODUCERS if producer.name == name)
    assert producer.draw(shown()["sans"], METADATA) == files(name)["sans"]


@each
def test_a_seal_is_painted(name: str) -> None:
    image = pypdfium2.PdfDocument(files(name)["song"])[0].render(scale=1, rev_byteorder=True).to_numpy()[..., :3].astype(int)
    assert ((image[..., 0] - image[..., 1]) > 60).sum() > 200


def test_a_file_is_redated_in_place() -> None:
    content = b"<</CreationDate(D:20261124115833Z')>> /ID [ <" + b"A" * 32 + b">\n<" + b"A" * 32 + b"> ]"
    changed = redated(content, METADATA.made)
    assert len(changed) == len(content) and b"(D:20260105100307Z')" in changed and b"AAAA" not in changed


def test_a_file_without_a_date_is_not_redated() -> None:
    with pytest.raises(ValueError, match="no date"):
        redated(b"%PDF-1.7", METADATA.made)
