"""A double-entry ledger in minor units: the truth that every paper is printed from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Literal

#: Accounts, and the concept whose line each one enters. A debit is positive, a credit negative.
ACCOUNTS = {
    "bank": "bank_deposits",
    "receivables": "trade_receivables",
    "stock": "inventories",
    "equipment": "fixed_assets_cost",
    "depreciation_to_date": "accumulated_depreciation",
    "loan": "short_term_borrowings",
    "payables": "trade_payables",
    "wages_owed": "employee_benefits_payable",
    "vat": "taxes_payable",
    "surcharges_owed": "taxes_payable",
    "income_tax_owed": "taxes_payable",
    "payroll_tax_owed": "taxes_payable",
    "capital": "paid_in_capital",
    "surplus_reserve": "surplus_reserve",
    "retained": "retained_earnings",
    "sales": "revenue",
    "cost": "cost_of_sales",
    "urban_tax": "urban_maintenance_tax",
    "education_levy": "education_surcharge",
    "stamp_tax": "property_stamp_taxes",
    "selling": "selling_expenses",
    "admin": "admin_expenses",
    "interest": "finance_costs",
    "bank_charges": "finance_costs",
    "income_tax": "income_tax",
}
#: Accounts that a year's result is made of, closed to `retained` on its last day.
RESULT = ("sales", "cost", "urban_tax", "education_levy", "stamp_tax", "selling", "admin", "interest", "bank_charges", "income_tax")


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of an entry.   amount: minor units, debit positive"""

    account: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One journal entry; it balances, or it cannot be built.

    kind     "opening", "closing" (the year's result to equity), or what happened: "sale", "receipt", "rent", …
    flow     concept of the cash flow line that its bank leg enters; "" when no cash moves
    party    name and account number of the other side, as the bank prints it
    """

    day: date
    kind: str
    postings: tuple[Posting, ...]
    flow: str = ""
    party: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        if sum(posting.amount for posting in self.postings):
            raise ValueError(f"{self.kind} of {self.day} does not balance")
        if any(posting.account not in ACCOUNTS for posting in self.postings):
            raise ValueError(f"{self.kind} of {self.day} posts to an account that is not in the chart")
        moves = any(posting.account == "bank" for posting in self.postings)
        if self.kind != "opening" and moves != bool(self.flow):
            raise ValueError(f"{self.kind} of {self.day}: a bank leg and a cash flow line belong together")

    @property
    def cash(self) -> int:
        """What the bank account moves by, money in positive."""
        return sum(posting.amount for posting in self.postings if posting.account == "bank")


@dataclass(frozen=True)
class Ledger:
    """Journal entries in order of their days."""

    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if any(earlier.day > later.day for earlier, later in zip(self.entries, self.entries[1:], strict=False)):
            raise ValueError("entries are not in order of their days")

    def balance(self, account: str, day: date) -> int:
        """Debit balance of `account` at the end of `day`, minor units; a credit balance is negative."""
        return sum(posting.amount for entry in self.entries if entry.day <= day for posting in entry.postings if posting.account == account)

    def movement(self, account: str, first: date, last: date) -> int:
        """Debits less credits of `account` from `first` to `last`, both within; the year's closing entry left out."""
        return sum(
            posting.amount
            for entry in self.entries
            if first <= entry.day <= last and entry.kind not in {"closing", "opening"}
            for posting in entry.postings
            if posting.account == account
        )

    def cash_by_flow(self, first: date, last: date) -> dict[str, int]:
        """Cash flow concept -> money in less money out of its bank legs, both days within."""
        flows: dict[str, int] = {}
        for entry in self.entries:
            if first <= entry.day <= last and entry.flow:
                flows[entry.flow] = flows.get(entry.flow, 0) + entry.cash
        return flows

    @cached_property
    def bank_lines(self) -> tuple[tuple[Entry, int], ...]:
        """Every entry that moves the bank account, with the balance after it, in order."""
        moving = [entry for entry in self.entries if entry.cash]
        return tuple(zip(moving, accumulate(entry.cash for entry in moving), strict=True))


@dataclass(frozen=True, slots=True)
class DealLine:
    """One line of an invoice.   price, net, tax: minor units"""

    category: str
    name: str
    unit: str
    quantity: int
    price: int
    tax: int

    @property
    def net(self) -> int:
        return self.quantity * self.price


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One sale or purchase, as its invoice says.

    paid    the bank day on which its money moves; None: after the books end
    party   index into the firm's customers or suppliers
    """

    kind: Literal["sale", "purchase"]
    number: str
    day: date
    paid: date | None
    party: int
    lines: tuple[DealLine, ...]

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    @property
    def tax(self) -> int:
        return sum(line.tax for line in self.lines)

    @property
    def gross(self) -> int:
        return self.net + self.tax


@dataclass(frozen=True)
class Books:
    """A firm's ledger over its years, and the invoices behind it.   years: calendar years, in order"""

    ledger: Ledger
    deals: tuple[Deal, ...]
    years: tuple[int, ...]


def postings(moves: Iterable[tuple[str, int]]) -> tuple[Posting, ...]:
    """Postings of (account, debit) pairs, zeros left out."""
    return tuple(Posting(account, amount) for account, amount in moves if amount)
