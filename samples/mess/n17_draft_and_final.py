"""N17: draft and final of one period both handed in; the draft has not yet the income tax of the year."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from samples.case import Document, Dose, Drawn, Intervention, Papers
from samples.mess.choosing import statements
from samples.records.record import Key, Statement, StatementColumn

#: Lines of the balance sheet that the tax is in: less of it owed, more kept.
_LESS = ("taxes_payable", "total_current_liabilities", "total_liabilities")
_MORE = ("retained_earnings", "total_equity", "net_current_assets", "total_assets_less_current_liabilities", "net_assets")


def _papers(papers: Papers, source: Random, dose: Dose) -> tuple[Papers, Drawn] | None:
    period = papers.ledgers.firm.year_ends[-1]
    found = {
        document.record.record: document
        for document in statements(papers)
        if document.record.period == period and document.record.record in {"balance_sheet", "income_statement"}
    }
    income = found.get("income_statement")
    if income is None:
        return None
    tax = dict(income.record.figures()).get(Key("income_tax", period, _column(income).span), 0)
    if tax <= 0:
        return None
    sheet = found.get("balance_sheet")
    owed = _column(sheet).figures.get("taxes_payable") if sheet else None
    if owed is not None:
        # What the year owes at its end is not booked yet; what was paid during the year is.
        tax = min(tax, owed) if owed > 0 else tax
    drafts = [_draft(income, {"income_tax": -tax, "net_profit": tax, "total_comprehensive_income": tax})]
    if sheet is not None and (owed is None or owed > 0) and source.random() < 0.6:
        drafts.append(_draft(sheet, {**dict.fromkeys(_LESS, -tax), **dict.fromkeys(_MORE, tax)}))
    return papers.added(*drafts), {"drafts": [draft.id for draft in drafts]}


def _column(document: Document) -> StatementColumn:
    assert isinstance(document.record, Statement)
    return document.record.columns[0]


def _draft(document: Document, moves: dict[str, int]) -> Document:
    record = document.record
    assert isinstance(record, Statement)
    column = record.columns[0]
    figures = {name: amount + moves.get(name, 0) for name, amount in column.figures.items()}
    changed = replace(record, draft=True, columns=(replace(column, figures=figures), *record.columns[1:]))
    return replace(document, id=f"{document.id}-draft", record=changed)


KIND = Intervention(code="N17", name="draft_and_final", split="develop", papers=_papers)
