"""The balances and totals that a statement prints beside its movements: in rows of the table, and in captions around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from extract.banks.account import Account
from extract.banks.amount import Printed
from extract.banks.captions import Caption, Captioned, captions_of, means, seems
from extract.banks.entries import Block, Entry, Special
from extract.banks.special import SpecialKind
from extract.numerals import parse
from extract.tables.lines import Row


@dataclass(frozen=True, slots=True)
class PrintedAt:
    """A printed amount with the row it stands in."""

    printed: Printed
    row: Row


@dataclass(frozen=True, slots=True)
class PrintedBalances:
    """What is printed; None where it is not."""

    opening: PrintedAt | None = None
    closing: PrintedAt | None = None
    total_in: PrintedAt | None = None
    total_out: PrintedAt | None = None


def printed_balances(blocks: Sequence[Block], account: Account) -> PrintedBalances:
    """The balances and totals of one statement. Carried balances between its pages, and totals of single pages, are not them."""
    placed = _placed(blocks)
    entries = [entry for block in blocks for entry in block.entries]
    count = len(entries)
    opening = _edge(placed, "brought", (0, count)) or _captioned(account, "opening")
    closing = _edge(placed, "carried", (count, 0)) or _captioned(account, "closing") or _beside_totals(blocks, placed, count, opening)
    total_in, total_out = _totals([(above, special) for above, special in placed if _directed(special) is None], entries)
    ins = [one for one in (total_in, _alone(placed, "total_in"), _captioned(account, "total_in")) if one is not None]
    outs = [one for one in (total_out, _alone(placed, "total_out"), _captioned(account, "total_out")) if one is not None]
    return PrintedBalances(opening, closing, *_balancing(opening, closing, ins, outs))


def _balancing(
    opening: PrintedAt | None, closing: PrintedAt | None, ins: Sequence[PrintedAt], outs: Sequence[PrintedAt]
) -> tuple[PrintedAt | None, PrintedAt | None]:
    """The totals that lead from one balance to the other, else the first of each: a statement in sections has one for each section too."""
    if opening is not None and closing is not None:
        moved = closing.printed.numeral.value - opening.printed.numeral.value
        for one, other in product(ins, outs):
            if abs(one.printed.numeral.value) - abs(other.printed.numeral.value) == moved:
                return one, other
    return next(iter(ins), None), next(iter(outs), None)


def _directed(special: Special) -> Captioned | None:
    """What a row of one total says of its direction itself ("Total paid in"), wherever on the line its amount stands."""
    if special.kind != "total" or (special.in_ is not None and special.out is not None):
        return None
    label = " ".join(chunk.text for chunk in special.row.chunks if parse(chunk.text) is None)
    if (means(label) or seems(label)) not in ("total_in", "total_out"):
        return None
    return next((item for item in captions_of([special.row]) if item.caption in ("total_in", "total_out") and item.amount()), None)


def _alone(placed: Sequence[tuple[int, Special]], caption: Caption) -> PrintedAt | None:
    """The one total of the statement that says that it is of `caption`."""
    found = [item for _, special in placed if (item := _directed(special)) is not None and item.caption == caption]
    amount = found[0].amount() if len(found) == 1 else None
    return PrintedAt(Printed(found[0].chunk, amount[1], amount[0]), found[0].row) if amount is not None else None


def _placed(blocks: Sequence[Block]) -> list[tuple[int, Special]]:
    """Every special row with the number of the statement's movements above it."""
    found: list[tuple[int, Special]] = []
    before = 0
    for block in blocks:
        found.extend((before + special.after, special) for special in block.specials)
        before += len(block.entries)
    return found


def _edge(placed: Sequence[tuple[int, Special]], kind: SpecialKind, positions: tuple[int, int]) -> PrintedAt | None:
    """The carried balance at the end of the statement where it belongs, or at the other end of one that is printed backwards."""
    for position in positions:
        line = [special for above, special in placed if special.kind == kind and above == position and special.balance]
        if line:
            special = line[0] if kind == "brought" else line[-1]
            assert special.balance is not None
            return PrintedAt(special.balance, special.row)
    return None


def _beside_totals(
    blocks: Sequence[Block], placed: Sequence[tuple[int, Special]], count: int, opening: PrintedAt | None
) -> PrintedAt | None:
    """The balance in the row of totals at the end, when it is that of the last movement (or, where nothing moved, the opening one): some
    banks add that column up as well."""
    rows = [special for above, special in placed if special.kind == "total" and special.balance and above == count]
    last = next((entry.balance for block in reversed(blocks) for entry in reversed(block.entries)), None)
    if count == 0 and opening is not None:
        last = opening.printed
    if len(rows) != 1 or last is None or rows[0].balance is None or rows[0].balance.numeral.value != last.numeral.value:
        return None
    return PrintedAt(rows[0].balance, rows[0].row)


def _captioned(account: Account, caption: Caption) -> PrintedAt | None:
    found = account.first(caption)
    amount = found.amount() if found is not None else None
    if found is None or amount is None:
        return None
    return PrintedAt(Printed(found.chunk, amount[1], amount[0]), found.row)


def _totals(placed: Sequence[tuple[int, Special]], entries: Sequence[Entry]) -> tuple[PrintedAt | None, PrintedAt | None]:
    """The one row of totals; of several (one for each page or month) the one that all movements add up to, or none."""
    rows = [special for _, special in placed if special.kind == "total" and (special.in_ or special.out)]
    if len(rows) != 1:
        sides = ([entry.in_ for entry in entries], [entry.out for entry in entries])
        sums = tuple(sum((one.numeral.value for one in side if one), Decimal(0)) for side in sides)
        rows = [special for special in rows if _sizes(special) == tuple(map(abs, sums))][-1:]
    if not rows:
        return None, None
    special = rows[0]
    return (
        PrintedAt(special.in_, special.row) if special.in_ else None,
        PrintedAt(special.out, special.row) if special.out else None,
    )


def _sizes(special: Special) -> tuple[Decimal, ...]:
    return tuple(abs(one.numeral.value) if one else Decimal(0) for one in (special.in_, special.out))
