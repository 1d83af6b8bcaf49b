"""Amounts printed in red, which on some papers are negative ones (红字) and on others are only meant to be seen.

Where a page prints few of its amounts in red and none of these has a sign, the colour may be the sign. The print alone cannot tell:
such an amount is read as it stands, is doubtful, and has the negative one as its first alternative.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from extract.ocr.models import Pixels
from extract.ocr.phrases import ink_of

#: By how much red exceeds green and blue in print that is red, of 255, and the share of the print that must be so.
_SATURATED, _MOSTLY = 45, 0.5
#: A page with more of its amounts in red than this has chosen the colour for its looks.
_FEW = 0.4
#: How likely the colour is the sign, where it may be.
_NEGATIVE = 0.4
_AMOUNT, _SIGN = re.compile(r"\d[.,]\d"), re.compile(r"[-－−–(（△▲负]")


def is_red(crop: Pixels) -> bool:
    """Whether the print of the crop is red."""
    ink = ink_of(crop)
    if not ink.any():
        return False
    blue, green, red = (crop[:, :, channel][ink].astype(np.int16) for channel in range(3))
    return bool((red - np.maximum(green, blue) > _SATURATED).mean() > _MOSTLY)


def may_be_negative(texts: Mapping[int, str], crops: Mapping[int, Pixels]) -> frozenset[int]:
    """Which amounts of a page are printed in red in place of a sign."""
    amounts = [index for index, text in texts.items() if _AMOUNT.search(text)]
    red = [index for index in amounts if is_red(crops[index])]
    if not red or len(red) > _FEW * len(amounts) or any(_SIGN.search(texts[index]) for index in red):
        return frozenset()
    return frozenset(index for index in red if re.search(r"[1-9]", texts[index]))


def negated(text: str, confidence: float, others: tuple[tuple[str, float], ...]) -> tuple[float, tuple[tuple[str, float], ...]]:
    """Confidence and alternatives of an amount that may be negative."""
    left = tuple((reading, round(chance * (1 - _NEGATIVE), 4)) for reading, chance in others)
    return confidence * (1 - _NEGATIVE), ((f"-{text}", round(confidence * _NEGATIVE, 4)), *left)[:4]
