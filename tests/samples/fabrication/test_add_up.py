"""Adding a statement up again: the totals that a changed cell moves, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.fabrication.add_up import added_up, weights
from samples.fabrication.digits import nearest, retouched
from samples.records.record import Key, Statement
from samples.streams import stream

from .planted import LANGUAGES, file


def _latest(language: str, kind: str) -> Statement:
    papers = file(language)
    found = [
        one.record
        for one in papers.of(kind)
        if isinstance(one.record, Statement) and one.record.period == papers.ledgers.firm.year_ends[-1]
    ]
    return found[0]


@pytest.mark.parametrize(
    ("concept", "moved"),
    [
        ("inventories", {"total_current_assets": 1, "total_assets": 1}),
        ("accumulated_depreciation", {"fixed_assets_net": -1, "total_noncurrent_assets": -1, "total_assets": -1}),
        ("other_payables", {"total_current_liabilities": 1, "total_liabilities": 1, "total_liabilities_and_equity": 1}),
        ("retained_earnings", {"total_equity": 1, "total_liabilities_and_equity": 1}),
        ("raw_materials", {}),
    ],
)
def test_a_cell_of_the_chinese_balance_sheet_moves_these(concept: str, moved: dict[str, int]) -> None:
    printed = _latest("zh", "balance_sheet").columns[0].figures
    assert {total: weight for total, weight in weights("xqy", "balance_sheet", concept).items() if total in printed} == moved


def test_a_cost_lowers_every_profit_below_it() -> None:
    found = weights("xqy", "income_statement", "cost_of_sales")
    assert {name: found[name] for name in ("operating_profit", "profit_before_tax", "net_profit")} == {
        "operating_profit": -1,
        "profit_before_tax": -1,
        "net_profit": -1,
    }
    assert weights("xqy", "income_statement", "interest_expense") == {}
    # Finance costs stand below operating profit in Britain.
    assert "operating_profit" not in weights("frs102", "income_statement", "finance_costs")


def test_net_assets_follow_creditors() -> None:
    found = weights("frs102", "balance_sheet", "total_current_liabilities")
    assert found["net_current_assets"] == found["total_assets_less_current_liabilities"] == found["net_assets"] == -1


@settings(max_examples=40, deadline=None)
@given(change=st.integers(-(10**9), 10**9), language=st.sampled_from(LANGUAGES))
def test_only_the_column_of_the_cell_moves_and_by_the_change(change: int, language: str) -> None:
    record = _latest(language, "balance_sheet")
    column = record.columns[0]
    key = Key("cash", column.period, column.span)
    before = dict(record.figures())
    after = dict(record.amended(added_up(record, {key: before[key] + change})).figures())
    differ = {other for other in before if before[other] != after[other]}
    assert {other.period for other in differ} <= {column.period}
    assert all(after[other] - before[other] == change for other in differ)
    assert after[key] - before[key] == change


@settings(max_examples=200, deadline=None)
@given(amount=st.integers(1, 10**11), unit=st.sampled_from([1, 100, 10_000]))
def test_strokes_change_printed_digits_only(amount: int, unit: int) -> None:
    for made, stroke in retouched(amount, unit).items():
        assert made != amount
        assert made % unit == amount % unit
        longer = len(str(made // unit)) - len(str(amount // unit))
        assert longer == (1 if stroke == "extra digit" else 0)


def test_the_nearest_stroke_is_taken() -> None:
    choices = retouched(123_400, 100)
    assert nearest(stream(1), choices, 923_400) == (923_400, "digit")
    assert retouched(100, 100, other=55_500)[55_500] == "swapped columns"
