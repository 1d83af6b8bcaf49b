"""What firms sell and buy: a line of business, and its goods at the firm's own prices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import yaml

from samples.firms.firm import Country, Good, Industry, Language
from samples.population.splits import Split

#: Pence of a British price to the fen of nothing: prices in the file are in main units; an American firm asks a quarter more dollars.
_MINOR, _AMERICAN = 100, 125
_FEWEST, _MOST = 4, 12


@dataclass(frozen=True, slots=True)
class Row:
    """A good of the file.   low, high: cheapest and dearest price, main units"""

    category: str
    name: str
    unit: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of business.   words: what firms in it call their trade   goods: sold   materials: bought to make or do them"""

    language: Language
    split: Split
    industry: Industry
    words: tuple[str, ...]
    goods: tuple[Row, ...]
    materials: tuple[Row, ...]


@cache
def lines(language: Language, split: Split, industry: Industry) -> tuple[Line, ...]:
    """The lines of business of that side, in the order of the file."""
    return tuple(line for line in _every() if (line.language, line.split, line.industry) == (language, split, industry))


@cache
def _every() -> tuple[Line, ...]:
    rows = yaml.load(Path(__file__).with_name("goods.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    return tuple(
        Line(row["language"], row["split"], row["industry"], tuple(row["words"]), _rows(row["goods"]), _rows(row.get("materials", "")))
        for row in rows
    )


def _rows(text: str) -> tuple[Row, ...]:
    cells = (line.split("|") for line in text.splitlines())
    return tuple(Row(category, name, unit, float(low), float(high)) for category, name, unit, low, high in cells)


def drawn(line: Line, country: Country, margin: float, source: Random) -> tuple[tuple[Good, ...], tuple[Good, ...]]:
    """(goods, materials) of a firm in `line`, prices its own.

    margin   its gross margin; the goods lie around it, the price of a material is its cost
    """
    wanted = min(len(line.goods), source.randint(_FEWEST, _MOST))
    kept = sorted(source.sample(range(len(line.goods)), wanted))
    minor = _AMERICAN if country == "US" else _MINOR
    goods = []
    for index in kept:
        row = line.goods[index]
        price = _priced(row, minor, source)
        cost = round(price * (1 - margin * source.uniform(0.8, 1.2)))
        goods.append(Good(row.category, row.name, row.unit, price, max(1, cost)))
    materials = []
    for row in line.materials:
        cost = _priced(row, minor, source)
        materials.append(Good(row.category, row.name, row.unit, cost, cost))
    return tuple(goods), tuple(materials)


def _priced(row: Row, minor: int, source: Random) -> int:
    """A price between the row's two, in minor units, rounded as people round prices of that size."""
    price = round(source.uniform(row.low, row.high) * minor)
    step = 1 if price < 1_000 else 10 if price < 10_000 else 100 if price < 100_000 else 1_000 if price < 1_000_000 else 10_000
    return max(step, price // step * step)
