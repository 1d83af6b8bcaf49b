"""How sure the reading of one printed thing is, as one number.

For a label: the mean probability of its letters. For a figure, the chance that it is wrong is

    w = 1 - weakest digit's probability, at least 0.002
    the second reading is the same, mark for mark: w * 0.03
    it has the same digits, other marks:           w * 0.15
    it has other digits, read with confidence c:   max(w, 0.025 + 0.25 c^2)    (always below 0.98)
    it read nothing, or was not asked:             w
    its separators had to be mended:               at least 0.015
    red ink lies over the print:                   at least 0.03, and twice the above

and the confidence is 1 - w. The second reader disagrees with right readings on 4 to 20 % of poor prints, mostly when it is
unsure itself, hence c squared. The numbers are a first setting; calibration on labelled scans belongs to whoever reports them.
"""

from __future__ import annotations

from extract.numerals import normalised

_LEAST, _MOST = 0.002, 0.95
_SAME, _SAME_DIGITS = 0.03, 0.15
_DIFFERS, _BY_SURENESS = 0.025, 0.25
_MENDED = 0.015
_INKED = 0.03


def figure_confidence(
    text: str, weakest: float, second: str | None, sureness: float, *, inked: bool = False, mended: bool = False
) -> float:
    """Confidence of a figure, 0 to 1.

    text              as first read
    weakest           probability of its least sure digit, 0 to 1
    second, sureness  the second reading and its own confidence, 0 to 1; None when none was asked
    """
    wrong = max(_LEAST, 1.0 - weakest)
    if second:
        if _marks_of(second) == _marks_of(text):
            wrong *= _SAME
        elif digits_of(second) == digits_of(text):
            wrong *= _SAME_DIGITS
        else:
            wrong = max(wrong, _DIFFERS + _BY_SURENESS * sureness**2)
    if mended:
        wrong = max(_MENDED, wrong)
    if inked:
        wrong = max(_INKED, 2 * wrong)
    return 1.0 - min(_MOST, wrong)


def _marks_of(text: str) -> str:
    return "".join(normalised(text).split())


def digits_of(text: str) -> str:
    """The digits alone: a misread separator is no other amount, and numerals.py judges those."""
    return "".join(letter for letter in text if letter in "0123456789")
