"""The parties that a forger needs: buyers that buy nothing, helpers that pass money on, lenders that no credit report knows."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.books.journal import Ledgers
from samples.firms.cast import newcomer
from samples.firms.firm import Firm, Party, Role


def joined(ledgers: Ledgers, *parties: Party) -> Ledgers:
    """The same books of a firm that knows those parties too."""
    return replace(ledgers, firm=_knowing(ledgers.firm, parties))


def _knowing(firm: Firm, parties: tuple[Party, ...]) -> Firm:
    return replace(firm, parties={**firm.parties, **{party.id: party for party in parties}})


def shells(firm: Firm, source: Random, prefix: str, count: int) -> tuple[Party, ...]:
    """`count` firms that pass money on: those of the owner's circle that lend their names, then newcomers."""
    circle = [party for party in firm.of("helper") if party.id.startswith("helper-")]
    source.shuffle(circle)
    return (*circle[:count], *distinct(firm, source, prefix, "helper", max(count - len(circle), 0)))


def distinct(firm: Firm, source: Random, prefix: str, role: Role, count: int, *, natural: bool = False) -> tuple[Party, ...]:
    """`count` newcomers under different names, with ids "<prefix>-1" and on.   natural: persons

    They are made as honest partners are, so that only their dealings tell them apart. Their role is no customer's or supplier's: what asks
    for the firm's customers gets the honest ones, whatever was made up.
    """
    found: list[Party] = []
    for index in range(1, count + 1):
        made = newcomer(firm, source, f"{prefix}-{index}", role, natural=natural)
        firm = _knowing(firm, (made,))
        found.append(replace(made, disclosed=False))
    return tuple(found)
