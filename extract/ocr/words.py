"""Phrases of a straightened picture to words: what each says, by two readers, how sure that is, and where it stands."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.numerals import parse_recognised
from extract.ocr.confidence import alternatives_of, figure_confidence
from extract.ocr.finding import LEAST_SCORE, Phrase, phrases_in, sought
from extract.ocr.lattice import readings
from extract.ocr.missed import blots_in
from extract.ocr.models import Models, Pixels, Quads, is_tall
from extract.ocr.phrases import Piece, pieces_of, whole_again
from extract.ocr.red_print import may_be_negative, negated
from extract.ocr.second import MOST_FIGURES, read_again
from extract.ocr.separators import grouped, mended
from extract.ocr.signs import Signs, as_its_column, column_steps, contrast_of, lacking, rivals_of, shapes_of, worth_repeating

_FIGURE = re.compile(r"\d")
#: Dirt that was read as print: beside a caption it would move what stands under it.
_SPECKS = re.compile(r"[.,·•'’`°:;~\s]+")
_FIGURE_SHARE = 0.4
#: Figures of which one lies so far in the other are one.
_SAME_PLACE = 0.6
#: How sure a figure is at most that lies under a seal as dark as print.
_HIDDEN = 0.9
_LONGEST_FIGURE = 30
#: Phrases whose contrast says how dark this page's print is.
_SAMPLE = 40
#: A nil dash in the middle of its crop.
_DASH = Piece("-", 0.2, 0.8, 0.2, 0.8, 0.985, 0.985)


@dataclass(frozen=True, slots=True)
class Found:
    """One printed thing.

    box           left, top, right, bottom as shares of the upright picture's width and height, 0 to 1
    alternatives  what else a figure may say, likeliest first, with the probability of each
    signs         by which a figure is believed or doubted
    """

    text: str
    box: tuple[float, float, float, float]
    confidence: float
    second: str | None
    alternatives: tuple[tuple[str, float], ...] = ()
    signs: Signs | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a phrase.   box: as of Found"""

    piece: Piece
    phrase: Phrase
    box: tuple[float, float, float, float]


def words_in(models: Models, picture: Pixels, quads: Quads, *, skew: float, second: bool) -> list[Found]:
    """The printed things of a picture that stands upright.

    quads    where the detector sees phrases   skew: of the picture, radians
    second   ask the second reader for figures
    """
    placed = placed_in(models, picture, quads, skew)
    signs = signs_of(models, placed, picture.shape[1], picture.shape[0], second=second)
    red = may_be_negative({index: own.text for index, own in signs.items()}, {index: _crop_of(placed[index]) for index in signs})
    found = []
    for index, item in enumerate(placed):
        text, sure, again = item.piece.text, item.piece.score, None
        others: tuple[tuple[str, float], ...] = ()
        if index in signs:
            own = signs[index]
            text, again = own.text, own.second
            if parse_recognised(text) is not None:  # a date or "£000" is as sure as its letters
                sure = figure_confidence(own)
                if item.phrase.hidden:
                    sure = min(sure, _HIDDEN)
                others = alternatives_of(text, sure, own)
            if index in red:
                sure, others = negated(text, sure, others)
        found.append(Found(text, item.box, round(sure, 4), again, others, signs.get(index)))
    return found


def placed_in(models: Models, picture: Pixels, quads: Quads, skew: float) -> list[Placed]:
    """Everything read in the picture, with what the detector did not see in its columns of figures."""
    height, width = picture.shape[:2]
    phrases, cleaned = phrases_in(models, picture, quads)
    placed = [
        Placed(piece, phrase, _box(piece, phrase.quad, width, height, skew))
        for phrase in phrases
        if phrase.line.text.strip() and phrase.line.score >= LEAST_SCORE
        for piece in (whole_again(pieces_of(phrase.line, phrase.crop)) if phrase.inked else pieces_of(phrase.line, phrase.crop))
        if not _SPECKS.fullmatch(piece.text)
    ]
    placed = once(placed)
    boxes = np.array([item.box for item in placed], dtype=np.float64).reshape(-1, 4) * [width, height, width, height]
    figures = np.array([is_figure(item.piece.text) for item in placed], dtype=np.bool_)
    contrast = float(np.median([contrast_of(item.phrase.crop) for item in placed[:_SAMPLE]])) if placed else 0.0
    for phrase in sought(models, cleaned, blots_in(cleaned, boxes, boxes[figures], skew, contrast)):
        pieces = [_DASH] if phrase.line.text == "-" else pieces_of(phrase.line, phrase.crop)
        placed.extend(Placed(piece, phrase, _box(piece, phrase.quad, width, height, skew)) for piece in pieces)
    return placed


def once(placed: list[Placed]) -> list[Placed]:
    """The same without figures that lie mostly in another one: under a seal the detector boxes print twice, or a part of it."""
    figures = [index for index, item in enumerate(placed) if is_figure(item.piece.text)]
    # The one with more digits is the whole, and of two wholes the surer one is right.
    figures.sort(key=lambda index: (-sum(map(str.isdigit, placed[index].piece.text)), -placed[index].piece.score))
    kept: list[int] = []
    dropped: set[int] = set()
    for index in figures:
        if any(_within(placed[index].box, placed[other].box) > _SAME_PLACE for other in kept):
            dropped.add(index)
        else:
            kept.append(index)
    return [item for index, item in enumerate(placed) if index not in dropped]


def _within(box: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> float:
    """The share of `box` that lies in `other`."""
    across, down = min(box[2], other[2]) - max(box[0], other[0]), min(box[3], other[3]) - max(box[1], other[1])
    size = (box[2] - box[0]) * (box[3] - box[1])
    return across * down / size if across > 0 and down > 0 and size > 0 else 0.0


def signs_of(models: Models, placed: Sequence[Placed], width: int, height: int, *, second: bool) -> dict[int, Signs]:
    """What is known of each figure, by its place in `placed`.   width, height: of the picture in pixels"""
    figures = [index for index, item in enumerate(placed) if is_figure(item.piece.text)]
    crops = [_crop_of(placed[index]) for index in figures]
    asked = min(len(figures), MOST_FIGURES) if second else 0
    again: list[tuple[str | None, float]] = [*read_again(crops[:asked]), *[(None, 0.0)] * (len(figures) - asked)]
    texts = grouped([mended(placed[index].piece.text, text) for index, (text, _) in zip(figures, again, strict=True)])
    boxes = np.array([placed[index].box for index in figures], dtype=np.float64).reshape(-1, 4) * [width, height, width, height]
    wider, steps = lacking(texts, boxes), column_steps(texts, boxes)
    signs = {}
    for number, index in enumerate(figures):
        piece, phrase, part = placed[index].piece, placed[index].phrase, crops[number]
        others = readings(piece.lattice) if piece.lattice is not None else []
        signs[index] = Signs(
            text=texts[number], weakest=piece.weakest, mean=piece.score, readings=tuple(others), rivals=rivals_of(texts[number], others),
            second=again[number][0], sureness=again[number][1], inked=phrase.inked, mended=texts[number] != piece.text,
            cut=phrase.cut, sought=phrase.sought, height=(piece.bottom - piece.top) * phrase.crop.shape[0], contrast=contrast_of(part),
            shapes=shapes_of(part, piece.text), lacking=wider[number], odd=steps[number][1],
        )  # fmt: skip
    signs = _repeated(models, signs, dict(zip(figures, crops, strict=True)))
    return {index: as_its_column(signs[index], steps[number][0]) for number, index in enumerate(figures)}


def _repeated(models: Models, signs: dict[int, Signs], crops: Mapping[int, Pixels]) -> dict[int, Signs]:
    """The same, with those figures read once more that something speaks against: alone, and softer and taller."""
    again = [index for index, own in signs.items() if worth_repeating(own)]
    shown = [view for index in again for view in (crops[index], _softer(crops[index]))]
    lines = models.read(shown)
    for number, index in enumerate(again):
        signs[index] = replace(signs[index], repeated=(lines[2 * number].text, lines[2 * number + 1].text))
    return signs


def _softer(crop: Pixels) -> Pixels:
    """A little out of focus, with more paper above and below: other mistakes are made on it."""
    air = max(2, crop.shape[0] // 8)
    soft = cv2.GaussianBlur(crop, (0, 0), max(0.6, crop.shape[0] / 48))
    return np.asarray(cv2.copyMakeBorder(soft, air, air, 0, 0, cv2.BORDER_REPLICATE), dtype=np.uint8)


def _crop_of(item: Placed) -> Pixels:
    """The figure's part of its phrase's crop, with a little air."""
    height, width = item.phrase.crop.shape[:2]
    air = height // 6
    left, right = max(0, int(item.piece.left * width) - air), min(width, int(item.piece.right * width) + air + 1)
    return item.phrase.crop[:, left:right]


def is_figure(text: str) -> bool:
    """Whether a second reading is worth asking for: short, and mostly digits."""
    compact = text.replace(" ", "")
    return (
        bool(_FIGURE.search(compact)) and len(compact) <= _LONGEST_FIGURE and sum(map(str.isdigit, compact)) >= _FIGURE_SHARE * len(compact)
    )


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
