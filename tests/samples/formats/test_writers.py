"""What all writers have in common."""

from __future__ import annotations

import pytest

from samples.formats.writer import Writer
from samples.population.registry import declared
from tests.samples.papers_banks.examples import look, statement
from tests.samples.papers_invoices.examples import english, register

WRITERS: tuple[Writer, ...] = declared("samples.formats", "WRITER")


def test_either_split_has_enough_of_each() -> None:
    for language, bank, least in (("zh", "huachuan", 2), ("en", "northmere", 3)):
        for split in ("develop", "test"):
            fit = [writer for writer in WRITERS if writer.split == split and writer.suits(statement(bank, rows=1), language)]  # type: ignore[arg-type]
            assert len(fit) >= least, (language, split)
            assert [writer for writer in WRITERS if writer.split == split and writer.suits(register(language), language)]  # type: ignore[arg-type]


def test_invoices_are_never_data() -> None:
    assert not [writer for writer in WRITERS if writer.suits(english("invoice"), "en")]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_one_language_only(writer: Writer) -> None:
    records = {"zh": [statement("huachuan", rows=1), register("zh")], "en": [statement("northmere", rows=1), register("en")]}
    other = {"zh": "en", "en": "zh"}[writer.name[:2]]
    assert not [record for record in records[other] if writer.suits(record, other)]  # type: ignore[arg-type]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_a_figure_has_one_kind_of_place(writer: Writer) -> None:
    language = writer.name[:2]
    for record in (statement("huachuan" if language == "zh" else "northmere", rows=4), register(language)):
        if writer.suits(record, language):  # type: ignore[arg-type]
            for placed in writer.write(record, look(language)).figures:  # type: ignore[arg-type]
                assert (placed.cell is None) != (placed.path is None)
                assert placed.page is placed.box is None
