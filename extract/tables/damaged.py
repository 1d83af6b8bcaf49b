"""Words that the recogniser ran together, tore apart or took a stroke from, where their own form says what they were."""

from __future__ import annotations

import re
from dataclasses import replace

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
