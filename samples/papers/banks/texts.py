"""Dates, times and narratives as banks print them."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from textwrap import wrap

from samples.records.record import BankLine, BankStatement

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CURRENCIES = {"CNY": "人民币", "USD": "美元", "GBP": "英镑", "EUR": "欧元", "HKD": "港币"}
SIGNS = {"GBP": "£", "USD": "$", "EUR": "€", "CNY": "¥"}


def solid(day: date) -> str:
    """20250304"""
    return f"{day:%Y%m%d}"


def han(day: date) -> str:
    """2025年03月04日"""
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"


def short(day: date) -> str:
    """4 Mar 2025"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long(day: date) -> str:
    """4 March 2025"""
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def american(day: date) -> str:
    """March 4, 2025"""
    return f"{LONG_MONTHS[day.month - 1]} {day.day}, {day.year}"


def printed_at(record: BankStatement, source: Random) -> str:
    """Day and time of printing, in opening hours: 2025-04-03 10:21:07."""
    return f"{record.printed} {source.randint(9, 16):02d}:{source.randint(0, 59):02d}:{source.randint(0, 59):02d}"


def moved(day: date, days: int) -> date:
    return day + timedelta(days)


def purpose(line: BankLine) -> str:
    """The summary, and the purpose where it says more."""
    return line.summary if not line.text or line.text in line.summary else f"{line.summary} {line.text}".strip()


def narrative(line: BankLine, width: int, most: int = 3, *, coded: bool = False) -> list[str]:
    """Counterparty, description and reference in lines of at most `width` letters, at most `most` of them; capitals.

    coded   the type code stands in a column of its own and is left out here
    """
    parts: list[str] = []
    for part in (() if coded else (line.summary,)) + (line.counterparty, line.text, line.reference):
        text = part.upper().strip()
        if text and not any(text in earlier for earlier in parts):
            parts.append(text)
    return wrapped(" ".join(parts) or line.kind.replace("_", " ").upper(), width)[:most]


def wrapped(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` letters, broken between words."""
    return wrap(text, width, break_long_words=True, break_on_hyphens=False) or [""]


def folded(text: str, width: int) -> list[str]:
    """Chinese text in lines of at most `width` signs, broken anywhere."""
    return [text[start : start + width] for start in range(0, len(text), width)] or [""]


def masked(account: str) -> str:
    """An account number with its middle hidden, as some prints have it."""
    return account if len(account) < 12 else f"{account[:4]} **** **** {account[-4:]}"


def spaced(account: str) -> str:
    """An account number in groups of four."""
    return " ".join(account[start : start + 4] for start in range(0, len(account), 4))
