"""How sure the reading of one printed thing is, as one number, and what else it may say.

For a label: the mean probability of its letters. For a figure: the signs of signs.py, weighed. The weights, like the shares by which
its alternatives are mixed, were learned from made-up pages that were printed, scanned, photographed and read: see
scripts/train_figures.py, which writes figures.json and prints how well the confidence keeps its word on pages and fonts that were
not learned from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from extract.ocr.alternatives import mixed
from extract.ocr.signs import NAMES, Signs, second_of, vector

#: Nothing is quite certain, or quite impossible.
_LEAST, _MOST = 0.02, 0.9998


@dataclass(frozen=True, slots=True)
class Learned:
    """What figures.json holds.

    weights    of `NAMES`, and `constant`: the log odds that a reading is right
    shares     of each mistake among the mistakes that recognisers make
    mixtures   weights of the sources of alternatives, by "differs" (the second reading has other digits) and "other"
    """

    weights: NDArray[np.float64]
    constant: float
    shares: Mapping[str, float]
    mixtures: Mapping[str, Mapping[str, float]]


@lru_cache(maxsize=1)
def learned() -> Learned:
    """The weights that come with the project."""
    data = json.loads(files("extract.ocr").joinpath("figures.json").read_text(encoding="utf-8"))
    weights = np.array([data["weights"][name] for name in NAMES], dtype=np.float64)
    return Learned(weights, float(data["constant"]), data["shares"], data["mixtures"])


def figure_confidence(signs: Signs) -> float:
    """The chance that a figure is read rightly, 0 to 1."""
    model = learned()
    odds = float(vector(signs) @ model.weights) + model.constant
    return min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds))))


def alternatives_of(text: str, confidence: float, signs: Signs) -> tuple[tuple[str, float], ...]:
    """Other readings of a figure that was read as `text` with `confidence`, likeliest first, each with its probability."""
    model = learned()
    second = second_of(signs.second or "")
    mixture = model.mixtures["differs" if second and second != second_of(text) else "other"]
    return mixed(text, confidence, signs.readings, second or None, signs.repeated, shares=model.shares, mixture=mixture)
