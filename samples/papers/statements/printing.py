"""How amounts are written: units, decimals, thousands, negatives and nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from samples.papers.layout import in_unit
from samples.papers.paper import Cell, Entry
from samples.records.notes import COUNTS
from samples.records.record import Span, Statement, StatementColumn

#: minus: -1.00   brackets: (1.00)   wide: （1.00）   trailing: 1.00-   triangle: △1.00
Negative = Literal["minus", "brackets", "wide", "trailing", "triangle"]
#: Minor units of a printed step -> (main units that the heading's unit is worth, decimals printed).
_SCALES = {
    1: (1, 2),
    100: (1, 0),
    1_000: (1_000, 2),
    10_000: (10_000, 2),
    100_000: (1_000, 0),
    1_000_000: (10_000, 0),
}
_WIDE = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """One house style of writing figures.

    nil      what stands for nothing: "", "-", "—", "0.00", "0", "nil"; "0.00" follows the decimals of the unit
    filled   a line that the firm does not have prints `nil` as well; else it stays empty
    """

    nil: str = ""
    negative: Negative = "minus"
    grouping: bool = True
    filled: bool = False

    def written(self, value: Decimal, unit: int, *, mark: str = "") -> str:
        """`value` (main units, a multiple of `unit` minor units) as it is printed; `mark`: currency sign before it."""
        worth, decimals = _SCALES[unit]
        shown = value / worth
        if not shown:
            return self._nothing(decimals)
        digits = f"{abs(shown):,.{decimals}f}" if self.grouping else f"{abs(shown):.{decimals}f}"
        digits = mark + digits
        if shown > 0:
            return digits
        signed = {"minus": f"-{digits}", "trailing": f"{digits}-", "triangle": f"△{digits}"}
        bracketed = f"({digits})"
        return signed.get(self.negative, bracketed.translate(_WIDE) if self.negative == "wide" else bracketed)

    def _nothing(self, decimals: int) -> str:
        return f"{0:.{decimals}f}" if self.nil == "0.00" else self.nil


@dataclass(frozen=True, kw_only=True)
class Ink:
    """What writes the figures of one statement.   off: minor units by which a concept's current figure is misprinted (hint cells_off)

    columns   as printed, the current one first: the record's, of which notes put balances and flows of one year into one
    """

    statement: Statement
    numbers: Numbers
    off: dict[str, int]

    @cached_property
    def columns(self) -> tuple[tuple[StatementColumn, ...], ...]:
        if self.statement.record != "notes":
            return tuple((column,) for column in self.statement.columns)
        days = sorted({column.period for column in self.statement.columns}, reverse=True)
        return tuple(tuple(column for column in self.statement.columns if column.period == day) for day in days)

    def has(self, concept: str) -> bool:
        """Whether the record has that concept in any column."""
        return any(concept in column.figures for column in self.statement.columns)

    def nothing(self, concept: str) -> bool:
        """Whether it is absent or nothing in every column."""
        return not any(column.figures.get(concept) for column in self.statement.columns)

    def figure(self, label: str, concept: str, column: int, *, total: bool = False, deducted: bool = False, mark: str = "") -> Cell:
        """The figure of `concept` in that column, None where nothing is printed.

        total      a sum: where the record lacks it the cell stays empty, for a printed nothing would be wrong
        deducted   what is stored positive is printed negative
        """
        group = self.columns[column]
        of = next((part for part in group if concept in part.figures), group[0])
        amount = of.figures.get(concept)
        if amount is None and (total or not self.numbers.filled):
            return None
        minor = (amount or 0) + (self.off.get(concept, 0) if column == 0 else 0)
        return self.entry(label, concept, of.period, of.span, minor, deducted=deducted, mark=mark)

    def own(self, label: str, amount: int, column: int, *, deducted: bool = False) -> Cell:
        """A figure of one of the firm's own lines, for which the chart has no concept."""
        of = self.columns[column][0]
        return self.entry(label, None, of.period, of.span, amount, deducted=deducted)

    def entry(
        self, label: str, concept: str | None, period: date, span: Span, minor: int, *, deducted: bool = False, mark: str = ""
    ) -> Cell:
        if concept in COUNTS:
            persons = Decimal(minor).scaleb(-2)
            return Entry(label=label, concept=concept, period=period, span=span, value=persons, printed=f"{persons:.0f}")
        unit = self.statement.unit
        value = in_unit(minor, unit)
        printed = self.numbers.written(-value if deducted else value, unit, mark=mark)
        if not printed:
            return None
        return Entry(label=label, concept=concept, period=period, span=span, value=value, printed=printed)


def worth(unit: int) -> int:
    """Main units that one unit of the heading is worth: 10,000 for 万元."""
    return _SCALES[unit][0]


def decimals(unit: int) -> int:
    return _SCALES[unit][1]


def chinese_unit(unit: int, style: int = 0) -> str:
    """元, 千元, 万元 as a heading says it.   style: 0 元, 1 人民币元, 2 元（人民币）"""
    name = {1: "元", 1_000: "千元", 10_000: "万元"}[worth(unit)]
    return (name, f"人民币{name}", f"{name}（人民币）")[style]


def western_unit(unit: int, currency: str) -> str:
    """£, £'000, $, US$ as they stand over a column."""
    sign = {"GBP": "£", "USD": "$", "EUR": "€", "CNY": "¥"}[currency]
    return sign if worth(unit) == 1 else f"{sign}'000"
