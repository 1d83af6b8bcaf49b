"""What tieout read from a document, as the flat figures that are scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from api.bench.scoring import Found
from extract.document import Document
from extract.figure import Figure
from extract.numerals import Numeral, parse
from extract.records import BankStatement, FinancialStatement, Form, Invoice, Record, StatementLine


def figures_of(document: Document) -> list[Found]:
    """Every printed figure of all records of `document`; derived ones are not on the paper and do not count."""
    return [found for record in document.records for found in _of_record(record)]


def _of_record(record: Record) -> Iterator[Found]:
    if isinstance(record, FinancialStatement):
        yield from lines_of(record.statement, record.lines, record.scale)
    elif isinstance(record, BankStatement):
        yield from _of_bank_statement(record)
    elif isinstance(record, Invoice):
        yield from invoice_of(record)
    elif isinstance(record, Form):
        yield from lines_of("", record.lines, record.scale)
    else:
        yield from lines_of("", record.lines, Decimal(1))


def lines_of(kind: str, lines: Iterable[StatementLine], scale: Decimal) -> Iterator[Found]:
    """The figures of lines.   scale: of the record; a form may state another one for a line or a column, so there the value says it"""
    for line in lines:
        for column in line.figures:
            figure = column.figure
            if figure.operands:
                continue
            numeral = parse(figure.printed)
            yield Found(
                kind=kind,
                label=line.label,
                period=column.period,
                span=column.span,
                value=figure.value,
                printed_value=_as_printed(figure.value, numeral, scale),
                concept=line.concept,
                doubtful=figure.doubtful,
                confidence=figure.confidence,
            )


def _as_printed(value: Decimal, numeral: Numeral | None, scale: Decimal) -> Decimal:
    if numeral is None or abs(numeral.value * scale) == abs(value):
        return value if numeral is None else numeral.value * scale
    return abs(value).copy_sign(numeral.value)


def _of_bank_statement(record: BankStatement) -> Iterator[Found]:
    ends = {"opening": record.opening, "closing": record.closing}
    totals = {"total_credits": record.total_credits, "total_debits": record.total_debits}
    for field, figure in {**ends, **totals}.items():
        yield from field_of("bank_statement", field, figure)
    # Printed nowhere: what the rows add up to shows whether one was lost or misread.
    movements = sum((transaction.amount.value for transaction in record.transactions), Decimal(0))
    yield Found(
        kind="bank_statement", label="", field="sum_of_amounts", period=None, value=movements, printed_value=movements,
        doubtful=any(transaction.amount.doubtful for transaction in record.transactions),
    )  # fmt: skip
    for transaction in record.transactions:
        for field, figure in (("amount", transaction.amount), ("balance", transaction.balance)):
            yield from field_of("bank_statement", field, figure, period=transaction.date, label=transaction.description)


def invoice_of(record: Invoice) -> Iterator[Found]:
    for field, figure in (("net", record.net), ("tax", record.tax), ("total", record.total)):
        yield from field_of("invoice", field, figure)
    yield from field_of("invoice", "capital", record.written)
    for line in record.lines:
        printed = (("line_unit_price", line.unit_price), ("line_net", line.net), ("line_tax", line.tax), ("line_total", line.gross))
        for field, figure in printed:
            yield from field_of("invoice", field, figure)
    for rate in record.rates:
        for field, figure in (("rate_net", rate.net), ("rate_tax", rate.tax)):
            yield from field_of("invoice", field, figure)
    for amount in record.amounts:
        yield from field_of("invoice", f"other_{amount.role}", amount.figure)


def field_of(kind: str, field: str, figure: Figure | None, *, period: date | None = None, label: str = "") -> Iterator[Found]:
    if figure is None or figure.operands:
        return
    yield Found(
        kind=kind,
        label=label or field,
        field=field,
        period=period,
        value=figure.value,
        printed_value=figure.value,
        doubtful=figure.doubtful,
        confidence=figure.confidence,
    )
