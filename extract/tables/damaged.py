"""Words that the recogniser ran together, tore apart or took a stroke from, where their own form says what they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.page import Word
from extract.place import Box

#: An amount with cents into which the account number or serial of the next column runs.
_NUMBER_BEHIND = re.compile(r"([-+(]?\d{1,3}(?:,?\d{3})*[.,]\d{2})((?:\d[ ]?){9,})")
#: An amount with cents into which the words of the next column run; what follows an amount as a part of it is none.
_WORDS_BEHIND = re.compile(
    r"([-+(]?\d{1,3}(?:,?\d{3})*\.\d{2}\)?)\s*((?!(?:CR|DR|OD|GBP|USD|EUR|CNY|RMB|HKD)\b)[A-Za-z][A-Za-z&'.]+(?: .+)?)", re.IGNORECASE
)
#: A day that lost one of its two strokes.
_DAY = re.compile(r"((?:19|20)\d{2})(-?)(0[1-9]|1[0-2])(-?)(0[1-9]|[12]\d|3[01])")


#: An amount whose point was read as another mark, or with air around it; a mark that may be a thousand's has air behind it.
_POINT = re.compile(r"([-+(]?(?:[\d,]*\d|\d{1,3}(?:\.\d{3})+))(\s*[.]\s+|\s+[.]\s*|\s*,\s+|(?<=\d{3})\s*[:;·]\s*)(\d{2}\)?)")
#: How sure such an amount is at most, where nothing proves it.
_WITHOUT_POINT = 0.97
#: What something dark over the middle of an amount leaves of its beginning ("266,1", "(168", "92,") and of its end ("4.64", "71)").
_BEGUN = re.compile(r"[-+]?[¥￥£$]?(?:\d{1,3}(?:,\d{3})*,\d{0,2}|[(（]\d[\d,.]*)")
_ENDED = re.compile(r"\d{0,3}(?:,\d{3})*\.\d{2}[)）]?|\d{1,3}[)）]")
#: Both stand so near, in heights of print. How sure they are at most.
_TORN_GAP, _TORN = 1.6, 0.9


def with_tears(line: Sequence[Word]) -> list[Word]:
    """The words of one line, left to right, the two ends of an amount whose middle is hidden both doubtful: neither is an amount."""
    ordered = sorted(line, key=lambda word: word.box.x0)
    torn: set[int] = set()
    for place, (left, right) in enumerate(pairwise(ordered)):
        near = right.box.x0 - left.box.x1 < _TORN_GAP * max(left.box.height, right.box.height)
        if near and _BEGUN.fullmatch(left.text) and _ENDED.fullmatch(right.text):
            torn |= {place, place + 1}
    return [replace(word, confidence=min(word.confidence, _TORN)) if place in torn else word for place, word in enumerate(ordered)]


def with_point(word: Word) -> Word:
    """An amount whose cents stand apart ("436559. 85", "162812:93"), with its point."""
    found = _POINT.fullmatch(word.text)
    if found is None:
        return word
    whole = found.group(1).replace(".", ",")
    return replace(word, text=f"{whole}.{found.group(3)}", confidence=min(word.confidence, _WITHOUT_POINT))


def with_strokes(word: Word) -> Word:
    """A day whose one stroke was lost ("202412-31"), with both."""
    found = _DAY.fullmatch(word.text)
    if found is None or bool(found.group(2)) == bool(found.group(4)):
        return word
    year, _, month, _, day = found.groups()
    return replace(word, text=f"{year}-{month}-{day}")


def parted(word: Word) -> list[Word]:
    """An amount and the long number, or the words, of the next column read as one ("357,303.89609064565045879"), cut behind the cents."""
    found = _NUMBER_BEHIND.fullmatch(word.text) or _WORDS_BEHIND.fullmatch(word.text)
    if found is None:
        return [word]
    amount, behind = found.groups()
    cut = len(amount) / len(word.text)
    return [replace(_part(word, 0.0, cut), text=amount, second=None), replace(_part(word, cut, 1.0), text=behind.strip(), second=None)]


def next_column(amount: str, behind: str) -> bool:
    """Whether the words that follow an amount closely are those of the column beside it."""
    return _WORDS_BEHIND.fullmatch(f"{amount} {behind}") is not None


def _part(word: Word, begin: float, end: float) -> Word:
    def of(box: Box) -> Box:
        return Box(box.x0 + begin * box.width, box.top, box.x0 + end * box.width, box.bottom)

    upright = word.seen is not None and word.seen.width >= word.seen.height
    return replace(word, box=of(word.box), seen=of(word.seen) if upright and word.seen is not None else word.seen, alternatives=())


def one_day(left: str, right: str) -> bool:
    """Whether two words that stand close are one day torn apart ("2024", "-12-02")."""
    return _DAY.fullmatch(left + right) is not None and not left.endswith(right)
