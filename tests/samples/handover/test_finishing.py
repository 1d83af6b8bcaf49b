"""Every file of a loan file: its pages, its figures in their boxes, its name, and what it does not tell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pikepdf
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from samples.case import Document
from samples.firms.firm import Language
from samples.handover import finishing
from samples.handover.finishing import finished
from samples.handover.sheaves import Press
from samples.population.answers import File
from samples.population.assemble import Assembled
from samples.population.splits import Split
from tests.samples.handover.cases import forced, small

BOTH = list(product(("zh", "en"), ("develop", "test")))
#: Words that say what was made up, or that something was.
_TELLING = re.compile(r"fabricat|honest|genuine|forg|fake|planted|altered|tamper|伪造|虚假|F\d\d", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _nothing_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finishing, "_WAYS", dict.fromkeys(finishing._WAYS, 0.0))


@pytest.mark.parametrize(("language", "split"), BOTH)
def test_a_digital_file_says_each_figure_in_its_box(language: Language, split: Split, monkeypatch: pytest.MonkeyPatch) -> None:
    forced(monkeypatch, "digital")

    for file in finished(small(language, split)):
        assert file.figures, file.name
        for page, box, printed in _places(file):
            assert "".join(printed.split()) in _said(file.content, page, box), (file.name, file.producer, printed)


@pytest.mark.parametrize("press", ["scan", "photo"])
def test_a_picture_has_ink_in_each_box(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    forced(monkeypatch, press)

    for file in finished(small("zh", "develop")):
        assert file.press in {"scan", "photo"}
        for page, box, printed in _places(file):
            part = _seen(file, page, box)
            assert int(np.percentile(part, 97)) - int(part.min()) > 20, (file.name, file.degradation, printed)


def test_files_of_data_have_no_program_and_no_places(monkeypatch: pytest.MonkeyPatch) -> None:
    forced(monkeypatch, "data")

    data = [file for file in finished(small("zh", "develop")) if file.press == "data"]

    assert data
    assert all(not file.producer and not file.degradation and all(one.box is None for _, one in file.figures) for file in data)


@pytest.mark.parametrize("press", ["digital", "scan"])
def test_a_pdf_has_as_many_pages_as_it_says(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    forced(monkeypatch, press)

    files = [file for file in finished(small("en", "develop")) if file.name.endswith(".pdf")]

    assert files
    for file in files:
        with pypdfium2.PdfDocument(file.content) as document:
            assert len(document) == file.pages


def test_names_are_unique_and_tell_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    forced(monkeypatch, "digital")
    case = small("zh", "develop")
    twice = replace(case, papers=replace(case.papers, documents=(*case.papers.documents, *_copies(case.papers.documents))))

    names = [file.name.casefold() for file in finished(twice)]

    assert len(set(names)) == len(names) > len(case.papers.documents)
    assert not [name for name in names if _TELLING.search(name)]


def _copies(documents: Iterable[Document]) -> list[Document]:
    return [replace(document, id=f"{document.id}-again") for document in documents]


def test_twins_look_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same file names, layouts, programs and keys of metadata, whether something in the papers was made up or not."""
    forced(monkeypatch, "digital")
    honest, made_up = finished(_as_made_up(touched=False)), finished(_as_made_up(touched=True))

    assert [file.name for file in honest] == [file.name for file in made_up]
    assert [(file.layouts, file.producer, file.face) for file in honest] == [(file.layouts, file.producer, file.face) for file in made_up]
    assert [_keys(file) for file in honest] == [_keys(file) for file in made_up]


def _as_made_up(*, touched: bool) -> Assembled:
    """A case whose borrower wrote other figures into his own statements, and the case in which he did not."""
    case = small("zh", "develop")
    if not touched:
        return case
    documents = list(case.papers.documents)
    place = next(number for number, document in enumerate(documents) if document.record.record == "income_statement")
    record = documents[place].record
    key, value = next((key, value) for key, value in record.figures() if value)
    documents[place] = replace(documents[place], record=record.amended({key: value * 2}))
    return replace(case, papers=replace(case.papers, documents=tuple(documents)))


def _places(file: File) -> list[tuple[int, tuple[float, float, float, float], str]]:
    found = []
    for _, one in file.figures:
        assert one.box is not None and one.page is not None
        found.append((one.page, (one.box.x0, one.box.top, one.box.x1, one.box.bottom), one.entry.printed))
    return found


@cache
def _sheet(content: bytes, page: int) -> tuple[pypdfium2.PdfTextPage, float]:
    sheet = pypdfium2.PdfDocument(content)[page - 1]
    return sheet.get_textpage(), sheet.get_height()


def _said(content: bytes, page: int, box: tuple[float, float, float, float]) -> str:
    text, height = _sheet(content, page)
    return "".join(text.get_text_bounded(box[0] - 2, height - box[3] - 2, box[2] + 2, height - box[1] + 2).split())


@cache
def _picture(content: bytes, page: int) -> tuple[NDArray[np.uint8], float]:
    """The grey of a page, and its pixels to a point."""
    if content.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(content) as document:
            return np.asarray(document[page - 1].render(scale=1.5).to_pil().convert("L")), 1.5
    opened = Image.open(io.BytesIO(content))
    return np.asarray(ImageOps.exif_transpose(opened).convert("L")), float(opened.info.get("dpi", (72, 72))[0]) / 72


def _seen(file: File, page: int, box: tuple[float, float, float, float]) -> NDArray[np.uint8]:
    """The grey of what is in the box."""
    picture, scale = _picture(file.content, page)
    x0, top, x1, bottom = (round(value * scale) for value in box)
    return picture[top : bottom + 1, x0 : x1 + 1]


def _keys(file: File) -> list[str]:
    with pikepdf.open(io.BytesIO(file.content)) as pdf:
        return sorted(str(key) for key in pdf.docinfo)
