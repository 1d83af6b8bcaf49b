"""Workbooks, read back by openpyxl."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from samples.formats.paper_rows import stored
from samples.formats.writer import Writer
from samples.population.registry import declared
from samples.records.record import Form, FormColumn, FormLine, Key, Statement, StatementColumn
from tests.samples.papers_banks.examples import look, statement
from tests.samples.papers_invoices.examples import register

WRITERS: tuple[Writer, ...] = declared("samples.formats", "WRITER")
BANKS = [writer for writer in WRITERS if writer.suffix == ".xlsx" and writer.suits(statement("huachuan"), "zh")]
BANKS += [writer for writer in WRITERS if writer.suffix == ".xlsx" and writer.suits(statement("northmere"), "en")]
FORMS = [writer for writer in WRITERS if "_form" in writer.name]


def cells(content: bytes, *, computed: bool = True) -> dict[str, Any]:
    book = load_workbook(io.BytesIO(content), data_only=computed)
    return {f"{sheet.title}!{cell.coordinate}": cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def trial_balance() -> Form:
    end = date(2025, 12, 31)
    lines = [
        FormLine(name="cash", label="银行存款", number="1002", amounts={"closing_debit": 1_234_567}),
        FormLine(name="equity", label="实收资本", number="3001", amounts={"closing_credit": 1_234_567}),
        FormLine(name="total", label="合计", amounts={"closing_debit": 1_234_567, "closing_credit": 1_234_567}),
    ]
    columns = tuple(FormColumn(name=f"closing_{side}", caption=side, period=end, span="instant") for side in ("debit", "credit"))
    return Form(
        record="trial_balance", form="trial_balance", title="科目余额表", entity="杭州顺和机电设备有限公司", currency="CNY",
        start=date(2025, 1, 1), end=end, columns=columns, lines=tuple(lines),
    )  # fmt: skip


def balance_sheet(framework: str, *, unit: int = 1) -> Statement:
    figures = {"cash": 1_234_500_00, "trade_receivables": 880_000_00, "total_assets": 2_114_500_00}
    columns = tuple(StatementColumn(period=date(year, 12, 31), span="instant", months=0, figures=figures) for year in (2025, 2024))
    return Statement(
        record="balance_sheet", framework=framework, entity="杭州顺和机电设备有限公司", currency="CNY" if framework == "xqy" else "GBP",  # type: ignore[arg-type]
        unit=unit, columns=columns,
    )  # fmt: skip


@pytest.mark.parametrize("writer", BANKS, ids=lambda writer: writer.name)
def test_each_cell_of_a_bank_workbook_holds_its_figure(writer: Writer) -> None:
    language = writer.name[:2]
    source = statement("huachuan" if language == "zh" else "northmere", rows=40)
    printed = writer.write(source, look(language))  # type: ignore[arg-type]
    read = cells(printed.content)
    for placed in printed.figures:
        held = Decimal(str(read[placed.cell or ""]).replace(",", ""))
        assert held == placed.entry.value or (placed.entry.field == "amount" and held == abs(placed.entry.value))
    fields = [(placed.entry.field, placed.entry.item) for placed in printed.figures]
    assert len(set(fields)) == len(fields)
    assert {item for field, item in fields if field == "amount"} == set(range(1, 41))


def test_the_chinese_export_keeps_amounts_as_text_under_merged_heads() -> None:
    (writer,) = (writer for writer in WRITERS if writer.name == "zh_xlsx_export")
    printed = writer.write(statement("huachuan", rows=5), look())
    read = cells(printed.content)
    assert all(isinstance(read[placed.cell or ""], str) for placed in printed.figures)
    sheet = load_workbook(io.BytesIO(printed.content)).active
    assert "A1:J1" in {str(area) for area in sheet.merged_cells.ranges}  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", ["register", "trial_balance"])
@pytest.mark.parametrize("writer", FORMS, ids=lambda writer: writer.name)
def test_each_cell_of_a_form_holds_its_figure(writer: Writer, kind: str) -> None:
    language = writer.name[:2]
    record = register(language) if kind == "register" else trial_balance()
    printed = writer.write(record, look(language))  # type: ignore[arg-type]
    read = cells(printed.content)
    for placed in printed.figures:
        assert Decimal(str(read[placed.cell or ""]).replace(",", "")) == placed.entry.value
    keys = [Key(placed.entry.field, placed.entry.period, placed.entry.span, placed.entry.item) for placed in printed.figures]  # type: ignore[arg-type]
    assert sorted(keys) == sorted(key for key, _ in record.figures())


@pytest.mark.parametrize("name", ["zh_xlsx_form_formulas", "en_xlsx_form_formulas"])
def test_sums_are_formulas_with_their_results(name: str) -> None:
    (writer,) = (writer for writer in FORMS if writer.name == name)
    record = register(name[:2])
    printed = writer.write(record, look(name[:2]))  # type: ignore[arg-type]
    total = next(placed for placed in printed.figures if placed.entry.field == "total/net")
    formula = cells(printed.content, computed=False)[total.cell or ""]
    assert formula.startswith("=SUMIFS(")
    assert cells(printed.content)[total.cell or ""] == pytest.approx(float(total.entry.value))
    gross = next(placed for placed in printed.figures if placed.entry.field == "d-0/total")
    assert cells(printed.content, computed=False)[gross.cell or ""].startswith("=")


def test_a_forged_sum_is_a_number_in_place_of_its_formula() -> None:
    (writer,) = (writer for writer in FORMS if writer.name == "zh_xlsx_form_formulas")
    record = register("zh")
    forged = record.amended({Key("total/net", record.end, "day", 31): 99_999_999_00})
    printed = writer.write(forged, look())
    total = next(placed for placed in printed.figures if placed.entry.field == "total/net")
    assert cells(printed.content, computed=False)[total.cell or ""] == 99_999_999


@pytest.mark.parametrize(("name", "framework", "unit"), [
    ("zh_xlsx_statement", "xqy", 1), ("zh_xlsx_statement_text", "xqy", 1), ("en_xlsx_statement", "frs102", 100),
    ("en_xlsx_statement_sheet1", "frs102", 100),
])  # fmt: skip
def test_a_statement_is_on_the_sheet(name: str, framework: str, unit: int) -> None:
    (writer,) = (writer for writer in WRITERS if writer.name == name)
    printed = writer.write(balance_sheet(framework, unit=unit), look(name[:2]))  # type: ignore[arg-type]
    read = cells(printed.content)
    assert len(printed.figures) >= 6
    for placed in printed.figures:
        held = stored(str(read[placed.cell or ""]))
        assert held == stored(placed.entry.printed)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1,234.50", "1234.50"), ("(1,234)", "-1234"), ("-12.00", "-12.00"), ("£1,000", "1000"), ("-", None), ("", None), ("—", None)],
)
def test_printed_figures_as_numbers(printed: str, value: str | None) -> None:
    assert stored(printed) == (None if value is None else Decimal(value))


@pytest.mark.parametrize("writer", [*BANKS, *FORMS], ids=lambda writer: writer.name)
def test_files_are_the_same_each_time(writer: Writer) -> None:
    language = writer.name[:2]
    source = register(language) if writer in FORMS else statement("huachuan" if language == "zh" else "northmere", rows=3)
    assert writer.write(source, look(language)).content == writer.write(source, look(language)).content  # type: ignore[arg-type]
