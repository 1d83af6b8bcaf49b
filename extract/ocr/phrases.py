"""Cutting a recognised phrase at its wide gaps: "Stocks    5", "1,234    5,678" are two things each.

A gap is a run of columns without ink in the crop (the projection says where it is to a pixel); the recogniser's letter
positions say which letters stand on either side. The wheel's own word boxes cut at every space and between scripts, which
tears labels apart.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Line, Pixels

#: Gaps, in parts of the crop's height (about one and a half letter heights), that part two things.
_BETWEEN_FIGURES, _BESIDE_FIGURE, _BETWEEN_WORDS = 0.45, 0.75, 1.1
_FIGURE = frozenset("0123456789.,()（）-–—%£$¥￥")
#: What stands before and behind a comma of thousands, and how sure the digits are at most where none was read.
_HEAD, _TAIL, _LOST = re.compile(r"[-(]?\d{1,3}(?:,\d{3})*"), re.compile(r"\d{3}(?:,\d{3})*(?:[.]\d\d)?[)-]?"), 0.9
#: Rules above and below a figure run through a crop's edges; only the rows between count.
_EDGE = 0.15


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed thing of a crop.

    left, right   its sides in the crop, 0 to 1; top, bottom likewise
    score         mean probability of its letters   weakest: the least of its digits, or of all letters
    lattice       the part of its line's; None of a line without digits
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    score: float
    weakest: float
    lattice: NDArray[np.float32] | None = None


def pieces_of(line: Line, crop: Pixels) -> list[Piece]:
    """The things that `crop` prints, left to right, each boxed around its ink."""
    ink = ink_of(crop)
    cuts = _cuts(line, ink)
    bounds = [0.0, *cuts, 1.0]
    pieces = []
    for left, right in itertools.pairwise(bounds):
        inside = [index for index, centre in enumerate(line.centres) if left <= centre < right or (right == 1.0 and centre >= left)]
        text = "".join(line.text[index] for index in inside).strip()
        if not text:
            continue
        scores = [line.scores[index] for index in inside if not line.text[index].isspace()]
        digits = [line.scores[index] for index in inside if line.text[index].isdigit()]
        x0, top, x1, bottom = _tight(ink, left, right)
        pieces.append(Piece(text, x0, x1, top, bottom, sum(scores) / len(scores), min(digits or scores), _steps_between(line, left, right)))
    return pieces


def whole_again(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a phrase that ink lies over, with 68 and 311 as 68,311: the ink took the comma along."""
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if before is not None and _HEAD.fullmatch(before.text) and _TAIL.fullmatch(piece.text):
            lattice = None if before.lattice is None or piece.lattice is None else np.concatenate([before.lattice, piece.lattice])
            result[-1] = Piece(
                f"{before.text},{piece.text}", before.left, piece.right, min(before.top, piece.top), max(before.bottom, piece.bottom),
                min(before.score, piece.score), min(before.weakest, piece.weakest, _LOST), lattice,
            )  # fmt: skip
        else:
            result.append(piece)
    return result


def _steps_between(line: Line, left: float, right: float) -> NDArray[np.float32] | None:
    if line.lattice is None or line.steps is None:
        return None
    return line.lattice[(line.steps >= left) & ((line.steps < right) | (right == 1.0))]


def ink_of(crop: Pixels) -> NDArray[np.bool_]:
    """Where the crop is darker than its paper; of white on dark, where it is lighter."""
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    level, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    ink: NDArray[np.bool_] = grey <= level
    return ~ink if ink.mean() > 0.5 else ink


def _cuts(line: Line, ink: NDArray[np.bool_]) -> list[float]:
    height, width = ink.shape
    edge = int(height * _EDGE)
    inked = ink[edge : height - edge].sum(axis=0) > 0.04 * height
    cuts = []
    for start, end in _blank_runs(inked):
        middle = (start + end) / 2 / width
        before = [letter for letter, centre in zip(line.text, line.centres, strict=True) if centre < middle and not letter.isspace()]
        after = [letter for letter, centre in zip(line.text, line.centres, strict=True) if centre >= middle and not letter.isspace()]
        if before and after and end - start >= height * _needed(before[-1], after[0]):
            cuts.append(middle)
    return cuts


def _needed(before: str, after: str) -> float:
    figures = (before in _FIGURE) + (after in _FIGURE)
    return (_BETWEEN_WORDS, _BESIDE_FIGURE, _BETWEEN_FIGURES)[figures]


def _blank_runs(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of columns without ink that have ink on both sides."""
    columns = np.flatnonzero(inked)
    return [(int(left) + 1, int(right)) for left, right in itertools.pairwise(columns) if right - left > 1]


def _tight(ink: NDArray[np.bool_], left: float, right: float) -> tuple[float, float, float, float]:
    """The sides of the ink between `left` and `right`, one pixel of air around; never less than half of the crop's height."""
    height, width = ink.shape
    start, end = int(left * width), max(int(left * width) + 1, int(right * width))
    part = ink[:, start:end]
    columns = np.flatnonzero(part.sum(axis=0) > 0.04 * height)
    rows = np.flatnonzero(part.sum(axis=1) > 0)
    if not len(columns) or not len(rows):
        return left, 0.0, right, 1.0
    top, bottom = max(0, int(rows[0]) - 1), min(height, int(rows[-1]) + 2)
    if bottom - top < height * 0.5:  # a dash keeps the height of its line
        middle = (top + bottom) / 2
        top, bottom = max(0, int(middle - height * 0.25)), min(height, int(middle + height * 0.25) + 1)
    x0, x1 = max(0, start + int(columns[0]) - 1), min(width, start + int(columns[-1]) + 2)
    return x0 / width, top / height, x1 / width, bottom / height
