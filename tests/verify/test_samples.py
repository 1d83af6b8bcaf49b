"""Made-up firms of the generator, read without fault: an honest one has nothing to explain, a tampered one is caught where it must be.

The documents are built from what the generator prints, so that these tests judge verification alone, not reading.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

import pytest

from extract.document import Document
from extract.figure import Figure
from extract.money import Money
from extract.numerals import parse
from extract.place import Place
from extract.records import BankStatement, FinancialStatement, PeriodFigure, Record, StatementLine, Transaction
from samples.flow import made
from samples.loan_file import Handed, LoanFile
from samples.papers.paper import Entry
from samples.tamper import KINDS
from verify.case import Case
from verify.flow import verify
from verify.judgement import Judgement


class Reading:
    """The figures of one handed-in document, numbered in the order they are printed."""

    def __init__(self, handed: Handed, currency: str) -> None:
        self.handed, self.currency = handed, currency
        self.sha256 = hashlib.sha256(handed.name.encode()).hexdigest()
        self._count = 0

    def figure(self, entry: Entry) -> Figure:
        numeral = parse(entry.printed)
        self._count += 1
        return Figure(
            id=f"f-{self.sha256[:8]}-{self._count}",
            printed=entry.printed,
            money=Money(entry.value, self.currency),
            step=numeral.step if numeral else Decimal(1),
            place=Place(sha256=self.sha256, page=1),
            confidence=0.9995,
        )


def judged(file: LoanFile) -> Judgement:
    documents = []
    for handed in file.documents:
        reading = Reading(handed, file.firm.currency)
        record = _record(reading, file)
        if record is not None:
            documents.append(
                Document(name=handed.name, sha256=reading.sha256, media_type="application/pdf", pages=1, status="read", records=(record,))
            )
    return verify(Case("sample", tuple(documents)))


def _record(reading: Reading, file: LoanFile) -> Record | None:
    kind = reading.handed.paper.record
    entries = list(reading.handed.paper.entries())
    if kind == "bank_statement":
        return _bank(reading, entries, file)
    if kind not in {"balance_sheet", "income_statement", "cash_flow"}:
        return None
    lines: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        lines[entry.concept or entry.label].append(entry)
    return FinancialStatement(
        statement=kind,  # type: ignore[arg-type]
        entity=file.firm.name,
        currency=file.firm.currency,
        scale=Decimal(1),
        scale_place=None,
        periods=tuple(sorted({entry.period for entry in entries}, reverse=True)),
        lines=tuple(_line(reading, group) for group in lines.values()),
        page=1,
    )


def _line(reading: Reading, group: Sequence[Entry]) -> StatementLine:
    figures = tuple(PeriodFigure(entry.period, entry.span, reading.figure(entry)) for entry in group)  # type: ignore[arg-type]
    return StatementLine(label=group[0].label, concept=group[0].concept, concept_confidence=1.0, page=1, figures=figures)


def _bank(reading: Reading, entries: list[Entry], file: LoanFile) -> BankStatement:
    once = {entry.field: reading.figure(entry) for entry in entries if entry.item is None}
    rows: dict[int, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        if entry.item is not None:
            rows[entry.item][entry.field] = entry
    transactions = tuple(
        Transaction(
            date=row["amount"].period,
            description=row["amount"].label,
            counterparty=None,
            counterparty_account=None,
            amount=reading.figure(row["amount"]),
            balance=reading.figure(row["balance"]) if "balance" in row else None,
        )
        for _, row in sorted(rows.items())
    )
    days = [entry.period for entry in entries]
    return BankStatement(
        holder=file.firm.name,
        account=file.firm.account,
        bank=file.firm.bank,
        currency=file.firm.currency,
        start=min(days),
        end=max(days),
        opening=once.get("opening"),
        closing=once.get("closing"),
        transactions=transactions,
        total_credits=once.get("total_credits"),
        total_debits=once.get("total_debits"),
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(500, 508))
def test_an_honest_firm_has_nothing_to_explain(language: str, seed: int) -> None:
    judgement = judged(made(language, seed, ()))  # type: ignore[arg-type]
    assert [(finding.code, finding.explanation.en) for finding in judgement.findings if finding.verdict != "notice"] == []
    assert judgement.score.grade == "low"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("seed", [500, 501, 502])
def test_a_tamper_breaks_what_it_must(language: str, kind: str, seed: int) -> None:
    file = made(language, seed, (kind,))  # type: ignore[arg-type]
    wanted = {code for planted in file.planted for code in planted.must_break}
    judgement = judged(file)
    broken = {tie.id for tie in judgement.ties if tie.status == "broken"}
    assert wanted <= broken
    assert len(judgement.findings) <= 4
    assert judgement.score.grade in {"high", "elevated"}


@pytest.mark.parametrize("seed", [500, 501])
def test_the_planted_figures_are_among_the_evidence(seed: int) -> None:
    for kind in sorted(KINDS):
        file = made("zh", seed, (kind,))
        shown = {item.figure.value for finding in judged(file).findings for item in finding.evidence}
        assert shown & {planted.new for planted in file.planted}, kind
