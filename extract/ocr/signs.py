"""The signs by which a recognised figure is believed or doubted, each of them a number.

They come from the network (its probabilities), from the second reader, from the pixels (size and contrast of the print, ink over
it, as many shapes as letters) and from the other figures of the page (as wide as so many letters are there, and printed to as many
places as those above and below). What they weigh together was learned: see confidence.py.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.numerals import normalised, parse, parse_recognised
from extract.ocr.lattice import LETTERS
from extract.ocr.models import Pixels
from extract.ocr.phrases import ink_of

#: A number, or letters where a text is none.
Value = Decimal | str

#: Figures of the same letter height, nearest first, that say how wide a digit and a mark are.
_NEIGHBOURS, _FEWEST = 24, 8
_SAME_HEIGHT = 0.2
#: Right edges of one column differ by less than this part of the letter height.
_ALIGNED = 0.6
#: From this share of others on a figure is not printed as its column is; and how likely a reading must be to have been seen.
_ODD, _SEEN = 0.6, 0.002
#: Share of rivals from which a figure is read once more.
_RIVALLED = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What is known of one figure.

    text               as it is taken, its separators mended
    weakest, mean      probability of its least sure digit, and of its letters on average
    readings           of the lattice, likeliest first, each with its probability
    rivals             share of these probabilities that goes to readings of another value
    second, sureness   the second reading and its own confidence, 0 to 1; None when none was asked
    repeated           what the recogniser read when a doubtful figure was shown to it alone and otherwise enlarged; () where not asked
    inked, mended      red ink lies over it; its separators were mended
    cut, sought        the detector's box cut it off; the detector did not see it at all
    height, contrast   of its letters in pixels; of print and paper, 0 to 1
    shapes             separate shapes of ink less letters that should be one each
    lacking            digits by which it is wider than so many letters are here; 0 where that cannot be told
    odd                share of the other figures of its column that are printed to other places; 0 where there are too few
    """

    text: str
    weakest: float
    mean: float
    readings: tuple[tuple[str, float], ...] = ()
    rivals: float = 0.0
    second: str | None = None
    sureness: float = 0.0
    repeated: tuple[str, ...] = ()
    inked: bool = False
    mended: bool = False
    cut: bool = False
    sought: bool = False
    height: float = 24.0
    contrast: float = 0.8
    shapes: float = 0.0
    lacking: float = 0.0
    odd: float = 0.0


#: In the order of `vector`; the learned weights bear these names.
NAMES = (
    "weakest", "mean", "rivals", "rivals by size", "sign in doubt", "sign by width", "same", "same by sureness", "same digits", "differs",
    "differs by sureness", "one digit differs", "one digit differs by sureness", "silent", "weakest if same", "repeated", "repeats",
    "repeats otherwise", "inked", "mended", "cut", "sought", "small", "pale", "more shapes", "fewer shapes", "wider", "narrower",
    "odd", "digits", "one digit", "marks", "no amount",
)  # fmt: skip
_FOR = frozenset({"weakest", "mean", "same", "same by sureness", "weakest if same", "repeats"})
_EITHER = frozenset({"digits", "one digit", "marks", "same digits", "repeated"})


def direction(name: str) -> int:
    """Whether a sign speaks for the reading (1), against it (-1) or, by what else is known, either way (0)."""
    return 1 if name in _FOR else 0 if name in _EITHER else -1


def vector(signs: Signs) -> NDArray[np.float64]:
    """The signs as numbers of like size, by `NAMES`; nothing in them is larger than 10."""
    body = marks_of(signs.text)
    digits = sum(letter.isdigit() for letter in body)
    weakest, mean = (-math.log10(max(1e-4, 1 - value)) for value in (signs.weakest, signs.mean))
    opposite = sum(chance for reading, chance in signs.readings if _value(reading) == _opposite(signs.text))
    repeats = [_alike(text, signs.text) for text in signs.repeated]
    small, pale = max(0.0, math.log2(24 / max(signs.height, 4))), max(0.0, 0.7 - signs.contrast)
    shapes, wider = min(3.0, max(-3.0, signs.shapes)), min(2.0, max(-2.0, signs.lacking))
    return np.array(
        [
            weakest, mean, _decades(signs.rivals), 4 * signs.rivals, _decades(opposite),
            _decades(opposite) * min(1.0, max(0.0, signs.lacking)), *_second(signs, body, weakest),
            len(repeats) > 0, sum(repeats), len(repeats) - sum(repeats), signs.inked, signs.mended, signs.cut, signs.sought, small, pale,
            max(0.0, shapes), max(0.0, -shapes), max(0.0, wider - 0.2), max(0.0, -wider - 0.2), signs.odd, min(digits, 12) / 4,
            digits == 1, min(4, len(re.findall(r"[.,]", body))) / 2, not _is_amount(signs.text),
        ],
        dtype=np.float64,
    )  # fmt: skip


def _second(signs: Signs, body: str, weakest: float) -> tuple[float, ...]:
    """What the second reading says: "same" to "weakest if same" of `NAMES`."""
    again, body = second_of(signs.second or ""), second_of(body)
    same = bool(again) and again == body
    alike = bool(again) and not same and digits_of(again) == digits_of(body)
    differs = bool(again) and not same and not alike
    near = differs and _one_digit_apart(digits_of(again), digits_of(body))
    sure = signs.sureness
    return same, same * sure, alike, differs, differs * sure, near, near * sure, signs.second == "", weakest * same


def _alike(text: str, other: str) -> bool:
    """Whether two readings have the same digits and signs; of their specks and separators other signs tell."""
    first, second = marks_of(text), marks_of(other)
    return digits_of(first) == digits_of(second) and bool(_SIGN.search(first)) == bool(_SIGN.search(second))


def _is_amount(text: str) -> bool:
    """Whether the text has the shape of an amount, or of one with the letters of its side; none begins with a nought before more digits."""
    return (parse(text) is not None or parse(_SIDE.sub("", text)) is not None) and not re.match(r"\D*0[,\d]", text)


def _decades(share: float) -> float:
    """A small share on the scale of its size: 0 at 1 in 100,000, 5 at 1."""
    return math.log10(max(1e-5, share)) + 5


def _opposite(text: str) -> Value | None:
    value = _value(text)
    return -value if isinstance(value, Decimal) and value else None


def worth_repeating(signs: Signs) -> bool:
    """Whether something speaks against a reading, so that a further look at it is worth its time."""
    differs = signs.second is not None and second_of(signs.second) != second_of(signs.text)
    return differs or signs.rivals > _RIVALLED or signs.cut or signs.sought or signs.inked or signs.odd > 0.5


def marks_of(text: str) -> str:
    """The text as it is compared: half width, without spaces."""
    return "".join(normalised(text).split()).translate(_MARKS)


def second_of(text: str) -> str:
    """A text as it is compared with the second reader's: specks left out, and letters that it takes for digits read as these."""
    return marks_of(text).strip(_SPECKS).translate(_LIKE_DIGITS)


def rivals_of(text: str, readings: Sequence[tuple[str, float]]) -> float:
    """Share of the readings' probability that goes to other values than that of `text`; letters of no figure do not count."""
    own, total = _value(text), sum(chance for _, chance in readings)
    return sum(chance for reading, chance in readings if _value(reading) != own) / total if total > 0 else 1.0


def _value(text: str) -> Value:
    return value_of("".join(letter for letter in normalised(text) if letter in LETTERS).strip(" .,"))


def value_of(text: str) -> Value:
    """What a text says: its number, or its letters where it is none. Two texts of one value are one reading."""
    numeral = parse_recognised(text)
    return numeral.value if numeral is not None else marks_of(text)


def _one_digit_apart(first: str, second: str) -> bool:
    return len(first) == len(second) and sum(one != other for one, other in zip(first, second, strict=True)) == 1


_SIGN = re.compile(r"[-(△▲]")
_SIDE = re.compile(r"(?<=\d) ?[A-Za-z]{1,2}$")
_LIKE_DIGITS = str.maketrans("}]|lI!OoDQS§BZz", "111111000055822")
_SPECKS = "*•·°'’`|_~:;.,+"
_MARKS = str.maketrans({"￥": "¥", "：": ":", "’": "'"})


def digits_of(text: str) -> str:
    """The digits alone: a misread separator is no other amount, and numerals.py judges those."""
    return "".join(letter for letter in text if letter in "0123456789")


def contrast_of(crop: Pixels) -> float:
    """How much darker print is than paper, 0 to 1."""
    dark, light = np.percentile(cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY), (4, 85))
    return float(light - dark) / 255


def shapes_of(crop: Pixels, text: str) -> float:
    """Shapes as tall as digits in the crop, less the letters of `text` that are one each."""
    ink = ink_of(crop)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    heights = [down for _, _, across, down, _ in found[1:].tolist() if across < 2 * down and down > 5]
    if not heights:
        return 0.0
    tall = float(np.percentile(heights, 80))
    expected = sum(letter.isalnum() or letter in "()（）¥￥£$%" for letter in text)
    return float(sum(down > 0.6 * tall for down in heights) - expected)


def lacking(texts: Sequence[str], boxes: NDArray[np.float64]) -> list[float]:
    """By how many digits each figure is wider than its letters should be, judged by those near it.   boxes: rows of x0, y0, x1, y1"""
    counts = np.array([(len(digits_of(text)), len(marks_of(text)) - len(digits_of(text)), 1) for text in texts], dtype=np.float64)
    if len(texts) < _FEWEST:
        return [0.0] * len(texts)
    widths, heights = boxes[:, 2] - boxes[:, 0], np.maximum(boxes[:, 3] - boxes[:, 1], 1e-6)
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    answers = []
    for index in range(len(texts)):
        alike = np.abs(np.log(heights / heights[index])) < _SAME_HEIGHT
        alike[index] = False
        near = np.flatnonzero(alike)
        if len(near) < _FEWEST:
            answers.append(0.0)
            continue
        near = near[np.argsort(np.abs(middles[near] - middles[index]).sum(axis=1))[:_NEIGHBOURS]]
        answers.append(_excess(counts[near], widths[near], counts[index], float(widths[index])))
    return answers


def _excess(counts: NDArray[np.float64], widths: NDArray[np.float64], own: NDArray[np.float64], width: float) -> float:
    """Fitted twice, the second time without the neighbours that fit least: they may be the misread ones."""
    unit = float(np.median(widths / np.maximum(1.0, counts[:, 0] + 0.5 * counts[:, 1])))
    if unit <= 0:
        return 0.0
    # A little pull towards an ordinary font, so that neighbours which are all alike still give an answer.
    ridge, prior = np.diag([0.1, 0.3, 0.3]), np.array([1.0, 0.5, -0.1])
    kept = np.ones(len(widths), dtype=bool)
    weights = prior
    for _ in range(2):
        rows = counts[kept]
        weights = np.linalg.solve(rows.T @ rows + ridge, rows.T @ (widths[kept] / unit) + ridge @ prior)
        wrong = np.abs(counts @ weights - widths / unit)
        kept = wrong <= max(0.3, float(np.percentile(wrong, 75)))
    return float((width / unit - own @ weights) / max(0.3, float(weights[0])))


def column_steps(texts: Sequence[str], boxes: NDArray[np.float64]) -> list[tuple[Decimal | None, float]]:
    """Of each figure, the step of most others with the same right edge, and the share of these printed otherwise than it.

    (None, 0) where there are too few others, or the figure has no places.
    """
    numerals = [parse(text) for text in texts]
    places = [None if numeral is None or numeral.nil else numeral.step for numeral in numerals]
    answers: list[tuple[Decimal | None, float]] = []
    for index, own in enumerate(places):
        height = boxes[index, 3] - boxes[index, 1]
        beside = np.abs(boxes[:, 2] - boxes[index, 2]) < _ALIGNED * height
        others = [step for other in np.flatnonzero(beside) if other != index and (step := places[other]) is not None]
        if len(others) < 3:
            answers.append((None, 0.0))
        else:
            answers.append((max(sorted(set(others)), key=others.count), sum(step != own for step in others) / len(others)))
    return answers


def as_its_column(signs: Signs, step: Decimal | None) -> Signs:
    """The figure with the point that its column has and one of its other readings saw: 4.98 for 498; its digits stay.

    step   to which most of its column is printed
    """
    if step is None or signs.odd <= _ODD:
        return signs
    own = parse_recognised(signs.text)
    for reading in (*signs.repeated, signs.second or "", *(reading for reading, chance in signs.readings if chance > _SEEN)):
        numeral = parse(reading.strip(_SPECKS))
        if numeral is None or numeral.nil or numeral.step != step or digits_of(reading) != digits_of(signs.text):
            continue
        if own is None or (numeral.value < 0) == (own.value < 0):
            text = reading.strip(_SPECKS)
            return replace(signs, text=text, mended=True, odd=1 - signs.odd, rivals=rivals_of(text, signs.readings))
    return signs
