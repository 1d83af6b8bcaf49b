"""What invoice2data makes of the same invoices, in an environment of its own (`sh scripts/rivals.sh`).

It reads by templates, one for each issuer that somebody wrote one for; those that it ships are all that it is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from api.bench.rivals_apart import Apart, absent
from api.bench.scoring import Expected, Found

NAME = "invoice2data"
#: Its names of fields, and ours.
_FIELDS: Mapping[str, str] = {
    "amount": "total",
    "amount_untaxed": "net",
    "amount_tax": "tax",
    "price_unit": "line_unit_price",
    "price_subtotal": "line_net",
}


def installed() -> bool:
    return NAME not in absent()


def answerable(expected: Sequence[Expected]) -> list[Expected]:
    """Those that it has a name for: it is held to no others."""
    return [one for one in expected if one.field in _FIELDS.values()]


def amounts(apart: Apart, path: Path) -> list[Found]:
    """The amounts that it finds, under our names of fields."""
    answer = apart.ask(NAME, path)
    found: list[Found] = []
    for pair in answer if isinstance(answer, list) else []:
        try:
            field, value = _FIELDS[pair[0]], Decimal(pair[1])
        except (KeyError, IndexError, TypeError, InvalidOperation):
            continue
        found.append(Found(kind="invoice", label=field, field=field, period=None, value=value, printed_value=value))
    return found
