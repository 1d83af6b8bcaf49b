"""Which statements a layout prints."""

from __future__ import annotations

from collections.abc import Callable

from samples.case import AnyRecord
from samples.firms.firm import Framework
from samples.records.record import Statement, StatementKind

ALL: tuple[StatementKind, ...] = ("balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes")
FORMS: tuple[StatementKind, ...] = ("balance_sheet", "income_statement", "cash_flow")


def statements(
    kinds: tuple[StatementKind, ...], frameworks: tuple[Framework, ...], *, units: tuple[int, ...] = ()
) -> Callable[[AnyRecord], bool]:
    """A layout's `suits`: those kinds under those frameworks; `units`: the only printed steps that it has, () for any."""

    def suits(record: AnyRecord) -> bool:
        if not isinstance(record, Statement):
            return False
        return record.record in kinds and record.framework in frameworks and (not units or record.unit in units)

    return suits
