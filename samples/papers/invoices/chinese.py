"""What all looks of a Chinese invoice share: kinds, titles, capital numerals, item names, the password area."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from samples.capitals import capitals
from samples.case import AnyRecord
from samples.records.record import Identity, Invoice, InvoiceLine

DIGITAL = frozenset({"digital_special", "digital_general"})
PAPER = frozenset({"paper_special", "paper_general"})
ELECTRONIC = frozenset({"electronic_special", "electronic_general"})
_PASSWORD = "0123456789+-*/<>"  # noqa: S105  the signs of the 密码区


def of_kinds(*groups: frozenset[str]) -> Callable[[AnyRecord], bool]:
    """Suits invoices of these kinds."""
    kinds = frozenset().union(*groups)
    return lambda record: isinstance(record, Invoice) and record.kind in kinds


def special(record: Invoice) -> bool:
    return record.kind.endswith("_special")


def yuan(value: Decimal) -> str:
    """¥1234.50"""
    return f"¥{value:f}"


def bare(value: Decimal) -> str:
    """1234.50, as the tax platform prints it."""
    return f"{value:f}"


def capital_text(fen: int, unit: str = "圆") -> str:
    """The total in capital numerals; below zero marked as invoices do it."""
    return ("（负数）" if fen < 0 else "") + capitals(abs(fen), unit)


def item_name(line: InvoiceLine) -> str:
    """*category*name"""
    return f"*{line.category}*{line.description}" if line.category else line.description


def dated(record: Invoice) -> str:
    day = record.day
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"


def password(source: Random, length: int = 27) -> tuple[str, str, str, str]:
    """Four rows of the area that once held a cipher of the invoice."""
    first, second, third, fourth = ("".join(source.choice(_PASSWORD) for _ in range(length)) for _ in range(4))
    return first, second, third, fourth


def contact(party: Identity) -> str:
    """地址、电话"""
    return f"{party.address} {party.phone}".strip()


def banking(party: Identity) -> str:
    """开户行及账号"""
    return f"{party.bank} {party.account}".strip()


def remarks(record: Invoice) -> tuple[str, ...]:
    """What stands under 备注."""
    lines = [record.note] if record.note else []
    if record.currency != "CNY":
        lines.append(f"币种：{record.currency}　汇率：{record.exchange_rate}")
    return tuple(lines)
