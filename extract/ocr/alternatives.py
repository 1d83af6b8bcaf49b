"""What a figure may say instead, and how likely each of these readings is.

Four sources are mixed: the recogniser's lattice, the second reading, what the recogniser read at a second look, and the mistakes
that recognisers make (a digit taken for another, a mark for another, a digit or a sign lost or doubled), each with the share of
wrong readings that it was found to explain. All alternatives together are as likely as the reading is wrong, less the share of
wrong readings that no source explains. The shares are learned: see confidence.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.numerals import parse_recognised
from extract.ocr.signs import Value, value_of

#: Alternatives of one figure at most, and the least likely one that is worth telling.
MOST_ALTERNATIVES = 4
_LEAST = 0.0002


def edits_of(text: str, shares: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Every reading one mistake away, with the share of that mistake.

    shares   of "3>8", ",>.", ">-", "->" and so on: what was read before what was printed
    """
    taken: dict[str, list[tuple[str, float]]] = {}
    for change, share in shares.items():
        read, parted, printed = change.partition(">")
        if read and parted:
            taken.setdefault(read, []).append((printed, share))
    for place, letter in enumerate(text):
        for printed, share in taken.get(letter, ()):
            yield text[:place] + printed + text[place + 1 :], share
        if letter.isdigit():
            # Of two equal digits side by side one is easily lost, or one is read twice.
            yield text[:place] + letter + text[place:], shares.get("lost double", 0.0)
            if text[place + 1 : place + 2] == letter:
                yield text[:place] + text[place + 1 :], shares.get("read double", 0.0)
    for sign in ("-", "("):
        if not re.search(r"[-(（△▲]", text):
            yield (f"({text})" if sign == "(" else f"-{text}"), shares.get(f">{sign}", 0.0)
    if re.fullmatch(r"\D*\d{3,}\D*", text):
        yield re.sub(r"(\d\d)(\D*)$", r".\1\2", text), shares.get(">.", 0.0)


def mixed(
    text: str,
    confidence: float,
    lattice: Sequence[tuple[str, float]],
    second: str | None,
    repeated: Sequence[str] = (),
    *,
    shares: Mapping[str, float],
    mixture: Mapping[str, float],
    most: int = MOST_ALTERNATIVES,
) -> tuple[tuple[str, float], ...]:
    """Other readings of `text`, likeliest first, with their probabilities; with `confidence` they add up to 1 at most.

    lattice   the readings of lattice.py
    repeated  readings of further looks
    mixture   weight of "lattice", "second", "repeated" and "edits"; what lacks to 1 is left unexplained
    """
    own = value_of(text)
    weights: dict[Value, float] = {}
    texts: dict[Value, str] = {}
    sources: tuple[tuple[str, Sequence[tuple[str, float]]], ...] = (
        ("lattice", lattice),
        ("second", [(second, 1.0)] if second else []),
        ("repeated", [(reading, 1.0) for reading in repeated]),
        ("edits", list(edits_of(text, shares))),
    )
    for source, found in sources:
        other = [(reading, share, value_of(reading)) for reading, share in found if share > 0 and parse_recognised(reading) is not None]
        other = [(reading, share, value) for reading, share, value in other if value != own]
        total = sum(share for _, share, _ in other)
        for reading, share, value in other:
            weights[value] = weights.get(value, 0.0) + mixture[source] * share / total
            texts.setdefault(value, reading)
    ranked = sorted(weights, key=lambda value: -weights[value])[:most]
    chances = [(texts[value], round((1 - confidence) * weights[value], 4)) for value in ranked]
    return tuple((reading, chance) for reading, chance in chances if chance >= _LEAST)
