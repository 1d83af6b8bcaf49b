"""Which kinds a fabricated file has: realistic bundles of them, by the shares of the parameter file.

Nine kinds (F04, F07, F10, F12, F13, F17, F24, F26, F28) are held out: only files of the test side have them, so that fraud of a kind that
nobody tuned on can be measured. They all come alone ("other"), hence every bundle can be formed of develop kinds. The test side has all
kinds; there, "other" is drawn from the held-out ones for two files in three.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from samples.case import Intervention
from samples.fabrication.order import ordered
from samples.population import registry
from samples.population.parameters import parameters
from samples.population.splits import Split

#: The bundle of which one kind is planted, not all.
OTHER = "other"
_HELD_OUT = 2 / 3


def bundle(source: Random, split: Split) -> tuple[str, tuple[str, ...]]:
    """A bundle's name and the codes to plant, in the order in which they are to be planted."""
    formed = formable(split)
    names = list(formed)
    shares: Mapping[str, Any] = parameters()["fabrication"]["bundles"]
    name = source.choices(names, [float(shares[name]["share"]) for name in names])[0]
    codes = formed[name]
    if name != OTHER:
        return name, ordered(codes)
    held_out = tuple(code for code in codes if _kinds()[code].split == "test")
    chance = source.random()
    if split == "test" and held_out and chance < _HELD_OUT:
        codes = held_out
    return name, (source.choice(codes),)


def formable(split: Split) -> dict[str, tuple[str, ...]]:
    """The bundles that a file of that side can have: bundle -> its codes, of OTHER those to choose from."""
    kinds = _kinds()
    found: dict[str, tuple[str, ...]] = {}
    for name, row in parameters()["fabrication"]["bundles"].items():
        codes = tuple(str(code) for code in row["kinds"])
        there = tuple(code for code in codes if code in kinds and (split == "test" or kinds[code].split == "develop"))
        if there and (name == OTHER or there == codes):
            found[name] = there
    return found


def _kinds() -> dict[str, Intervention]:
    return {kind.code: kind for kind in registry.declared("samples.fabrication", "KIND")}
