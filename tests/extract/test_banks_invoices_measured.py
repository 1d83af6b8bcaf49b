"""Accuracy on genuine public papers, and laws under generated rows. The papers lie beside the project, in ../shared/data."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.bench.invoices import without_attachments
from extract.banks import reader as banks
from extract.flow import read
from extract.invoices import reader as invoices
from extract.page import Cell, Page, Sheet, Word
from extract.place import Box
from extract.records import BankStatement, Invoice
from extract.series import FigureSeries
from extract.tables.lines import Row, rows_of_page, rows_of_sheet

DATA = Path(__file__).parents[2].parent / "shared" / "data"


def truths(folder: str) -> list[dict[str, Any]]:
    file = DATA / folder / "truth.jsonl"
    if not file.exists():
        pytest.skip(f"the public papers are missing: ../shared/data/{folder}/truth.jsonl")
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def document(folder: str, name: str) -> Any:
    path = DATA / folder / name
    return read(path.read_bytes(), path.name)


def test_german_invoices_of_the_public_corpus() -> None:
    right = asked = lines_right = lines = 0
    for truth in truths("facturx_invoices"):
        fields = truth["fields"]
        page = without_attachments((DATA / "facturx_invoices" / truth["file"]).read_bytes())
        (invoice,) = [item for item in read(page, truth["file"]).records if isinstance(item, Invoice)]
        assert invoice.electronic is None
        pairs = [
            (invoice.number, fields["invoice_number"]),
            (invoice.date and invoice.date.strftime("%Y%m%d"), fields["issue_date"]),
            (invoice.currency, fields["currency"]),
            (invoice.net and invoice.net.value, Decimal(fields["amount_ex_tax"])),
            (invoice.tax and invoice.tax.value, Decimal(fields["tax"])),
            (invoice.total and invoice.total.value, Decimal(fields["total"])),
        ]
        right, asked = right + sum(mine == theirs for mine, theirs in pairs), asked + len(pairs)
        items = fields["line_items"]
        lines += len(items)
        if len(invoice.lines) == len(items):
            lines_right += sum(
                mine.net is not None and mine.net.value == Decimal(theirs["amount"])
                for mine, theirs in zip(invoice.lines, items, strict=True)
            )
    assert (right, lines_right) == (asked, lines)


def test_bank_exports_of_the_public_corpus() -> None:
    for truth in truths("bank_statements"):
        if not truth["format"].startswith("CSV") or truth["statements"] is None:
            continue
        (stated,) = truth["statements"]
        found = [item for item in document("bank_statements", truth["file"]).records if isinstance(item, BankStatement)]
        moves = [move for statement in found for move in statement.transactions]
        assert len(moves) == stated["transactions"], truth["file"]
        assert sum(move.amount.value for move in moves) == Decimal(stated["sum_of_amounts"]), truth["file"]
        assert found[0].newest_first == (stated["order"] == "newest first")
        first, last = Decimal(stated["first_row_balance"]), Decimal(stated["last_row_balance"])
        assert found[0].closing and found[0].closing.value == (first if found[0].newest_first else last)


WORDS = st.sampled_from(
    ["交易日期", "摘要", "借方", "贷方", "余额", "金额", "收/支", "合计", "Date", "Description", "Paid out", "Paid in", "Balance", "Amount",
     "Invoice number", "Total", "VAT", "Subtotal", "2025-01-03", "03/01/2025", "3 Jan", "1,234.56", "-5.00", "100", "20%", "支出", "户名：",
     "名称：", "（小写）", "壹佰元整", "承前页", "Balance brought forward", "0.00", "-", "£", "OD", "Bill to", "发票号码：", "Rechnung Nr. 7 vom"]
)  # fmt: skip
GRID = st.lists(st.lists(st.one_of(st.none(), WORDS, st.text(max_size=12)), min_size=1, max_size=7), max_size=14)


def as_sheet(grid: list[list[str | None]]) -> list[Row]:
    cells = [
        Cell(row, column, text, f"S!{column}{row}")
        for row, line in enumerate(grid, 1)
        for column, text in enumerate(line, 1)
        if text and text.strip()
    ]
    return rows_of_sheet(Sheet("S", tuple(cells)))


def as_page(grid: list[list[str | None]]) -> list[Row]:
    words = [
        Word(part, Box(80.0 * column + 20 * index, 12.0 * row, 80.0 * column + 20 * index + 18, 12.0 * row + 10))
        for row, line in enumerate(grid)
        for column, text in enumerate(line)
        if text
        for index, part in enumerate(text.split()[:4])
    ]
    return rows_of_page(Page(number=1, width=600, height=800, words=tuple(words)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(GRID, st.booleans())
def test_no_rows_make_a_reader_fail_and_every_figure_is_printed_or_derived(grid: list[list[str | None]], sheet: bool) -> None:
    rows = as_sheet(grid) if sheet else as_page(grid)
    printed = {chunk.text for row in rows for chunk in row.chunks}
    for module in (banks, invoices):
        assert 0.0 <= module.recognises(rows) <= 1.0
        records, warnings = module.read("ef" * 32, rows, FigureSeries("ef" * 32))
        for record in records:
            ids = [figure.id for figure in record.figures()]
            assert len(ids) == len(set(ids))
            for figure in record.figures():
                assert figure.operands or any(figure.printed in text or figure.printed.split()[0] in text for text in printed)
        assert all(warning.code and warning.text for warning in warnings)
