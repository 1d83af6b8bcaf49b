from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from samples.papers.paper import Seal
from samples.press import marks, seals, strokes
from samples.press.typeset import display, placed
from tests.samples.press_new.papers import chinese

KINDS = [
    Seal(kind="round", text="华川示例贸易有限公司"),
    Seal(kind="round", text="江岸银行汉口支行", below="业务专用章"),
    Seal(kind="oval", text="华川示例贸易有限公司", below="91420100MA4K000000"),
    Seal(kind="square", text="华川示例贸易有限公司"),
    Seal(kind="name", text="王小明"),
]


@pytest.mark.parametrize("seal", KINDS, ids=lambda seal: seal.kind + seal.below)
@pytest.mark.parametrize("face", ["song", "kaiti", "droid"])
def test_a_seal_is_red_on_nothing(seal: Seal, face: str) -> None:
    picture = np.asarray(seals.electronic(seal, face).image).astype(int)
    inked = picture[..., 3] > 60
    assert 0.05 < inked.mean() < 0.9
    assert picture[..., 3].max() < 160  # what stands below it can be read
    assert (picture[inked][:, 0] > picture[inked][:, 1] + 80).all()


def test_no_two_impressions_are_alike() -> None:
    first, second = (np.asarray(seals.pressed(KINDS[0], "song", Random(seed)).image) for seed in (1, 2))
    assert not np.array_equal(first, second)
    assert np.array_equal(first, np.asarray(seals.pressed(KINDS[0], "song", Random(1)).image))


def test_a_round_seal_has_its_size_in_millimetres() -> None:
    made = seals.electronic(KINDS[0], "song")
    assert (made.width, made.height) == (40.0, 40.0)
    assert made.image.width == pytest.approx(40 / 25.4 * 300, abs=1)


def test_a_seal_over_figures_covers_one() -> None:
    paper = replace(chinese(rows=6), seals=(replace(KINDS[0], over="figures"),))
    shown = display(paper)
    (mark,) = marks.pressed(paper, shown, Random(3))
    assert any(f.box.overlap_x(mark.box) > 0 and f.box.overlap_y(mark.box) > 0 for f in placed(shown) if f.box and f.page == mark.page)


def test_a_signature_is_ink_and_no_program_paints_it() -> None:
    paper = replace(chinese(rows=6), seals=(Seal(kind="signature", text="某"),))
    shown = display(paper)
    assert marks.electronic(paper, shown) == ()
    (mark,) = marks.pressed(paper, shown, Random(3))
    assert (np.asarray(mark.image)[..., 3] > 100).sum() > 300


@pytest.mark.parametrize("draw", [strokes.signature, strokes.tick, strokes.staple, strokes.hole])
def test_marks_follow_their_stream(draw) -> None:  # type: ignore[no-untyped-def]
    assert np.array_equal(np.asarray(draw(Random(5)).image), np.asarray(draw(Random(5)).image))


def test_marks_stay_on_the_page() -> None:
    shown = display(chinese(rows=90))
    for seed in range(12):
        for mark in marks.handled(shown, Random(seed)):
            page = shown.pages[mark.page - 1]
            assert mark.box.x0 >= 0 and mark.box.x1 <= page.width and mark.box.top >= 0 and mark.box.bottom <= page.height
