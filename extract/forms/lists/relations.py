"""What the columns of a list add up to, line by line: the proof of what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from extract.forms.lists.cells import Column

#: Share of the lines in which a sum must hold.
_HOLDS = 0.9
#: Columns of amounts among which sums are looked for.
MOST_COLUMNS = 16
#: Rounding of a tax to the cent, in each line.
_CENT = Decimal("0.02")
#: A tax is at most this share of its base.
_HIGHEST = Decimal("0.36")


def adds_up(terms: Sequence[tuple[int, Column]], total: Column, lines: Sequence[int], *, least: int = 2) -> bool:
    """Whether the signed sum of columns is the total in nearly all lines, and says something there.

    least   lines in which at least two of the terms are not nil
    """
    held = told = solid = 0
    for line in lines:
        values = [sign * column.value(line) for sign, column in terms]
        if total.numbers[line] is None and not any(values):
            continue
        told += 1
        held += sum(values, Decimal(0)) == total.value(line)
        solid += sum(bool(value) for value in values) >= 2
    return told >= 2 and held >= _HOLDS * told and solid >= min(least, told)


def gross_of(columns: Sequence[Column], lines: Sequence[int]) -> Iterator[tuple[Column, Column, Column]]:
    """(base, tax, total) of columns where base and tax make the total and the tax is at few rates of the base."""
    for one, other in combinations(columns, 2):
        for total in columns:
            if total is one or total is other or not adds_up([(1, one), (1, other)], total, lines, least=1):
                continue
            for base, tax in ((one, other), (other, one)):
                if at_few_rates(base, tax, lines):
                    yield base, tax, total


def at_few_rates(base: Column, tax: Column, lines: Sequence[int], *, alone: bool = False) -> bool:
    """Whether one column is a tax on the other: at few rates, to the cent, the same sign.   alone: no gross speaks for it as well"""
    rates: set[Decimal] = set()
    told = 0
    for line in lines:
        whole, part = base.value(line), tax.value(line)
        if not whole or not part:
            continue
        told += 1
        rate = part / whole
        if not 0 < rate <= _HIGHEST:
            return False
        near = next((known for known in rates if abs(known * whole - part) <= max(_CENT, abs(whole) * Decimal("0.00002"))), None)
        if near is None:
            rates.add(_round(rate, whole))
    if alone:  # two or three numbers are at "few rates" by chance
        return told >= max(3, len(lines) // 2) and len(rates) <= told // 3
    return told >= 1 and len(rates) <= max(2, told // 4)


def _round(rate: Decimal, whole: Decimal) -> Decimal:
    """The rate as it is stated: to a tenth of a percent where that gives the tax to the cent."""
    for places in ("0.01", "0.001", "0.0001"):
        stated = rate.quantize(Decimal(places))
        if abs(stated * whole - rate * whole) <= _CENT:
            return stated
    return rate


def exclusive(debit: Column, credit: Column, lines: Sequence[int]) -> bool:
    """Whether hardly a line has an amount on both sides, and both sides have some."""
    both = sum(bool(debit.value(line)) and bool(credit.value(line)) for line in lines)
    sides = [sum(bool(column.value(line)) for line in lines) for column in (debit, credit)]
    return min(sides) >= 1 and both <= 0.1 * sum(sides)


def balanced(debit: Column, credit: Column, lines: Sequence[int]) -> bool:
    """Whether both sides add up to the same."""
    sums = [sum((column.value(line) for line in lines), Decimal(0)) for column in (debit, credit)]
    return bool(sums[0]) and sums[0] == sums[1]


def taken_off(columns: Sequence[Column], lines: Sequence[int]) -> tuple[Column, Sequence[Column], Column] | None:
    """(gross, what is kept back, net) where those stand in that order and the one less the others is the last."""
    for gross, net in combinations(range(len(columns)), 2):
        between = columns[gross + 1 : net]
        ways = [list(one) for one in ((between, between[:-1], between[-1:]) if len(between) > 1 else (between,))]
        for kept in ways:
            if kept and adds_up([(1, columns[gross]), *((-1, one) for one in kept)], columns[net], lines):
                return columns[gross], kept, columns[net]
    for first, last, kept_in in permutations(range(min(len(columns), 8)), 3):
        if first < last and adds_up([(1, columns[first]), (-1, columns[kept_in])], columns[last], lines):
            return columns[first], [columns[kept_in]], columns[last]
    return None
