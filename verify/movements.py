"""Movements of the firm's bank accounts taken together: each once, what kind it is by its words, and whose it is.

Prior art: names that share an account are one party by the usual union of sets (Tarjan, 1975).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from extract.records import Transaction
from verify.accounts import AccountStatement
from verify.case import Case
from verify.evidence import Evidence, Term

#: What a movement is about beside trade, told by its words; the first that fits is taken.
Flow = Literal["own", "reversal", "financing", "interest", "charges", "state"]
_WORDS: tuple[tuple[Flow, re.Pattern[str]], ...] = (
    ("reversal", re.compile(r"冲正|退汇|退款|退回|退货|退票|\b(revers\w*|refund\w*|return\w*|rejected|unpaid|bounced)\b", re.IGNORECASE)),
    ("interest", re.compile(r"结息|利息|存息|付息|收息|\binterest\b", re.IGNORECASE)),
    (
        "financing",
        re.compile(
            r"放款|还贷|还款|收贷|流动资金贷款|贷款(?:发放|入账|归还|出账)|借款|借用|贴现|股东|投资款|出资|注册资[本金]|资本金|理财"
            r"|\b(loan|drawdown|director'?s?|shareholder|share capital|dividend)\b",
            re.IGNORECASE,
        ),
    ),
    ("charges", re.compile(r"手续费|账户管理费|工本费|\b(chg|charges?|commission|fees?)\b", re.IGNORECASE)),
    ("state", re.compile(r"国税|地税|税务|国库|退税|缴税|税款|财政|社保|\b(hmrc|irs|vat|paye|tax)\b", re.IGNORECASE)),
)
_LEGAL_FORM = re.compile(r"(limited|ltd|llc|inc|plc|corporation|corp|company|co|有限责任公司|股份有限公司|有限公司|公司)$")
#: Fewer characters of an account's number, or hidden ones, do not tell accounts apart.
_SHORTEST_ACCOUNT = 6


@dataclass(frozen=True, slots=True)
class Movement:
    """One dated row of an account of the firm.   flow: None of trade, and where its words do not say"""

    account: AccountStatement
    transaction: Transaction
    day: date
    flow: Flow | None

    @property
    def amount(self) -> Decimal:
        return self.transaction.amount.value

    @property
    def words(self) -> str:
        return f"{self.transaction.description} {self.transaction.counterparty or ''}"

    def evidence(self) -> Evidence:
        transaction = self.transaction
        label = f"{self.day.isoformat()} {transaction.counterparty or transaction.description or '-'}"
        return self.account.evidence(transaction.amount, label)

    def term(self, coefficient: Decimal) -> Term:
        return Term(self.evidence(), coefficient, self.transaction.amount.step)


def movements_of(case: Case) -> tuple[Movement, ...]:
    """Every dated movement, oldest first, each once where statements of one account overlap. Use as `case.kept(movements_of)`."""
    own = frozenset(
        text for one in case.bank_statements for text in (plain_name(one.statement.holder), plain_account(one.statement.account)) if text
    )
    found = [movement for statements in case.accounts.values() for movement in _each_once(statements, own)]
    return tuple(sorted(found, key=lambda movement: movement.day))


def _each_once(statements: Iterable[AccountStatement], own: frozenset[str]) -> Iterator[Movement]:
    """A row that an earlier statement shows as often is the same movement printed again."""
    shown: Counter[object] = Counter()
    for account in statements:
        here: Counter[object] = Counter()
        for row in account.rows():
            transaction = row.transaction
            if transaction.date is None:
                continue
            balance = None if transaction.balance is None else transaction.balance.value
            key = (transaction.date, row.amount, balance)
            here[key] += 1
            if here[key] > shown[key]:
                yield Movement(account, transaction, transaction.date, _flow_of(transaction, own))
        shown |= here


def _flow_of(transaction: Transaction, own: frozenset[str]) -> Flow | None:
    if {plain_name(transaction.counterparty), plain_account(transaction.counterparty_account)} & own:
        return "own"
    words = f"{transaction.description} {transaction.counterparty or ''}"
    return next((flow for flow, pattern in _WORDS if pattern.search(words)), None)


def currencies_of(case: Case) -> tuple[str, ...]:
    """Of the bank statements in the loan file."""
    return tuple(sorted({account.statement.currency for account in case.bank_statements}))


def plain_name(name: str | None) -> str:
    """A name without case, widths, punctuation and legal form; "" for none."""
    folded = unicodedata.normalize("NFKC", name or "").casefold()
    whole = "".join(letter for letter in folded if letter.isalnum())
    return _LEGAL_FORM.sub("", whole) or whole


def plain_account(number: str | None) -> str:
    """An account's number without its bank's marks; "" where it is hidden or too short to tell accounts apart."""
    whole = "".join(letter for letter in number or "" if letter.isalnum()).upper()
    return "" if "*" in (number or "") or len(whole) < _SHORTEST_ACCOUNT else whole


class Counterparties:
    """Who stands on the other side: names that used one account, and accounts that one name used, are one party."""

    def __init__(self, movements: Iterable[Movement]) -> None:
        self._parent: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        for movement in movements:
            keys = _keys(movement.transaction)
            for key in keys:
                self._parent.setdefault(key, key)
            for key in keys[1:]:
                self._join(keys[0], key)
            if keys:
                transaction = movement.transaction
                shown = transaction.counterparty or transaction.counterparty_account or ""
                self._shown.setdefault(keys[0], shown)

    def of(self, movement: Movement) -> str | None:
        """What names the party of a movement; None where the paper does not say."""
        keys = _keys(movement.transaction)
        return self._root(keys[0]) if keys and keys[0] in self._parent else None

    def name(self, party: str) -> str:
        """As first printed."""
        return next((shown for key, shown in self._shown.items() if self._root(key) == party), party)

    def _root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first


def _keys(transaction: Transaction) -> list[str]:
    name, account = plain_name(transaction.counterparty), plain_account(transaction.counterparty_account)
    return [key for key in (name and f"name {name}", account and f"account {account}") if key]
