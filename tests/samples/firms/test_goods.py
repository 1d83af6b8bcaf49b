"""Goods: lines of business for every side, prices that leave the margin."""

from __future__ import annotations

from random import Random

import pytest

from samples.firms import goods
from samples.firms.draw import INDUSTRIES


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("split", ["develop", "test"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_industry_has_a_line_of_business(language, split, industry):
    found = goods.lines(language, split, industry)
    assert found
    for line in found:
        assert line.words
        assert len(line.goods) >= 2
        assert bool(line.materials) == (industry != "trade")
        assert all(0 < row.low < row.high for row in (*line.goods, *line.materials))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sides_share_no_good(language):
    def names(split):
        lines = [line for industry in INDUSTRIES for line in goods.lines(language, split, industry)]
        return {row.name for line in lines for row in (*line.goods, *line.materials)}

    assert not names("develop") & names("test")


def test_costs_lie_around_the_margin():
    line = goods.lines("zh", "develop", "trade")[0]
    for seed in range(50):
        sold, bought = goods.drawn(line, "CN", 0.2, Random(seed))
        assert not bought
        assert all(0.75 < good.cost / good.price < 0.85 for good in sold)
        assert all(good.price > 0 and good.unit and good.category for good in sold)


def test_an_american_firm_asks_more_cents_than_a_british_pence():
    line = goods.lines("en", "develop", "manufacturing")[0]
    british, _ = goods.drawn(line, "GB", 0.3, Random(1))
    american, _ = goods.drawn(line, "US", 0.3, Random(1))
    assert all(ours.price < theirs.price for ours, theirs in zip(british, american, strict=True))
