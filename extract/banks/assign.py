"""Which column of amounts is the balance, and which are money in and out: the assignment that the arithmetic holds for most often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from extract.banks.layout import Role

#: Links that must hold before a chain is believed, and the share of those that can be checked.
_LEAST, _SHARE = 2, 0.8
_NIL = Decimal(0)
_MONEY: frozenset[Role] = frozenset({"in", "out", "amount"})


@dataclass(frozen=True, slots=True)
class Movements:
    """Amounts by column, one entry for each row.   dated: whether the row has a day of its own"""

    columns: tuple[tuple[Decimal | None, ...], ...]
    dated: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Assigned:
    """Roles by column.   proved: by the balances"""

    roles: Mapping[int, Role]
    proved: bool


def assigned(movements: Movements, hints: Mapping[int, Role]) -> Assigned | None:
    """The likeliest roles of the columns of amounts; None where neither the balances nor the names say them."""
    best: tuple[tuple[int, int], dict[int, Role]] | None = None
    count = len(movements.columns)
    for balance in range(count):
        for roles in _candidates(movements, balance, hints):
            checked, holding = _held(movements, roles, balance)
            if holding < min(_LEAST, max(1, len(movements.dated) - 1)) or holding < _SHARE * checked:
                continue
            agreed = sum(hints.get(column) == role for column, role in roles.items())
            rank = (holding, agreed)
            if best is None or rank > best[0]:
                best = (rank, roles)
    if best is not None:
        return Assigned(best[1], proved=True)
    return _by_names(movements, hints)


def _candidates(movements: Movements, balance: int, hints: Mapping[int, Role]) -> Iterator[dict[int, Role]]:
    others = [column for column in range(len(movements.columns)) if column != balance]
    for column in others:
        yield {balance: "balance", column: "amount"}
        if (role := hints.get(column)) in ("in", "out"):  # nothing went the other way
            yield {balance: "balance", column: role}
    for out, into in permutations(others, 2):
        if _apart(movements.columns[out], movements.columns[into]):
            yield {balance: "balance", out: "out", into: "in"}


def _apart(one: Sequence[Decimal | None], other: Sequence[Decimal | None]) -> bool:
    """Whether no row has an amount in both columns, a few misplaced ones apart."""
    both = sum(bool(a) and bool(b) for a, b in zip(one, other, strict=True))
    return both * 20 <= len(one)


def _held(movements: Movements, roles: Mapping[int, Role], balance: int) -> tuple[int, int]:
    """Links that can be checked and that hold, in the order that holds for more."""
    unsigned = False
    moved: list[Decimal | None] = []
    amounts = next((column for column, role in roles.items() if role == "amount"), None)
    if amounts is not None:
        moved = list(movements.columns[amounts])
        unsigned = all(value is None or value >= 0 for value in moved)
    else:
        nothing: Sequence[Decimal | None] = [None] * len(movements.dated)
        out, into = (next((movements.columns[column] for column, role in roles.items() if role == name), nothing) for name in ("out", "in"))
        moved = [
            None if a is None and b is None else _size(b, both=out is not nothing) - _size(a, both=into is not nothing)
            for a, b in zip(out, into, strict=True)
        ]
    rows = list(zip(moved, movements.columns[balance], strict=True))
    forward = _links(rows, unsigned)
    backward = _links(list(reversed(rows)), unsigned)
    return max(forward, backward, key=lambda found: found[1])


def _size(value: Decimal | None, *, both: bool) -> Decimal:
    """An amount of one column: where there is another for the other direction, a sign may only repeat which it is."""
    return _NIL if value is None else abs(value) if both else value


def _links(rows: Sequence[tuple[Decimal | None, Decimal | None]], unsigned: bool) -> tuple[int, int]:
    known: Decimal | None = None
    since, moves, checked, holding = _NIL, 0, 0, 0
    for amount, balance in rows:
        if amount is not None:
            since, moves = since + amount, moves + 1
        if balance is None:
            continue
        if known is not None and moves:
            checked += 1
            change = balance - known
            holding += change == since or (unsigned and moves == 1 and abs(change) == since)
        known, since, moves = balance, _NIL, 0
    return checked, holding


def _by_names(movements: Movements, hints: Mapping[int, Role]) -> Assigned | None:
    """Without balances that run: what the names say, or one column of amounts with both signs."""
    named = {column: role for column, role in hints.items() if role in _MONEY or role == "balance"}
    roles = set(named.values())
    if len(roles) == len(named) and ("amount" in roles or {"in", "out"} <= roles):
        return Assigned(named, proved=False)
    if len(movements.columns) == 1:
        present = [value for value in movements.columns[0] if value is not None]
        if hints.get(0) == "amount" or min(present) < 0 < max(present):
            return Assigned({0: "amount"}, proved=False)
    return None
