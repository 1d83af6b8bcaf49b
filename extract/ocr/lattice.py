"""What else a recognised figure may say: the likeliest readings under the network's probabilities of each step.

A beam over prefixes, as connectionist temporal classification needs it: a prefix is reached by many paths, and their probabilities
add up. Only the letters of figures take part; all others together are one more that stands for itself.
Source: Graves et al., Connectionist Temporal Classification (2006); Hannun et al., First-Pass Large Vocabulary Continuous Speech
Recognition using Bi-Directional Recurrent DNNs (2014), for the prefix beam.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

#: Every letter of a printed figure, in one width. The network writes brackets, marks and dashes in either.
LETTERS = "0123456789.,-+()¥£$€'△▲ "
#: What each letter of `LETTERS` is to the network.
WRITTEN: dict[str, str] = {".": ".．", ",": ",，", "-": "-－−–—", "(": "(（", ")": ")）", "¥": "¥￥", "'": "'’"}
_BEAM = 8
#: Less likely letters of a step are left out.
_FLOOR = 2e-4


def columns_of(characters: list[str]) -> list[NDArray[np.intp]]:
    """Of each of `LETTERS`, the network's classes that write it.   characters: of all classes"""
    places: dict[str, list[int]] = {}
    for place, character in enumerate(characters):
        places.setdefault(character, []).append(place)
    return [
        np.array([place for sign in WRITTEN.get(letter, letter) for place in places.get(sign, [])], dtype=np.intp) for letter in LETTERS
    ]


def lattice_of(chances: Any, columns: list[NDArray[np.intp]]) -> NDArray[np.float32]:
    """Probabilities of blank, then of each of `LETTERS`, then of anything else, for each step."""
    steps = chances.shape[0]
    lattice = np.zeros((steps, len(columns) + 2), dtype=np.float32)
    lattice[:, 0] = chances[:, 0]
    for number, places in enumerate(columns, 1):
        if len(places):
            lattice[:, number] = chances[:, places].sum(axis=1)
    lattice[:, -1] = np.clip(1 - lattice.sum(axis=1), 0, 1)
    return lattice


def readings(lattice: NDArray[np.float32], *, most: int = 6) -> list[tuple[str, float]]:
    """The likeliest texts and their probabilities, likeliest first; "?" stands for a letter of no figure."""
    symbols = f"{LETTERS}?"
    beam: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}  # of paths that end with a blank, and with the prefix's last letter
    for step in lattice:
        active = np.flatnonzero(step > _FLOOR)
        if len(active) == 1 and active[0] == 0:
            beam = {prefix: ((blank + letter), 0.0) for prefix, (blank, letter) in beam.items()}
            continue
        beam = _stepped(beam, [(int(place), float(step[place])) for place in active], symbols)
    found = sorted(((text.strip(), blank + letter) for text, (blank, letter) in beam.items()), key=lambda item: -item[1])
    merged: dict[str, float] = {}
    for text, chance in found:
        if chance <= 0:
            continue
        merged[text] = merged.get(text, 0.0) + chance
    return sorted(merged.items(), key=lambda item: -item[1])[:most]


def _stepped(beam: dict[str, tuple[float, float]], active: list[tuple[int, float]], symbols: str) -> dict[str, tuple[float, float]]:
    following: dict[str, list[float]] = {}
    for prefix, (blank, letter) in beam.items():
        for place, chance in active:
            if place == 0:
                following.setdefault(prefix, [0.0, 0.0])[0] += (blank + letter) * chance
                continue
            sign = symbols[place - 1]
            if prefix.endswith(sign):  # the same letter goes on, unless a blank came between
                following.setdefault(prefix, [0.0, 0.0])[1] += letter * chance
                following.setdefault(prefix + sign, [0.0, 0.0])[1] += blank * chance
            else:
                following.setdefault(prefix + sign, [0.0, 0.0])[1] += (blank + letter) * chance
    kept = sorted(following.items(), key=lambda item: -sum(item[1]))[:_BEAM]
    return {prefix: (blank, letter) for prefix, (blank, letter) in kept}
