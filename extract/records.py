"""What a document turned out to be: financial statement, bank statement, invoice, form, or another paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from extract.figure import Figure
from extract.place import Place

StatementKind = Literal["balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes"]
#: How much time a column covers. `instant`: a balance at its period's last day. `year`: a whole year up to it.
#: `year_to_date`: from the first day of the year (本年累计). `month`, `quarter`: just that (本月).
Span = Literal["instant", "year", "year_to_date", "quarter", "month"]
#: `other` is a form that is read and has no name of its own among the types: a register of invoices.
FormType = Literal[
    "tax_return", "trial_balance", "credit_report", "payroll_return", "utility_bill", "valuation", "loan_application", "other"
]
InvoiceKind = Literal["invoice", "receipt", "credit_note"]
#: What else stands among an invoice's totals. `net`: a subtotal before discounts and charges; `paid`: before the invoice; `cash`: what was
#: handed over for it, in any way; `deduction`: what earlier invoices had; `carried`: from page to page.
InvoiceAmountRole = Literal[
    "net", "tax", "total", "payable", "paid", "discount", "shipping", "retention", "deduction", "rounding", "tip", "cash", "change",
    "carried",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """A figure in its column.

    period   the column's last day, None where the paper does not say
    span     what it covers
    column   what it says of its line beside that, on forms: "closing_debit", "balance", "appraised"; "" on statements
    unit     of a count: "persons", "kWh", "months"; None for money
    """

    period: date | None
    span: Span
    figure: Figure
    column: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One printed line of a statement.

    label     as printed; "" for a total without a caption
    concept   id of concepts.yaml, or None when the label fits none
    note      what the note or line-number column says (行次, Note), or None
    section   concept section the line stands in, or None
    negated   the print has the opposite sign of the stored value (a bracketed UK creditor)
    texts     what else stands in the line, on forms: (column, words), such as ("due", "2026-03-01")
    """

    label: str
    concept: str | None
    concept_confidence: float
    page: int | None
    figures: tuple[PeriodFigure, ...]
    note: str | None = None
    section: str | None = None
    negated: bool = False
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialStatement:
    """One statement of one entity.

    scale         what a printed 1 is worth in the main unit: 1, 1000 (£000), 10000 (万元)
    scale_place   where the unit line stands; None when the paper has none
    scale_confidence  how surely that line was read; None when the paper has none
    periods       last days of its columns, newest first
    complete      the statement is printed in full: a line that is not there is zero
    form          "xqy", "cas", "uk", "western" or None: which layout it follows
    """

    statement: StatementKind
    entity: str | None
    currency: str
    scale: Decimal
    scale_place: Place | None
    periods: tuple[date, ...]
    lines: tuple[StatementLine, ...]
    page: int | None
    complete: bool = True
    form: str | None = None
    scale_confidence: float | None = None
    type: Literal["financial_statement"] = "financial_statement"

    def figures(self) -> Iterator[Figure]:
        for line in self.lines:
            for column in line.figures:
                yield column.figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One line of a bank statement.   amount: money in positive   balance: after the line, None where not printed"""

    date: date | None
    description: str
    counterparty: str | None
    counterparty_account: str | None
    amount: Figure
    balance: Figure | None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """Movements of one account.

    opening, closing                as printed, else derived (with operands), else None
    total_credits, total_debits     as printed, both positive; None where the bank prints none
    newest_first                    the print runs backwards; `transactions` is always oldest first
    """

    holder: str | None
    account: str | None
    bank: str | None
    currency: str
    start: date | None
    end: date | None
    opening: Figure | None
    closing: Figure | None
    transactions: tuple[Transaction, ...]
    total_credits: Figure | None = None
    total_debits: Figure | None = None
    newest_first: bool = False
    type: Literal["bank_statement"] = "bank_statement"

    def figures(self) -> Iterator[Figure]:
        for figure in (self.opening, self.closing, self.total_credits, self.total_debits):
            if figure is not None:
                yield figure
        for transaction in self.transactions:
            yield transaction.amount
            if transaction.balance is not None:
                yield transaction.balance


@dataclass(frozen=True, slots=True)
class Party:
    """Seller or buyer as printed."""

    name: str | None = None
    tax_id: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line of an invoice.

    tax_rate   0.13 for 13 %
    category   of goods, as Chinese invoices print it between stars
    unit       as printed
    gross      what the line comes to with tax, where that is printed
    """

    description: str
    quantity: Decimal | None
    unit_price: Figure | None
    net: Figure | None
    tax_rate: Decimal | None = None
    tax: Figure | None = None
    category: str | None = None
    unit: str | None = None
    gross: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTotal:
    """What an invoice prints for one rate of tax.   rate: 0.13 for 13 %, None for exempt or not taxed   net: its base"""

    rate: Decimal | None
    net: Figure | None
    tax: Figure | None


@dataclass(frozen=True, slots=True)
class InvoiceAmount:
    """Another amount among the totals, with the sign that is printed.   label: as printed"""

    role: InvoiceAmountRole
    label: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice, a receipt or a credit note.

    code         发票代码 of the older Chinese kinds;   check_code: their 校验码
    rates        net and tax of each rate, where the invoice states them apart
    amounts      what stands among its totals beside net, tax and total: discount, shipping, deposit, what is left to pay, change
    written      the total in capital numerals
    qr           what its QR code says, as decoded
    electronic   the invoice's data was handed in, not only its picture: the name of their standard
    """

    kind: InvoiceKind
    number: str | None
    due: date | None
    date: date | None
    seller: Party
    buyer: Party
    currency: str
    net: Figure | None
    tax: Figure | None
    total: Figure | None
    lines: tuple[InvoiceLine, ...] = ()
    page: int | None = None
    code: str | None = None
    check_code: str | None = None
    rates: tuple[RateTotal, ...] = ()
    amounts: tuple[InvoiceAmount, ...] = ()
    written: Figure | None = None
    qr: str | None = None
    electronic: str | None = None
    type: Literal["invoice"] = "invoice"

    def figures(self) -> Iterator[Figure]:
        for figure in (self.net, self.tax, self.total, self.written):
            if figure is not None:
                yield figure
        for rate in self.rates:
            for figure in (rate.net, rate.tax):
                if figure is not None:
                    yield figure
        for amount in self.amounts:
            yield amount.figure
        for line in self.lines:
            for printed in (line.unit_price, line.net, line.tax, line.gross):
                if printed is not None:
                    yield printed


@dataclass(frozen=True, slots=True)
class FormField:
    """A pair of a form's heading or foot, or a question that is answered in words.   caption, text: as printed"""

    caption: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A return, a trial balance, a report, a bill, an application, a register: heading, lines, foot.

    form          which one: "vat_general", "trial_balance", "uk_vat", …
    scale         what a printed 1 is worth in the main unit, counts apart
    start, end    first and last day that it is about; a report's or a valuation's day is its end
    fields        pairs of the heading and the foot, and answers in words
    lines         as on a statement: a line that fits no concept is there without one
    """

    type: FormType
    form: str
    title: str | None
    entity: str | None
    currency: str
    scale: Decimal
    scale_place: Place | None
    start: date | None
    end: date | None
    fields: tuple[FormField, ...]
    lines: tuple[StatementLine, ...]
    page: int | None = None
    scale_confidence: float | None = None

    def figures(self) -> Iterator[Figure]:
        for line in self.lines:
            for column in line.figures:
                yield column.figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A paper that is none of the above, with the lines that carry amounts."""

    title: str | None
    currency: str
    lines: tuple[StatementLine, ...]
    page: int | None = None
    type: Literal["other"] = "other"

    def figures(self) -> Iterator[Figure]:
        for line in self.lines:
            for column in line.figures:
                yield column.figure


Record = FinancialStatement | BankStatement | Invoice | Form | Other
