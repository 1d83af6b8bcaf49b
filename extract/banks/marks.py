"""Marks of direction: what stands beside an amount and says whether money came in or went out."""

from __future__ import annotations

from functools import cache

from extract.banks import generic
from extract.banks.layout import BankLayout, folded


def outward_of(mark: str | None, layout: BankLayout) -> bool | None:
    """What a direction mark says: True for money out, False for money in, None for neither."""
    word = (mark or "").strip().lower()
    word = folded(word) or word
    if word in _words(layout.out_words or generic.LAYOUT.out_words):
        return True
    if word in _words(layout.in_words or generic.LAYOUT.in_words):
        return False
    return None


@cache
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(item) or item for item in words)
