"""The nouns of papers before they are drawn: what each says in figures, in minor units, with no layout yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple, Protocol, Self

from samples.firms.firm import Framework

StatementKind = Literal["balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes"]
FormKind = Literal[
    "trial_balance", "tax_return", "payroll_return", "credit_report", "loan_application", "valuation", "invoice_register", "utility_bill"
]  # fmt: skip
RecordKind = StatementKind | FormKind | Literal["bank_statement", "invoice"]
Span = Literal["instant", "month", "quarter", "year_to_date", "year", "day"]


class Key(NamedTuple):
    """Which figure of a record.   name: concept id or field   period: last day of its column, or its date   item: row, from 1"""

    name: str
    period: date
    span: Span
    item: int | None = None


class Record(Protocol):
    """What every record can do."""

    @property
    def record(self) -> RecordKind: ...

    @property
    def period(self) -> date:
        """The last day that it is about."""
        ...

    def figures(self) -> Iterator[tuple[Key, int]]:
        """Every figure with its amount: minor units, positive on the normal side (bank amounts: money in positive)."""
        ...

    def amended(self, figures: Mapping[Key, int]) -> Self:
        """The same record with other amounts at those keys.   Raises KeyError for a key that it lacks."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementColumn:
    """One column of figures.   period: its last day   months: that a flow covers; 0 for balances   figures: concept -> minor units

    A concept that is absent prints as an empty line; totals of the framework are always there. Flows of cash out are positive.
    """

    period: date
    span: Span
    months: int
    figures: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A financial statement.

    columns   the current one first; balances: closing and opening (prior year); flows: see `span`
    unit      minor units of one printed step: 1 (分), 100 (whole pounds), 10_000 (万元 with two decimals), 100_000 (£000)
    draft     handed in as one
    inner     more breakdowns: captions of the firm's own lines -> (concept of the line they belong to, amount of each column)
    """

    record: StatementKind
    framework: Framework
    entity: str
    currency: str
    unit: int
    columns: tuple[StatementColumn, ...]
    draft: bool = False
    inner: tuple[tuple[str, str, tuple[int, ...]], ...] = ()

    @property
    def period(self) -> date:
        return self.columns[0].period

    def figures(self) -> Iterator[tuple[Key, int]]:
        for column in self.columns:
            for concept, amount in column.figures.items():
                yield Key(concept, column.period, column.span), amount

    def amended(self, figures: Mapping[Key, int]) -> Self:
        left = dict(figures)
        columns = []
        for column in self.columns:
            amounts = dict(column.figures)
            for key in [key for key in left if (key.period, key.span) == (column.period, column.span) and key.name in amounts]:
                amounts[key.name] = left.pop(key)
            columns.append(replace(column, figures=amounts))
        if left:
            raise KeyError(f"{self.record} of {self.period} has no {next(iter(left))}")
        return replace(self, columns=tuple(columns))


class BankLine(NamedTuple):
    """One row of a bank statement.

    id        of the journal entry behind it (two rows of one entry: "<id>/2"); invented rows start with the code of their kind
    time      "HH:MM:SS"; "" where that bank prints none
    amount    minor units, money in positive; balance: after the row
    kind      what the journal calls the movement: the truth for classifiers
    summary   摘要, type code (BGC, DD, FPO …); text: purpose, reference or description
    """

    id: str
    day: date
    time: str
    amount: int
    balance: int
    kind: str
    summary: str
    text: str
    counterparty: str
    counterparty_account: str
    counterparty_bank: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """The rows of one account from `start` to `end`.

    bank      id in the catalogue of made-up banks   number, count: this is statement `number` of `count` handed in
    totals    "debits", "credits", "debit_count", "credit_count" where the layout prints them: kept apart, so that they can be forged apart
    printed   day on which the bank printed it
    account_id   "bank_1" …; "owner" for a personal account that was handed in
    """

    bank: str
    bank_name: str
    branch: str
    holder: str
    account: str
    account_id: str
    currency: str
    start: date
    end: date
    opening: int
    closing: int
    lines: tuple[BankLine, ...]
    debits: int
    credits: int
    number: int = 1
    count: int = 1
    printed: date
    iban: str = ""
    bic: str = ""
    sort_code: str = ""
    address: str = ""

    @property
    def record(self) -> Literal["bank_statement"]:
        return "bank_statement"

    @property
    def period(self) -> date:
        return self.end

    def figures(self) -> Iterator[tuple[Key, int]]:
        yield Key("opening", self.start, "day"), self.opening
        for item, line in enumerate(self.lines, start=1):
            yield Key("amount", line.day, "day", item), line.amount
            yield Key("balance", line.day, "day", item), line.balance
        yield Key("closing", self.end, "day"), self.closing
        yield Key("total_debits", self.end, "day"), self.debits
        yield Key("total_credits", self.end, "day"), self.credits

    def amended(self, figures: Mapping[Key, int]) -> Self:
        left = dict(figures)
        lines = []
        for item, line in enumerate(self.lines, start=1):
            lines.append(
                line._replace(
                    amount=left.pop(Key("amount", line.day, "day", item), line.amount),
                    balance=left.pop(Key("balance", line.day, "day", item), line.balance),
                )
            )
        result = replace(
            self,
            lines=tuple(lines),
            opening=left.pop(Key("opening", self.start, "day"), self.opening),
            closing=left.pop(Key("closing", self.end, "day"), self.closing),
            debits=left.pop(Key("total_debits", self.end, "day"), self.debits),
            credits=left.pop(Key("total_credits", self.end, "day"), self.credits),
        )
        if left:
            raise KeyError(f"the bank statement to {self.end} has no {next(iter(left))}")
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Seller or buyer as an invoice names it."""

    name: str
    tax_id: str
    address: str = ""
    phone: str = ""
    bank: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """quantity, price as printed (plain decimal numbers; price without tax)   net, tax: minor units   rate: "0.13" """

    category: str
    description: str
    unit: str
    quantity: str
    price: str
    net: int
    tax: int
    rate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """One invoice.

    kind      zh: "digital_special", "digital_general" (数电票), "paper_special", "paper_general", "electronic_general"; en: "invoice",
              "receipt"; all: "credit_note"
    deal      id of the deal behind it
    code      发票代码 of the older kinds; check: 校验码
    capital   the total in Chinese capital numerals, minor units: apart, so that it can be forged apart
    qr        fields of the QR code as text; "" without one
    """

    kind: str
    deal: str
    direction: Literal["issued", "received"]
    number: str
    day: date
    seller: Identity
    buyer: Identity
    lines: tuple[InvoiceLine, ...]
    net: int
    tax: int
    total: int
    capital: int
    currency: str
    due: date | None = None
    code: str = ""
    check: str = ""
    qr: str = ""
    note: str = ""
    issuer: str = ""
    exchange_rate: str = ""

    @property
    def record(self) -> Literal["invoice"]:
        return "invoice"

    @property
    def period(self) -> date:
        return self.day

    def figures(self) -> Iterator[tuple[Key, int]]:
        for item, line in enumerate(self.lines, start=1):
            yield Key("line_net", self.day, "day", item), line.net
            yield Key("line_tax", self.day, "day", item), line.tax
        for name, amount in (("net", self.net), ("tax", self.tax), ("total", self.total), ("capital", self.capital)):
            yield Key(name, self.day, "day"), amount

    def amended(self, figures: Mapping[Key, int]) -> Self:
        left = dict(figures)
        lines = tuple(
            replace(
                line,
                net=left.pop(Key("line_net", self.day, "day", item), line.net),
                tax=left.pop(Key("line_tax", self.day, "day", item), line.tax),
            )
            for item, line in enumerate(self.lines, start=1)
        )
        result = replace(
            self,
            lines=lines,
            net=left.pop(Key("net", self.day, "day"), self.net),
            tax=left.pop(Key("tax", self.day, "day"), self.tax),
            total=left.pop(Key("total", self.day, "day"), self.total),
            capital=left.pop(Key("capital", self.day, "day"), self.capital),
        )
        if left:
            raise KeyError(f"invoice {self.number} has no {next(iter(left))}")
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One line of a form: a return, a trial balance, a register, a report.

    name      stable within its form: a box number, an account code, a field; a concept id where the chart has one
    number    the line or box number as the form prints it
    amounts   column -> minor units; a column that is absent prints empty
    texts     column -> what is no amount: dates, names, counts, rates
    """

    name: str
    label: str
    number: str = ""
    concept: str | None = None
    amounts: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """A column of a form: its name (key of FormLine.amounts and texts), its caption, and what its amounts are about."""

    name: str
    caption: str
    period: date
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Any other paper: fields above, a table of lines, fields below.

    form      "vat_general", "vat_small", "cit_annual", "cit_quarterly", "uk_vat", "ct600", "us_1120", "us_941", "us_sales_tax",
              "wage_tax", "social_insurance", "rti_fps", "trial_balance", "credit_report", "loan_application", "valuation",
              "register_issued", "register_received", "utility_bill"
    head, foot   (caption, text) pairs as printed above and below the table
    """

    record: FormKind
    form: str
    title: str
    entity: str
    currency: str
    start: date
    end: date
    columns: tuple[FormColumn, ...]
    lines: tuple[FormLine, ...]
    head: tuple[tuple[str, str], ...] = ()
    foot: tuple[tuple[str, str], ...] = ()

    @property
    def period(self) -> date:
        return self.end

    def figures(self) -> Iterator[tuple[Key, int]]:
        columns = {column.name: column for column in self.columns}
        for item, line in enumerate(self.lines, start=1):
            for name, amount in line.amounts.items():
                yield Key(f"{line.name}/{name}", columns[name].period, columns[name].span, item), amount

    def amended(self, figures: Mapping[Key, int]) -> Self:
        left = dict(figures)
        columns = {column.name: column for column in self.columns}
        lines = []
        for item, line in enumerate(self.lines, start=1):
            amounts = {
                name: left.pop(Key(f"{line.name}/{name}", columns[name].period, columns[name].span, item), amount)
                for name, amount in line.amounts.items()
            }
            lines.append(replace(line, amounts=amounts))
        if left:
            raise KeyError(f"{self.form} to {self.end} has no {next(iter(left))}")
        return replace(self, lines=tuple(lines))
