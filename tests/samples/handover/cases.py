"""Loan files of a few papers, so that making them takes seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from samples.case import AnyRecord, Document
from samples.firms.firm import Firm, Language
from samples.handover import sheaves
from samples.handover.sheaves import Press
from samples.population import registry
from samples.population.assemble import Assembled, assembled
from samples.population.plan import Wanted, plan
from samples.population.splits import Split, of

_SEED = 31
#: Of each of these the first paper is kept.
_KINDS = ("balance_sheet", "income_statement", "invoice", "bank_statement", "tax_return")


@cache
def small(language: Language, split: Split, *only: str) -> Assembled:
    """A case with one paper of each kind.   only: fabrications to plant; none for an honest case"""
    wanted = Wanted(cases=1, seed=_SEED, split=split, language=language, only=only, share=0.0)
    return thinned(assembled(plan(wanted, 1)))


def thinned(case: Assembled) -> Assembled:
    return replace(case, papers=replace(case.papers, documents=_first(case.papers.documents)))


def _first(documents: Sequence[Document]) -> tuple[Document, ...]:
    found: dict[str, Document] = {}
    for document in documents:
        if document.record.record in _KINDS:
            found.setdefault(document.record.record, document)
    return tuple(found.values())


def forced(monkeypatch: pytest.MonkeyPatch, press: Press) -> None:
    """Every paper comes that way; as data where a data format takes it."""

    def writer(record: AnyRecord, firm: Firm, split: Split) -> str:
        found = [one.name for one in of(split, registry.declared("samples.formats", "WRITER")) if one.suits(record, firm.language)]
        return str(found[0]) if press == "data" and found else ""

    monkeypatch.setattr(sheaves, "_press", lambda *_args, **_named: "digital" if press == "data" else press)
    monkeypatch.setattr(sheaves, "_writer", writer)
