"""Every look of a register prints every figure once, as it is."""

from __future__ import annotations

import pytest

from samples.papers.layout import Layout
from samples.papers.paper import main_units
from samples.population.registry import declared
from samples.records.record import Key
from tests.samples.papers_banks.examples import look
from tests.samples.papers_invoices.examples import register

LAYOUTS: tuple[Layout, ...] = tuple(layout for layout in declared("samples.papers.invoices", "LAYOUT") if "register" in layout.name)


def test_each_language_has_one_look_in_either_split() -> None:
    assert sorted((layout.language, layout.split) for layout in LAYOUTS) == [
        ("en", "develop"),
        ("en", "test"),
        ("zh", "develop"),
        ("zh", "test"),
    ]


@pytest.mark.parametrize("form", ["register_issued", "register_received"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_figure_is_printed_once(layout: Layout, form: str) -> None:
    record = register(layout.language, form=form)
    assert layout.suits(record)
    printed = [entry for entry in layout.draw(record, look(layout.language)).entries() if not entry.field.startswith("month_")]
    keys = [Key(entry.field, entry.period, "day", entry.item) for entry in printed]
    assert len(set(keys)) == len(keys)
    values = {key: entry.value for key, entry in zip(keys, printed, strict=True)}
    assert values == {key: main_units(amount) for key, amount in record.figures()}


def test_months_add_up_to_the_total() -> None:
    (layout,) = (one for one in LAYOUTS if one.name == "zh_register_plain")
    entries = list(layout.draw(register("zh"), look("zh")).entries())
    for column in ("net", "tax", "total"):
        (total,) = (entry.value for entry in entries if entry.field == f"total/{column}")
        assert sum(entry.value for entry in entries if entry.field == f"month_{column}") == total


def test_a_register_suits_one_language_only() -> None:
    for layout in LAYOUTS:
        assert [language for language in ("zh", "en") if layout.suits(register(language))] == [layout.language]
