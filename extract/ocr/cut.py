"""Figures that the detector's box cuts off: under a seal or on a bent page it ends before the print does.

Nothing is as silent as a figure without its first digits: what remains is printed clearly and read surely. So the picture is
looked at beyond both ends of a figure's box, and where print goes on, the box is made longer and read again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import Pixels, Quads, crop, is_tall
from extract.ocr.phrases import ink_of

#: All in parts of the box's height. Print that ends further from the box's end than `_MARGIN` is whole.
_MARGIN = 0.22
#: How far is looked, and the gap between two letters of one figure at most.
_SEEN, _GAP = 4.0, 0.35
_AIR = 0.15
#: A column of ink from top to bottom is a rule of the table, and no print goes on beyond it.
_RULE = 0.92
_EDGE = 0.15
#: How far left of a figure a rule is looked for, and how near to it print touches it.
_LEFT_OF, _TOUCHING = 0.5, 0.08
#: A dotted rule, or a broken one, has ink in so much of a line's height; letters have less, for the air above and below them.
_BROKEN_RULE = 0.8
_MARKS = frozenset("0123456789.,()（）-－¥￥£$")


def ends_cut(text: str, part: Pixels) -> tuple[bool, bool]:
    """Whether the print of a figure may go on beyond the left and the right side of its crop."""
    letters = text.strip()
    if not any(letter.isdigit() for letter in letters):
        return False, False
    columns = np.flatnonzero(_columns(part) == 1)
    if not len(columns):
        return False, False
    height, width = part.shape[:2]
    left = letters[0] in _MARKS and columns[0] < _MARGIN * height
    right = letters[-1] in _MARKS and width - 1 - columns[-1] < _MARGIN * height
    return bool(left), bool(right)


def lengthened(picture: Pixels, quad: NDArray[np.float32], ends: tuple[bool, bool]) -> NDArray[np.float32] | None:
    """`quad` as long as its print, or None when nothing goes on beyond it."""
    if is_tall(quad):
        return None
    height = float(np.linalg.norm(quad[3] - quad[0]) + np.linalg.norm(quad[2] - quad[1])) / 2
    wider = _stretched(quad, _SEEN * height * ends[0], _SEEN * height * ends[1])
    part = crop(picture, wider)
    scale = part.shape[0] / max(height, 1.0)
    inked = _columns(part)
    room = _SEEN * height * scale
    first = int(room) if ends[0] else 0
    last = len(inked) - 1 - (int(room) if ends[1] else 0)
    gap = max(2, int(_GAP * height * scale))
    left = _until(inked[::-1], len(inked) - 1 - first, gap) if ends[0] else 0
    right = _until(inked, last, gap) if ends[1] else 0
    least = 0.12 * height * scale
    if left < least and right < least:
        return None
    air = _AIR * height * scale
    more = [(grown + air) / scale if grown >= least else 0.0 for grown in (left, right)]
    return _stretched(quad, more[0], more[1])


def runs_into_rule(picture: Pixels, quad: NDArray[np.float32]) -> bool:
    """Whether a rule from top to bottom touches the first letter of a figure: another may stand on the rule itself."""
    if is_tall(quad):
        return False
    height = float(np.linalg.norm(quad[3] - quad[0]))
    part = crop(picture, _stretched(quad, _LEFT_OF * height, 0.0))
    columns = _columns(part)[: int(2 * _LEFT_OF * part.shape[0])]
    rules = np.flatnonzero(ink_of(part).mean(axis=0)[: len(columns)] > _BROKEN_RULE)
    if not len(rules):
        return False
    behind = columns[rules[-1] + 1 : rules[-1] + 2 + int(_TOUCHING * part.shape[0])]
    return bool((behind == 1).any())


def without_covered(quads: Sequence[NDArray[np.float32]], grown: Sequence[NDArray[np.float32]], share: float) -> list[bool]:
    """Of each of `quads`, whether it stands by itself: no more than `share` of it lies in one of `grown`."""
    return [all(other is quad or covered(quad, other) <= share for other in grown) for quad in quads]


def covered(quad: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """The share of the box around `quad` that lies in the box around `other`."""
    (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
    (x0, y0), (x1, y1) = other.min(axis=0), other.max(axis=0)
    across, down = min(right, x1) - max(left, x0), min(bottom, y1) - max(top, y0)
    return float(across * down / max(1.0, (right - left) * (bottom - top))) if across > 0 and down > 0 else 0.0


def joined(first: Quads, others: Quads) -> Quads:
    """`first`, and those of `others` that are not among them."""
    more = [quad for quad in others if all(covered(quad, known) <= _KNOWN for known in first)]
    return np.concatenate([first, np.array(more, dtype=np.float32).reshape(-1, 4, 2)])


_KNOWN = 0.3


def _columns(part: Pixels) -> NDArray[np.int8]:
    """Of each column, whether it carries print (1), a rule from top to bottom (2) or nothing (0)."""
    ink = ink_of(part)
    height = ink.shape[0]
    edge = int(height * _EDGE)
    printed = ink[edge : height - edge].sum(axis=0) > 0.04 * height
    return np.where(ink.mean(axis=0) > _RULE, 2, printed).astype(np.int8)


def _until(columns: NDArray[np.int8], start: int, gap: int) -> int:
    """How far beyond `start` print goes on to the right without a gap or a rule."""
    before = np.flatnonzero(columns[: start + 1] == 1)
    at = int(before[-1]) if len(before) else start
    for column in (start + 1 + np.flatnonzero(columns[start + 1 :])).tolist():
        if column - at > gap or columns[column] == 2:
            break
        at = column
    return max(0, at - start)


def _stretched(quad: NDArray[np.float32], left: float, right: float) -> NDArray[np.float32]:
    """`quad` with its left and right sides moved outwards by so many pixels."""
    top, bottom = quad[1] - quad[0], quad[2] - quad[3]
    upper, lower = top / max(1.0, float(np.linalg.norm(top))), bottom / max(1.0, float(np.linalg.norm(bottom)))
    return np.array([quad[0] - upper * left, quad[1] + upper * right, quad[2] + lower * right, quad[3] - lower * left], dtype=np.float32)


def only_marks(text: str) -> bool:
    """Whether `text` is a figure and nothing else."""
    return all(letter in _MARKS or letter.isspace() for letter in text)
