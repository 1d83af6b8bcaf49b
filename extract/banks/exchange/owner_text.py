"""Field 86 of MT940: what the bank tells the owner of the account about a movement, in any of the manners that banks have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

#: A code of three digits, then subfields: a mark and two digits each. German banks use ?, others < ~ ^ @ and the like.
_SUBFIELDS = re.compile(r"\s*\d{3}\s?(?P<mark>[?<>~^@!$&#|*])(?=\d{2})")
#: Code words of SWIFT between slashes: /NAME/, /REMI/, /IBAN/.
_WORDS = re.compile(r"/([A-Z]{3,8})/")
#: A line or subfield of full length is broken inside a word.
_LINE, _SUBFIELD = 65, 27


@dataclass(frozen=True, slots=True)
class OwnerText:
    """None where the text does not say."""

    description: str
    counterparty: str | None = None
    account: str | None = None


def owner_text(lines: Sequence[str]) -> OwnerText:
    """What the lines of one field say."""
    whole = "".join(lines)
    found = _SUBFIELDS.match(whole)
    if found:
        return _subfields(whole[found.start("mark") :], found["mark"])
    text = _joined(lines, _LINE)
    parts = _WORDS.split(text)
    if len(parts) > 1 and not parts[0].strip():
        values = {word: value.strip(" /") for word, value in zip(parts[1::2], parts[2::2], strict=True) if value.strip(" /")}
        return OwnerText(text, values.get("NAME"), values.get("IBAN"))
    return OwnerText(text)


def _subfields(body: str, mark: str) -> OwnerText:
    parts = re.split(rf"{re.escape(mark)}(\d\d)", body)
    values = [(int(code), value) for code, value in zip(parts[1::2], parts[2::2], strict=True)]
    purpose = _joined([value for code, value in values if 20 <= code <= 29 or 60 <= code <= 63], _SUBFIELD)
    booking = " ".join(value.strip() for code, value in values if code == 0)
    name = _joined([value for code, value in values if code in {32, 33}], _SUBFIELD)
    account = next((value.strip() for code, value in values if code in {38, 31} and value.strip()), None)
    return OwnerText(" ".join(part for part in (booking, purpose) if part), name or None, account)


def _joined(pieces: Sequence[str], full: int) -> str:
    """Pieces after each other; one that fills its length runs on in the next without a blank."""
    text = ""
    for piece in pieces:
        text += piece if len(piece) >= full else f"{piece} "
    return " ".join(text.split())
