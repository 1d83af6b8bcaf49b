from __future__ import annotations

import io
from datetime import datetime
from functools import cache
from random import Random

import numpy as np
import pikepdf
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from samples.population.registry import declared
from samples.press import marks
from samples.press.camera import Camera, photographed
from samples.press.degradation import Degradation, Degraded, Job
from samples.press.display import Display, Metadata
from samples.press.producers import reportlab
from samples.press.typeset import display, placed
from tests.samples.press_new.papers import chinese, english

WAYS: tuple[Degradation, ...] = declared("samples.press.degrade", "DEGRADATION")
MADE = datetime(2026, 3, 2, 9, 30)
each = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


@cache
def shown() -> Display:
    return Display(pages=(*display(chinese(rows=20)).pages, *display(english()).pages))


@cache
def job(damage: float = 0.3) -> Job:
    content = reportlab.draw(shown(), Metadata(made=MADE))
    return Job(content=content, made=MADE, damage=damage, marks=marks.handled(shown(), Random(4)))


@cache
def degraded(name: str, seed: int) -> Degraded:
    (way,) = (way for way in WAYS if way.name == name)
    return way.apply(job(), Random(seed))


def seen(made: Degraded, page: int) -> tuple[NDArray[np.uint8], float]:
    """The page in grey as a person sees it, and its pixels a point."""
    if made.suffix == "pdf":
        scale = 200 / 72
        picture = pypdfium2.PdfDocument(made.files[0])[page - 1].render(scale=scale, grayscale=True).to_numpy()
        return picture.reshape(picture.shape[0], -1), scale
    image = Image.open(io.BytesIO(made.files[page - 1]))
    dpi = float(image.info.get("dpi", (72, 72))[0])
    return np.asarray(ImageOps.exif_transpose(image).convert("L")), dpi / 72


@each
@pytest.mark.parametrize("seed", [1, 2])
def test_ink_is_where_the_truth_says(way: Degradation, seed: int) -> None:
    """In each box it is darker than just left of it, where a paper has white (or a line, which is thin)."""
    made = degraded(way.name, seed)
    for page in (1, 2):
        picture, scale = seen(made, page)
        for figure in placed(shown()):
            if figure.page != page or figure.box is None or figure.box.width < 20:
                continue
            number, box = made.moved(page, figure.box)
            assert number == (page if made.suffix == "pdf" else 1)
            top, bottom, left, right = (round(side * scale) for side in (box.top, box.bottom, box.x0, box.x1))
            assert 0 <= left < right <= picture.shape[1] and 0 <= top < bottom <= picture.shape[0]
            inside, width = picture[top:bottom, left:right].astype(float), right - left
            upright = way.name != "photo_messenger" or box.width > box.height
            beside = (
                picture[top:bottom, max(0, left - width // 3) : left - 2].astype(float)
                if upright
                else picture[bottom + 4 : bottom + 40, left:right]
            )
            assert np.percentile(inside, 3) < np.percentile(beside, 25) - 12, (way.name, page, figure.entry.printed)


@each
def test_the_same_stream_gives_the_same_bytes(way: Degradation) -> None:
    first = degraded(way.name, 1)
    assert way.apply(job(), Random(1)).files == first.files
    assert degraded(way.name, 2).files != first.files


@each
def test_damage_does_not_move_a_box_far(way: Degradation) -> None:
    """The worst machine still shows the whole page: every figure lies within the picture."""
    made = way.apply(job(1.0), Random(7))
    for figure in placed(shown()):
        assert figure.page is not None and figure.box is not None
        picture, scale = seen(made, figure.page) if figure is placed(shown())[0] else (None, 0.0)
        _, box = made.moved(figure.page, figure.box)
        assert box.x0 >= 0 and box.top >= 0
        if picture is not None:
            assert box.x1 * scale <= picture.shape[1] and box.bottom * scale <= picture.shape[0]


@pytest.mark.parametrize("way", [way for way in WAYS if way.kind == "scan"], ids=lambda way: way.name)
def test_a_scan_has_no_text_and_keeps_the_page_size(way: Degradation) -> None:
    made = degraded(way.name, 1)
    if made.suffix != "pdf":
        assert len(made.files) == len(shown().pages)
        return
    document = pypdfium2.PdfDocument(made.files[0])
    assert len(document) == len(shown().pages)
    assert all(page.get_size() == pytest.approx((595.28, 841.89), abs=0.05) for page in document)
    assert all(not page.get_textpage().get_text_range().strip() for page in document)


def test_a_fax_is_black_on_white_in_fax_coding() -> None:
    made = degraded("scan_fax", 1)
    with pikepdf.open(io.BytesIO(made.files[0])) as file:
        image = file.pages[0].Resources.XObject.Im1
        assert image.Filter == "/CCITTFaxDecode" and image.BitsPerComponent == 1
    picture, _ = seen(made, 1)
    assert picture.mean() > 200


@pytest.mark.parametrize("exif", [True, False])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_photograph_taken_across_is_seen_as_it_says(exif: bool, seed: int) -> None:
    """With its data it is shown upright; without, it lies on its side, and so do the boxes."""
    made = photographed(job(), Camera(long_side=2000, sideways=True, exif=exif), Random(seed))
    image = Image.open(io.BytesIO(made.files[0]))
    assert image.width > image.height
    assert (image.getexif().get(0x0112) in {6, 8}) is exif
    picture, scale = seen(made, 1)
    for figure in placed(shown())[:6]:
        assert figure.box is not None
        _, box = made.moved(1, figure.box)
        assert (box.width > box.height) is exif
        part = picture[round(box.top * scale) : round(box.bottom * scale), round(box.x0 * scale) : round(box.x1 * scale)]
        assert np.percentile(part, 3) < np.percentile(part, 90) - 40


def test_a_photograph_has_the_data_of_a_telephone() -> None:
    data = Image.open(io.BytesIO(degraded("photo_desk", 1).files[0])).getexif()
    assert data[0x010F] and data[0x0110] and data[0x0132] == "2026:03:02 09:30:00"


def test_a_messenger_drops_the_data() -> None:
    assert not dict(Image.open(io.BytesIO(degraded("photo_messenger", 1).files[0])).getexif())


def test_both_splits_have_scans_and_photographs() -> None:
    assert {(way.split, way.kind) for way in WAYS} == {(split, kind) for split in ("develop", "test") for kind in ("scan", "photo")}
