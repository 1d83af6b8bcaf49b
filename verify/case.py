"""A loan file: all documents of one applicant, with the lookups that ties and rules need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, TypeVar

from extract.document import Document
from extract.records import BankStatement, FinancialStatement, Form, Invoice, StatementKind
from verify.accounts import AccountStatement
from verify.column import Column, columns_of

#: Names less alike than this belong to different firms. Recognition errors and short forms of one name stay above it.
SAME_NAME_ABOVE = 0.6
_Made = TypeVar("_Made")
_LEGAL_FORM = re.compile(r"(limited|ltd|llc|inc|plc|company|co|有限责任公司|股份有限公司|有限公司|公司)$")


@dataclass(frozen=True)  # no slots: the lookups below are computed once and kept
class Case:
    """All that one borrower handed in.

    name       of the loan file
    industry   of the borrower where the caller knows it: trade, manufacturing, catering, construction or services
    """

    name: str
    documents: tuple[Document, ...]
    industry: str | None = None
    _kept: dict[Callable[[Any], Any], Any] = field(default_factory=dict, compare=False, repr=False)

    def kept(self, make: Callable[[Case], _Made]) -> _Made:
        """`make(self)`, computed once for this case: what several tests need and nobody should compute twice."""
        if make not in self._kept:
            self._kept[make] = make(self)
        found: _Made = self._kept[make]
        return found

    @cached_property
    def papers(self) -> tuple[Document, ...]:
        """The documents, each content once, in an order that does not depend on how they were handed in."""
        kept: dict[str, Document] = {}
        for document in sorted(self.documents, key=lambda document: (document.sha256, document.name)):
            kept.setdefault(document.sha256, document)
        return tuple(sorted(kept.values(), key=lambda document: (document.name, document.sha256)))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column of every financial statement."""
        return tuple(
            column
            for document in self.papers
            for record in document.records
            if isinstance(record, FinancialStatement)
            for column in columns_of(document, record)
        )

    def columns_of_kind(self, kind: StatementKind, *, period: date | None = None) -> tuple[Column, ...]:
        """Columns of one kind of statement, of one period where it is given."""
        return tuple(column for column in self.columns if column.kind == kind and period in (None, column.period))

    def statements(self, kind: StatementKind, period: date | None = None) -> Iterator[tuple[Document, FinancialStatement]]:
        """Statements of one kind, with their documents; those with a column for `period` where it is given."""
        for document in self.papers:
            for record in document.records:
                if isinstance(record, FinancialStatement) and record.statement == kind and (period is None or period in record.periods):
                    yield document, record

    def best(self, kind: StatementKind, period: date) -> Column | None:
        """The most complete column for a period: printed in full, in the newest-column position, with most lines."""
        found = self.columns_of_kind(kind, period=period)
        return max(
            found,
            key=lambda column: (column.statement.complete, period == newest(column), len(column.entries)),
            default=None,
        )

    @cached_property
    def accounts(self) -> dict[str, tuple[AccountStatement, ...]]:
        """Bank statements by account, oldest first; statements without dates come last."""
        found: dict[str, list[AccountStatement]] = {}
        for document in self.papers:
            statements = [record for record in document.records if isinstance(record, BankStatement)]
            for ordinal, statement in enumerate(statements):
                account = AccountStatement(document, statement, ordinal)
                found.setdefault(account.account_key, []).append(account)
        return {key: tuple(sorted(found[key], key=_in_time)) for key in sorted(found)}

    @property
    def bank_statements(self) -> Iterator[AccountStatement]:
        for statements in self.accounts.values():
            yield from statements

    @property
    def invoices(self) -> Iterator[tuple[Document, Invoice]]:
        for document in self.papers:
            for record in document.records:
                if isinstance(record, Invoice):
                    yield document, record

    @property
    def forms(self) -> Iterator[tuple[Document, Form]]:
        for document in self.papers:
            for record in document.records:
                if isinstance(record, Form):
                    yield document, record


def newest(column: Column) -> date | None:
    """The last day of the newest column of a column's statement."""
    stated = [period for line in column.statement.lines for period in (figure.period for figure in line.figures) if period is not None]
    return max([*column.statement.periods, *stated], default=None)


def same_entity(one: str | None, other: str | None) -> bool:
    """Whether two printed names can be of one firm; a missing name can be anyone's."""
    first, second = _plain_name(one), _plain_name(other)
    if not first or not second or first in second or second in first:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= SAME_NAME_ABOVE


def _plain_name(name: str | None) -> str:
    folded = unicodedata.normalize("NFKC", name or "").casefold()
    return _LEGAL_FORM.sub("", "".join(letter for letter in folded if letter.isalnum()))


def _in_time(account: AccountStatement) -> tuple[bool, date, date, str, int]:
    first, last = account.first_day, account.last_day
    return (first is None, first or date.max, last or date.max, account.document.sha256, account.ordinal)
