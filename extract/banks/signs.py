"""Money in or out, and which end of the print is the older one: by the balance chain first, by the printed names second."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extract.banks.amount import Printed
from extract.banks.chain import Movement, holding, signs_from_balances
from extract.banks.entries import Entry
from extract.banks.layout import BankLayout, Order
from extract.banks.marks import outward_of


@dataclass(frozen=True, slots=True)
class Signed:
    """A movement with its direction.   negate: the print has the other sign than money in positive"""

    entry: Entry
    printed: Printed
    negate: bool
    last_of_entry: bool

    @property
    def amount(self) -> Decimal:
        return -self.printed.numeral.value if self.negate else self.printed.numeral.value

    @property
    def movement(self) -> Movement:
        balance = self.entry.balance
        return Movement(self.amount, balance.numeral.value if balance is not None and self.last_of_entry else None)


#: Whether the printed sign of an amount is to be turned; `outward` is what its column, mark or section says.
_Turn = Callable[[bool | None, Decimal], bool]


def _by_name(outward: bool | None, _value: Decimal) -> bool:
    """Positive numbers in a column, or beside a mark, for money out."""
    return bool(outward)


def _sign_twice(outward: bool | None, value: Decimal) -> bool:
    """The number repeats in its sign what its column or mark says."""
    return outward is not None and (value < 0) != outward


def _turned(outward: bool | None, _value: Decimal) -> bool:
    """Debit and credit, or the sign, from the other party's books."""
    return not outward


#: How prints mean their signs, likeliest first.
_WAYS: tuple[_Turn, ...] = (_by_name, _sign_twice, _turned)


def signed(
    entries: Sequence[Entry],
    days: Sequence[date | None],
    sections: Sequence[bool | None],
    layout: BankLayout,
    *,
    opening: Decimal | None,
) -> tuple[list[Signed], bool]:
    """Each movement with its direction, in printed order, and whether the print runs newest first.

    sections   what the heading above the entry's table says of its amounts: True for money out
    """
    parts = [
        (entry, printed, outward)
        for entry, section in zip(entries, sections, strict=True)
        for printed, outward in _printed(entry, layout, section)
    ]
    ways = list(_WAYS)
    if _sign_repeated(parts):
        ways.insert(0, ways.pop(1))
    preferred = _prefers_newest_first(days, layout.order)
    # Days that run one way say which; among readings that prove equally much, one that follows them is the right one.
    known = [day for day in days if day is not None]
    told = bool(known) and known[0] != known[-1]
    best: tuple[tuple[int, bool], list[Signed], bool] | None = None
    for way in ways:
        candidate = _apply(parts, way)
        for backwards in (preferred, not preferred):
            line = [item.movement for item in _ordered(candidate, backwards)]
            rank = (holding(line, opening), told and backwards == preferred)
            if best is None or rank > best[0]:
                best = (rank, candidate, backwards)
    assert best is not None
    (score, _), result, backwards = best
    if parts and all(outward is None and printed.numeral.value >= 0 for _, printed, outward in parts):
        found = _from_balances(parts, score, preferred, opening)
        if found is not None:
            return found
    return result, backwards


def _printed(entry: Entry, layout: BankLayout, section: bool | None) -> list[tuple[Printed, bool | None]]:
    """The amounts of a row with what is said about their direction: out is True, in is False, unsaid is None.

    Of a pair of columns the empty one may be printed as zero.
    """
    pair: list[tuple[Printed, bool | None]] = []
    if entry.out is not None:
        pair.append((entry.out, True))
    if entry.in_ is not None:
        pair.append((entry.in_, False))
    moved = [item for item in pair if item[0].numeral.value]
    if moved or pair:
        return moved or pair[:1]
    if entry.amount is None:
        return []
    return [(entry.amount, outward_of(entry.mark, layout) if entry.mark is not None else section)]


def _sign_repeated(parts: Sequence[tuple[Entry, Printed, bool | None]]) -> bool:
    """Whether money out is mostly printed negative although its column or mark says so already."""
    out = [printed.numeral.value for _, printed, outward in parts if outward]
    return sum(value < 0 for value in out) * 2 > len(out)


def _apply(parts: Sequence[tuple[Entry, Printed, bool | None]], way: _Turn) -> list[Signed]:
    return [
        Signed(entry, printed, way(outward, printed.numeral.value), index + 1 == len(parts) or parts[index + 1][0] is not entry)
        for index, (entry, printed, outward) in enumerate(parts)
    ]


def _from_balances(
    parts: Sequence[tuple[Entry, Printed, bool | None]], score: int, preferred: bool, opening: Decimal | None
) -> tuple[list[Signed], bool] | None:
    """Unsigned amounts without any word for their direction: the balances alone say it."""
    for backwards in (preferred, not preferred):
        line = list(reversed(parts)) if backwards else list(parts)
        amounts = [printed.numeral.value for _, printed, _ in line]
        balances = [entry.balance.numeral.value if entry.balance else None for entry, _, _ in line]
        signs = signs_from_balances(amounts, balances, opening)
        if signs is None:
            continue
        result = [Signed(entry, printed, sign < 0, True) for (entry, printed, _), sign in zip(line, signs, strict=True)]
        if holding([item.movement for item in result], opening) > score:
            return _ordered(result, backwards), backwards
    return None


def _prefers_newest_first(days: Sequence[date | None], order: Order | None) -> bool:
    known = [day for day in days if day is not None]
    if known and known[0] != known[-1]:
        return known[0] > known[-1]
    return order == "newest_first"


def _ordered(items: list[Signed], backwards: bool) -> list[Signed]:
    """Oldest first. The parts of one row stay together; only the last of them carries the row's balance."""
    if not backwards:
        return items
    rows: list[list[Signed]] = []
    for item in items:
        if rows and rows[-1][0].entry is item.entry:
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in reversed(rows) for item in row]


def oldest_first(items: list[Signed], backwards: bool) -> list[Signed]:
    """`items`, in printed order, turned to run from the oldest movement to the newest."""
    return _ordered(items, backwards)


def unsaid_among(items: Sequence[Signed], sections: Mapping[int, bool | None], layout: BankLayout) -> set[int]:
    """Those of `items`, by id, whose direction no column, mark or section says, where no amount of the statement has a sign either."""
    found = set()
    for item in items:
        said = item.entry.amount is not item.printed
        if not said:
            said = (outward_of(item.entry.mark, layout) if item.entry.mark is not None else sections.get(id(item.entry))) is not None
        if not said:
            found.add(id(item))
    signs = any(item.printed.numeral.value < 0 for item in items)
    return set() if signs else found
