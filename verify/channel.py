"""How print becomes a reading: which other amounts a figure may show, and how likely each misreading is.

The constants are expert priors, not measured: replace them by counts over labelled figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extract.figure import Figure
from extract.series import TEXT_LAYER_CONFIDENCE

#: Share of all misreadings that one particular repair accounts for.
REPAIR_SHARE = 0.06
#: Share of one particular other value, by how many printed characters (sign included) it differs in.
NEAR_SHARES = {1: 0.002, 2: 0.0002}
#: Share of a figure whose front or end was lost, or that was glued to another one.
CUT_SHARE = 0.01
GLUED_SHARE = 0.003
FAR_SHARE = 0.0001
#: Digits that must be left of a figure for it to be recognised as cut.
MIN_KEPT = 3
#: A text layer is written by a program: what remains is a broken font or a layer that lies.
TEXT_LAYER_ERROR = 1e-5
#: Digits that recognisers take for each other.
CONFUSED = ("17", "38", "06", "56", "80")


def error_of(figure: Figure) -> float:
    """How likely the figure is misread."""
    return TEXT_LAYER_ERROR if figure.confidence >= TEXT_LAYER_CONFIDENCE else max(1 - figure.confidence, TEXT_LAYER_ERROR)


def likely_readings(figure: Figure) -> Iterator[tuple[Decimal, float]]:
    """Other values that the print may show, each with how likely the misreading is; the recogniser's own ones first."""
    error = error_of(figure)
    seen = {figure.value}
    for reading in figure.alternatives:
        if reading.value not in seen:
            seen.add(reading.value)
            yield reading.value, max(reading.confidence, error * REPAIR_SHARE)
    if figure.operands:
        return
    for value in repairs(figure):
        if value not in seen:
            seen.add(value)
            yield value, error * REPAIR_SHARE


def repairs(figure: Figure) -> Iterator[Decimal]:
    """Values that differ from the reading by one common fault: one digit, the sign, or the place of the point."""
    digits = _digits(figure, figure.value)
    sign = -1 if figure.value < 0 else 1
    for position, digit in enumerate(digits):
        for pair in CONFUSED:
            if digit in pair:
                other = pair[1 - pair.index(digit)]
                yield sign * figure.step * int(digits[:position] + other + digits[position + 1 :])
    if figure.value:
        yield -figure.value
        for shift in (-3, -2, 2, 3):
            yield figure.value.scaleb(shift)


def _digits(figure: Figure, value: Decimal) -> str:
    """The digits of a value as they would be printed, with the decimals that the figure is printed with."""
    return str(int(abs(value) / figure.step)) if figure.step > 0 else str(int(abs(value)))


def share(read: str, needed: str) -> float:
    """Share of all misreadings that reads `needed` as `read`."""
    shorter, longer = sorted((read, needed), key=len)
    if MIN_KEPT <= len(shorter) < len(longer) and (longer.startswith(shorter) or longer.endswith(shorter)):
        return CUT_SHARE if shorter == read else GLUED_SHARE
    return NEAR_SHARES.get(edit_distance(read, needed), FAR_SHARE)


def differs_late(figure: Figure, value: Decimal) -> bool:
    """Whether the value has as many digits as the reading, the same sign and the same leading digit."""
    read, other = characters(figure, figure.value), characters(figure, value)
    leading = 2 if read.startswith("-") else 1
    return len(read) == len(other) and read[:leading] == other[:leading]


def characters(figure: Figure, value: Decimal) -> str:
    return ("-" if value < 0 else "") + _digits(figure, value)


def edit_distance(one: str, other: str) -> int:
    """Fewest characters changed, put in or taken out to get from one to the other (Levenshtein 1966)."""
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, target in enumerate(other, start=1):
            current.append(min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (letter != target)))
        previous = current
    return previous[-1]
