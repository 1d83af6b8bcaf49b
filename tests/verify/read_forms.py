"""Forms and invoices of the population read without fault: the records that a perfect reader would make of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from extract.figure import Figure
from extract.forms.catalogue import kinds
from extract.forms.sums import with_sums
from extract.money import UNKNOWN_CURRENCY, Money
from extract.place import Place
from extract.records import Form, FormField, FormType, Invoice, InvoiceKind, InvoiceLine, Party, PeriodFigure, StatementLine
from extract.series import FigureSeries
from samples.records.notes import COUNTS
from samples.records.record import Form as FormRecord
from samples.records.record import FormLine, Identity
from samples.records.record import Invoice as InvoiceRecord
from samples.records.record import InvoiceLine as LineRecord

_TYPES: dict[str, FormType] = {
    "trial_balance": "trial_balance", "tax_return": "tax_return", "payroll_return": "payroll_return", "credit_report": "credit_report",
    "loan_application": "loan_application", "valuation": "valuation", "utility_bill": "utility_bill",
}  # fmt: skip
#: Columns whose span says all: readers name them nothing.
_PLAIN = frozenset({"month", "quarter", "year", "stated"})
#: Derived figures are numbered from here, above what any paper prints.
_SUMS = 1_000_000


class Reading:
    """The figures of one document, numbered in the order they are printed."""

    def __init__(self, name: str, currency: str) -> None:
        self.currency = currency
        self.sha256 = hashlib.sha256(name.encode()).hexdigest()
        self._count = 0

    def figure(self, printed: str, value: Decimal, step: Decimal, *, count: bool = False) -> Figure:
        """count: a number of persons or kilowatt-hours, no money"""
        self._count += 1
        return Figure(
            id=f"f-{self.sha256[:8]}-{self._count}",
            printed=printed,
            money=Money(value, UNKNOWN_CURRENCY if count else self.currency),
            step=step,
            place=Place(sha256=self.sha256, page=1),
            confidence=0.9995,
        )


def form_of(record: FormRecord, reading: Reading) -> Form:
    register = record.record == "invoice_register"
    kind = next((one for one in kinds() if one.form == record.form), None)
    lines: Sequence[StatementLine] = [_line(record, line, reading) for line in record.lines]
    if kind is not None:
        # Concepts that a form spreads over several lines are added up by the reader, as exempt sales to taxed ones.
        lines = with_sums(lines, kind, FigureSeries(reading.sha256, _SUMS), record.currency)
    return Form(
        type=_TYPES.get(record.record, "other"),
        form="invoice_register" if register else record.form,
        title=record.title,
        entity=record.entity,
        currency=record.currency,
        scale=Decimal(1),
        scale_place=None,
        start=record.start,
        end=record.end,
        fields=tuple(FormField(caption, text, 1) for caption, text in (*record.head, *record.foot)),
        lines=tuple(lines),
        page=1,
    )


def _line(record: FormRecord, line: FormLine, reading: Reading) -> StatementLine:
    columns = {column.name: column for column in record.columns}
    figures = []
    for name, minor in line.amounts.items():
        column = columns[name]
        span = "instant" if column.span == "day" else column.span
        count = line.concept in COUNTS
        figure = reading.figure(_printed(minor), Decimal(minor).scaleb(-2), Decimal(1) if count else Decimal("0.01"), count=count)
        held = PeriodFigure(column.period, span, figure, "" if name in _PLAIN else name)
        figures.append(held)
    return StatementLine(
        label=line.texts.get("number") or line.label,
        concept=line.concept,
        concept_confidence=1.0,
        page=1,
        figures=tuple(figures),
        note=line.number or None,
        texts=tuple((name, words) for name, words in line.texts.items() if words),
    )


def _printed(minor: int) -> str:
    return f"{Decimal(minor).scaleb(-2):,f}"


def invoice_of(record: InvoiceRecord, reading: Reading) -> Invoice:
    kind: InvoiceKind = "credit_note" if record.kind == "credit_note" else "receipt" if record.kind == "receipt" else "invoice"

    def money(minor: int) -> Figure:
        return reading.figure(_printed(minor), Decimal(minor).scaleb(-2), Decimal("0.01"))

    return Invoice(
        kind=kind,
        number=record.number,
        due=record.due,
        date=record.day,
        seller=_party(record.seller),
        buyer=_party(record.buyer),
        currency=record.currency,
        net=money(record.net),
        tax=money(record.tax),
        total=money(record.total),
        written=money(record.capital) if record.currency == "CNY" else None,
        lines=tuple(_invoice_line(line, reading) for line in record.lines),
        page=1,
        code=record.code or None,
        check_code=record.check or None,
    )


def _party(identity: Identity) -> Party:
    return Party(name=identity.name, tax_id=identity.tax_id or None, address=identity.address or None)


def _invoice_line(line: LineRecord, reading: Reading) -> InvoiceLine:
    price = _number(line.price)
    step = Decimal(1).scaleb(int(price.as_tuple().exponent)) if price is not None else Decimal(1)
    return InvoiceLine(
        description=line.description,
        quantity=_number(line.quantity),
        unit_price=None if price is None else reading.figure(line.price, price, step),
        net=reading.figure(_printed(line.net), Decimal(line.net).scaleb(-2), Decimal("0.01")),
        tax_rate=_number(line.rate),
        tax=reading.figure(_printed(line.tax), Decimal(line.tax).scaleb(-2), Decimal("0.01")),
        category=line.category or None,
        unit=line.unit or None,
    )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
