from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.papers.paper import Break, Column, Image, Line, Paper, Row, Table
from samples.press.display import Display
from samples.press.typeset import display, placed
from tests.samples.press_new.papers import chinese, english, entry


def paper(*blocks: object, **more: object) -> Paper:
    return Paper(record="x", language="en", face="sans", blocks=blocks, **more)  # type: ignore[arg-type]


def words(shown: Display) -> str:
    return "".join(text.text for page in shown.pages for text in page.texts)


@pytest.mark.parametrize("made", [chinese(), chinese(rows=150), english()])
def test_every_figure_is_placed_once_and_in_order(made: Paper) -> None:
    assert [figure.entry for figure in placed(display(made))] == list(made.entries())


@pytest.mark.parametrize("made", [chinese(rows=150), english(), replace(chinese(rows=80), width=841.89, height=595.28)])
def test_nothing_leaves_its_page(made: Paper) -> None:
    for page in display(made).pages:
        for text in page.texts:
            assert text.x > 0 and text.x + text.width < page.width and text.size < text.y < page.height
        for rule in page.rules:
            assert 0 < rule.x0 <= rule.x1 < page.width and 0 < rule.y0 <= rule.y1 < page.height


def test_captions_are_repeated_on_each_page() -> None:
    shown = display(chinese(rows=150))
    assert len(shown.pages) > 2
    assert all(any(text.text == "期末余额" for text in page.texts) for page in shown.pages)


def test_pages_are_counted_in_the_foot() -> None:
    shown = display(chinese(rows=150))
    count = len(shown.pages)
    assert [page.texts[-1].text for page in shown.pages] == [f"第 {number} 页，共 {count} 页" for number in range(1, count + 1)]


def test_a_long_figure_is_set_smaller_and_stays_whole() -> None:
    table = Table(columns=(Column("A", 1), Column("B", 9)), rows=(Row((entry("123456789012.34"), "x")),), header=False)
    (figure,) = placed(display(paper(table)))
    assert figure.box is not None
    assert figure.box.x0 >= 46 and figure.box.x1 <= 46 + 50.33


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="abc defg-資產负债，", min_size=1, max_size=160))
def test_a_long_text_is_wrapped_and_nothing_is_lost(text: str) -> None:
    made = replace(paper(Table(columns=(Column("", 1), Column("", 4)), rows=(Row((text, "x")),), header=False)), face="hei")
    shown = display(made)
    assert "".join(words(shown).split()) == "".join(text.split()) + "x"
    assert all(one.x + one.width < 46 + 101 for one in shown.pages[0].texts if one.text != "x")


def test_parts_of_a_line_do_not_touch() -> None:
    shown = display(paper(Line(left="left " * 12, centre="in the middle of it all", right="right " * 12, size=10)))
    texts = sorted(shown.pages[0].texts, key=lambda text: text.x)
    assert all(one.x + one.width < other.x for one, other in pairwise(texts))


def test_a_break_begins_a_page() -> None:
    assert len(display(paper(Line(left="a"), Break(), Line(left="b"))).pages) == 2


def test_a_wide_heading_has_no_line_through_it() -> None:
    shown = display(chinese(rows=1))
    upright = [rule for rule in shown.pages[0].rules if rule.x0 == rule.x1]
    tops = sorted({round(rule.y0, 2) for rule in upright})
    assert len(tops) == 2 and tops[1] - tops[0] == pytest.approx(14.0)


def test_a_picture_beside_takes_no_room() -> None:
    image = Image(png=b"", width=50, height=50)
    with_room = display(paper(image, Line(left="a"))).pages[0].texts[0].y
    beside = display(paper(replace(image, beside=True), Line(left="a"))).pages[0].texts[0].y
    assert with_room - beside == pytest.approx(50)


def test_a_narrow_table_stands_where_it_is_asked_to() -> None:
    rules = display(paper(Table(columns=(Column("A", 1),), rows=(Row(("x",)),), width=0.5, left=0.25))).pages[0].rules
    room = 595.28 - 92
    assert min(rule.x0 for rule in rules) == pytest.approx(46 + 0.25 * room)
    assert max(rule.x1 for rule in rules) == pytest.approx(46 + 0.75 * room)
