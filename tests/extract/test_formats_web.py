"""Web pages as rows: what a person sees, where it stands, and nothing that is hidden, fetched or made to cost time."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document import Opened
from extract.errors import Refused
from extract.formats.open import open_document
from extract.formats.style import StyleSheet, hides, length
from extract.formats.web_page import read_web_page


def opened(body: str, head: str = "") -> Opened:
    return read_web_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html", "text/html")


def rows(read: Opened) -> list[list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for sheet in read.sheets:
        for cell in sheet.cells:
            found.setdefault((sheet.name, cell.row), []).append(cell.text)
    return list(found.values())


def test_a_table_is_rows_and_a_cell_says_where_it_stands() -> None:
    read = opened("<h1>Balance sheet</h1><table><tr><td>Cash</td><td>12</td></tr><tr><td>Stock</td><td>7</td></tr></table>")
    assert rows(read) == [["Balance sheet"], ["Cash", "12"], ["Stock", "7"]]
    assert read.sheets[0].cells[2].place == "/html/body/table/tr[1]/td[2]"


def test_spans_keep_columns_below_each_other() -> None:
    read = opened(
        "<table><tr><td rowspan=2>Assets</td><td colspan=2>2025</td></tr><tr><td>cost</td><td>net</td></tr>"
        "<tr><td>Vans</td><td>9</td><td>5</td></tr></table>"
    )
    cells = {cell.text: cell for cell in read.sheets[0].cells}
    assert cells["net"].left == pytest.approx(cells["5"].left, abs=1)
    assert cells["cost"].left == pytest.approx(cells["9"].left, abs=1)


def test_each_row_a_table_of_its_own_still_has_columns() -> None:
    one = '<table style="width:100%"><tr><td style="width:60%">{}</td><td style="width:40%;text-align:right">{}</td></tr></table>'
    read = opened(one.format("Debtors", "10,670") + one.format("Cash at bank", "145,470"))
    first, second = (cell for cell in read.sheets[0].cells if "," in cell.text)
    assert first.right == second.right
    assert rows(read) == [["Debtors", "10,670"], ["Cash at bank", "145,470"]]


def test_positioned_boxes_of_one_height_are_one_row() -> None:
    box = '<div style="position:absolute;top:{}pt;left:{}pt;width:60pt">{}</div>'
    read = opened(
        '<div style="position:relative;height:800pt">'
        + box.format(40, 300, "51,248") + box.format(40, 20, "Debtors") + box.format(20, 300, "2016") + "</div><p>After</p>"
    )  # fmt: skip
    assert rows(read) == [["2016"], ["Debtors", "51,248"], ["After"]]


def test_brackets_and_currency_in_cells_of_their_own_belong_to_their_figure() -> None:
    read = opened("<table><tr><td>Creditors</td><td>$</td><td>(1,204</td><td>)</td><td>(</td><td>880</td><td>)</td></tr></table>")
    assert rows(read) == [["Creditors", "$(1,204)", "(880)"]]


def test_a_label_in_two_lines_is_one() -> None:
    read = opened("<table><tr><td>Creditors: amounts falling<br>due within one year</td><td>(5)</td></tr></table>")
    assert rows(read) == [["Creditors: amounts falling due within one year", "(5)"]]


def test_headings_in_two_lines_stay_above_each_other() -> None:
    read = opened("<table><tr><td></td><td>2025<br>£</td><td>2024<br>£</td></tr><tr><td>Cash</td><td>3</td><td>4</td></tr></table>")
    assert rows(read) == [["2025", "2024"], ["£", "£"], ["Cash", "3", "4"]]


def test_pages_that_the_file_marks_are_sheets() -> None:
    read = opened('<div style="page-break-after:always">one</div><div>two</div>')
    assert [sheet.name for sheet in read.sheets] == ["page 1", "page 2"]


def test_preformatted_columns_are_cells() -> None:
    assert rows(opened("<pre>01/02  Rent      -900.00\n02/02  Sales     120.50</pre>"))[0] == ["01/02", "Rent", "-900.00"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">Secret 999</p>',
        '<p style="visibility: hidden">Secret 999</p>',
        '<p style="font-size:0">Secret 999</p>',
        '<p style="position:absolute;left:-9999px">Secret 999</p>',
        "<p hidden>Secret 999</p>",
        '<p class="away">Secret 999</p>',
        '<div id="x"><span>Secret 999</span></div>',
    ],
)
def test_what_nobody_sees_is_not_read_and_said(hidden: str) -> None:
    read = opened(f"<p>Cash 5</p>{hidden}", "<style>.away{display:none} #x span {opacity:0}</style>")
    assert rows(read) == [["Cash 5"]]
    assert [warning.code for warning in read.warnings] == ["hidden-text"]
    assert "Secret" in read.warnings[0].text
    assert read.warnings[0].text_zh


def test_a_rule_for_print_or_for_a_pointer_hides_nothing() -> None:
    read = opened("<p class=a>one</p><p class=b>two</p>", "<style>@media print{.a{display:none}} .b:hover{display:none}</style>")
    assert rows(read) == [["one"], ["two"]]


def test_entities_of_its_own_are_refused() -> None:
    bomb = b'<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>'
    outside = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>&x;</body></html>'
    for data in (bomb, outside):
        with pytest.raises(Refused) as caught:
            read_web_page(data, "page.html", "text/html")
        assert caught.value.code == "xml-with-document-type"
        assert caught.value.remedy_zh


def test_unsound_html_is_read_as_browsers_read_it() -> None:
    assert rows(read_web_page(b"<table><tr><td>Rent<td>5&nbsp;00<tr><td>Tax &amp; fees<td>7", "a.html", "text/html")) == [
        ["Rent", "5 00"],
        ["Tax & fees", "7"],
    ]


@pytest.mark.parametrize(("codec", "said"), [("gb18030", "gb2312"), ("utf-8", "utf-8"), ("utf-8", "gbk"), ("gb18030", "utf-8")])
def test_the_encoding_is_the_one_that_reads(codec: str, said: str) -> None:
    page = f'<html><head><meta charset="{said}"></head><body><table><tr><td>货币资金</td><td>1,234.00</td></tr></table></body></html>'
    assert rows(read_web_page(page.encode(codec), "a.html", "text/html")) == [["货币资金", "1,234.00"]]


def test_hostile_pages_are_bounded(tmp_path: Path) -> None:
    deep = b"<html><body>" + b"<div>" * 50_000 + b"1" + b"</div>" * 50_000
    wide = b"<html><body><table><tr>" + b"<td colspan=100000 rowspan=100000>1</td>" * 500 + b"</tr></table></body></html>"
    for data in (deep, wide):
        try:
            open_document(data, "page.html", tmp_path)
        except Refused as refused:
            assert refused.problem and refused.problem_zh


def test_lengths_and_rules() -> None:
    assert length("50%", 200) == 100
    assert length("1in", 0) == 72
    assert length("calc(1px + 2em)", 0) is None
    assert hides({"display": "none"}) and not hides({"display": "block", "left": "-20pt"})
    assert StyleSheet(iter(["p.a, .b { display: none } @font-face { x: y } .c { width: 3pt; }"])) is not None


def test_a_caption_in_the_middle_covers_its_column() -> None:
    read = opened("<table width=500><tr><th>Date</th><th>Description</th></tr><tr><td>3 Jan</td><td>Wages</td></tr></table>")
    cells = {cell.text: cell for cell in read.sheets[0].cells}
    assert cells["Description"].left is not None and cells["Wages"].left is not None
    assert cells["Description"].left <= cells["Wages"].left + 1


def test_a_figure_one_blank_behind_its_label_is_a_cell_of_its_own() -> None:
    line = "Total liabilities and stockholders' equity $ 100,000    $  95,000\nNet loss for the year (1,200)   (900)\n"
    assert rows(opened(f"<pre>{line}</pre>")) == [
        ["Total liabilities and stockholders' equity", "$ 100,000", "$  95,000"],
        ["Net loss for the year", "(1,200)", "(900)"],
    ]


def test_columns_may_be_flexed_or_floated() -> None:
    flexed = (
        '<div style="display:flex;width:400px"><div style="width:70%">Rent</div><div style="width:30%;text-align:right">900</div></div>'
    )
    floated = '<div><div style="float:left;width:300px">Tax</div><div style="float:left;width:90px;text-align:right">90</div></div>'
    assert rows(opened(flexed + floated)) == [["Rent", "900"], ["Tax", "90"]]
