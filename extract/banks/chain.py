"""The balance chain: balance before + movement = balance after, row by row.

It decides what the printed names leave open: which column is money in (banks and firms use debit and credit the other way
round), whether a sign is turned, and whether the print runs backwards. The names are believed where there are no balances.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Movement:
    """One row as the chain sees it.   amount: money in positive   balance: after the row, None where not printed"""

    amount: Decimal
    balance: Decimal | None


def links(movements: Sequence[Movement], opening: Decimal | None = None) -> list[tuple[int, Decimal]]:
    """Every link that can be checked, oldest first: index of the row whose balance ends it, and what is missing to make it hold."""
    found: list[tuple[int, Decimal]] = []
    known = opening
    for index, movement in enumerate(movements):
        if known is not None:
            known += movement.amount
        if movement.balance is not None:
            if known is not None:
                found.append((index, movement.balance - known))
            known = movement.balance
    return found


def holding(movements: Sequence[Movement], opening: Decimal | None = None) -> int:
    """How many links hold exactly."""
    return sum(1 for _, missing in links(movements, opening) if missing == 0)


def signs_from_balances(amounts: Sequence[Decimal], balances: Sequence[Decimal | None], opening: Decimal | None) -> list[int] | None:
    """The sign of each unsigned amount, oldest first, where every row's balance says it; None when it does not.

    A row whose balance fits neither sign (a broken chain) takes the sign of the change; the first row of a chain without an
    opening balance stays positive.
    """
    signs: list[int] = []
    known, decided = opening, 0
    for amount, balance in zip(amounts, balances, strict=True):
        if balance is None:
            return None
        sign = 1
        if known is not None:
            if known - amount == balance and amount:
                sign = -1
            elif known + amount != balance:
                sign = 1 if balance >= known else -1
            decided += known + sign * amount == balance
        signs.append(sign)
        known = balance
    checked = len(signs) - (opening is None)
    return signs if checked > 0 and decided * 2 >= checked else None
