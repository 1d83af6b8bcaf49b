"""How far apart two sides may be: the named tolerances of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from verify.evidence import ZERO, Term, rounding_tolerance

ToleranceName = Literal["exact", "rounding", "pct1", "pct2", "pct5", "pct10", "pct15", "range", "rate_band"]
#: Share of the larger side that may be apart, beside rounding.
SHARES: Mapping[ToleranceName, Decimal] = {
    "pct1": Decimal("0.01"),
    "pct2": Decimal("0.02"),
    "pct5": Decimal("0.05"),
    "pct10": Decimal("0.10"),
    "pct15": Decimal("0.15"),
}
#: Beside a share of the sides, of the largest figure that enters: tax is rounded invoice by invoice, so that a balance near
#: nothing is not made of its flows to the cent.
OF_THE_LARGEST = Decimal("0.001")
TOLERANCES: frozenset[str] = frozenset({"exact", "rounding", "range", "rate_band", *SHARES})


def tolerance(name: ToleranceName, lhs: Decimal, rhs: Decimal, terms: Iterable[Term]) -> Decimal:
    """Main currency units. The bounds of a range are wide enough by themselves: nothing is added to them but rounding."""
    every = list(terms)
    if name == "exact":
        return ZERO
    bound = rounding_tolerance(every)
    if name in SHARES:
        bound += SHARES[name] * max(abs(lhs), abs(rhs)) + OF_THE_LARGEST * max((abs(term.amount) for term in every), default=ZERO)
    return bound
