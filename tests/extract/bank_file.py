"""Bank files read in the test's own process, without the child that opens them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extract.banks.exchange import reader as exchange
from extract.document import DocumentWarning, Opened
from extract.formats.answer import packed, unpacked
from extract.formats.bank_file import read_bank_file
from extract.formats.sniff import sniffed
from extract.papers import records_of
from extract.records import BankStatement
from extract.series import FigureSeries


def taken_apart(data: bytes) -> Opened:
    """The pieces of `data`, as they come back from the child."""
    kind = sniffed(data)
    assert kind.reader == "bank_file", kind.name
    opened = read_bank_file(data, "bank file", kind)
    return unpacked(packed(opened), opened.name, opened.sha256)


def read_file(data: bytes) -> tuple[list[BankStatement], list[DocumentWarning]]:
    """Statements of a bank file, and every warning."""
    opened = taken_apart(data)
    assert opened.exchange is not None
    statements, warnings = exchange.read(opened.exchange, FigureSeries(opened.sha256))
    assert (tuple(statements), tuple(warnings)) == records_of(opened)
    for warning in warnings:
        assert warning.text and warning.text_zh
    return statements, [*opened.warnings, *warnings]


def codes(warnings: Sequence[DocumentWarning]) -> list[str]:
    return [warning.code for warning in warnings]


def amounts(statement: BankStatement) -> list[Decimal]:
    return [movement.amount.value for movement in statement.transactions]


def ends(statement: BankStatement) -> tuple[str | None, str | None]:
    """Opening and closing as text, for tables of cases."""
    return (
        None if statement.opening is None else str(statement.opening.value),
        None if statement.closing is None else str(statement.closing.value),
    )
