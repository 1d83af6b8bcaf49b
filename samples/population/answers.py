"""The truth of a case as JSON values: who the firm is, what its papers say and where, what went wrong, and what was made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from extract.money import plain
from samples.books.journal import VIEWS
from samples.case import AnyRecord, Change, Document, Event
from samples.population.assemble import Assembled
from samples.population.parameters import version
from samples.press.placed import Placed
from samples.records.record import BankStatement, Invoice, Key
from samples.records.stated import stated


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file as it was handed in.

    name        below the folder of the case
    documents   ids of the papers in it
    figures     what is printed on it and where, in order; document: the paper that each belongs to
    technique   how its figures were altered in the file; "" when they were not
    ways        what innocent hands did to it, in order
    said        what its one paper says beside its figures, where the paper keeps that
    """

    name: str
    content: bytes
    documents: tuple[str, ...]
    figures: tuple[tuple[str, Placed], ...]
    layouts: tuple[str, ...]
    face: str
    producer: str
    press: str
    degradation: str
    technique: str
    ways: tuple[str, ...]
    pages: int
    said: tuple[tuple[str, str], ...] = ()


def truth(name: str, case: Assembled, files: Iterable[File]) -> dict[str, Any]:
    """What <case>.truth.json holds. Amounts are strings in the main unit, positive on the concept's normal side.

    `papers` names every paper with the file that it is in; `figures` every printed figure with its place; `planted` every figure that a
    fabrication changed, old and new, with its place where it is printed. `books` has the honest and the stated figures of each year.
    """
    finished = list(files)
    return {
        **_head(name, case),
        "files": [_file(file) for file in finished],
        "papers": _papers(case, finished),
        "figures": [_figure(file.name, document, case, placed) for file in finished for document, placed in file.figures],
        "mess": [_event(event) for event in case.mess],
        "fabrications": [_event(event) for event in case.fabrications],
        "planted": list(_planted(case, finished)),
        "books": _books(case),
    }


def figures_only(name: str, case: Assembled) -> dict[str, Any]:
    """The same without files: what every paper says, bank statements as columns. `tieout sample --figures-only` writes it."""
    return {
        **_head(name, case),
        "papers": [_said(document) for document in case.papers.documents],
        "mess": [_event(event) for event in case.mess],
        "fabrications": [_event(event) for event in case.fabrications],
        "planted": list(_planted(case, ())),
        "books": _books(case),
    }


def _head(name: str, case: Assembled) -> dict[str, Any]:
    firm = case.firm
    return {
        "case": name,
        "population": version(),
        "split": case.plan.split,
        "class": "fabricated" if case.fabrications else "honest",
        "language": firm.language,
        "industry": firm.industry,
        "bundle": case.plan.bundle if case.fabrications else "",
        "firm": {
            "name": firm.name,
            "tax_id": firm.tax_id,
            "company_number": firm.company_number or None,
            "country": firm.country,
            "currency": firm.currency,
            "framework": firm.framework,
            "taxpayer": firm.taxpayer,
            "bookkeeper": firm.bookkeeper,
            "founded": firm.founded.isoformat(),
            "first": firm.first.isoformat(),
            "last": firm.last.isoformat(),
            "year_ends": [day.isoformat() for day in firm.year_ends],
            "applied": firm.applied.isoformat(),
            "accounts": [{"id": one.id, "bank": one.bank_name, "number": one.number} for one in firm.accounts],
            "seed": firm.seed,
        },
    }


def amount(minor: int) -> str:
    """Minor units as a plain decimal number in the main unit."""
    whole, cents = divmod(abs(minor), 100)
    return f"{'-' if minor < 0 else ''}{whole}.{cents:02d}"


def _books(case: Assembled) -> list[dict[str, Any]]:
    """The figures of each year in each version of the books: what was, what the lender is told, what the tax office was told."""
    ledgers = case.papers.ledgers
    return [
        {"year_end": day.isoformat(), "view": view, "figures": {name: amount(value) for name, value in stated(ledgers, day, view).items()}}
        for day in case.firm.year_ends
        for view in VIEWS
    ]


def _file(file: File) -> dict[str, Any]:
    return {
        "name": file.name,
        "pages": file.pages,
        "papers": list(file.documents),
        "layouts": list(file.layouts),
        "face": file.face,
        "producer": file.producer,
        "press": file.press,
        "degradation": file.degradation,
        "technique": file.technique,
        "ways": list(file.ways),
    }


def _papers(case: Assembled, files: Iterable[File]) -> list[dict[str, Any]]:
    where = {document: file for file in files for document in file.documents}
    return [{**_paper(document), **_whereabouts(where.get(document.id))} for document in case.papers.documents]


def _whereabouts(file: File | None) -> dict[str, Any]:
    if file is None:
        return {"file": None}
    return {"file": file.name, "said": dict(file.said)} if file.said else {"file": file.name}


def _paper(document: Document) -> dict[str, Any]:
    record = document.record
    return {
        "id": document.id,
        "record": record.record,
        "form": getattr(record, "form", None),
        "period": record.period.isoformat(),
        "issuer": document.issuer,
        "altered": document.how or None,
    }


def _said(document: Document) -> dict[str, Any]:
    """One paper with all that it says, without a place."""
    record = document.record
    if isinstance(record, BankStatement):
        return {**_paper(document), **_bank(record)}
    head: dict[str, Any] = _paper(document)
    if isinstance(record, Invoice):
        head |= {"number": record.number, "seller": record.seller.name, "buyer": record.buyer.name, "direction": record.direction}
        head |= {"deal": record.deal, "currency": record.currency}
    head["unit"] = getattr(record, "unit", None)
    head["figures"] = [[*_key(key), amount(value)] for key, value in record.figures()]
    return head


def _bank(record: BankStatement) -> dict[str, Any]:
    """Columns, for a statement has thousands of rows."""
    return {
        "account": record.account_id,
        "start": record.start.isoformat(),
        "opening": amount(record.opening),
        "closing": amount(record.closing),
        "total_debits": amount(record.debits),
        "total_credits": amount(record.credits),
        "rows": {
            "id": [line.id for line in record.lines],
            "day": [line.day.isoformat() for line in record.lines],
            "amount": [amount(line.amount) for line in record.lines],
            "balance": [amount(line.balance) for line in record.lines],
            "kind": [line.kind for line in record.lines],
            "summary": [line.summary for line in record.lines],
            "text": [line.text for line in record.lines],
            "counterparty": [line.counterparty for line in record.lines],
            "counterparty_account": [line.counterparty_account for line in record.lines],
        },
    }


def _key(key: Key) -> tuple[str, str, str, int | None]:
    return key.name, key.period.isoformat(), key.span, key.item


def _figure(file: str, document: str, case: Assembled, placed: Placed) -> dict[str, Any]:
    entry = placed.entry
    return {
        "document": file,
        "paper": document,
        "record": _record_of(document, case).record,
        "label": entry.label,
        "concept": entry.concept,
        "period": entry.period.isoformat(),
        "span": entry.span,
        "field": entry.field or None,
        "item": entry.item,
        "value": plain(entry.value),
        "printed": entry.printed,
        **_place(placed),
    }


def _record_of(document: str, case: Assembled) -> AnyRecord:
    return next(one.record for one in case.papers.documents if one.id == document)


def _place(placed: Placed) -> dict[str, Any]:
    return {"page": placed.page, "box": placed.box.as_list() if placed.box else None, "cell": placed.cell, "path": placed.path}


_NOWHERE: Mapping[str, None] = {"page": None, "box": None, "cell": None, "path": None}


def _event(event: Event) -> dict[str, Any]:
    return {
        "code": event.code,
        "strength": event.strength or None,
        "care": event.care,
        "bundle": event.bundle or None,
        "start": event.start.isoformat() if event.start else None,
        "months": event.months or None,
        "parameters": {name: _value(value) for name, value in event.parameters.items()},
        "dropped": list(event.dropped),
        "changed": len(event.changes),
        "changes": [_change(change) for change in event.changes] if not event.strength else [],
    }


def _value(value: object) -> Any:
    """What a step drew, as JSON."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [_value(item) for item in value]
        return sorted(items, key=str) if isinstance(value, (set, frozenset)) else items
    if isinstance(value, Mapping):
        return {str(name): _value(item) for name, item in value.items()}
    return value if isinstance(value, (str, int, bool, type(None))) else str(value)


def _change(change: Change) -> dict[str, Any]:
    name, period, span, item = _key(change.key)
    return {
        "paper": change.document,
        "name": name,
        "period": period,
        "span": span,
        "item": item,
        "row": change.row or None,
        "old": None if change.old is None else amount(change.old),
        "new": None if change.new is None else amount(change.new),
    }


def _planted(case: Assembled, files: Iterable[File]) -> Iterable[dict[str, Any]]:
    """Every figure that a fabrication changed, with the place of its new value where one is printed."""
    places: dict[tuple[str, str, date, str, int | None], tuple[str, Placed]] = {}
    for file in files:
        for document, placed in file.figures:
            entry = placed.entry
            places[document, entry.field or entry.concept or entry.label, entry.period, entry.span, entry.item] = (file.name, placed)
    for event in case.fabrications:
        for change in event.changes:
            key = change.key
            where = places.get((change.document, key.name, key.period, key.span, key.item))
            place = {"document": where[0], **_place(where[1])} if where else {"document": None, **_NOWHERE}
            yield {"kind": event.code, **_change(change), **place}
