"""What the rows of a bank's table are: movements, carried balances and totals, and the table around them."""

from __future__ import annotations

from dataclasses import dataclass

from extract.banks.amount import Printed, Unreadable
from extract.banks.header import Header
from extract.banks.special import SpecialKind
from extract.tables.lines import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One movement as printed; nothing is decided yet about sign, year or order.

    day     text of the date column, or of the nearest row above that has one
    texts   narrative in printed order
    """

    row: Row
    day: str | None
    texts: tuple[str, ...] = ()
    counterparty: str | None = None
    counterparty_account: str | None = None
    out: Printed | None = None
    in_: Printed | None = None
    amount: Printed | None = None
    balance: Printed | None = None
    mark: str | None = None
    currency: str | None = None
    status: str | None = None
    #: Whether the row, or the line that its movement begins with, prints the day itself.
    dated: bool = True
    #: Whether it prints two days, and no name says which is meant.
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Special:
    """A carried balance or a total.   after: how many movements of its block stand above it"""

    kind: SpecialKind
    row: Row
    after: int
    in_: Printed | None
    out: Printed | None
    balance: Printed | None


@dataclass(frozen=True, slots=True)
class Block:
    """One table under one header.

    heading   rows above the header that belong to no table;   tail: rows below the last movement
    inner     rows inside the table that are neither: page headings, footers, captions
    daily     days and their balances, listed below the table without movements
    unread    what stands in the place of an amount in dated rows and cannot be read, or only with doubt
    """

    header: Header
    heading: tuple[Row, ...]
    entries: tuple[Entry, ...]
    specials: tuple[Special, ...]
    tail: tuple[Row, ...]
    inner: tuple[Row, ...]
    unread: tuple[Unreadable, ...] = ()
    daily: tuple[tuple[str, Printed, Row], ...] = ()
