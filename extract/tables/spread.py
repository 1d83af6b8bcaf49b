"""Two pages on one picture, as an open book or two sheets on the glass: where they part, so that each is read by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.page import Page, Word
from extract.tables.grouping import lines_of

#: A picture of two upright pages is so many times wider than tall; the pages part in its middle, by a share of its width without print.
_WIDE, _LEFT, _RIGHT, _GUTTER = 1.15, 0.4, 0.6, 0.035
#: Words that each page must have, and the share of lines that stand level with one beyond the middle in a table that runs across it.
_WORDS, _LEVEL = 12, 0.65
#: Lines from the top of each half among which a heading is repeated.
_HEADING = 3


def halves(page: Page) -> tuple[Page, ...]:
    """The pages on a recognised page, left to right: two where it shows two, else itself.

    A sheet of two sides, as the Chinese balance sheet, prints its title over both and its lines level across the middle.
    """
    middle = _gutter(page)
    if middle is None:
        return (page,)
    left = tuple(word for word in page.words if word.box.centre < middle)
    right = tuple(word for word in page.words if word.box.centre >= middle)
    if min(len(left), len(right)) < _WORDS:
        return (page,)
    if _level_share(left, right) > _LEVEL and not _same_heading(left, right):
        return (page,)
    return replace(page, words=left), replace(page, words=right)


def _gutter(page: Page) -> float | None:
    """The middle of the widest strip without print near the middle of a wide picture."""
    if page.source != "ocr" or page.width < _WIDE * page.height or not page.words:
        return None
    spans = sorted((word.box.x0, word.box.x1) for word in page.words)
    reach, gaps = spans[0][1], []
    for (_, _), (begin, end) in pairwise(spans):
        if begin > reach:
            gaps.append((begin - reach, (begin + reach) / 2))
        reach = max(reach, end)
    inside = [(wide, middle) for wide, middle in gaps if _LEFT * page.width < middle < _RIGHT * page.width]
    wide, middle = max(inside, default=(0.0, 0.0))
    return middle if wide > _GUTTER * page.width else None


def _level_share(left: Sequence[Word], right: Sequence[Word]) -> float:
    """Of the lines of the half that has fewer, those that stand level with one of the other."""
    one, other = sorted((_middles(left), _middles(right)), key=len)
    near = sum(min(abs(middle - there) for there, _ in other) < 0.3 * height for middle, height in one)
    return near / len(one)


def _middles(words: Sequence[Word]) -> list[tuple[float, float]]:
    """Middle and height of each line."""
    return [
        (sum(word.box.middle for word in line) / len(line), sum(word.box.height for word in line) / len(line)) for line in lines_of(words)
    ]


def _same_heading(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether both halves begin with the same words: two pages of one paper."""
    tops = [
        {
            word.text
            for line in sorted(lines_of(half), key=lambda line: line[0].box.middle)[:_HEADING]
            for word in line
            if len(word.text) > 3
        }
        for half in (left, right)
    ]
    return len(tops[0] & tops[1]) >= 2
