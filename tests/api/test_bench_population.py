"""The benchmark of reading made-up firms: what counts as right, and that its tables add up."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from api.bench import reading
from api.bench.judging import judged
from api.bench.population_truth import BankRow, MadeUp, made_up
from api.bench.reliability import at_least, at_most, reliability
from api.bench.rivals_pictures import _grouped, _phrases
from api.bench.scoring import Expected
from extract.document import Document
from extract.figure import Figure
from extract.money import Money
from extract.place import Place
from extract.records import BankStatement, FinancialStatement, PeriodFigure, StatementLine, Transaction

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "files"
DAY, NEXT = date(2025, 12, 31), date(2026, 1, 1)


def figure(value: str, *, doubtful: bool = False) -> Figure:
    place = Place(sha256="0" * 64, path="line 1")
    return Figure(id=value, money=Money(Decimal(value), "CNY"), printed=value, step=Decimal("0.01"), place=place,
                  confidence=0.3 if doubtful else 1.0)  # fmt: skip


def made(expected: list[Expected], rows: list[BankRow]) -> MadeUp:
    return MadeUp(path=Path("a.pdf"), press="digital", language="zh", expected={"statement": tuple(expected)} if expected else {},
                  rows=tuple(rows), periods=(DAY,), raw=(), dates=(), firm="")  # fmt: skip


def statement(value: str, concept: str | None, *, doubtful: bool = False) -> FinancialStatement:
    line = StatementLine(label="货币资金", concept=concept, concept_confidence=1.0, page=1,
                         figures=(PeriodFigure(DAY, "instant", figure(value, doubtful=doubtful)),))  # fmt: skip
    return FinancialStatement(statement="balance_sheet", entity=None, currency="CNY", scale=Decimal(1), scale_place=None, periods=(DAY,),
                              lines=(line,), page=1)  # fmt: skip


def bank(*rows: tuple[date, str, str]) -> BankStatement:
    found = tuple(
        Transaction(date=day, description="", counterparty=None, counterparty_account=None, amount=figure(amount), balance=figure(balance))
        for day, amount, balance in rows
    )
    return BankStatement(holder=None, account=None, bank=None, currency="CNY", start=None, end=None, opening=None, closing=None,
                         transactions=found)  # fmt: skip


def document(*records: FinancialStatement | BankStatement) -> Document:
    return Document(name="a.pdf", sha256="0" * 64, media_type="application/pdf", pages=1, status="read", records=records, warnings=())


CASH = Expected(kind="balance_sheet", label="货币资金", concept="cash", period=DAY, span="instant", value=Decimal("5.00"),
                printed_value=Decimal("5.00"))  # fmt: skip


@pytest.mark.parametrize(
    ("read", "right", "silent_wrong", "concept"),
    [
        (statement("5.00", "cash"), True, False, True),
        (statement("5.00", None), True, False, False),
        (statement("6.00", "cash"), False, True, True),
        (statement("6.00", "cash", doubtful=True), False, False, True),
    ],
)
def test_a_figure_is_right_whatever_is_doubted_and_wrong_in_silence_only_undoubted(
    read: FinancialStatement, right: bool, silent_wrong: bool, concept: bool
) -> None:
    (one,), _, _ = judged(made([CASH], []), document(read))
    assert (one.found, one.right, one.silent_wrong, one.concept) == (True, right, silent_wrong, concept)


def test_what_is_not_read_is_missing() -> None:
    (one,), ((kind, _),), _ = judged(made([CASH], []), document())
    assert (one.found, one.silent_wrong, kind) == (False, False, "statement")


ROWS = [BankRow(DAY, Decimal("10.00"), Decimal("110.00")), BankRow(NEXT, Decimal("-5.00"), Decimal("105.00"))]


@pytest.mark.parametrize(
    ("second", "figures_right", "rows_right"),
    [
        ((NEXT, "-5.00", "105.00"), 4, 2),
        ((NEXT, "-6.00", "105.00"), 3, 1),
        ((DAY, "-5.00", "105.00"), 2, 1),  # a right amount on a wrong day is not right
    ],
)
def test_a_bank_line_is_met_by_two_of_its_three_parts(second: tuple[date, str, str], figures_right: int, rows_right: int) -> None:
    figures, _, counts = judged(made([], ROWS), document(bank((DAY, "10.00", "110.00"), second)))
    assert sum(one.right for one in figures) == figures_right
    assert (counts.rows_right, counts.rows, counts.rows_read) == (rows_right, 2, 2)


def test_bounds_of_clopper_and_pearson() -> None:
    assert at_most(0, 59) == pytest.approx(1 - 0.05 ** (1 / 59))  # the rule of three
    assert at_least(59, 59) == pytest.approx(0.05 ** (1 / 59))
    assert at_least(0, 10) == 0.0
    assert at_most(10, 10) == 1.0


def test_reliability_puts_a_confidence_into_its_bin() -> None:
    low, high = reliability([(0.4, False), (0.999, True), (1.0, True)])
    assert (low.low, low.count, low.right) == (0.0, 1, 0)
    assert (high.low, high.count, high.right) == (0.999, 2, 2)


def test_words_of_a_line_become_phrases() -> None:
    words = [("Trade", 0.0, 0.0, 20.0, 10.0), ("debtors", 24.0, 0.0, 60.0, 10.0), ("1,200", 100.0, 1.0, 130.0, 11.0)]
    (line,) = _grouped(_phrases(words))
    assert [text for text, *_ in line] == ["Trade debtors", "1,200"]


def test_the_shipped_files_have_a_press_and_a_truth() -> None:
    files = list(made_up(SAMPLES))
    assert {one.press for one in files} == {"digital", "scan 200 dpi", "data"}
    assert all(one.path.is_file() and (one.expected or one.rows) for one in files)


def test_it_runs_and_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "--json",
        "--only",
        "population",
        "--data",
        str(SAMPLES),
        "--press",
        "digital",
        "--kind",
        "statement",
        "--limit",
        "1",
        "--timed",
        "0",
    ]
    assert reading.run(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {one["reader"] for one in answer["results"]} >= {"tieout", "pdfplumber extract_tables"}
    for one in answer["results"]:
        assert one["right"] + one["wrong"] + one["missing"] == one["figures"] > 0
        assert one["silent_wrong"] <= one["wrong"]
