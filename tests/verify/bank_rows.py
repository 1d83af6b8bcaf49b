"""Bank statements with names and words, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extract.figure import Figure
from extract.records import BankStatement, Transaction
from tests.verify.papers import Paper


@dataclass(frozen=True)
class Row:
    day: str
    amount: str
    name: str | None = None
    account: str | None = None
    words: str = "货款"
    balance: str | None = None


def bank(
    rows: Iterable[Row], *, name: str = "bank.pdf", currency: str = "CNY", start: date | None = None, end: date | None = None,
    opening: str | None = None, account: str = "62220001",
) -> Paper:  # fmt: skip
    paper = Paper(name, currency=currency, entity="上海光明贸易有限公司")
    first: Figure | None = paper.figure(opening) if opening else None
    transactions = tuple(
        Transaction(
            date=date.fromisoformat(row.day),
            description=row.words,
            counterparty=row.name,
            counterparty_account=row.account,
            amount=paper.figure(row.amount),
            balance=paper.figure(row.balance) if row.balance else None,
            page=1,
        )
        for row in rows
    )
    paper.records.append(
        BankStatement(
            holder=paper.entity, account=account, bank="某银行", currency=currency, start=start, end=end, opening=first, closing=None,
            transactions=transactions,
        )
    )  # fmt: skip
    return paper
