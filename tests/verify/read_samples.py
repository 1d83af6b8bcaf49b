"""Made-up loan files read without fault: the records that a perfect reader would make of the population's papers.

They are built from what the layouts print, so that tests with them judge verification alone, not reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extract.document import Document
from extract.figure import Figure
from extract.records import BankStatement, FinancialStatement, PeriodFigure, Record, StatementLine, Transaction
from samples.case import Document as Handed
from samples.firms.firm import Firm
from samples.handover.sheaves import layout
from samples.papers.layout import Look
from samples.papers.paper import Entry
from samples.records.record import BankStatement as BankRecord
from samples.records.record import Form as FormRecord
from samples.records.record import Invoice as InvoiceRecord
from samples.records.record import Statement
from samples.streams import stream
from tests.verify.read_forms import Reading, form_of, invoice_of
from verify.case import Case
from verify.flow import verify
from verify.judgement import Judgement

_FACE = ("balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes")


def judged(documents: Iterable[Handed], firm: Firm) -> Judgement:
    """What verify says of every paper that a reader has records for; notes and other statements are left out."""
    return verify(read_case(documents, firm))


def read_case(documents: Iterable[Handed], firm: Firm) -> Case:
    read = []
    for handed in documents:
        reading = Reading(handed.id, firm.currency)
        record = _record(handed, reading, firm)
        if record is not None:
            read.append(
                Document(name=handed.id, sha256=reading.sha256, media_type="application/pdf", pages=1, status="read", records=(record,))
            )
    return Case("sample", tuple(read), firm.industry)


def _record(handed: Handed, reading: Reading, firm: Firm) -> Record | None:
    record = handed.record
    if isinstance(record, BankRecord):
        return _bank(record, reading)
    if isinstance(record, Statement) and record.record in _FACE:
        return _statement(record, handed, reading, firm)
    if isinstance(record, FormRecord):
        return form_of(record, reading)
    if isinstance(record, InvoiceRecord):
        return invoice_of(record, reading)
    return None


def _statement(record: Statement, handed: Handed, reading: Reading, firm: Firm) -> FinancialStatement:
    look = Look(firm=firm, face="hei" if firm.language == "zh" else "sans", hints=handed.hints, source=stream(firm.seed, "look", handed.id))
    entries = list(layout(record, firm, firm.split).draw(record, look).entries())
    lines: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        lines[entry.concept or entry.label].append(entry)
    return FinancialStatement(
        statement=record.record,
        entity=firm.name,
        currency=firm.currency,
        scale=Decimal(1),
        scale_place=None,
        periods=tuple(sorted({entry.period for entry in entries}, reverse=True)),
        lines=tuple(_line(reading, group, record.unit) for group in lines.values()),
        page=1,
    )


def _line(reading: Reading, group: Sequence[Entry], unit: int) -> StatementLine:
    step = Decimal(unit).scaleb(-2)
    figures = tuple(
        PeriodFigure(entry.period, entry.span, reading.figure(entry.printed, entry.value, step))  # type: ignore[arg-type]
        for entry in group
    )
    return StatementLine(label=group[0].label, concept=group[0].concept, concept_confidence=1.0, page=1, figures=figures)


def _bank(record: BankRecord, reading: Reading) -> BankStatement:
    def figure(minor: int) -> Figure:
        value = Decimal(minor).scaleb(-2)
        return reading.figure(f"{value:,f}", value, Decimal("0.01"))

    opening = figure(record.opening)
    transactions = tuple(
        Transaction(
            date=line.day,
            description=f"{line.summary} {line.text}".strip(),
            counterparty=line.counterparty or None,
            counterparty_account=line.counterparty_account or None,
            amount=figure(line.amount),
            balance=figure(line.balance),
        )
        for line in record.lines
    )
    return BankStatement(
        holder=record.holder,
        account=record.account,
        bank=record.bank_name,
        currency=record.currency,
        start=record.start,
        end=record.end,
        opening=opening,
        closing=figure(record.closing),
        transactions=transactions,
        total_credits=figure(record.credits),
        total_debits=figure(record.debits),
    )


__all__ = ["judged", "read_case"]
