"""The declaration of one standard of electronic invoices: which XML it is, and where each field stands in it.

A standard is one file that holds one `STANDARD` and no code; the shared reader does the rest. Paths are written of local names
below the root: "A/B/C", "C/@currency" for an attribute, "ID[@schemeID=VA]" for the element below which that path leads to that
value. The first path that leads to a text counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ElectronicField = Literal[
    "number", "code", "check_code", "date", "due", "kind", "currency", "seller_name", "seller_tax_id", "buyer_name", "buyer_tax_id",
    "net", "tax", "total", "written", "qr",
]  # fmt: skip
LineField = Literal["description", "quantity", "unit", "unit_price", "price_quantity", "net", "tax_rate", "tax"]
RateField = Literal["rate", "net", "tax"]
#: The fields without which nobody can say which invoice it is or what it comes to.
NEEDED: frozenset[ElectronicField] = frozenset({"number", "date", "total"})


class StandardError(ValueError):
    """A standard that cannot read an invoice: a bug in its file, raised when it is imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """How one standard writes an invoice.

    name         what it is called in messages and in the record
    root         local name of the root element
    namespace    what the root's namespace begins with; "" for any
    fields       field to its paths from the root
    seller_address, buyer_address   paths of all parts of the address, in order
    lines        path of one line;   line_fields: paths from it
    rates        path of what is stated for one rate;   rate_fields: paths from it
    percent      rates are written 19.00 for 19 %, not 0.19
    credit       type codes that mean a credit note;   kind: what all of them are
    currency     of invoices that state none; None leaves it open
    copied       the values are copies of what the page shows (custom tags): no second witness, and less sure than the data
    """

    name: str
    root: str
    namespace: str = ""
    fields: Mapping[ElectronicField, tuple[str, ...]]
    seller_address: tuple[str, ...] = ()
    buyer_address: tuple[str, ...] = ()
    lines: str = ""
    line_fields: Mapping[LineField, tuple[str, ...]] = field(default_factory=dict)
    rates: str = ""
    rate_fields: Mapping[RateField, tuple[str, ...]] = field(default_factory=dict)
    percent: bool = True
    credit: frozenset[str] = frozenset()
    kind: Literal["invoice", "credit_note"] = "invoice"
    currency: str | None = None
    copied: bool = False

    def __post_init__(self) -> None:
        if not self.copied and not set(self.fields) >= NEEDED:
            raise StandardError(f"{self.name}: paths are needed for {sorted(NEEDED - set(self.fields))}")
        if bool(self.lines) != bool(self.line_fields) or bool(self.rates) != bool(self.rate_fields):
            raise StandardError(f"{self.name}: lines and rates need a path and fields, both or neither")

    def matches(self, root: str, namespace: str) -> bool:
        return root == self.root and namespace.startswith(self.namespace)
