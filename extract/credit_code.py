"""The unified social credit code of Chinese firms, 18 characters, and its check character.

Source: GB 32100-2015 (weights 3^i mod 31 over an alphabet without I, O, S, V and Z).
"""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
#: Letters that the alphabet leaves out because they look like these.
LOOK_ALIKE = str.maketrans("IOSZ", "1052")


def holds(number: str) -> bool:
    """Whether the check character of an 18-character credit code is right."""
    if len(number) != 18 or any(letter not in ALPHABET for letter in number):
        return False
    total = sum(ALPHABET.index(letter) * pow(3, place, 31) for place, letter in enumerate(number[:17]))
    return ALPHABET[(31 - total % 31) % 31] == number[17]
