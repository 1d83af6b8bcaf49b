"""Recognition of whole pictures, and what happens when a worker dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from reportlab import rl_config  # its bundled font is there on every system

from extract.errors import Refused
from extract.ocr.engine import Recogniser, second_reader_available
from extract.page import Page, Word

ROWS = [
    ("Stocks and work in progress", "14,830"),
    ("Debtors falling due within a year", "1,207,456"),
    ("Cash at bank", "98,113.27"),
    ("Creditors falling due within a year", "(331,290)"),
    ("Net assets of the company", "989,109"),
]
PAGE = Page(number=1, width=400, height=500, source="none")


@pytest.fixture(scope="module")
def recogniser() -> Iterator[Recogniser]:
    with Recogniser(workers=2) as pool:
        yield pool


def paper() -> Image.Image:
    folder = next(Path(entry) for entry in rl_config.TTFSearchPath if (Path(entry) / "Vera.ttf").exists())
    font = ImageFont.truetype(str(folder / "Vera.ttf"), 26)
    picture = Image.new("RGB", (1111, 1389), "white")
    draw = ImageDraw.Draw(picture)
    for number, (label, figure) in enumerate(ROWS):
        draw.text((100, 200 + 80 * number), label, fill="black", font=font)
        draw.text((900, 200 + 80 * number), figure, fill="black", font=font, anchor="ra")
    return picture


def read(recogniser: Recogniser, picture: Image.Image, folder: Path) -> Page:
    path = folder / "page-1.png"
    picture.save(path)
    return recogniser.recognise(path, PAGE)


def word(page: Page, text: str) -> Word:
    return next(item for item in page.words if item.text == text)


def test_figures_are_read_with_their_places(recogniser: Recogniser, tmp_path: Path) -> None:
    page = read(recogniser, paper(), tmp_path)
    assert (page.source, page.width, page.height, page.number) == ("ocr", 400, 500, 1)
    for number, (label, figure) in enumerate(ROWS):
        assert word(page, label).box.x0 == pytest.approx(36, abs=3)
        found = word(page, figure)
        assert found.box.x1 == pytest.approx(324, abs=3)
        assert found.box.top - 3 < 72 + 28.8 * number < found.box.bottom
        if second_reader_available():
            assert found.second == figure
            assert found.confidence > 0.98
        assert word(page, label).second is None


def test_without_a_second_reader_nothing_is_said_for_it() -> None:
    assert isinstance(second_reader_available(), bool)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_comes_back_upright(recogniser: Recogniser, tmp_path: Path, degrees: int) -> None:
    page = read(recogniser, paper().rotate(degrees, expand=True), tmp_path)
    if degrees % 180:
        assert (page.width, page.height) == (500, 400)
    figures = [item for item in page.words if item.text in {figure for _, figure in ROWS}]
    assert len(figures) == len(ROWS)
    assert [item.text for item in figures] == [figure for _, figure in ROWS], "from top to bottom"


@pytest.mark.parametrize("degrees", [-2.0, 1.0, 4.0])
def test_a_skewed_page_is_straightened(recogniser: Recogniser, tmp_path: Path, degrees: float) -> None:
    page = read(recogniser, paper().rotate(degrees, fillcolor="white", resample=Image.Resampling.BICUBIC), tmp_path)
    for label, figure in ROWS:
        assert word(page, label).box.middle == pytest.approx(word(page, figure).box.middle, abs=2.5)


def test_a_seal_over_figures_leaves_them_readable(recogniser: Recogniser, tmp_path: Path) -> None:
    picture = paper()
    seal = Image.new("RGB", picture.size, "white")
    ImageDraw.Draw(seal).ellipse((680, 230, 960, 510), outline=(225, 70, 70), width=14)
    page = read(recogniser, ImageChops.multiply(picture, seal), tmp_path)
    found = [item for item in page.words if item.text in {figure for _, figure in ROWS}]
    assert len(found) == len(ROWS)
    clean = [item.confidence for item in read(recogniser, paper(), tmp_path).words if item.text in {figure for _, figure in ROWS}]
    assert min(item.confidence for item in found) < min(clean), "what lies under ink is doubted more"


def test_a_blank_page_and_a_picture_of_no_text_have_no_figures(recogniser: Recogniser, tmp_path: Path) -> None:
    assert read(recogniser, Image.new("RGB", (800, 1000), "white"), tmp_path).words == ()
    noise = Image.effect_noise((800, 1000), 90).convert("RGB")
    assert not [item for item in read(recogniser, noise, tmp_path).words if any(map(str.isdigit, item.text))]
    assert read(recogniser, Image.new("RGB", (3, 2), "black"), tmp_path).words == ()


def test_what_is_no_picture_is_refused(recogniser: Recogniser, tmp_path: Path) -> None:
    path = tmp_path / "page-1.png"
    path.write_bytes(b"no picture")
    for wrong in (path, tmp_path / "missing.png"):
        with pytest.raises(Refused) as caught:
            recogniser.recognise(wrong, PAGE)
        assert caught.value.code == "page-not-recognised"
        assert caught.value.page == 1


def test_a_dead_worker_costs_one_page(tmp_path: Path) -> None:
    with Recogniser(workers=1) as pool:
        read(pool, Image.new("RGB", (64, 64), "white"), tmp_path)
        (worker,) = pool._all
        os.kill(worker.process.pid, signal.SIGKILL)
        worker.process.wait()
        with pytest.raises(Refused) as caught:
            read(pool, paper(), tmp_path)
        assert caught.value.code == "page-not-recognised"
        assert word(read(pool, paper(), tmp_path), "98,113.27")


def test_pages_are_read_side_by_side(recogniser: Recogniser, tmp_path: Path) -> None:
    path = tmp_path / "page-1.png"
    paper().save(path)
    with ThreadPoolExecutor(4) as threads:
        pages = list(threads.map(lambda _: recogniser.recognise(path, PAGE), range(4)))
    assert all(page == pages[0] for page in pages)
