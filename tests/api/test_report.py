"""The report is one file that needs nothing else, shows what each finding rests on, and is not steered by hostile text."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from api.report import html
from api.report.amounts import grouped, percent
from api.report.crops import RED, Spot, cut, encoded
from api.report.excerpts import Ledger, Mark
from api.report.originals import Original
from api.report.tables import grid
from api.texts import catalogue
from extract.document import Opened
from extract.errors import Refused
from extract.page import Cell, Sheet

Render = Callable[..., Mapping[int, Path]]


class Outline(HTMLParser):
    """Tags, what they refer to, and ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.references: list[str] = []
        self.ids: list[str] = []
        self.handlers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"src", "href", "srcset", "action", "data", "poster"}:
                self.references.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)


def never_opened(*_: Any, **__: Any) -> Opened:
    raise AssertionError("no workbook is in this case")


def made(case: dict[str, Any], paper: Any, rendered: Render, originals: dict[str, Original] | None = None) -> str:
    kept = {paper.document.sha256: Original(name=paper.name, load=lambda: paper.data)} if originals is None else originals
    return html.render(case, kept, language="zh", render_pages=rendered, open_document=never_opened)


def test_it_needs_no_network_and_runs_nothing(case: dict[str, Any], paper: Any, rendered: Render) -> None:
    page = made(case, paper, rendered)
    outline = Outline(page)
    assert all(reference.startswith(("#", "data:image/")) for reference in outline.references), outline.references
    assert not {"script", "link", "iframe", "object", "embed", "base", "form"} & set(outline.tags)
    assert not outline.handlers
    assert "default-src 'none'" in unescape(page)
    assert "@import" not in page
    assert "url(" not in page
    assert not re.search(r"https?://", page)


def test_ids_are_unique_and_links_lead_somewhere(case: dict[str, Any], paper: Any, rendered: Render) -> None:
    outline = Outline(made(case, paper, rendered))
    assert len(outline.ids) == len(set(outline.ids))
    assert {reference[1:] for reference in outline.references if reference.startswith("#")} <= set(outline.ids)


def test_a_finding_shows_its_figures_where_they_stand(case: dict[str, Any], paper: Any, rendered: Render) -> None:
    page = made(case, paper, rendered)
    assert page.count("data:image/") == 1  # four neighbouring figures share one picture
    for text in (
        "流动资产合计",
        "3,551,000.00",
        "3,651,000.00",
        "100,000.00",
        "漏读一行",
        "a line was missed by the reader",
        "海岚食品 &lt;2025&gt;",
    ):
        assert text in page
    assert "800,000.00" in page  # what the doubtful figure may also read
    assert "没有银行流水。" in page  # why a tie was not run


def test_every_figure_of_a_broken_tie_is_marked_and_leads_to_its_finding(case: dict[str, Any], paper: Any, rendered: Render) -> None:
    page = made(case, paper, rendered)
    assert len(re.findall(r'<a class="fig broken[^"]*" href="#c0ffee00c0ffee00"', page)) == 4
    assert len(re.findall(r'<span class="fig holds"', page)) == 2 + 1  # and the legend


def test_hostile_text_stays_text(case: dict[str, Any], paper: Any, rendered: Render) -> None:
    attack = "</style><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} <!--"
    hostile = copy.deepcopy(case)

    def poison(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {
                "id",
                "sha256",
                "severity",
                "status",
                "figure",
                "type",
                "statement",
                "grade",
                "verdict",
                "value",
                "span",
                "kind",
                "code",
                "benefit",
            }
            return {key: child if key in kept else poison(child) for key, child in value.items()}
        if isinstance(value, list):
            return [poison(child) for child in value]
        return attack if isinstance(value, str) else value

    page = made(poison(hostile), paper, rendered)
    outline = Outline(page)
    assert "script" not in outline.tags
    assert not outline.handlers
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize(
    ("originals", "load"),
    [
        ("gone", None),
        ("unreadable", OSError("gone")),
        ("refused", Refused("pdf-encrypted", "It is encrypted.", "Send it without a password.", name="x")),
    ],
)
def test_a_missing_original_is_said_and_the_place_stays(
    case: dict[str, Any], paper: Any, rendered: Render, originals: str, load: Exception | None
) -> None:
    def fail() -> bytes:
        assert load is not None
        raise load

    kept = {} if load is None else {paper.document.sha256: Original(name=paper.name, load=fail)}
    page = made(case, paper, rendered, kept)
    assert "data:image/" not in page
    assert "此处没有图像" in page
    assert "第 1 页" in page


def test_an_empty_case_is_a_report_too(paper: Any, rendered: Render) -> None:
    empty: dict[str, Any] = {
        "case": {"id": "x", "name": "x", "engine": "tieout", "ruleset": "1"}, "score": None, "coverage": {"run": 0, "not_run": 0},
        "findings": [], "ties": [], "support": [], "requests": [], "documents": [],
    }  # fmt: skip
    page = made(empty, paper, rendered)
    assert "没有发现不等于没有问题" in page
    assert "未评分" in page


def test_an_uncalibrated_probability_is_not_shown_as_one(case: dict[str, Any], paper: Any, rendered: Render) -> None:
    assert "93 %" not in made(case, paper, rendered)
    calibrated = {**case, "score": {**case["score"], "calibrated_on": "population 2026.1"}}
    page = made(calibrated, paper, rendered)
    assert "93 %" in page
    assert "population 2026.1" in page


def test_a_crop_frames_the_figure(paper: Any, rendered: Render, tmp_path: Path) -> None:
    box = paper.document.records[0].lines[0].figures[0].figure.place.box
    spot = Spot(number=1, sha256=paper.document.sha256, page=1, box=(box.x0, box.top, box.x1, box.bottom))
    page = rendered(paper.data, paper.name, [1], tmp_path)[1]
    picture = cut(page, [spot])
    with Image.open(page) as whole:
        assert picture.width == whole.width
        assert picture.height < whole.height / 5
    red = [(x, y) for x in range(picture.width) for y in range(picture.height) if picture.getpixel((x, y)) == RED]
    left, right = min(x for x, _ in red), max(x for x, _ in red)
    pixels = 110 / 72
    assert abs(left - (box.x0 * pixels - 3)) <= 2
    assert box.x1 * pixels < right < box.x1 * pixels + 30
    content, kind = encoded(picture)
    assert kind == "png"
    assert len(content) < 20_000


def test_a_box_outside_its_page_has_no_picture(paper: Any, rendered: Render, tmp_path: Path) -> None:
    page = rendered(paper.data, paper.name, [1], tmp_path)[1]
    with pytest.raises(ValueError, match="outside"):
        cut(page, [Spot(number=1, sha256="", page=1, box=(0, 5000, 10, 5010))])


def test_an_excerpt_marks_the_cell_with_its_neighbours(tmp_path: Path) -> None:
    cells = tuple(Cell(row, column, f"r{row}c{column}", f"账!{chr(64 + column)}{row}") for row in range(1, 30) for column in range(1, 12))
    opened = Opened(name="账.xlsx", sha256="ab", media_type="x", page_count=0, sheets=(Sheet("账", cells),))
    ledger = Ledger({"ab": Original(name="账.xlsx", load=lambda: b"")}, tmp_path, lambda *_, **__: opened)
    (excerpt,) = ledger.excerpts([Mark(number=1, sha256="ab", place="账!K10"), Mark(number=2, sha256="ab", place="账!C20")])
    assert excerpt.columns[:2] == ("A", "B")  # the labels
    assert {"C", "K"} <= set(excerpt.columns)
    assert [None if row is None else row[0] for row in excerpt.rows] == [8, 9, 10, 11, 12, None, 18, 19, 20, 21, 22]
    marked = {field.number: field.text for row in excerpt.rows if row for field in row[1] if field.number}
    assert marked == {1: "r10c11", 2: "r20c3"}
    assert ledger.excerpts([Mark(number=1, sha256="ab", place="nowhere")]) == ()


def test_columns_without_dates_stay_apart() -> None:
    figures = [{"period": None, "span": "instant", "value": "1"}, {"period": None, "span": "instant", "value": "2"}]
    laid = grid([{"label": "a", "figures": figures}, {"label": "b", "figures": figures[:1]}])
    assert len(laid.columns) == 2
    assert [[figure and figure["value"] for figure in row.figures] for row in laid.rows] == [["1", "2"], ["1", None]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1234567.80", "1,234,567.80"),
        ("-1234", "-1,234"),
        ("0", "0"),
        (None, ""),
        ("n/a", "n/a"),
        ("1e5", "1e5"),
        ("12345678901234567890.01", "12,345,678,901,234,567,890.01"),
    ],
)
def test_thousands_apart_and_no_digit_changed(value: str | None, text: str) -> None:
    assert grouped(value) == text


@pytest.mark.parametrize(("value", "text"), [(0.934, "93 %"), (0.999, "> 99 %"), (0.001, "< 1 %"), (None, "")])
def test_no_more_digits_than_a_probability_can_bear(value: float | None, text: str) -> None:
    assert percent(value) == text


def test_every_sentence_has_both_languages_and_the_same_blanks() -> None:
    for key, words in catalogue().items():
        assert words.zh.strip(), key
        assert words.en.strip(), key
        assert set(re.findall(r"\{\w+\}", words.zh)) == set(re.findall(r"\{\w+\}", words.en)), key


@pytest.mark.parametrize(("made", "wanted"), [("zh", "en"), ("en", "zh"), ("zh", "zh")])
def test_a_finished_report_opens_in_the_language_asked_for(case: dict[str, Any], made: Any, wanted: Any) -> None:
    page = html.opened_in(html.report(case, {}, language=made), wanted)
    chosen = re.findall(r'<input class="choice"[^>]*id="language-(\w+)"[^>]* checked>', page)
    assert chosen == [wanted]
