"""Forms of layouts that nothing was developed on: every figure in its line, column and time; and the lines that ties need."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from extract.concepts import chart
from extract.forms import reader
from extract.forms.layout import ColumnMeaning, FormKind
from extract.forms.period import span_of
from extract.forms.pieces import pieces_of
from extract.forms.proof import PROVED, judged
from extract.forms.slant import realigned
from extract.numerals import parse
from extract.page import Page
from extract.place import Box
from extract.records import PeriodFigure, StatementLine
from extract.series import FigureSeries
from extract.tables.lines import Row, rows_of_page
from tests.extract import (
    forms_invented_cold,
    forms_invented_en,
    forms_invented_last,
    forms_invented_ledgers,
    forms_invented_more,
    forms_invented_zh,
)
from tests.extract.forms_invented import Invented, page_of, read_art, result_of

LAYOUTS = (
    *forms_invented_zh.LAYOUTS,
    *forms_invented_en.LAYOUTS,
    *forms_invented_ledgers.LAYOUTS,
    *forms_invented_more.LAYOUTS,
    *forms_invented_last.LAYOUTS,
    *forms_invented_cold.LAYOUTS,
)
CASES = [pytest.param(layout, id=layout.name) for layout in LAYOUTS]
#: Lines of forms that the catalogue of ties binds; those of a trial balance are the balance sheet's own.
TIES = {
    "vat_sales_taxable", "vat_output", "vat_input", "vat_due", "vat_carried_forward_open", "vat_carried_forward_close",
    "vat_input_transferred_out", "cit_revenue", "cit_cost", "cit_profit", "cit_taxable_income", "cit_tax_due", "cit_adjustments", "iit_persons",
    "iit_wages", "si_persons", "si_base", "credit_report_loans", "electricity_kwh", "electricity_cost",
}  # fmt: skip


@pytest.mark.parametrize("layout", CASES)
def test_every_figure_is_read_where_it_stands(layout: Invented) -> None:
    result = result_of(layout)
    assert not result.lost
    assert not result.concepts
    assert not result.odd


@pytest.mark.parametrize("layout", CASES)
def test_no_figure_is_made_up(layout: Invented) -> None:
    printed = re.sub(r"\s", "", layout.art)
    for form in read_art(layout.art):
        assert all(re.sub(r"\s", "", figure.printed) in printed for figure in form.figures() if not figure.operands)


def test_each_line_of_forms_that_ties_need_is_met_on_an_invented_layout() -> None:
    assert set(chart().concepts) >= TIES
    met = {truth.concept for layout in LAYOUTS for truth in layout.truths()}
    assert met >= TIES


def test_the_ties_need_no_other_line_of_a_form() -> None:
    external = {name for name, concept in chart().concepts.items() if re.match(r"(?:vat|cit|iit|si|electricity|credit_report)_", name)}
    assert external == TIES, "a line of forms is new: print it on an invented layout"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024年第1期至2024年第12期", date(2024, 1, 1), date(2024, 12, 31)),
        ("税款所属期：202505", date(2025, 5, 1), date(2025, 5, 31)),
        ("from 01 04 2024 to 31 03 2025", date(2024, 4, 1), date(2025, 3, 31)),
        ("April - June 2025", date(2025, 4, 1), date(2025, 6, 30)),
        ("Q3 2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("2nd quarter of 2025", date(2025, 4, 1), date(2025, 6, 30)),
        ("Year ended 31 March 2025", date(2024, 4, 1), date(2025, 3, 31)),
        ("3 months to 31 May 2025", date(2025, 3, 1), date(2025, 5, 31)),
        ("2025年上半年", date(2025, 1, 1), date(2025, 6, 30)),
        ("所属时间 2024 0601至202406 -30", date(2024, 6, 1), date(2024, 6, 30)),
        ("May 2025", date(2025, 5, 1), date(2025, 5, 31)),
    ],
)
def test_a_time_in_any_wording(text: str, start: date, end: date) -> None:
    assert span_of(text) == (start, end)


def pieces(text: str) -> list[tuple[str, Decimal | None, str | None]]:
    row = rows_of_page(page_of(text))[0]
    return [(piece.text, piece.numeral.value if piece.numeral else None, piece.unit or piece.number) for piece in pieces_of(row)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Rents . . . . . . .  16    60,000.", [("Rents", None, None), ("16", Decimal(16), None), ("60,000.", Decimal(60000), None)]),
        ("Wages      142,800 . 00", [("Wages", None, None), ("142,800.00", Decimal("142800.00"), None)]),
        ("Sales      £              90.00", [("Sales", None, None), ("90.00", Decimal("90.00"), None)]),
        ("申请期限      12个月", [("申请期限", None, None), ("12个月", Decimal(12), "months")]),
        ("合计 17=12+13-14      5.00", [("合计", None, None), ("17=12+13-14", None, "17"), ("5.00", Decimal("5.00"), None)]),
        ("电费年月      202505", [("电费年月", None, None), ("202505", None, None)]),
    ],
)
def test_what_stands_in_a_row(text: str, read: list[tuple[str, Decimal | None, str | None]]) -> None:
    assert pieces(text) == read


def turned(page: Page, slope: float) -> Page:
    """The page as a camera sees it that was held askew: every word lower the further right it stands."""
    words = tuple(
        replace(word, box=Box(word.box.x0, word.box.top + slope * word.box.centre, word.box.x1, word.box.bottom + slope * word.box.centre))
        for word in page.words
    )
    return replace(page, words=words, source="ocr")


@pytest.mark.parametrize("slope", [-0.03, -0.015, 0.01, 0.025])
@pytest.mark.parametrize("layout", [forms_invented_ledgers.TRIAL_WIDE, forms_invented_zh.VAT_SMALL, forms_invented_ledgers.TRIAL_MOVES])
def test_an_askew_page_is_read_along_its_slant(layout: Invented, slope: float) -> None:
    page = turned(page_of(layout.art), slope)
    read, _ = reader.read("ab" * 32, [rows_of_page(page)], FigureSeries("ab" * 32))
    result = result_of(layout, tuple(read))
    wrong = [truth for truth in result.lost if truth.label not in " ".join(layout.art.split())]
    assert result.right >= 0.97 * (result.right + len(result.lost)), result.lost[:3]
    assert not wrong


STATEMENT = """
Northmere Bank                     Account statement
Date           Description                          Paid out       Paid in       Balance
01 Apr 2025    Balance brought forward                                          1,000.00
07 Apr 2025    HMRC VAT RETURN 256660                 420.00                      580.00
08 Apr 2025    Trial balance fee Smith LLP             80.00                      500.00
09 Apr 2025    Electricity bill                        55.10                      444.90
11 Apr 2025    Loan application fee                    40.00                      404.90
"""


def test_what_an_account_paid_for_is_no_title_of_a_form() -> None:
    assert reader.recognises([rows_of_page(page_of(STATEMENT))]) < 0.4


def test_rows_of_a_text_layer_are_left_as_they_are() -> None:
    rows: list[Row] = rows_of_page(page_of(forms_invented_zh.POWER.art))
    assert realigned(rows) == rows


BALANCE = FormKind(form="x", type="trial_balance", titles=("x",), columns=(ColumnMeaning("a"),))


def account(label: str, **amounts: str) -> StatementLine:
    """A recognised account: opening_debit="5.00" and so on, of little trust."""
    page = " ".join(amounts.values())
    row = rows_of_page(page_of(page))[0]
    series = FigureSeries("cd" * 32)
    figures = []
    for column, text in amounts.items():
        numeral = parse(text)
        assert numeral is not None
        place = row.chunks[0].place("cd" * 32, 1)
        figures.append(PeriodFigure(None, "instant", series.figure(text, numeral, place, currency="CNY", confidence=0.96), column))
    return StatementLine(label=label, concept=None, concept_confidence=0.0, page=1, figures=tuple(figures))


def five(*others: StatementLine) -> list[StatementLine]:
    whole = account("a", opening_debit="5.00", period_debit="3.00", period_credit="2.00", closing_debit="6.00")
    return [whole, whole, whole, whole, whole, *others]


def test_an_account_that_adds_up_is_sure() -> None:
    lines = judged(five(), BALANCE, [True] * 5).lines
    assert all(one.figure.confidence >= PROVED for line in lines for one in line.figures)


def test_an_account_that_does_not_is_doubted_and_its_lost_cell_named() -> None:
    broken = account("b", opening_debit="5.00", period_debit="3.00", closing_debit="6.00")
    result = judged(five(broken), BALANCE, [True] * 6)
    assert all(one.figure.doubtful for one in result.lines[-1].figures)
    assert [(lost.label, lost.column, lost.amount) for lost in result.lost] == [("b", "period_credit", Decimal("2.00"))]


def test_columns_that_most_accounts_contradict_are_doubted_as_a_whole() -> None:
    odd = account("b", opening_debit="5.00", period_debit="30.00", closing_debit="6.00")
    result = judged([odd] * 6, BALANCE, [False] * 6)
    assert result.columns_in_doubt
    assert all(one.figure.doubtful for line in result.lines for one in line.figures)


RETURN = FormKind(form="y", type="tax_return", titles=("y",), columns=(ColumnMeaning("a"),), sums=("!total=part±other",))


@pytest.mark.parametrize(("total", "trusted"), [("7.00", True), ("3.00", True), ("6.00", False)])
def test_a_short_form_whose_own_sum_does_not_hold_is_doubted(total: str, trusted: bool) -> None:
    lines = [account("total", a=total), account("part", a="5.00"), account("other", a="2.00"), account("more", a="9.00")]
    after = judged(lines, RETURN, [True] * 4).lines
    assert all(one.figure.doubtful for line in after for one in line.figures) is not trusted


def test_a_sum_changes_no_figure() -> None:
    lines = five(account("b", opening_debit="5.00", closing_debit="7.00", period_debit="1.00"))
    after = judged(lines, BALANCE, [True] * 6).lines
    assert [one.figure.value for line in after for one in line.figures] == [one.figure.value for line in lines for one in line.figures]
