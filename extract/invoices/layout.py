"""The declaration of one kind of invoice: what marks it, and the printed captions of its fields and columns.

A kind is one file that holds one `LAYOUT` and no code; the shared reader does the rest. What a layout leaves open is read by
the captions of the generic one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from extract.numerals import DecimalMark
from extract.records import InvoiceKind

#: `total` is what the invoice comes to with tax; `payable` what is left to pay, which may be less. `rounding`: to the
#: smallest coin. `skip`: a caption whose
#: value must not be taken for another field (an order's number, a delivery's date).
Field = Literal[
    "number",
    "code",
    "check_code",
    "date",
    "due",
    "net",
    "tax",
    "rounding",
    "total",
    "payable",
    "seller",
    "buyer",
    "name",
    "address",
    "tax_id",
    "currency",
    "skip",
]
#: Columns of the table of items. `gross`: with tax. `unit`: pieces, tonnes.
ItemRole = Literal["description", "quantity", "unit", "unit_price", "net", "gross", "tax_rate", "tax", "discount", "other"]


class LayoutError(ValueError):
    """A layout that cannot read an invoice: a bug in its file, raised when it is imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLayout:
    """How one kind of invoice is printed.

    name        what it is called in messages
    signs       each is met when any of its parts, split at |, stands in the document; all must be met
    unless      as signs; one that is met says that it is no such invoice
    captions    field to its printed captions, the surest first, as plain text; a space matches any or no space
    columns     column of the item table to its printed names
    title       a pattern over one line with the groups `number` and perhaps `date`: "Rechnung Nr. 12 vom 05.03.2018"
    decimal     the mark that parts the cents; None lets the amounts decide
    currency    of invoices that print none; None leaves it open
    alone       fields that the layout leaves open stay open: the generic English captions do not stand on such a paper
    precedence  layouts are tried from low to high: particular signs first, a whole language after
    paired      buyer and seller stand side by side or one above the other under the same captions, buyer first
    day_first   how 03/01/2025 is meant
    Raises LayoutError without captions for a number, a date and a total (a receipt needs no number), or for an unknown role.
    """

    name: str
    kind: InvoiceKind = "invoice"
    signs: tuple[str, ...]
    unless: tuple[str, ...] = ()
    captions: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)
    columns: Mapping[ItemRole, tuple[str, ...]] = field(default_factory=dict)
    title: re.Pattern[str] | None = None
    decimal: DecimalMark | None = None
    currency: str | None = None
    alone: bool = False
    precedence: int = 5
    paired: bool = False
    day_first: bool = True

    def __post_init__(self) -> None:
        unknown = (set(self.captions) - set(get_args(Field))) | (set(self.columns) - set(get_args(ItemRole)))
        if unknown:
            raise LayoutError(f"{self.name}: unknown roles {sorted(unknown)}")
        needed: set[Field] = {"total"} if self.kind == "receipt" else {"number", "date", "total"}
        if not needed <= set(self.captions):
            raise LayoutError(f"{self.name}: captions are needed for {sorted(needed - set(self.captions))}")
        if self.title is not None and "number" not in self.title.groupindex:
            raise LayoutError(f"{self.name}: the title pattern needs a group called number")

    @property
    def english(self) -> bool:
        """Whether its captions are English ones, and its cents stand behind a point."""
        return not self.alone and self.decimal != ","

    def matches(self, text: str) -> bool:
        """Whether every sign stands in `text`, the lower-case text of the document without spaces."""
        return bool(self.signs) and all(_met(sign, text) for sign in self.signs) and not any(_met(sign, text) for sign in self.unless)


def _met(sign: str, text: str) -> bool:
    return any(part.replace(" ", "").lower() in text for part in sign.split("|"))
