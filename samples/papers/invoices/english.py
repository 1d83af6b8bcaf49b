"""What the looks of English invoices share: titles, words for tax, dates, colour, and what suits them."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache

from PIL import Image as Picture

from samples.case import AnyRecord
from samples.papers.layout import Look
from samples.papers.paper import grouped
from samples.records.record import Identity, Invoice

KINDS = frozenset({"invoice", "receipt", "credit_note"})
SIGNS = {"GBP": "£", "USD": "$", "EUR": "€", "CNY": "¥"}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def of_kind(*kinds: str, currencies: tuple[str, ...] = (), foreign: bool | None = False) -> Callable[[AnyRecord], bool]:
    """Suits invoices of these kinds.   currencies: none means any   foreign: with a stated exchange rate, without one, None for both"""

    def suits(record: AnyRecord) -> bool:
        return (
            isinstance(record, Invoice)
            and record.kind in kinds
            and (not currencies or record.currency in currencies)
            and (foreign is None or bool(record.exchange_rate) == foreign)
        )

    return suits


def title(record: Invoice) -> str:
    return {"credit_note": "Credit note", "receipt": "Receipt"}.get(record.kind, "Invoice")


def tax_word(look: Look) -> str:
    """What the tax on a sale is called where the firm is."""
    return "Sales tax" if look.firm.country == "US" else "VAT"


def tax_number(party: Identity, look: Look) -> str:
    """The number that the party is known by, with its caption; "" when it has none."""
    if not party.tax_id:
        return ""
    return f"EIN {party.tax_id}" if look.firm.country == "US" else f"VAT registration number {party.tax_id}"


def money(record: Invoice) -> Callable[[Decimal], str]:
    """£1,234.50, below zero -£1,234.50."""
    sign = SIGNS.get(record.currency, f"{record.currency} ")
    return lambda value: f"-{sign}{-value:,f}" if value < 0 else f"{sign}{value:,f}"


def slashed(day: date) -> str:
    """04/03/2025, day first."""
    return f"{day:%d/%m/%Y}"


def american(day: date) -> str:
    """03/04/2025, month first."""
    return f"{day:%m/%d/%Y}"


def written(day: date) -> str:
    """4 March 2025"""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def payment(record: Invoice) -> str:
    """How to pay, for those who are to pay."""
    seller = record.seller
    if record.kind != "invoice" or not seller.account:
        return ""
    return f"Please pay by bank transfer to {seller.name}, {seller.bank} account {seller.account}, quoting {record.number}.".replace(
        " ,", ","
    )


def bracketed(value: Decimal) -> str:
    """(1,234.50) below zero."""
    return f"({-value:,f})" if value < 0 else grouped(value)


@cache
def band(red: int, green: int, blue: int) -> bytes:
    """A PNG of one colour, to be drawn as wide as wanted."""
    out = io.BytesIO()
    Picture.new("RGB", (8, 2), (red, green, blue)).save(out, "PNG")
    return out.getvalue()
