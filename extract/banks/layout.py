"""The declaration of one bank's statement: what marks it, and what its columns are called.

A bank is one file that holds one `LAYOUT` and no code; the shared reader does the rest. What a layout leaves open is read by
the names of the generic one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from extract.numerals import DecimalMark

#: What a column holds. `in`, `out`: money in and out of the account. `amount`: one amount for both, told apart by its sign, by
#: a `mark` column, or by the balances. `text`: narrative, joined in printed order. `reference`, `other`: known, not kept.
Role = Literal[
    "date", "text", "out", "in", "amount", "mark", "balance", "counterparty", "counterparty_account", "currency", "status",
    "reference", "other",
]  # fmt: skip
Order = Literal["oldest_first", "newest_first"]
_MONEY: tuple[frozenset[str], ...] = (frozenset({"in", "out"}), frozenset({"amount"}))


class LayoutError(ValueError):
    """A layout that cannot read a statement: a bug in its file, raised when it is imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLayout:
    """How one bank prints its statements.

    bank         the bank's name, for statements that show it only as a logo; None in the generic layout
    signs        all of them stand on the first page or in the first lines; a sign with | is met by any of its parts
    columns      role to the printed names of its column, any of them, compared without spaces, brackets and case
    day_first    how 03/01/2025 is meant; None lets the column decide
    decimal      the mark that parts the cents; None lets the amounts decide
    in_words     what the mark column prints for money in;   out_words: for money out
    neutral      what it prints for movements that are neither
    void         what the status column prints for a movement that never took place
    order        how the bank prints; None lets dates and balances decide
    currency     of statements that do not print one; None leaves it open
    Raises LayoutError without signs, without a date column, or without columns for money in and out.
    """

    bank: str | None
    signs: tuple[str, ...]
    columns: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    day_first: bool | None = None
    decimal: DecimalMark | None = None
    in_words: tuple[str, ...] = ()
    out_words: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    void: tuple[str, ...] = ()
    order: Order | None = None
    currency: str | None = None
    #: Folded column name to role; made of `columns`.
    role_of_name: Mapping[str, Role] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.bank is not None and not self.signs:
            raise LayoutError(f"{self.bank}: a layout needs a sign by which its statements are known")
        unknown = set(self.columns) - set(get_args(Role))
        if unknown:
            raise LayoutError(f"{self.bank}: unknown column roles {sorted(unknown)}")
        if any(not names for names in self.columns.values()):
            raise LayoutError(f"{self.bank}: a column needs at least one printed name")
        if "date" not in self.columns:
            raise LayoutError(f"{self.bank}: a layout needs a date column")
        if not any(needed <= set(self.columns) for needed in _MONEY):
            raise LayoutError(f"{self.bank}: a layout needs columns for money in and out, or one for both")
        table: dict[str, Role] = {}
        for role, names in self.columns.items():
            for name in names:
                table.setdefault(folded(name), role)
        object.__setattr__(self, "role_of_name", table)

    def matches(self, text: str) -> bool:
        """Whether every sign stands in `text`, the normalised opening of a document."""
        return bool(self.signs) and all(any(folded(part) in text for part in sign.split("|")) for sign in self.signs)


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """`text` for comparing names: half width, lower case, without spaces, punctuation and bracketed units."""
    body = unicodedata.normalize("NFKC", text).lower()
    body = re.sub(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】", "", body)
    return re.sub(r"[\s:：.,;'’*_#£$€¥\-]", "", body)
