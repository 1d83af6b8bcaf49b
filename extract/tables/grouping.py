"""Recognised words to printed lines, the surest neighbours first.

On a picture lines are never quite level, and a cell of two lines stands between the lines beside it: taken from top to bottom, a
line would be caught by whichever word comes first. Here those words meet first that are most surely on one line, near each other
and at one height, and a word joins a line only where it is level with those beside it and in nobody's place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extract.page import Word

#: How far a word may reach over another of its line, as a share of the narrower one.
_OVER = 0.4
#: By how much less sure two words are of one line for each height that they stand apart.
_APART = 0.03
_MARK = re.compile(r"[、，。,.；;：:（）()]{1,2}")


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a page by printed line; neither lines nor their words are in an order."""
    line_of = list(range(len(words)))
    lines = {index: [index] for index in line_of}
    for _, one, other in _pairs(words):
        small, large = sorted((line_of[one], line_of[other]), key=lambda number: len(lines[number]))
        if small == large or not _level([words[index] for index in lines[small]], [words[index] for index in lines[large]]):
            continue
        for index in lines[small]:
            line_of[index] = large
        lines[large] += lines.pop(small)
    return [[words[index] for index in line] for line in lines.values()]


def _pairs(words: Sequence[Word]) -> list[tuple[float, int, int]]:
    """Words that may stand on one line, the surest first."""
    order = sorted(range(len(words)), key=lambda index: words[index].box.middle)
    middles = [words[index].box.middle for index in order]
    tallest = max((word.box.height for word in words), default=0.0)
    pairs = []
    for place, index in enumerate(order):
        word = words[index]
        for other in order[place + 1 : bisect_left(middles, middles[place] + tallest)]:
            height = max(min(word.box.height, words[other].box.height), 1.0)
            if same_height([words[other]], word):
                apart = max(0.0, -word.box.overlap_x(words[other].box))
                pairs.append((abs(word.box.middle - words[other].box.middle) / height + _APART * apart / height, index, other))
    return sorted(pairs)


def _level(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two parts of lines are one: where they meet, their words are level, and none stands in another's place."""
    small, large = sorted((one, other), key=len)
    for word in small:
        if any(word.box.overlap_x(there.box) > _OVER * min(word.box.width, there.box.width) for there in large):
            return False
    ordered = sorted([*((word.box.centre, False, word) for word in small), *((word.box.centre, True, word) for word in large)], key=_first)
    return all(same_height([left[2]], right[2]) for left, right in pairwise(ordered) if left[1] != right[1])


def _first(item: tuple[float, bool, Word]) -> float:
    return item[0]


def same_height(line: Sequence[Word], word: Word) -> bool:
    """Whether `word` stands on the line of `line`, judged against its nearest neighbour so that a slight skew does no harm."""
    nearest = min(line, key=lambda other: abs(other.box.centre - word.box.centre))
    lower = min(nearest.box.height, word.box.height)
    if _MARK.fullmatch(word.text) or _MARK.fullmatch(nearest.text):
        # A mark from another font than its line has its box well below or above: it touches the words beside it.
        gaps = (abs(word.box.x0 - other.box.x1) for other in line), (abs(other.box.x0 - word.box.x1) for other in line)
        if min(min(gap) for gap in gaps) < 0.15 * lower:
            return nearest.box.overlap_y(word.box) > 0.2 * lower
    return nearest.box.overlap_y(word.box) > 0.5 * lower
