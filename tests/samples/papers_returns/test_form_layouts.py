"""Every layout of a form prints every form that it suits, and prints what the form says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samples.papers.layout import Layout
from samples.papers.paper import Paper, Row, Table
from samples.population.registry import declared
from samples.records.record import Form
from tests.samples.papers_returns.form_examples import ALL, form
from tests.samples.papers_statements.examples import firm, look

LAYOUTS: tuple[Layout, ...] = declared("samples.papers.returns", "LAYOUT")
SUITED = [
    pytest.param(layout, name, currency, id=f"{layout.name}-{name}-{currency}")
    for layout in LAYOUTS
    for name, currency in ALL
    if layout.suits(form(name, currency))
]
FRAMEWORKS = {"CNY": "xqy", "GBP": "frs102", "USD": "us_gaap"}


def drawn(layout: Layout, record: Form) -> Paper:
    return layout.draw(record, look(firm(FRAMEWORKS[record.currency])))  # type: ignore[arg-type]


def read(printed: str) -> Decimal:
    plain = printed.replace(",", "").replace("£", "").replace("$", "")
    if plain in {"-", "—", "无", "None", "n/a"}:
        return Decimal(0)
    sign = -1 if plain.startswith(("(", "-")) else 1
    return sign * Decimal(plain.strip("()-"))


@pytest.mark.parametrize(("layout", "name", "currency"), SUITED)
def test_every_figure_is_the_forms_and_reads_back(layout: Layout, name: str, currency: str) -> None:
    record = form(name, currency)
    figures = {(key.name, key.period, key.span, key.item): amount for key, amount in record.figures()}
    entries = list(drawn(layout, record).entries())
    assert entries
    for entry in entries:
        exact = Decimal(figures[entry.field, entry.period, entry.span, entry.item]) / 100  # type: ignore[index]
        assert abs(entry.value - exact) <= Decimal("0.5")
        assert entry.value == exact or entry.value == entry.value.to_integral_value(), "only whole pounds and dollars are rounded"
        assert read(entry.printed) == entry.value, entry


@pytest.mark.parametrize(("layout", "name", "currency"), SUITED)
def test_no_figure_is_lost(layout: Layout, name: str, currency: str) -> None:
    record = form(name, currency)
    printed = {(entry.field, entry.period, entry.span, entry.item) for entry in drawn(layout, record).entries()}
    lost = [key for key, amount in record.figures() if amount and (key.name, key.period, key.span, key.item) not in printed]
    assert not lost


@pytest.mark.parametrize(("layout", "name", "currency"), SUITED)
def test_a_row_has_no_more_cells_than_columns(layout: Layout, name: str, currency: str) -> None:
    for block in drawn(layout, form(name, currency)).blocks:
        if isinstance(block, Table):
            assert all(isinstance(row, Row) and len(row.cells) <= len(block.columns) for row in block.rows)
            assert not block.spans or sum(count for _, count in block.spans) == len(block.columns)


@pytest.mark.parametrize(("name", "currency"), ALL)
@pytest.mark.parametrize("split", ["develop", "test"])
def test_each_form_has_a_layout_in_each_split(name: str, currency: str, split: str) -> None:
    assert any(layout.split == split and layout.suits(form(name, currency)) for layout in LAYOUTS)


def test_persons_are_counted_and_not_paid() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "zh_payroll_form")
    persons = next(entry for entry in drawn(layout, form("wage_tax", "CNY")).entries() if entry.concept == "iit_persons")
    assert (persons.value, persons.printed) == (Decimal(12), "12")


def test_a_british_return_has_pence_above_box_six_only() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "en_uk_vat_return")
    printed = [entry.printed for entry in drawn(layout, form("uk_vat", "GBP")).entries()]
    assert printed == ["£1,234,567.00", "0.00", "-£7,654.00", "£42"]


def test_texts_stand_in_their_column() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "zh_credit_report_bureau")
    tables = [block for block in drawn(layout, form("credit_report", "CNY")).blocks if isinstance(block, Table) and block.header]
    assert tables[0].rows[0].cells[:4] == ("A bank", "2024-03-01", "2025-03-01", "正常")
