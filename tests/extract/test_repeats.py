"""Pages handed in twice count once, and are named; blank pages are named in one remark."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.document import Opened
from extract.flow import read, read_loan_file
from extract.repeats import prints_of, without_repeats
from tests.extract.test_sections import bank, invoice, letter, opened, statement


def pdf(*papers: list[tuple[float, float, str]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for paper in papers:
        for x, top, text in paper:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(x, 842 - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def sheet(cash: str = "11,000") -> list[tuple[float, float, str]]:
    rows = [
        ("Harbour Lane Joinery Limited", "", ""), ("Balance sheet", "", ""), ("as at 31 March 2025", "", ""), ("", "2025", "2024"),
        ("", "£", "£"), ("Current assets", "", ""), ("Debtors", "62,500", "56,000"), ("Cash at bank and in hand", cash, "9,500"),
        ("Creditors: amounts falling due within one year", "(26,850)", "(38,900)"), ("Net assets", "46,650", "26,600"),
        ("Capital and reserves", "", ""), ("Called up share capital", "150", "100"), ("Profit and loss account", "46,500", "26,500"),
        ("Total equity", "46,650", "26,600"),
    ]  # fmt: skip
    return [
        (x, 60.0 + 18 * number, text) for number, row in enumerate(rows) for x, text in zip((40.0, 330.0, 430.0), row, strict=True) if text
    ]


def merged(*parts: bytes) -> bytes:
    whole = pikepdf.new()
    for part in parts:
        with pikepdf.open(io.BytesIO(part)) as one:
            whole.pages.extend(one.pages)
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def codes(document: object) -> list[str]:
    return [warning.code for warning in document.warnings]  # type: ignore[attr-defined]


def test_a_page_that_stands_twice_in_a_file_is_read_once() -> None:
    document = read(merged(pdf(sheet()), pdf(sheet())), "all.pdf")
    assert len(document.records) == 1
    assert codes(document).count("duplicate-page") == 1
    assert document.status == "read"


def test_a_page_that_differs_in_one_figure_is_another_page() -> None:
    document = read(merged(pdf(sheet()), pdf(sheet("11,500"))), "all.pdf")
    assert "duplicate-page" not in codes(document)


def test_a_page_of_another_file_counts_where_it_came_first(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(sheet()))
    (tmp_path / "b.pdf").write_bytes(merged(pdf(sheet()), pdf(sheet("11,500"))))
    first, second = read_loan_file([tmp_path]).documents
    assert [len(first.records), len(second.records)] == [1, 1]
    assert "duplicate-page" in codes(second)
    (remark,) = [warning for warning in second.warnings if warning.code == "duplicate-page"]
    assert (remark.page, "a.pdf" in remark.text, "a.pdf" in remark.text_zh) == (1, True, True)
    assert {figure.place.page for figure in second.records[0].figures()} == {2}


def test_blank_pages_are_named_once() -> None:
    document = read(merged(pdf(sheet()), pdf([]), pdf([])), "all.pdf")
    (remark,) = [warning for warning in document.warnings if warning.code == "blank-page"]
    assert "2, 3" in remark.text and "2, 3" in remark.text_zh


def test_the_same_picture_is_recognised_once(tmp_path: Path) -> None:
    pages = [replace(letter(), number=number, words=(), source="none") for number in (1, 2, 3)]
    for number, pixels in ((1, b"x"), (2, b"y"), (3, b"x")):
        (tmp_path / f"page-{number}.png").write_bytes(pixels)
    one = Opened(name="a.pdf", sha256="ab" * 32, media_type="application/pdf", page_count=3, pages=tuple(pages))
    left = without_repeats(one, prints_of(one, tmp_path))
    assert [page.number for page in left.pages] == [1, 2]
    assert [(warning.code, warning.page) for warning in left.warnings] == [("duplicate-page", 3)]


@pytest.mark.parametrize("pages", [(statement(), bank(), invoice()), (letter(), letter())])
def test_different_pages_and_pages_of_few_words_stay(pages: tuple, tmp_path: Path) -> None:
    one = opened(*pages)
    assert without_repeats(one, prints_of(one, tmp_path)) is one
