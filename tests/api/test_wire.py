"""The JSON keeps the names that callers rely on, and amounts as plain decimals."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from api import wire
from extract.document import Document, DocumentWarning
from extract.figure import Figure, Reading
from extract.money import Money
from extract.place import Box, Place
from extract.records import (
    BankStatement,
    FinancialStatement,
    Form,
    FormField,
    Invoice,
    InvoiceLine,
    Other,
    Party,
    PeriodFigure,
    StatementLine,
    Transaction,
)

SHA = "ab" * 32
FIGURE = {"id", "value", "printed", "confidence", "doubtful", "alternatives", "page", "box", "cell", "path"}


def figure(value: str, *, number: int = 1, **changes: Any) -> Figure:
    place = Place(sha256=SHA, page=1, box=Box(231.0, 120.5, 298.2, 131.0))
    return Figure(
        **{
            "id": f"f-abababab-{number}",
            "printed": value,
            "money": Money(Decimal(value), "CNY"),
            "step": Decimal("0.01"),
            "place": place,
            **changes,
        }
    )


def test_a_figure_has_the_one_shape() -> None:
    shown = wire.figure(figure("1234567.89", confidence=0.9, alternatives=(Reading(Decimal("1234561.89"), 0.0006),)))
    assert shown is not None
    assert set(shown) >= FIGURE
    assert shown["value"] == "1234567.89"
    assert shown["alternatives"] == [{"value": "1234561.89", "confidence": 0.0006}]
    assert shown["doubtful"] is True
    assert (shown["page"], shown["box"], shown["cell"], shown["path"]) == (1, [231.0, 120.5, 298.2, 131.0], None, None)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1E+5", "100000"),  # never in scientific notation
        ("0E-7", "0.0000000"),
        ("-0", "0"),
        ("-12.50", "-12.50"),  # trailing zeros are what was printed
        ("123456789012345678901234567890.01", "123456789012345678901234567890.01"),
    ],
)
def test_amounts_are_plain(amount: str, text: str) -> None:
    assert wire.amount(Decimal(amount)) == text


def test_a_derived_figure_has_operands_and_no_place() -> None:
    shown = wire.figure(figure("5", operands=("f-1", "f-2")))
    assert shown is not None
    assert shown["operands"] == ["f-1", "f-2"]
    assert (shown["page"], shown["box"], shown["cell"], shown["path"]) == (None, None, None, None)
    assert "operands" not in (wire.figure(figure("5")) or {})


def test_a_workbook_figure_has_a_cell_only() -> None:
    shown = wire.figure(figure("5", place=Place(sha256=SHA, cell="Sheet1!D12")))
    assert shown is not None
    assert (shown["page"], shown["box"], shown["cell"], shown["path"]) == (None, None, "Sheet1!D12", None)


def test_a_document_has_every_field() -> None:
    warning = DocumentWarning("page-not-read", "Page 3 could not be read.", 3, "第 3 页无法读取。")
    shown = wire.document(
        Document(name="子/报表.pdf", sha256=SHA, media_type="application/pdf", pages=3, status="partly_read", warnings=(warning,))
    )
    assert shown == {
        "name": "子/报表.pdf",
        "sha256": SHA,
        "media_type": "application/pdf",
        "pages": 3,
        "status": "partly_read",
        "records": [],
        "warnings": [{"code": "page-not-read", "text": "Page 3 could not be read.", "text_zh": "第 3 页无法读取。", "page": 3}],
    }


def test_a_financial_statement() -> None:
    line = StatementLine(
        label="货币资金",
        concept="cash",
        concept_confidence=1.0,
        page=1,
        figures=(PeriodFigure(date(2025, 12, 31), "instant", figure("1")),),
    )
    unknown = StatementLine(
        label="待摊", concept=None, concept_confidence=0.0, page=1, figures=(PeriodFigure(None, "instant", figure("2", number=2)),)
    )
    statement = FinancialStatement(
        statement="balance_sheet", entity=None, currency="CNY", scale=Decimal(10000), scale_place=Place(sha256=SHA, page=1, box=Box(0, 0, 9, 9)),
        periods=(date(2025, 12, 31), date(2024, 12, 31)), lines=(line, unknown), page=1,
    )  # fmt: skip
    shown = wire.record(statement)
    assert set(shown) >= {"type", "statement", "entity", "currency", "scale", "scale_place", "periods", "lines"}
    assert (shown["type"], shown["statement"], shown["entity"], shown["scale"]) == ("financial_statement", "balance_sheet", None, "10000")
    assert shown["periods"] == ["2025-12-31", "2024-12-31"]
    assert shown["scale_place"]["page"] == 1
    assert shown["scale_place"]["box"] == [0, 0, 9, 9]
    assert set(shown["lines"][0]) >= {"label", "concept", "concept_confidence", "page", "figures"}
    assert set(shown["lines"][0]["figures"][0]) >= FIGURE | {"period"}
    assert shown["lines"][1]["concept"] is None
    assert shown["lines"][1]["figures"][0]["period"] is None


def test_a_bank_statement() -> None:
    line = Transaction(
        date=date(2025, 1, 3), description="货款", counterparty=None, counterparty_account=None, amount=figure("150.00"), balance=None
    )
    statement = BankStatement(
        holder="海岚食品",
        account="6222",
        bank=None,
        currency="CNY",
        start=date(2025, 1, 1),
        end=None,
        opening=figure("100.00"),
        closing=None,
        transactions=(line,),
    )
    shown = wire.record(statement)
    assert set(shown) >= {"type", "holder", "account", "bank", "currency", "start", "end", "opening", "closing", "transactions"}
    assert shown["opening"]["value"] == "100.00"
    assert (shown["closing"], shown["end"], shown["bank"]) == (None, None, None)
    assert set(shown["transactions"][0]) >= {"date", "description", "counterparty", "counterparty_account", "amount", "balance"}
    assert shown["transactions"][0]["balance"] is None


def test_an_invoice() -> None:
    line = InvoiceLine(description="面粉", quantity=Decimal("1"), unit_price=figure("100"), net=None, tax_rate=Decimal("0.13"))
    invoice = Invoice(
        kind="credit_note",
        number="17",
        date=date(2025, 1, 3),
        due=None,
        seller=Party("甲"),
        buyer=Party(),
        currency="CNY",
        net=None,
        tax=None,
        total=figure("113"),
        lines=(line,),
    )
    shown = wire.record(invoice)
    assert set(shown) >= {"type", "kind", "number", "date", "due", "seller", "buyer", "currency", "net", "tax", "total", "lines"}
    assert shown["seller"] == {"name": "甲", "tax_id": None, "address": None}
    assert set(shown["lines"][0]) >= {"description", "quantity", "unit_price", "net", "tax_rate"}
    assert (shown["lines"][0]["quantity"], shown["lines"][0]["tax_rate"], shown["lines"][0]["net"]) == ("1", "0.13", None)


def test_another_paper_has_lines_as_a_statement_has() -> None:
    line = StatementLine(
        label="应纳税额", concept=None, concept_confidence=0.0, page=1, figures=(PeriodFigure(None, "month", figure("1")),)
    )
    shown = wire.record(Other(title="通知", currency="CNY", lines=(line,)))
    assert shown["type"] == "other"
    assert shown["lines"][0]["figures"][0]["value"] == "1"


def test_a_form_has_lines_as_a_statement_has_with_their_columns_units_and_words() -> None:
    figures = (PeriodFigure(date(2025, 1, 31), "month", figure("12"), "", "persons"),)
    line = StatementLine(label="缴费人数", concept="si_persons", concept_confidence=1.0, page=1, figures=figures, texts=(("rate", "8%"),))
    form = Form(
        type="payroll_return",
        form="social_insurance",
        title="社会保险费缴费申报表",
        entity="甲",
        currency="CNY",
        scale=Decimal(1),
        scale_place=None,
        start=date(2025, 1, 1),
        end=date(2025, 1, 31),
        fields=(FormField("缴费单位", "甲", 1),),
        lines=(line,),
    )
    shown = wire.record(form)
    assert (shown["type"], shown["start"], shown["end"], shown["periods"]) == ("payroll_return", "2025-01-01", "2025-01-31", ["2025-01-31"])
    assert shown["fields"] == [{"caption": "缴费单位", "text": "甲", "page": 1}]
    assert (shown["lines"][0]["concept"], shown["lines"][0]["texts"]) == ("si_persons", {"rate": "8%"})
    printed = shown["lines"][0]["figures"][0]
    assert (printed["value"], printed["unit"], printed["column"], printed["span"]) == ("12", "persons", None, "month")


def test_everything_is_json(paper: Any) -> None:
    shown = wire.documents([paper.document])
    assert json.loads(json.dumps(shown, ensure_ascii=False)) == shown
    assert list(shown) == ["documents"]
