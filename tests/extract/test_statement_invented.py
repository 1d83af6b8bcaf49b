"""Whole statements in layouts that no reader was made for: every figure right, in its line, its period and its unit, and none beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract import invented_en, invented_en_more, invented_hostile, invented_last, invented_zh, invented_zh_more
from tests.extract.invented import Made, outcome

LAYOUTS = [
    *invented_zh.FIRST,
    *invented_en.FIRST,
    *invented_zh_more.SECOND,
    *invented_en_more.SECOND,
    *invented_hostile.THIRD,
    *invented_last.FOURTH[1:],
]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_figure_of_an_unknown_layout_is_read(layout: Callable[[], Made]) -> None:
    made = layout()
    result = outcome(made)
    assert not result.wrong
    assert not result.missing
    assert result.right == made.truth.total() > 0
