"""Rows of a photographed form: found anew along the slant that all its rows have together, where a word alone says nothing.

A label and its amount may stand so far apart that a page turned by one degree puts the amount beside the next label. Which slant is
right, the whole page says: headings, captions and all columns fall into lines at that one alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import exp
from statistics import median

from extract.numerals import parse_recognised
from extract.tables.lines import Chunk, Row

#: Slants that are tried, in points down for each point to the right; the page was straightened before, so that what is left is little.
_STEEPEST, _STEPS = 0.045, 45
#: How much the slant may differ between the top of a page and its bottom.
_TURNS = (-0.03, -0.02, -0.01, 0.0, 0.01, 0.02, 0.03)
#: Spread of the middles in one printed line, in heights of a letter.
_SPREAD = 0.22
#: The level page is believed unless another slant brings this much more of its words into lines.
_BETTER = 1.04
#: Words of one line lie within this many heights of a letter of each other, once the slant is taken off.
_TOGETHER = 0.62
#: An amount that lies further off its line than this is doubted where the next line is about as near.
_ASTRAY = 0.42
#: A slant that brings this share of the words into lines that the best one does is as likely.
_AS_GOOD = 0.85
#: Slants nearer than this are one and the same.
_APART = 0.01
#: Words that it takes to find a slant.
_ENOUGH = 8
#: What is left of the trust in an amount whose line is not certain.
ASTRAY = 0.9


def realigned(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page, its recognised words put into lines along the slant of the page."""
    if not rows or not all(row.recognised for row in rows):
        return list(rows)
    chunks = [chunk for row in rows for chunk in row.chunks]
    if len(chunks) < _ENOUGH:
        return list(rows)
    height = median(chunk.box.height for chunk in chunks)
    middle = median(chunk.box.middle for chunk in chunks)
    span = max(1.0, max(chunk.box.bottom for chunk in chunks) - min(chunk.box.top for chunk in chunks))
    points = [(chunk.box.centre, chunk.box.middle) for chunk in chunks]

    def levels(slant: float, turn: float) -> list[float]:
        return [y - (slant + turn * (y - middle) / span) * x for x, y in points]

    def worth(slant: float, turn: float) -> float:
        return _aligned(levels(slant, turn), [x for x, _ in points], height) * (1 - 1.5 * abs(slant) - abs(turn))

    level = worth(0.0, 0.0)
    tried = [(worth(_STEEPEST * step / _STEPS, 0.0), _STEEPEST * step / _STEPS) for step in range(-_STEPS, _STEPS + 1)]
    best = sorted(tried, reverse=True)[:3]
    worthiest, slant, turn = max((worth(slant, turn), slant, turn) for _, slant in best for turn in _TURNS)
    if worthiest < level * _BETTER:
        worthiest, slant, turn = level, 0.0, 0.0
    peaks = [
        slope
        for (before, _), (told, slope), (after, _) in zip(tried, tried[1:], tried[2:], strict=False)
        if told >= max(before, after) and told >= _AS_GOOD * worthiest
    ]
    partners = _partners(chunks, levels(slant, turn), height)
    amounts = [index for index, chunk in enumerate(chunks) if re.search(r"\d", chunk.text) and parse_recognised(chunk.text) is not None]
    captioned = sum(index in partners for index in amounts)
    others = [
        peak
        for peak in peaks
        if abs(peak - slant) > _APART and len(_partners(chunks, levels(peak, 0.0), height).keys() & set(amounts)) >= captioned
    ]
    unsure = {
        index
        for other in others
        for index, partner in _partners(chunks, levels(other, 0.0), height).items()
        if partner != partners.get(index)
    }
    chunks = [_doubted(chunk) if index in unsure else chunk for index, chunk in enumerate(chunks)]
    return _grouped(rows[0], chunks, levels(slant, turn), height)


def _partners(chunks: Sequence[Chunk], levels: Sequence[float], height: float) -> dict[int, int]:
    """For each word that has words well to its left, the nearest of them in its line."""
    order = sorted(range(len(levels)), key=lambda index: levels[index])
    heights = [levels[index] for index in order]
    found = {}
    for index, level in enumerate(levels):
        place = bisect_left(heights, level - _TOGETHER * height)
        best: tuple[float, int] | None = None
        while place < len(order) and heights[place] <= level + _TOGETHER * height:
            other = order[place]
            gap = chunks[index].box.x0 - chunks[other].box.x1
            if gap > 0 and (best is None or gap < best[0]):
                best = (gap, other)
            place += 1
        if best is not None:
            found[index] = best[1]
    return found


def _aligned(levels: Sequence[float], lefts: Sequence[float], height: float) -> float:
    """How many words stand in line with one well to their left."""
    order = sorted(range(len(levels)), key=lambda index: levels[index])
    heights = [levels[index] for index in order]
    spread = _SPREAD * height
    total = 0.0
    for index, level in enumerate(levels):
        start = bisect_left(heights, level - 3 * spread)
        best = 0.0
        for place in range(start, len(order)):
            if heights[place] > level + 3 * spread:
                break
            other = order[place]
            if lefts[other] < lefts[index] - 2 * height:
                best = max(best, exp(-(((level - heights[place]) / spread) ** 2)))
        total += best
    return total


def _grouped(first: Row, chunks: Sequence[Chunk], levels: Sequence[float], height: float) -> list[Row]:
    """Words at one level, none of them over another, are a row; top to bottom."""
    groups: list[list[int]] = []
    for index in sorted(range(len(chunks)), key=lambda one: levels[one]):
        home = None
        for group in groups[-3:]:
            near = abs(_middle(group, levels) - levels[index]) < _TOGETHER * height
            free = all(chunks[other].box.overlap_x(chunks[index].box) <= 0.15 * chunks[index].box.width for other in group)
            if near and free and (home is None or abs(_middle(group, levels) - levels[index]) < abs(_middle(home, levels) - levels[index])):
                home = group
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    groups.sort(key=lambda group: _middle(group, levels))
    middles = [_middle(group, levels) for group in groups]
    pitch = median([below - above for above, below in pairwise(middles)] or [2 * height])
    result = []
    for number, group in enumerate(groups):
        own = middles[number]
        members = sorted(group, key=lambda index: chunks[index].box.x0)
        parts = []
        for index in members:
            off = abs(levels[index] - own)
            others = [abs(levels[index] - other) for place, other in enumerate(middles) if place != number]
            unsure = off > _ASTRAY * height and others and min(others) < 0.75 * pitch
            parts.append(_doubted(chunks[index]) if unsure else chunks[index])
        result.append(replace(first, number=number, chunks=tuple(parts)))
    return result


def _middle(group: Sequence[int], levels: Sequence[float]) -> float:
    return median(levels[index] for index in group)


def _doubted(chunk: Chunk) -> Chunk:
    """The chunk, no word of it trusted beyond what its place is."""
    return replace(chunk, words=tuple(replace(word, confidence=min(word.confidence, ASTRAY)) for word in chunk.words))
