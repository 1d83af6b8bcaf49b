"""The only place where a domain value becomes JSON.

The shapes are fixed: fields may be added, none renamed or dropped. Amounts are plain decimal strings in the main unit of the
currency, dates are ISO 8601, and what is not known is null or empty, never invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from api.legible import legible_json
from api.version import ENGINE
from extract.document import Document
from extract.errors import Refused
from extract.figure import Figure
from extract.money import UNKNOWN_CURRENCY, plain
from extract.place import Place
from extract.records import (
    BankStatement,
    FinancialStatement,
    Form,
    Invoice,
    InvoiceLine,
    Other,
    Party,
    PeriodFigure,
    Record,
    StatementLine,
    Transaction,
)
from verify.evidence import Evidence
from verify.finding import BetterReading, Finding
from verify.judgement import Judgement, Request, Score, Support
from verify.tie import Tie
from verify.wording import Wording

Json = dict[str, Any]


def amount(value: Decimal | None) -> str | None:
    """A plain decimal number, or null."""
    return None if value is None else plain(value)


def day(value: date | None) -> str | None:
    """An ISO 8601 date, or null."""
    return None if value is None else value.isoformat()


def place(value: Place | None) -> Json:
    """Where something stands; what does not apply is null."""
    if value is None:
        return {"page": None, "box": None, "cell": None, "path": None}
    box = None if value.box is None else value.box.as_list()
    return {"page": value.page, "box": box, "cell": value.cell, "path": value.path}


def figure(value: Figure | None) -> Json | None:
    """The one figure shape. A derived figure has operands and no place; `derived` and `step` are additions."""
    if value is None:
        return None
    shape: Json = {
        "id": value.id,
        "value": plain(value.value),
        "printed": value.printed,
        "confidence": value.confidence,
        "doubtful": value.doubtful,
        "alternatives": [{"value": plain(other.value), "confidence": other.confidence} for other in value.alternatives],
        **place(None if value.operands else value.place),
        "step": plain(value.step),
    }
    if value.operands:
        shape["operands"] = list(value.operands)
    return shape


def documents(values: Iterable[Document]) -> Json:
    """What `tieout read --json` prints."""
    answer: Json = legible_json({"documents": [document(value) for value in values]})
    return answer


def document(value: Document) -> Json:
    return {
        "name": value.name,
        "sha256": value.sha256,
        "media_type": value.media_type,
        "pages": value.pages,
        "status": value.status,
        "records": [record(one) for one in value.records],
        "warnings": [{"code": one.code, "text": one.text, "text_zh": one.text_zh or None, "page": one.page} for one in value.warnings],
    }


def refused(error: Refused, *, sha256: str = "", media_type: str = "") -> Json:
    """A document that was refused before it became a Document: no records, and a warning with the remedy."""
    warning = {"code": error.code, "text": error.text, "text_zh": error.text_zh or None, "page": error.page}
    empty: Json = {"pages": 0, "status": "refused", "records": [], "warnings": [warning]}
    return {"name": error.name, "sha256": sha256, "media_type": media_type, **empty}


def record(value: Record) -> Json:
    if isinstance(value, FinancialStatement):
        return _financial_statement(value)
    if isinstance(value, BankStatement):
        return _bank_statement(value)
    if isinstance(value, Invoice):
        return _invoice(value)
    if isinstance(value, Form):
        return _form(value)
    return _other(value)


def _financial_statement(value: FinancialStatement) -> Json:
    return {
        "type": value.type,
        "statement": value.statement,
        "entity": value.entity,
        "currency": value.currency,
        "scale": plain(value.scale),
        "scale_place": None if value.scale_place is None else place(value.scale_place),
        "scale_confidence": value.scale_confidence,
        "periods": [day(period) for period in value.periods],
        "lines": [_line(line) for line in value.lines],
        "page": value.page,
        "form": value.form,
        "complete": value.complete,
    }


def _line(value: StatementLine) -> Json:
    return {
        "label": value.label,
        "concept": value.concept,
        "concept_confidence": value.concept_confidence,
        "page": value.page,
        "note": value.note,
        "section": value.section,
        "negated": value.negated,
        "figures": [{**_period_figure(one), **({"column": one.column} if one.column else {})} for one in value.figures],
    }


def _period_figure(value: PeriodFigure) -> Json:
    return {"period": day(value.period), "span": value.span, **(figure(value.figure) or {})}


def _bank_statement(value: BankStatement) -> Json:
    return {
        "type": value.type,
        "holder": value.holder,
        "account": value.account,
        "bank": value.bank,
        "currency": value.currency,
        "start": day(value.start),
        "end": day(value.end),
        "opening": figure(value.opening),
        "closing": figure(value.closing),
        "total_credits": figure(value.total_credits),
        "total_debits": figure(value.total_debits),
        "transactions": [_transaction(line) for line in value.transactions],
    }


def _transaction(value: Transaction) -> Json:
    return {
        "date": day(value.date),
        "description": value.description,
        "counterparty": value.counterparty,
        "counterparty_account": value.counterparty_account,
        "amount": figure(value.amount),
        "balance": figure(value.balance),
        "page": value.page,
    }


def _invoice(value: Invoice) -> Json:
    return {
        "type": value.type,
        "kind": value.kind,
        "number": value.number,
        "date": day(value.date),
        "due": day(value.due),
        "seller": _party(value.seller),
        "buyer": _party(value.buyer),
        "currency": value.currency,
        "net": figure(value.net),
        "tax": figure(value.tax),
        "total": figure(value.total),
        "lines": [_invoice_line(line) for line in value.lines],
        "page": value.page,
        "code": value.code,
        "check_code": value.check_code,
        "rates": [{"rate": amount(rate.rate), "net": figure(rate.net), "tax": figure(rate.tax)} for rate in value.rates],
        "amounts": [{"role": one.role, "label": one.label, "figure": figure(one.figure)} for one in value.amounts],
        "written": figure(value.written),
        "qr": value.qr,
        "electronic": value.electronic,
    }


def _party(value: Party) -> Json:
    return {"name": value.name, "tax_id": value.tax_id, "address": value.address}


def _invoice_line(value: InvoiceLine) -> Json:
    return {
        "description": value.description,
        "quantity": amount(value.quantity),
        "unit_price": figure(value.unit_price),
        "net": figure(value.net),
        "tax": figure(value.tax),
        "gross": figure(value.gross),
        "tax_rate": amount(value.tax_rate),
        "category": value.category,
        "unit": value.unit,
    }


def _form(value: Form) -> Json:
    return {
        "type": value.type,
        "form": value.form,
        "title": value.title,
        "entity": value.entity,
        "currency": value.currency,
        "scale": plain(value.scale),
        "scale_place": None if value.scale_place is None else place(value.scale_place),
        "scale_confidence": value.scale_confidence,
        "start": day(value.start),
        "end": day(value.end),
        "periods": [
            day(period) for period in sorted({one.period for line in value.lines for one in line.figures if one.period}, reverse=True)
        ],
        "fields": [{"caption": field.caption, "text": field.text, "page": field.page} for field in value.fields],
        "lines": [_form_line(line) for line in value.lines],
        "page": value.page,
    }


def _form_line(value: StatementLine) -> Json:
    """A statement's line, with what each of its figures is about and the words beside them."""
    figures = [{**_period_figure(one), "column": one.column or None, "unit": one.unit} for one in value.figures]
    return {**_line(value), "figures": figures, "texts": dict(value.texts)}


def _other(value: Other) -> Json:
    return {
        "type": value.type,
        "title": value.title,
        "currency": value.currency,
        "lines": [_line(line) for line in value.lines],
        "page": value.page,
    }


def judgement(value: Judgement) -> Json:
    """What `tieout verify --json` prints. Texts are English, with `<name>_zh` beside them in Chinese."""
    answer: Json = {
        "case": {"id": _case_id(value), "name": value.case.name, "engine": ENGINE, "ruleset": value.ruleset},
        "score": _score(value.score),
        "coverage": {"run": value.coverage.run, "not_run": value.coverage.not_run},
        "findings": [finding(one) for one in value.findings],
        "ties": [tie(one) for one in value.ties],
        "support": [_support(one) for one in value.support],
        "requests": [_request(one) for one in value.requests],
        "documents": [document(one) for one in value.case.documents],
    }
    legible: Json = legible_json(answer)
    return legible


def finding(value: Finding) -> Json:
    return {
        "id": value.id,
        "code": value.code,
        "severity": value.severity,
        "verdict": value.verdict,
        **_said("title", value.title),
        **_said("explanation", value.explanation),
        "expected": amount(value.expected),
        "observed": amount(value.observed),
        "difference": amount(value.difference),
        "tolerance": amount(value.tolerance),
        "currency": None if value.currency == UNKNOWN_CURRENCY else value.currency,
        "odds": None if value.odds is None else {"misread": value.odds.misread, "false": value.odds.false},
        "benefit": value.benefit,
        "amount": amount(value.amount),
        **_listed("innocent_explanations", value.innocent_explanations),
        **_listed("counterfactuals", value.counterfactuals),
        "better_readings": [_better_reading(one) for one in value.better_readings],
        "also_breaks": list(value.also_breaks),
        "subject": value.subject,
        "evidence": [_evidence(one) for one in value.evidence],
    }


def _better_reading(value: BetterReading) -> Json:
    return {"figure": value.figure, "printed": value.printed, "read": plain(value.read), "value": plain(value.value)}


def _evidence(value: Evidence) -> Json:
    return {
        "document": value.document,
        "sha256": value.sha256,
        "figure": value.figure.id,
        **place(value.place),
        "label": value.label,
        "concept": value.concept,
        "value": plain(value.value.amount),
    }


def tie(value: Tie) -> Json:
    return {
        "id": value.id,
        "status": value.status,
        **_said("reason", value.reason),
        "figures": list(value.figures),
        "difference": amount(value.difference),
        "tolerance": amount(value.tolerance),
        **_said("title", value.title),
        "subject": value.subject,
        "lhs": amount(value.lhs),
        "rhs": amount(value.rhs),
        "currency": None if value.currency == UNKNOWN_CURRENCY else value.currency,
        "period": day(value.period),
        "severity": value.severity,
    }


def _score(value: Score) -> Json:
    return {
        "fabrication_probability": value.fabrication_probability,
        "grade": value.grade,
        "calibrated_on": value.calibrated_on,
        "prior": round(value.prior, 3),
        **_said("grade_reason", value.grade_reason),
        "reasons": [{"code": one.code, "weight": one.weight, **_said("text", one.text), "finding": one.finding} for one in value.reasons],
    }


def _support(value: Support) -> Json:
    return {
        "concept": value.concept,
        "period": day(value.period),
        "stated": amount(value.stated),
        "supported": amount(value.supported),
        "self_consistent": amount(value.self_consistent),
        "contradicted": amount(value.contradicted),
        "not_tested": amount(value.not_tested),
        "by": list(value.by),
    }


def _request(value: Request) -> Json:
    return {**_said("text", value.text), "settles": list(value.settles), "amount": amount(value.amount)}


def _said(name: str, value: Wording | None) -> Json:
    """A text under its name, and in Chinese beside it."""
    return {name: None if value is None else value.en, f"{name}_zh": None if value is None else value.zh}


def _listed(name: str, values: Iterable[Wording]) -> Json:
    every = list(values)
    return {name: [one.en for one in every], f"{name}_zh": [one.zh for one in every]}


def _case_id(value: Judgement) -> str:
    """The same for the same papers, whatever they are called."""
    contents = "\n".join(sorted({one.sha256 for one in value.case.documents}))
    return hashlib.sha256(contents.encode()).hexdigest()[:16]
