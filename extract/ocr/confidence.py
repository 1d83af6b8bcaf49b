"""How sure the reading of one printed thing is, as one number.

For a label: the mean probability of its letters. For a figure, the chance that it is wrong is

    w = 1 - weakest letter's probability, at least 0.002
    the second reading has the same digits:        w * 0.15
    it has other digits, read with confidence c:   max(w, 0.025 + 0.25 c^2)    (always below 0.98)
    it read nothing, or was not asked:             w
    red ink lies over the print:                   at least 0.03, and twice the above

and the confidence is 1 - w. The second reader disagrees with right readings on 4 to 20 % of poor prints, mostly when it is
unsure itself, hence c squared. The numbers are a first setting; calibration on labelled scans belongs to whoever reports them.
"""

from __future__ import annotations

_LEAST, _MOST = 0.002, 0.95
_AGREES = 0.15
_DIFFERS, _BY_SURENESS = 0.025, 0.25
_INKED = 0.03


def figure_confidence(text: str, weakest: float, second: str | None, sureness: float, *, inked: bool) -> float:
    """Confidence of a figure, 0 to 1.   weakest, sureness: 0 to 1   second: None when none was asked"""
    wrong = max(_LEAST, 1.0 - weakest)
    if second:
        if digits_of(second) == digits_of(text):
            wrong *= _AGREES
        else:
            wrong = max(wrong, _DIFFERS + _BY_SURENESS * sureness**2)
    if inked:
        wrong = max(_INKED, 2 * wrong)
    return 1.0 - min(_MOST, wrong)


def digits_of(text: str) -> str:
    """The digits alone: a misread separator is no other amount, and numerals.py judges those."""
    return "".join(letter for letter in text if letter in "0123456789")
