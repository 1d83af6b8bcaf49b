"""A bank statement as its rules see it: rows in order, with the balance each must lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extract.document import Document
from extract.figure import Figure
from extract.records import BankStatement, Transaction
from verify.evidence import Evidence, Term
from verify.wording import Wording

#: Rows of one day may be printed in another order than they were booked in; so many are looked at.
SAME_DAY_WINDOW = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One movement.   number: from 1, in the order that is judged"""

    number: int
    transaction: Transaction

    @property
    def amount(self) -> Decimal:
        return self.transaction.amount.value


@dataclass(frozen=True, slots=True)
class AccountStatement:
    """One bank statement of the case.   ordinal: of the statement in its document, from 0"""

    document: Document
    statement: BankStatement
    ordinal: int

    @property
    def subject(self) -> str:
        number = f"#{self.ordinal + 1}" if self.ordinal else ""
        return f"{self.document.sha256[:8]}/bank_statement{number}"

    @property
    def account_key(self) -> str:
        """What tells accounts apart: the number with its bank's marks removed; without a number, the document."""
        number = "".join(letter for letter in self.statement.account or "" if letter.isalnum() or letter == "*").upper()
        return f"{number}/{self.statement.currency}" if number else f"document {self.subject}"

    @property
    def first_day(self) -> date | None:
        return self.statement.start or min(self._days, default=None)

    @property
    def last_day(self) -> date | None:
        return self.statement.end or max(self._days, default=None)

    @property
    def _days(self) -> list[date]:
        return [row.date for row in self.statement.transactions if row.date is not None]

    @property
    def printed_opening(self) -> Figure | None:
        """The opening balance where the bank prints one; a derived one proves nothing."""
        opening = self.statement.opening
        return None if opening is None or opening.operands else opening

    @property
    def printed_closing(self) -> Figure | None:
        closing = self.statement.closing
        return None if closing is None or closing.operands else closing

    def rows(self) -> Iterator[Row]:
        """Movements oldest first, rows of one day put in the order in which their balances follow each other."""
        waiting = list(self.statement.transactions)
        balance = self.printed_opening.value if self.printed_opening else None
        for index in range(len(waiting)):
            if balance is not None:
                follower = _follower(waiting, index, balance)
                if follower != index:
                    waiting.insert(index, waiting.pop(follower))
            row = waiting[index]
            if row.balance is not None:
                balance = row.balance.value
            elif balance is not None:
                balance += row.amount.value
            yield Row(index + 1, row)

    def evidence(self, figure: Figure, label: str) -> Evidence:
        return Evidence(self.document.name, self.document.sha256, figure, label)

    def term(self, figure: Figure, label: str, coefficient: int) -> Term:
        return Term(self.evidence(figure, label), Decimal(coefficient), figure.step)

    def unread(self) -> Wording | None:
        """Why rows may be missing from what was read, or None when the document was read whole."""
        if self.document.status == "read":
            return None
        return Wording(
            f"{self.document.name} 未能完整读取，可能缺少若干行；请提供更清晰的文件。",
            f"{self.document.name} could not be read in full, so rows may be missing; send a clearer copy.",
        )


def _follower(waiting: list[Transaction], index: int, balance: Decimal) -> int:
    """Position of the row that follows `balance`; `index` itself when it does, or when no row of that day does."""
    here = waiting[index]
    if here.balance is None or balance + here.amount.value == here.balance.value or here.date is None:
        return index
    for position in range(index + 1, min(index + SAME_DAY_WINDOW, len(waiting))):
        other = waiting[position]
        if other.date != here.date:
            return index
        if other.balance is not None and balance + other.amount.value == other.balance.value:
            return position
    return index
