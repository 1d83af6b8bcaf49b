"""Commas and points that were taken for each other: 545.184,036.20 is 545,184,036.20.

The digits of print are read far more surely than its specks. Where a reading is no amount for its separators alone, the
second reading's separators are taken, or the only ones that its groups of digits allow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.numerals import parse

#: Groups of three and a last one of two: nothing but an amount with its cents is grouped so.
_WITH_CENTS = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,] ?\d{3})+[.,] ?\d{2}(?!\d)")
#: Groups of three only, and both marks: a mark of the wrong kind among thousands.
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,] ?\d{3}){2,}(?![\d.,])")

#: What recognisers make of dirt and of parts of a seal beside a figure.
_SPECKS = " *•·°'’`↑↓|_~:;."
#: What they make of a tick behind one.
_TICK = re.compile(r"(?<=\d)\s*[√✓✔vVyY/]{1,2}$")

_ONLY_MARKS = re.compile(r"[\d.,\s()（）£$¥￥-]+")


#: One point, and a thousand's digits behind it; a figure that is grouped by commas.
_POINTED, _GROUPED = re.compile(r"\d[.]\d{3}(?!\d)"), re.compile(r"\d,\d{3}(?!\d)")
_CENTS = re.compile(r"\d[.]\d{1,2}(?!\d)")
#: Figures with commas that say how a page groups, and how many times as many they are as those with a point before three digits,
#: where the page prints cents as well.
_FEWEST, _TIMES = 4, 8


def grouped(texts: Sequence[str]) -> list[str]:
    """A page's figures, with 16.663 as 16,663 where the page groups its thousands by commas and next to nothing has three places."""
    pointed = [bool(_POINTED.search(text)) and text.count(".") == 1 for text in texts]
    commas = sum(bool(_GROUPED.search(text)) for text in texts)
    cents = sum(bool(_CENTS.search(text)) for text in texts)
    if commas < max(_FEWEST, (_TIMES if cents else 1) * sum(pointed)):
        return list(texts)
    return [text.replace(".", ",") if odd and parse(text.replace(".", ",")) else text for text, odd in zip(texts, pointed, strict=True)]


def mended(text: str, second: str | None) -> str:
    """`text` with separators that make it an amount, or as it is when it is one already or no separators help."""
    if parse(text) is not None:
        return text
    bare = text.strip(_SPECKS)
    if bare != text and parse(bare) is not None:
        return bare
    bare = _TICK.sub("", bare)
    if bare != text and parse(bare) is not None:
        return bare
    groups = re.findall(r"\d+", text)
    # As many groups of digits: a second reading that lost a mark altogether says 8091 for 80.91.
    if second and _ONLY_MARKS.fullmatch(text) and groups == re.findall(r"\d+", second) and parse(second) is not None:
        return second
    other = _WITH_CENTS.sub(_regrouped, text)
    if other == text:
        other = _THOUSANDS.sub(lambda found: re.sub(r"[., ]+", ",", found.group()), text)
    return other if parse(other) is not None else text


def _regrouped(found: re.Match[str]) -> str:
    groups = re.findall(r"\d+", found.group())
    return f"{','.join(groups[:-1])}.{groups[-1]}"
