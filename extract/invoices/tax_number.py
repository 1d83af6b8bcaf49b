"""Chinese tax numbers as printed and as recognised from pixels.

Source of the check character: GB 32100-2015 (weights 3^i mod 31 over an alphabet without I, O, S, V and Z).
"""

from __future__ import annotations

import re

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_LONGEST = re.compile(r"(?<![0-9A-Z])(?:[0-9A-Z]{18}|\d{15}[0-9A-Z]{0,5}|[0-9A-Z]{15})(?![0-9A-Z])")
#: Letters that the alphabet leaves out because they look like these.
_LOOK_ALIKE = str.maketrans("IOSZ", "1052")


def chinese_tax_number(text: str, *, recognised: bool) -> str | None:
    """The number in `text`; None where there is none.

    Printed text is taken as it stands, valid or not. What was recognised from pixels is taken when its check character holds, read
    with the letters for which it holds; a misread number would be another firm's.
    """
    match = _LONGEST.search(re.sub(r"(?<=[0-9A-Z]) (?=[0-9A-Z])", "", text.upper()))
    if match is None:
        return None
    number = match.group()
    if not recognised or len(number) != 18:
        return number if not recognised or number.isdigit() else None
    mended = number.translate(_LOOK_ALIKE)
    return mended if holds(mended) else None


def holds(number: str) -> bool:
    """Whether the check character of an 18-character credit code is right."""
    if len(number) != 18 or any(letter not in _ALPHABET for letter in number):
        return False
    total = sum(_ALPHABET.index(letter) * pow(3, place, 31) for place, letter in enumerate(number[:17]))
    return _ALPHABET[(31 - total % 31) % 31] == number[17]
