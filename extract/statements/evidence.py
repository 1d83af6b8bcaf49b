"""What a statement's own arithmetic says of its signs: from one total to the next, the lines between are added or taken off as printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.records import StatementKind
from extract.statements.labelled import Labelled

#: Totals that follow each other, with the lines between them leading from one to the next.
_STEPS: dict[StatementKind, tuple[tuple[str, str], ...]] = {
    "income_statement": (
        ("gross_profit", "operating_profit"), ("operating_profit", "profit_before_tax"), ("profit_before_tax", "net_profit"),
    ),
    "balance_sheet": (("total_current_assets", "net_current_assets"), ("total_assets_less_current_liabilities", "net_assets")),
}  # fmt: skip


def signs_by_arithmetic(kind: StatementKind, labelled: Sequence[Labelled]) -> dict[int, bool]:
    """For the lines between two totals whether they are added as printed (True) or taken off (False), where the figures prove it.

    Keys are indexes of `labelled`. Nothing is said of lines whose figures fit neither way, or both.
    """
    places = {item.match.concept: index for index, item in reversed(list(enumerate(labelled))) if item.match.concept is not None}
    found: dict[int, bool] = {}
    for first, last in _STEPS.get(kind, ()):
        start, end = places.get(first), places.get(last)
        if start is None or end is None or not start < end:
            continue
        between = range(start + 1, end)
        proofs = {proof for column in _columns(labelled[end]) if (proof := _added(labelled, start, end, column)) is not None}
        if len(proofs) == 1:
            found.update(dict.fromkeys(between, proofs.pop()))
    return found


def _columns(item: Labelled) -> list[int]:
    return [group for group, _, _ in item.line.amounts]


def _value(item: Labelled, column: int) -> Decimal:
    return next((numeral.value for group, _, numeral in item.line.amounts if group == column), Decimal(0))


def _added(labelled: Sequence[Labelled], start: int, end: int, column: int) -> bool | None:
    """Whether the figures of one column between two totals are added (True) or taken off (False); None where it cannot be told."""
    begin, close = _value(labelled[start], column), _value(labelled[end], column)
    lines = [_value(labelled[index], column) for index in range(start + 1, end)]
    total = sum(lines, Decimal(0))
    slack = Decimal(len(lines) + 1)
    if abs(total) <= 2 * slack or close == begin:
        return None
    added, taken = abs(begin + total - close) <= slack, abs(begin - total - close) <= slack
    return added if added != taken else None
