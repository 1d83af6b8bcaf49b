"""Figures with coloured ink over them, told from the pixels of the file."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from api.bench.inked import under_ink


def _page(path: Path, *, paper: tuple[int, int, int] = (250, 250, 248)) -> list[dict[str, object]]:
    """Two figures of grey print, a red ring over the second."""
    picture = Image.new("RGB", (400, 200), paper)
    pen = ImageDraw.Draw(picture)
    for top in (20, 100):
        pen.text((50, top), "1,234,567.89", fill=(40, 40, 40))
    pen.ellipse((40, 80, 140, 180), outline=(200, 30, 40), width=5)
    picture.save(path, dpi=(144, 144))
    return [{"page": 1, "box": [25.0, 10.0, 70.0, 18.0]}, {"page": 1, "box": [20.0, 48.0, 66.0, 60.0]}, {"page": None, "box": None}]


def test_the_figure_under_the_seal(tmp_path: Path) -> None:
    assert under_ink(tmp_path / "a.png", _page(tmp_path / "a.png")) == {1}


def test_the_same_in_a_pdf(tmp_path: Path) -> None:
    entries = _page(tmp_path / "a.png")
    Image.open(tmp_path / "a.png").save(tmp_path / "a.pdf", resolution=144)
    assert under_ink(tmp_path / "a.pdf", entries) == {1}


def test_on_coloured_paper_no_ink_can_be_told(tmp_path: Path) -> None:
    assert not under_ink(tmp_path / "a.png", _page(tmp_path / "a.png", paper=(250, 250, 130)))


def test_what_cannot_be_opened_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert not under_ink(tmp_path / "a.png", [{"page": 1, "box": [0, 0, 10, 10]}])
