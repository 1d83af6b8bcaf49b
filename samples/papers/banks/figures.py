"""The figures of a bank statement as entries, and how its rows are told apart on pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from samples.case import AnyRecord
from samples.papers.paper import Cell, Entry, grouped, main_units
from samples.records.record import BankLine, BankStatement

Show = Callable[[Decimal], str]
#: A row with its number in the record, from 1.
Numbered = tuple[int, BankLine]


def of_bank(bank: str) -> Callable[[AnyRecord], bool]:
    """What a bank's own layout suits: the statements of that bank."""
    return lambda record: isinstance(record, BankStatement) and record.bank == bank


def plain(value: Decimal) -> str:
    """12345.67, ungrouped."""
    return f"{value:f}"


def overdrawn(suffix: str) -> Show:
    """12,345.67, and below zero 12,345.67 with `suffix` in place of a minus."""
    return lambda value: f"{-value:,f}{suffix}" if value < 0 else f"{value:,f}"


def flagged(credit: str, debit: str) -> Show:
    """12,345.67 and a mark for either side, with its own white before it."""
    return lambda value: f"{abs(value):,f}{debit if value < 0 else credit}"


def signed(value: Decimal) -> str:
    """+12,345.67 or -12,345.67."""
    return f"{value:+,f}"


def dollars(value: Decimal) -> str:
    """$12,345.67 or -$12,345.67."""
    return f"-${-value:,f}" if value < 0 else f"${value:,f}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Makes the entries of one statement.

    amount_shown   how a row's amount prints, without its sign unless `with_sign`   balance_shown: how balances print

    Fields that repeat what the record has once: "brought_forward" and "carried_forward" (a balance at a page's edge; item: the row after
    which it stands, 0 for none), "page_debits", "page_credits" (item: the page), "section_total" (item: the section), "daily_balance".
    """

    record: BankStatement
    amount_shown: Show = grouped
    balance_shown: Show = grouped
    with_sign: bool = False

    def _entry(self, label: str, day: date, minor: int, field: str, item: int | None, show: Show) -> Entry:
        value = main_units(minor)
        printed = show(abs(value) if field == "amount" and not self.with_sign else value)
        return Entry(label=label, concept=None, period=day, span="day", value=value, printed=printed, field=field, item=item)

    def opening(self, label: str, show: Show | None = None) -> Entry:
        return self._entry(label, self.record.start, self.record.opening, "opening", None, show or self.balance_shown)

    def closing(self, label: str, show: Show | None = None) -> Entry:
        return self._entry(label, self.record.end, self.record.closing, "closing", None, show or self.balance_shown)

    def debits(self, label: str, show: Show | None = None) -> Entry:
        return self._entry(label, self.record.end, self.record.debits, "total_debits", None, show or grouped)

    def credits(self, label: str, show: Show | None = None) -> Entry:
        return self._entry(label, self.record.end, self.record.credits, "total_credits", None, show or grouped)

    def amount(self, row: Numbered, show: Show | None = None) -> Entry:
        item, line = row
        return self._entry(line.summary or line.text, line.day, line.amount, "amount", item, show or self.amount_shown)

    def balance(self, row: Numbered, field: str = "balance") -> Entry:
        item, line = row
        return self._entry(line.summary or line.text, line.day, line.balance, field, item, self.balance_shown)

    def out_in(self, row: Numbered, empty: str | None = None) -> tuple[Cell, Cell]:
        """The amount in the first cell when money goes out, in the second when it comes in."""
        amount = self.amount(row)
        return (amount, empty) if row[1].amount < 0 else (empty, amount)

    def in_out(self, row: Numbered, empty: str | None = None) -> tuple[Cell, Cell]:
        out, into = self.out_in(row, empty)
        return into, out

    def at_edge(self, label: str, after: int, field: str) -> Entry:
        """The balance after row `after` (0: the opening), as a page brings or carries it forward."""
        if not after:
            return self._entry(label, self.record.start, self.record.opening, field, 0, self.balance_shown)
        line = self.record.lines[after - 1]
        return self._entry(label, line.day, line.balance, field, after, self.balance_shown)

    def summed(self, label: str, rows: Sequence[Numbered], side: str, field: str, item: int, show: Show = grouped) -> Entry:
        """What the rows of one side ("debits", "credits") add up to, positive."""
        sign = -1 if side == "debits" else 1
        total = sum(sign * line.amount for _, line in rows if sign * line.amount > 0)
        return self._entry(label, self.record.end, total, field, item, show)


def numbered(record: BankStatement) -> list[Numbered]:
    """The rows with their numbers."""
    return list(enumerate(record.lines, start=1))


def counted(record: BankStatement) -> tuple[int, int]:
    """How many rows take money out, and how many bring some in."""
    return sum(line.amount < 0 for line in record.lines), sum(line.amount >= 0 for line in record.lines)


def by_day(rows: Sequence[Numbered]) -> list[list[Numbered]]:
    """Rows of the same day together."""
    return [list(group) for _, group in groupby(rows, key=lambda row: row[1].day)]


def last_of_days(record: BankStatement) -> frozenset[int]:
    """Numbers of the rows that close their day."""
    return frozenset(group[-1][0] for group in by_day(numbered(record)))


def pages(
    rows: Sequence[Numbered], room: int, height: Callable[[Numbered], int] = lambda _: 1, first: int | None = None
) -> list[list[Numbered]]:
    """The rows in order, in pages of at most `room` printed rows (`first` on the first page), a row taking `height`.

    At least one page, which is empty when there are no rows.
    """
    result: list[list[Numbered]] = [[]]
    left = room if first is None else first
    for row in rows:
        needed = height(row)
        if needed > left and result[-1]:
            result.append([])
            left = room
        result[-1].append(row)
        left -= needed
    return result
