"""Every bank layout prints every figure of its statement once, as it is."""

from __future__ import annotations

from datetime import date

import pytest

from samples.papers.layout import Layout
from samples.papers.paper import Entry, Image, Table, main_units
from samples.population.registry import declared
from samples.records.record import BankStatement, Key
from tests.samples.papers_banks.examples import EN_BANKS, ZH_BANKS, look, statement

LAYOUTS: tuple[Layout, ...] = declared("samples.papers.banks", "LAYOUT")
#: Those that print a balance after the last row of a day only.
DAILY = frozenset({"northmere", "albion", "pennine", "prairie", "redwood"})
#: Those that print no totals.
NO_TOTALS = frozenset({"xiangyun"})
REPEATS = frozenset(
    {"brought_forward", "carried_forward", "page_debits", "page_credits", "running_debits", "running_credits", "section_total"}
)


def entries(layout: Layout, record: BankStatement) -> list[Entry]:
    return list(layout.draw(record, look(layout.language)).entries())


def own(printed: list[Entry]) -> dict[Key, Entry]:
    """The record's own figures among the printed ones; each once."""
    result: dict[Key, Entry] = {}
    for entry in printed:
        if entry.field in REPEATS:
            continue
        key = Key(entry.field, entry.period, "day", entry.item)
        assert key not in result, f"{key} is printed twice"
        result[key] = entry
    return result


def test_every_bank_has_its_layout() -> None:
    assert sorted(layout.bank for layout in LAYOUTS) == sorted([*ZH_BANKS, *EN_BANKS])


def test_a_third_is_kept_for_the_test() -> None:
    for language, banks in (("zh", {"haiyue", "qingyuan", "zhonghe", "lanshan"}), ("en", {"pennine", "harbour", "wessex", "redwood"})):
        assert {layout.bank for layout in LAYOUTS if layout.language == language and layout.split == "test"} == banks


@pytest.mark.parametrize("rows", [0, 1, 75])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_every_figure_is_printed_once(layout: Layout, rows: int) -> None:
    record = statement(layout.bank, rows=rows)
    expected = dict(record.figures())
    if layout.bank in DAILY:
        after = [record.lines[item].day if item < rows else None for item in range(1, rows + 1)]
        for item, line in enumerate(record.lines, start=1):
            if after[item - 1] == line.day:
                del expected[Key("balance", line.day, "day", item)]
    if layout.bank in NO_TOTALS:
        expected = {key: amount for key, amount in expected.items() if not key.name.startswith("total_")}
    printed = own(entries(layout, record))
    assert {key: entry.value for key, entry in printed.items()} == {key: main_units(amount) for key, amount in expected.items()}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_the_digits_are_those_of_the_value(layout: Layout) -> None:
    for entry in entries(layout, statement(layout.bank, opening=-5_000_000)):
        digits = "".join(sign for sign in entry.printed if sign.isdigit())
        assert digits == "".join(sign for sign in f"{entry.value:f}" if sign.isdigit()), entry


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_page_edges_continue_the_chain(layout: Layout) -> None:
    record = statement(layout.bank, rows=160)
    edges = [entry for entry in entries(layout, record) if entry.field.endswith("_forward")]
    for entry in edges:
        assert entry.item is not None
        assert entry.value == main_units(record.lines[entry.item - 1].balance)
    carried = [entry.item for entry in edges if entry.field == "carried_forward"]
    assert carried == [entry.item for entry in edges if entry.field == "brought_forward"]
    if layout.bank in {"donglin", "lanshan", "northmere", "albion", "pennine"}:
        assert carried


@pytest.mark.parametrize("bank", ["donglin", "haiyue"])
def test_page_sums_add_up_to_the_totals(bank: str) -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.bank == bank)
    record = statement(bank, rows=90)
    printed = entries(layout, record)
    for side, total in (("debits", record.debits), ("credits", record.credits)):
        assert sum(entry.value for entry in printed if entry.field == f"page_{side}") == main_units(total)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_a_changed_row_moves_nothing_else(layout: Layout) -> None:
    """Twins compare entry by entry: a forged amount leaves the places of all others alone."""
    record = statement(layout.bank, rows=40)
    line = record.lines[9]
    forged = record.amended({Key("amount", line.day, "day", 10): line.amount * 2})
    before, after = entries(layout, record), entries(layout, forged)
    assert [(entry.field, entry.item) for entry in before] == [(entry.field, entry.item) for entry in after]
    moved = {entry.field for entry, other in zip(before, after, strict=True) if entry != other}
    assert moved <= {"amount", "page_debits", "page_credits", "running_debits", "running_credits", "section_total"}


def test_the_order_of_days_is_turned_in_one_layout_of_each_language() -> None:
    turned = set()
    for layout in LAYOUTS:
        items = [entry.item for entry in entries(layout, statement(layout.bank, rows=20)) if entry.field == "amount"]
        if items == list(range(20, 0, -1)):
            turned.add(layout.bank)
    assert turned == {"jiangan", "calder"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_rows_fit_their_columns(layout: Layout) -> None:
    for block in layout.draw(statement(layout.bank), look(layout.language)).blocks:
        if isinstance(block, Table):
            assert all(len(row.cells) <= len(block.columns) for row in block.rows)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_a_period_over_the_new_year_is_printed(layout: Layout) -> None:
    record = statement(layout.bank, rows=12, start=date(2024, 12, 1))
    assert entries(layout, record)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.bank)
def test_only_its_bank_suits(layout: Layout) -> None:
    assert [bank for bank in [*ZH_BANKS, *EN_BANKS] if layout.suits(statement(bank, rows=1))] == [layout.bank]


def test_the_code_to_verify_by_is_a_picture() -> None:
    (layout,) = (layout for layout in LAYOUTS if layout.bank == "zhonghe")
    paper = layout.draw(statement("zhonghe"), look("zh"))
    assert any(isinstance(block, Image) and block.png.startswith(b"\x89PNG") for block in paper.blocks)
