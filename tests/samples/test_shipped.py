"""The committed loan files: as the generator makes them today, with every figure where the truth says it stands."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest

from samples.population import registry
from samples.shipped import SHIPPED

FILES = Path(__file__).parents[2] / "samples" / "files"
NAMES = [one.name for one in SHIPPED]
CASES = pytest.mark.parametrize("case", NAMES)


def truth(case: str, root: Path = FILES) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((root / f"{case}.truth.json").read_text("utf-8"))
    return content


def documents(case: str, ending: str) -> Iterator[Path]:
    return (path for path in sorted((FILES / case).rglob("*")) if path.suffix == ending)


@CASES
def test_the_committed_truth_is_what_the_generator_says_today(case, fresh):
    assert truth(case) == truth(case, fresh), "write samples/files again: python -m samples.shipped FOLDER"


@CASES
def test_the_committed_documents_are_what_the_generator_draws_today(case, fresh):
    names = [path.relative_to(FILES / case) for path in sorted((FILES / case).rglob("*")) if path.is_file()]
    assert names == [path.relative_to(fresh / case) for path in sorted((fresh / case).rglob("*")) if path.is_file()]
    for name in names:
        if name.suffix == ".pdf":
            assert text(FILES / case / name) == text(fresh / case / name)
        elif name.suffix == ".csv":
            assert (FILES / case / name).read_bytes() == (fresh / case / name).read_bytes()


def text(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as file:
        return [page.get_textpage().get_text_range() for page in file]


@CASES
def test_every_figure_is_printed_where_the_truth_says(case):
    figures: dict[str, list[dict[str, Any]]] = {}
    for figure in truth(case)["figures"]:
        figures.setdefault(figure["document"], []).append(figure)
    files = {path.relative_to(FILES / case).as_posix() for path in (FILES / case).rglob("*") if path.is_file()}
    assert set(figures) == files
    for name, expected in figures.items():
        found = {".pdf": on_paper, ".csv": in_text, ".xlsx": in_workbook}[Path(name).suffix](FILES / case / name, expected)
        assert not [
            (figure["label"], figure["printed"], seen) for figure, seen in zip(expected, found, strict=True) if seen != figure["printed"]
        ]


def on_paper(path: Path, figures: list[dict[str, Any]]) -> list[str]:
    """What stands in each box of a page with a text layer; of a scan, the printed text when there is ink where it should be."""
    with pypdfium2.PdfDocument(path) as file:
        return [on_page(file[figure["page"] - 1], figure) for figure in figures]


def on_page(page: pypdfium2.PdfPage, figure: dict[str, Any]) -> str:
    left, top, right, bottom = figure["box"]
    words = page.get_textpage()
    if words.count_chars():
        height = page.get_height()
        return words.get_text_bounded(left - 0.5, height - bottom - 0.5, right + 0.5, height - top + 0.5).strip()
    crop = (left, page.get_height() - bottom, page.get_width() - right, top)
    dark = (page.render(scale=3, crop=crop).to_numpy()[:, :, :3].max(axis=2) < 140).any(axis=0)
    return figure["printed"] if dark.mean() > 0.3 else f"ink in {dark.mean():.0%} of the box"


def in_text(path: Path, figures: list[dict[str, Any]]) -> list[str]:
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("gb18030"))))
    found = []
    for figure in figures:
        line, column = (int(part.split()[1]) for part in figure["path"].split(", "))
        found.append(rows[line - 1][column - 1])
    return found


def in_workbook(path: Path, figures: list[dict[str, Any]]) -> list[str]:
    book = openpyxl.load_workbook(path)
    found = []
    for figure in figures:
        sheet, cell = figure["cell"].split("!")
        found.append(f"{book[sheet][cell].value:,.2f}")
    return found


@CASES
def test_the_truth_tells_what_was_planted(case):
    content = truth(case)
    kinds = {planted["kind"] for planted in content["planted"]}
    assert content["class"] == case.split("-")[0]
    assert content["language"] == case.split("-")[1]
    assert (len(kinds) >= 3) if content["class"] == "fabricated" else (not kinds)
    keys = ("document", "concept", "period", "span", "field", "item")
    for planted in content["planted"]:
        same = [figure for figure in content["figures"] if all(figure[key] == planted[key] for key in keys)]
        assert [figure["value"] for figure in same] == [planted["new"]]
        assert (same[0]["page"], same[0]["box"]) == (planted["page"], planted["box"])
        assert planted["old"] != planted["new"]


def test_one_break_stands_on_a_scanned_page():
    content = truth("fabricated-zh")
    scanned = {path.relative_to(FILES / "fabricated-zh").as_posix() for path in documents("fabricated-zh", ".pdf") if not text(path)[0]}
    assert [planted for planted in content["planted"] if planted["document"] in scanned and planted["must_break"]]


@CASES
def test_each_file_holds_a_scanned_statement_of_one_picture(case):
    scans = [path for path in documents(case, ".pdf") if not any(text(path))]
    assert len(scans) == 1
    with pypdfium2.PdfDocument(scans[0]) as file:
        objects = list(file[0].get_objects())
        assert [item.type for item in objects] == [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
        assert abs(objects[0].get_metadata().horizontal_dpi - 200) < 1


def marks(path: Path) -> tuple[str, ...]:
    """What a file says of itself: version and properties, dates aside, which follow from the paper."""
    if path.suffix == ".xlsx":
        properties = zipfile.ZipFile(path).read("docProps/core.xml").decode()
        return ("xlsx", *sorted(re.findall(r"<([\w:]+)[ >]", properties)))
    with pikepdf.open(path) as file:
        assert file.Root.get("/Metadata") is None
        told = [f"{key} {'' if key.endswith('Date') else value}" for key, value in file.docinfo.items()]
        return (str(file.pdf_version), *sorted(told))


def test_nothing_but_the_figures_tells_the_classes_apart():
    found: dict[str, set[tuple[str, ...]]] = {"honest": set(), "fabricated": set()}
    for case in NAMES:
        found[case.split("-")[0]] |= {marks(path) for ending in (".pdf", ".xlsx") for path in documents(case, ending)}
        for path in (FILES / case).rglob("*"):
            assert not any(word in path.name.lower() for word in ("honest", "fabricat", "truth", "fake"))
    assert found["honest"] == found["fabricated"]


@CASES
def test_a_loan_file_is_small_and_has_what_a_lender_asks_for(case):
    files = [path for path in (FILES / case).rglob("*") if path.is_file()]
    assert 9 <= len(files) <= 12
    assert sum(path.stat().st_size for path in files) < 1_000_000
    records = Counter(paper["record"] for paper in truth(case)["papers"])
    assert records == {"balance_sheet": 2, "income_statement": 1, "cash_flow": 1, "bank_statement": 2, "invoice": 3}


@CASES
def test_papers_are_printed_by_python_packages_alone(case):
    tools = {producer.name: producer.tools for producer in registry.declared("samples.press.producers", "PRODUCER")}
    assert {tool for file in truth(case)["files"] if file["producer"] for tool in tools[file["producer"]]} == set()


def test_the_committed_files_stay_small():
    assert sum(path.stat().st_size for path in FILES.rglob("*") if path.is_file()) < 6_000_000
