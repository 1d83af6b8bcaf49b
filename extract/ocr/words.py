"""Phrases of a straightened picture to words: what each says, by two readers, how sure that is, and where it stands."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.ocr.confidence import figure_confidence
from extract.ocr.ink import has_red_ink, hides_print, red_of, without_red
from extract.ocr.models import Line, Models, Pixels, Quads, crop, is_tall
from extract.ocr.phrases import Piece, pieces_of
from extract.ocr.second import MOST_FIGURES, read_again
from extract.ocr.separators import mended

#: Below this mean probability a phrase is a scribble, a logo or a face, not text.
_LEAST_SCORE = 0.4
_FIGURE = re.compile(r"\d")
_FIGURE_SHARE = 0.4
_LONGEST_FIGURE = 30


@dataclass(frozen=True, slots=True)
class Found:
    """One printed thing.   box: left, top, right, bottom as shares of the upright picture's width and height, 0 to 1"""

    text: str
    box: tuple[float, float, float, float]
    confidence: float
    second: str | None


@dataclass(slots=True)
class Phrase:
    """One line of print as read.   inked: red ink lies over it"""

    quad: NDArray[np.float32]
    crop: Pixels
    line: Line
    inked: bool = False


def words_of(phrases: Sequence[Phrase], *, width: int, height: int, skew: float, second: bool) -> list[Found]:
    """The printed things of all phrases.   width, height, skew: of the picture   second: ask the second reader for figures"""
    placed: list[tuple[Piece, Phrase]] = []
    for phrase in phrases:
        if phrase.line.text.strip() and phrase.line.score >= _LEAST_SCORE:
            placed.extend((piece, phrase) for piece in pieces_of(phrase.line, phrase.crop))
    readings = _second_readings(placed) if second else {}
    found = []
    for index, (piece, phrase) in enumerate(placed):
        again, sureness = readings.get(index, (None, 0.0))
        text, sure = piece.text, piece.score
        if is_figure(piece.text):
            text = mended(piece.text, again)
            sure = figure_confidence(piece.text, piece.weakest, again, sureness, inked=phrase.inked, mended=text != piece.text)
        found.append(Found(text, _box(piece, phrase.quad, width, height, skew), round(sure, 4), again))
    return found


def phrases_in(models: Models, picture: Pixels, quads: Quads) -> list[Phrase]:
    """All phrases as read; where a red seal lies over the page, those under it as read without the red."""
    crops = [crop(picture, quad) for quad in quads]
    red = red_of(picture)
    if not has_red_ink(red):
        return [Phrase(quad, part, line) for quad, part, line in zip(quads, crops, models.read(crops), strict=True)]
    cleaned = without_red(picture, red)
    phrases = [Phrase(quad, part, line) for quad, part, line in zip(quads, crops, models.read(crops), strict=True)]
    inked = []
    for phrase in phrases:
        faded = crop(cleaned, phrase.quad)
        if hides_print(phrase.crop, faded):
            phrase.inked = True
            inked.append((phrase, faded))
    for (phrase, faded), line in zip(inked, models.read([faded for _, faded in inked]), strict=True):
        if line.score >= _LEAST_SCORE:
            phrase.crop, phrase.line = faded, line
    # A figure wholly under a seal is found only without it.
    more = [quad for quad in models.detect(cleaned) if not _is_known(quad, quads)]
    parts = [crop(cleaned, quad) for quad in more]
    return phrases + [Phrase(quad, part, line, True) for quad, part, line in zip(more, parts, models.read(parts), strict=True)]


def _is_known(quad: NDArray[np.float32], quads: Quads) -> bool:
    left, top = quad.min(axis=0)
    right, bottom = quad.max(axis=0)
    for other in quads:
        x0, y0 = other.min(axis=0)
        x1, y1 = other.max(axis=0)
        across, down = min(right, x1) - max(left, x0), min(bottom, y1) - max(top, y0)
        if across > 0 and down > 0 and across * down > 0.3 * (right - left) * (bottom - top):
            return True
    return False


def is_figure(text: str) -> bool:
    """Whether a second reading is worth asking for: short, and mostly digits."""
    compact = text.replace(" ", "")
    return (
        bool(_FIGURE.search(compact)) and len(compact) <= _LONGEST_FIGURE and sum(map(str.isdigit, compact)) >= _FIGURE_SHARE * len(compact)
    )


def _second_readings(placed: list[tuple[Piece, Phrase]]) -> dict[int, tuple[str, float]]:
    figures = [index for index, (piece, _) in enumerate(placed) if is_figure(piece.text)][:MOST_FIGURES]
    crops = []
    for index in figures:
        piece, phrase = placed[index]
        width = phrase.crop.shape[1]
        air = phrase.crop.shape[0] // 6
        left, right = max(0, int(piece.left * width) - air), min(width, int(piece.right * width) + air + 1)
        crops.append(phrase.crop[:, left:right])
    return dict(zip(figures, read_again(crops), strict=True))


def _box(piece: Piece, quad: NDArray[np.float32], width: int, height: int, skew: float) -> tuple[float, float, float, float]:
    """The piece's box in the picture, as if the page had lain straight."""
    top_left, top_right, bottom_right, bottom_left = quad.astype(np.float64)
    if is_tall(quad):  # its crop was turned: no share of it stands upright
        corners = quad.astype(np.float64)
    else:

        def at(across: float, down: float) -> NDArray[np.float64]:
            upper = top_left + (top_right - top_left) * across
            lower = bottom_left + (bottom_right - bottom_left) * across
            return np.asarray(upper + (lower - upper) * down, dtype=np.float64)

        corners = np.array(
            [at(piece.left, piece.top), at(piece.right, piece.top), at(piece.right, piece.bottom), at(piece.left, piece.bottom)]
        )
    if skew:
        middle = np.array([width / 2, height / 2])
        cosine, sine = math.cos(-skew), math.sin(-skew)
        corners = (corners - middle) @ np.array([[cosine, sine], [-sine, cosine]]) + middle
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    clipped = (left / width, top / height, right / width, bottom / height)
    x0, y0, x1, y1 = (min(1.0, max(0.0, float(value))) for value in clipped)
    return round(x0, 6), round(y0, 6), round(x1, 6), round(y1, 6)
