"""The same paper scanned twice counts once; another month of the same form, or an altered copy, does not."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from extract.flow import read, read_loan_file
from extract.ocr.engine import Recogniser
from extract.page import Page, Word
from extract.place import Box
from extract.rescans import same_papers

LABELS = ("货币资金", "应收账款", "存货", "固定资产", "短期借款", "应付账款", "实收资本", "未分配利润", "资产总计")
FIGURES = ("1,204.50", "33,981.00", "8,770.25", "120,400.00", "50,000.00", "19,334.10", "80,000.00", "15,021.65", "164,355.75")


def scan(figures: tuple[str, ...] = FIGURES, *, moved: float = 0.0, sure: float = 0.995, larger: float = 1.0) -> Page:
    """A recognised sheet; `moved` and `larger` by another place on the scanner's glass."""
    words = []
    for number, (label, figure) in enumerate(zip(LABELS, figures, strict=True)):
        for text, x, width in ((label, 60, 60), (figure, 300, 70)):
            y = 80 + 24 * number
            box = Box(larger * x + moved, larger * y + moved, larger * (x + width) + moved, larger * (y + 10) + moved)
            words.append(Word(text, box, sure))
    return Page(number=1, width=595, height=842, words=tuple(words), source="ocr")


def changed(place: int, figure: str) -> tuple[str, ...]:
    return tuple(figure if index == place else one for index, one in enumerate(FIGURES))


def test_a_paper_that_was_scanned_again_elsewhere_on_the_glass_is_the_same() -> None:
    assert same_papers([("a", scan()), ("b", scan(moved=14, larger=0.97))]) == {"b": "a"}


def test_one_figure_that_was_read_badly_makes_no_other_paper() -> None:
    again = scan(changed(2, "8,710.25"))
    words = tuple(replace(word, confidence=0.7) if word.text == "8,710.25" else word for word in again.words)
    assert same_papers([("a", scan()), ("b", replace(again, words=words))]) == {"b": "a"}


def test_one_figure_that_clearly_differs_makes_another_paper() -> None:
    assert same_papers([("a", scan()), ("b", scan(changed(2, "9,770.25")))]) == {}


def test_another_month_of_the_same_form_is_another_paper() -> None:
    assert same_papers([("a", scan()), ("b", scan(tuple(f"{index},{index}40.10" for index in range(1, 10))))]) == {}


def test_the_same_figures_in_another_order_are_another_paper() -> None:
    assert same_papers([("a", scan()), ("b", scan(FIGURES[::-1]))]) == {}


def test_a_text_layer_is_not_compared_by_likeness() -> None:
    printed = replace(scan(), source="text_layer")
    assert same_papers([("a", printed), ("b", printed)]) == {}


class _Reader(Recogniser):
    """Gives each page, in the order of its number, words that were read before."""

    def __init__(self, *pages: Page) -> None:
        super().__init__(workers=1)
        self._pages = pages

    def recognise(self, picture: Path, page: Page) -> Page:
        return replace(self._pages[page.number - 1], number=page.number, width=page.width, height=page.height)


def pictures(count: int, first: int = 150) -> bytes:
    """A file of so many pictures that differ in their pixels."""
    sheets = [Image.new("RGB", (400, 600), (250, 250, first + 30 * number)) for number in range(count)]
    out = BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=72)
    return out.getvalue()


def test_a_paper_scanned_twice_in_a_file_counts_once_and_is_told() -> None:
    with _Reader(scan(), scan(moved=9), scan(changed(2, "9,770.25"))) as reader:
        document = read(pictures(3), "scans.pdf", recogniser=reader)
    assert [warning.page for warning in document.warnings if warning.code == "duplicate-page"] == [2]
    assert {figure.place.page for record in document.records for figure in record.figures()} == {1, 3}


def test_a_paper_scanned_again_into_another_file_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pictures(1))
    (tmp_path / "b.pdf").write_bytes(pictures(1, first=90))
    with _Reader(scan()) as reader:
        first, second = read_loan_file([tmp_path], recogniser=reader).documents
    assert (len(first.records), second.records) == (1, ())
    assert "duplicate-page" in [warning.code for warning in second.warnings]
