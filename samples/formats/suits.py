"""Which records a writer takes."""

from __future__ import annotations

from collections.abc import Callable

from samples.case import AnyRecord
from samples.firms.firm import Language
from samples.records.record import BankStatement, Form, Statement

Suits = Callable[[AnyRecord, Language], bool]


def bank_statements(language: Language, *, currencies: tuple[str, ...] = ()) -> Suits:
    """Bank statements of borrowers of that language, in one of the currencies when any are named."""

    def suits(record: AnyRecord, spoken: Language) -> bool:
        return isinstance(record, BankStatement) and spoken == language and (not currencies or record.currency in currencies)

    return suits


def forms(language: Language, *kinds: str) -> Suits:
    """Forms of those record kinds."""
    return lambda record, spoken: isinstance(record, Form) and spoken == language and record.record in kinds


def statements(language: Language) -> Suits:
    """Financial statements, but for notes."""
    return lambda record, spoken: isinstance(record, Statement) and spoken == language and record.record != "notes"
