"""What made-up firms hand in finds its layouts, with the figures of its records."""

from __future__ import annotations

from functools import cache

import pytest

from samples.books.journal import Ledgers
from samples.books.simulate import books
from samples.case import Document
from samples.firms.draw import firm
from samples.firms.firm import Firm, Language
from samples.formats.writer import Writer
from samples.papers.layout import Layout, Look
from samples.papers.paper import main_units
from samples.population.registry import declared
from samples.population.splits import Split, of
from samples.records.compose import papers
from samples.records.record import BankStatement, Form, Invoice, Key
from samples.streams import stream

LAYOUTS: tuple[Layout, ...] = (*declared("samples.papers.banks", "LAYOUT"), *declared("samples.papers.invoices", "LAYOUT"))
WRITERS: tuple[Writer, ...] = declared("samples.formats", "WRITER")
FIRMS: tuple[tuple[Split, Language], ...] = (("develop", "zh"), ("test", "zh"), ("develop", "en"), ("test", "en"))


@cache
def made(split: Split, language: Language) -> tuple[Firm, tuple[Document, ...]]:
    one = firm(7, split=split, language=language)
    documents = papers(Ledgers(firm=one, books=books(one))).documents
    ours = [document for document in documents if _ours(document)]
    return one, tuple(ours)


def _ours(document: Document) -> bool:
    record = document.record
    return isinstance(record, BankStatement | Invoice) or (isinstance(record, Form) and record.record == "invoice_register")


@pytest.mark.parametrize(("split", "language"), FIRMS)
def test_every_paper_has_a_layout_that_prints_its_figures(split: Split, language: Language) -> None:
    one, documents = made(split, language)
    assert {type(document.record) for document in documents} == {BankStatement, Invoice, Form}
    for document in documents:
        fit = [layout for layout in of(split, LAYOUTS) if layout.language == language and layout.suits(document.record)]
        assert fit, document.id
        figures = dict(document.record.figures())
        for layout in fit:
            paper = layout.draw(document.record, Look(firm=one, face="", source=stream(1, document.id)))
            for entry in paper.entries():
                minor = figures.get(Key(entry.field, entry.period, entry.span, entry.item))  # type: ignore[arg-type]
                assert minor is None or entry.value == main_units(minor)


@pytest.mark.parametrize(("split", "language"), FIRMS)
def test_every_format_takes_what_it_says_it_takes(split: Split, language: Language) -> None:
    one, documents = made(split, language)
    for writer in of(split, WRITERS):
        fit = [document for document in documents if writer.suits(document.record, language)]
        for document in fit[:2]:
            figures = dict(document.record.figures())
            printed = writer.write(document.record, Look(firm=one, face="", source=stream(1, document.id)))
            assert printed.figures
            for placed in printed.figures:
                entry = placed.entry
                assert entry.value == main_units(figures[Key(entry.field, entry.period, entry.span, entry.item)])  # type: ignore[arg-type]
