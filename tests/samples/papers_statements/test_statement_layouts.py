"""Every statement layout prints every record that it suits, and prints what the record says."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from extract.concepts import chart, normalise
from samples.firms.firm import Framework
from samples.papers.layout import Layout, in_unit
from samples.papers.paper import Entry, Paper, Table
from samples.papers.statements.chinese_captions import OLD
from samples.papers.statements.printing import worth
from samples.population.registry import declared
from samples.records.notes import COUNTS
from samples.records.record import Statement, StatementKind
from tests.samples.papers_statements.examples import firm, look, statement

LAYOUTS: tuple[Layout, ...] = declared("samples.papers.statements", "LAYOUT")
KINDS: tuple[StatementKind, ...] = ("balance_sheet", "income_statement", "cash_flow", "equity_changes", "notes")
FRAMEWORKS: tuple[Framework, ...] = ("xqy", "cas", "frs102", "frs105", "ifrs_smes", "us_gaap", "us_tax")
UNITS = {"zh": (1, 10_000), "en": (1, 100, 100_000)}
SUITED = [
    pytest.param(layout, kind, framework, id=f"{layout.name}-{kind}-{framework}")
    for layout, kind, framework in product(LAYOUTS, KINDS, FRAMEWORKS)
    if layout.suits(statement(kind, framework))
]


def drawn(layout: Layout, record: Statement, hints: dict[str, object] | None = None, seed: int = 7) -> Paper:
    return layout.draw(record, look(firm(record.framework, seed), hints))


def read(printed: str) -> Decimal:
    """Digits, separators and the marks of a negative: what any reader knows."""
    plain = printed.replace(",", "").replace("£", "").replace("$", "").translate(str.maketrans("（）", "()"))
    if plain in {"-", "—", "–", "nil", "-0-"}:
        return Decimal(0)
    sign = -1 if plain.startswith(("(", "-", "△")) or plain.endswith("-") else 1
    return sign * Decimal(plain.strip("()-△"))


def amount_of(record: Statement, entry: Entry) -> int:
    return next(
        (
            column.figures[entry.concept]
            for column in record.columns
            if entry.concept in column.figures and (column.period, column.span) == (entry.period, entry.span)
        ),
        0,
    )


@pytest.mark.parametrize(("layout", "kind", "framework"), SUITED)
def test_every_figure_is_the_records_in_the_printed_unit(layout: Layout, kind: StatementKind, framework: Framework) -> None:
    for unit, loss in product(UNITS[layout.language], (False, True)):
        record = statement(kind, framework, unit=unit, loss=loss)
        if not layout.suits(record):
            continue
        entries = list(drawn(layout, record).entries())
        assert entries
        for entry in entries:
            if entry.concept in COUNTS:
                assert entry.value == Decimal(amount_of(record, entry)) / 100
            elif entry.concept:
                assert entry.value == in_unit(amount_of(record, entry), unit), entry


@pytest.mark.parametrize(("layout", "kind", "framework"), SUITED)
def test_the_print_reads_back_as_the_value(layout: Layout, kind: StatementKind, framework: Framework) -> None:
    for unit, loss, seed in product(UNITS[layout.language], (False, True), (1, 2, 3)):
        record = statement(kind, framework, unit=unit, loss=loss)
        for entry in drawn(layout, record, seed=seed).entries() if layout.suits(record) else ():
            value = read(entry.printed) * (1 if entry.concept in COUNTS else worth(unit))
            # A deduction of a Western form prints in brackets what is stored as a positive amount.
            assert value == entry.value or (layout.language == "en" and value == -entry.value), entry


@pytest.mark.parametrize(("layout", "kind", "framework"), SUITED)
def test_no_figure_with_a_line_is_lost(layout: Layout, kind: StatementKind, framework: Framework) -> None:
    record = statement(kind, framework)
    printed = {(entry.concept, entry.period, entry.span) for entry in drawn(layout, record).entries()}
    lines = {concept for concept, _, _ in printed}
    lost = [key for key, amount in record.figures() if amount and key.name in lines and (key.name, key.period, key.span) not in printed]
    assert not lost


@pytest.mark.parametrize(("layout", "kind", "framework"), SUITED)
def test_the_bottom_lines_are_always_there(layout: Layout, kind: StatementKind, framework: Framework) -> None:
    bottom = {
        "balance_sheet": "total_equity", "income_statement": "net_profit", "cash_flow": "cf_closing_cash", "equity_changes": "eq_closing",
        "notes": "employees_average",
    }  # fmt: skip
    record = statement(kind, framework)
    if bottom[kind] in record.columns[0].figures:
        assert bottom[kind] in {entry.concept for entry in drawn(layout, record).entries()}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_no_caption_means_another_concept(layout: Layout) -> None:
    """A wording may be unknown to the chart; it may not be the chart's name of something else in that statement."""
    known = chart()
    wrong = set()
    for kind, framework, seed in product(KINDS[:3], FRAMEWORKS, range(6)):
        record = statement(kind, framework)
        if not layout.suits(record):
            continue
        for entry in drawn(layout, record, seed=seed).entries():
            if not entry.concept or entry.label in OLD.values():
                continue
            name = normalise(entry.label)
            meant = known.by_label.get((kind, name))
            if meant not in {None, entry.concept} and entry.concept not in known.ambiguous.get(name, ()):
                wrong.add((entry.label, entry.concept, meant))
    assert not wrong


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_the_same_record_is_drawn_the_same_twice(layout: Layout) -> None:
    record = next(statement(kind, framework) for kind, framework in product(KINDS, FRAMEWORKS) if layout.suits(statement(kind, framework)))
    assert drawn(layout, record) == drawn(layout, record)


def test_there_are_enough_layouts_of_both_splits() -> None:
    for language in ("zh", "en"):
        mine = [layout for layout in LAYOUTS if layout.language == language]
        assert len(mine) >= 8
        tests = sum(layout.split == "test" for layout in mine)
        assert len(mine) / 4 <= tests <= len(mine) / 2


@pytest.mark.parametrize(("kind", "framework", "split"), list(product(KINDS, FRAMEWORKS, ("develop", "test"))))
def test_each_statement_has_a_layout_in_each_split_and_unit(kind: StatementKind, framework: Framework, split: str) -> None:
    for unit in UNITS["zh" if framework in {"xqy", "cas"} else "en"]:
        assert any(layout.split == split and layout.suits(statement(kind, framework, unit=unit)) for layout in LAYOUTS)


def test_captions_and_columns_of_the_official_form() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "zh_two_sided_grid")
    table = next(block for block in drawn(layout, statement("balance_sheet")).blocks if isinstance(block, Table))
    assert [column.caption for column in table.columns[1:4]] == ["行次", "期末余额", "年初余额"]
    assert [cell.label if isinstance(cell, Entry) else cell for cell in table.rows[-1].cells][:3] == ["　　资产总计", "30", "资产总计"]


def test_a_wrong_unit_in_the_heading_changes_no_figure() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "zh_two_sided_grid")
    record = statement("balance_sheet")
    paper = drawn(layout, record, {"unit_heading": "万元"})
    assert list(paper.entries()) == list(drawn(layout, record).entries())
    assert any("单位：万元" in str(getattr(block, "right", "")) for block in paper.blocks)


def test_a_misaligned_export_moves_figures_and_loses_none() -> None:
    for layout in LAYOUTS:
        record = statement("balance_sheet", "xqy" if layout.language == "zh" else "us_gaap")
        if not layout.suits(record):
            continue
        straight, shifted = drawn(layout, record, seed=3), drawn(layout, record, {"misaligned": True}, seed=3)
        assert sorted(map(repr, straight.entries())) == sorted(map(repr, shifted.entries()))
        assert straight != shifted, layout.name


def test_an_old_template_says_main_business() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "zh_two_sided_grid")
    labels = {entry.label for entry in drawn(layout, statement("income_statement"), {"old_template": True}).entries()}
    assert "一、主营业务收入" in labels


def test_cents_that_a_spreadsheet_lost_are_in_value_and_print() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "zh_agency_sheet")
    record = statement("balance_sheet")
    entry = next(entry for entry in drawn(layout, record, {"cells_off": {"total_assets": 3}}).entries() if entry.concept == "total_assets")
    assert entry.value == in_unit(record.columns[0].figures["total_assets"] + 3, 1)


def test_the_firms_own_lines_stand_in_a_listed_account() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "en_us_compilation")
    entries = list(drawn(layout, statement("income_statement", "us_gaap", unit=100)).entries())
    assert [entry.label for entry in entries if entry.concept is None] == ["Rent", "Rent", "Carriage", "Carriage"]


def test_notes_put_balances_and_flows_of_a_year_into_one_column() -> None:
    balance, flow = statement("balance_sheet"), statement("notes")
    day = balance.period
    mixed = Statement(
        record="notes",
        framework="xqy",
        entity=flow.entity,
        currency="CNY",
        unit=1,
        columns=(balance.columns[0], flow.columns[0], balance.columns[1], flow.columns[1]),
    )
    for layout in LAYOUTS:
        if layout.suits(mixed):
            table = next(block for block in drawn(layout, mixed).blocks if isinstance(block, Table) and block.header)
            assert sum(bool(column.caption) and column.align == "right" for column in table.columns) == 2, (layout.name, day)


def test_a_heading_stands_over_the_firms_own_lines() -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == "en_us_program")
    table = next(block for block in drawn(layout, statement("income_statement", "us_tax")).blocks if isinstance(block, Table))
    words = [str(row.cells[0]).strip() for row in table.rows]
    assert words[words.index("Rent") - 1] == "Expenses"
