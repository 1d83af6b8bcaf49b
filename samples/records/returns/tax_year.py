"""What tax returns of every country are made from: turnover, VAT and profit of a period in the version of the books that is filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from samples.books.accounts import MONEY

#: Kinds of entry whose VAT is output tax, whatever its sign (a return of goods takes some back).
OUTPUT = frozenset({"sale", "sale_return", "platform_sale", "cash_sale", "disposal", "retention_release", "advance", "refund"})
#: Kinds that settle or forgive VAT and are neither output nor input.
SETTLED = frozenset({"vat_closing", "vat_paid", "sales_tax_paid", "opening", "closing", "reserve", "surcharges", "surcharges_paid"})

#: Kinds by which goods and services are bought, and the accounts that only settle them.
_BOUGHT = frozenset(
    {"purchase", "purchase_return", "capex", "rent", "power", "freight", "office", "advertising", "entertainment", "other_cost"}
)
_SETTLING = frozenset({*MONEY, "payables", "other_payables", "notes_payable", "notes_receivable", "prepayments"})


class Vat(NamedTuple):
    """VAT of a period in minor units.   sales: net, as booked   relief: forgiven by the state   paid: money to the tax office"""

    sales: int
    output: int
    input: int
    relief: int
    paid: int
    purchases: int


def vat(moved: Mapping[tuple[str, str, str], int]) -> Vat:
    """The VAT of the months that `moved` covers (as Running.moved gives it)."""
    sales = output = credited = relief = paid = purchases = 0
    for (kind, _, account), amount in moved.items():
        if account in {"sales", "other_sales"} and kind not in {"closing", "reserve"}:
            sales -= amount
        elif account == "vat_payable":
            if kind in OUTPUT or (kind not in SETTLED and amount < 0):
                output -= amount
            elif kind not in SETTLED:
                credited += amount
            elif kind == "vat_closing":
                relief += amount
            elif kind != "opening":
                paid += amount
        elif kind in _BOUGHT and account not in _SETTLING:
            purchases += amount
    return Vat(sales, output, credited, relief, paid, purchases)


def months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """First and last day of each month from that of `first` to that of `last`."""
    count = first.year * 12 + first.month - 1
    while (start := date(count // 12, count % 12 + 1, 1)) <= last:
        count += 1
        yield start, date(count // 12, count % 12 + 1, 1) - timedelta(days=1)


def quarters(first: date, last: date, ends: int = 3) -> Iterator[tuple[date, date]]:
    """First and last day of each whole quarter inside.   ends: a month (1 to 12) in which a quarter ends"""
    begun: date | None = None
    for start, end in months(first, last):
        if (start.month - 1 - ends) % 3 == 0:
            begun = start
        if begun and (end.month - ends) % 3 == 0:
            yield begun, end
            begun = None
