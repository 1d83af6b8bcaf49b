"""Amounts as a forger changes them on paper: another digit, one more, or the figure of the column beside it."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import TypeVar

_NEAR = 0.015
_REACH = 0.1
T = TypeVar("T")


def retouched(amount: int, unit: int, other: int | None = None) -> dict[int, str]:
    """Amounts that one stroke makes of `amount`, with the name of the stroke: "digit", "extra digit", "swapped columns".

    unit    minor units of a printed step: what is not printed is not changed
    other   what the neighbouring column has
    """
    sign = -1 if amount < 0 else 1
    printed, rest = divmod(abs(amount), unit)
    text = str(printed)
    found: dict[int, str] = {}
    for place, old in enumerate(text):
        for digit in "0123456789":
            if digit != old and not (place == 0 and digit == "0"):
                found.setdefault(sign * (int(text[:place] + digit + text[place + 1 :]) * unit + rest), "digit")
            if digit in {old, "0"}:
                longer = text[: place + 1] + digit + text[place + 1 :]
                found.setdefault(sign * (int(longer) * unit + rest), "extra digit")
    if other is not None and other:
        found.setdefault(other, "swapped columns")
    found.pop(amount, None)
    return found


def raised(amount: int, unit: int) -> dict[int, str]:
    """Of those amounts the larger ones."""
    return {made: stroke for made, stroke in retouched(amount, unit).items() if made > amount}


def distance(choices: dict[int, str], wanted: int) -> int:
    """How near one of the amounts comes to `wanted`, minor units."""
    return min(abs(amount - wanted) for amount in choices)


def within_reach(wanted: Iterable[tuple[T, dict[int, str], int, int]]) -> list[T]:
    """Of several (thing, amounts, amount to come to, size of the change) those where a stroke comes within a tenth of the change.

    Where none does, the one that comes nearest, measured by the change.
    """
    rated = [(distance(choices, goal) / max(change, 1), thing) for thing, choices, goal, change in wanted]
    best = min(rate for rate, _ in rated)
    return [thing for rate, thing in rated if rate <= max(best, _REACH)]


def nearest(source: Random, choices: dict[int, str], wanted: int) -> tuple[int, str]:
    """One of the amounts that come close to `wanted`, and its stroke."""
    best = distance(choices, wanted)
    close = sorted(amount for amount in choices if abs(amount - wanted) <= max(best, abs(wanted) * _NEAR))
    chosen = source.choice(close)
    return chosen, choices[chosen]
