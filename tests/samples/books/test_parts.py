"""The parts that the books are made of: stock, plan, taxes, output."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samples.books.cycles.manufacturing import output
from samples.books.cycles.taxes import EXEMPT_QUARTER, corporation_tax, payment_day, surcharges
from samples.books.plan import NEW_YEAR, season
from samples.books.stock import Stock
from samples.firms.draw import firm

from .lived import lived

_moves = st.lists(st.tuples(st.booleans(), st.integers(1, 10**6), st.integers(0, 10**8)), max_size=30)


@given(_moves)
def test_stock_neither_makes_nor_loses_value(moves):
    """What came in is what went out at moving average cost and what is left; no good goes below nothing."""
    stock = Stock(1)
    received = issued = 0
    for comes, quantity, value in moves:
        if comes:
            stock.receive(0, quantity, value)
            received += value
        else:
            issued += stock.issue(0, quantity)
        assert stock.quantity[0] >= 0
        assert stock.value[0] >= 0
    assert received == issued + stock.total()


@given(st.integers(1, 10**6), st.integers(0, 10**9))
def test_an_empty_warehouse_holds_no_value(quantity, value):
    stock = Stock(1)
    stock.receive(0, quantity, value)
    assert stock.issue(0, quantity) == value
    assert stock.total() == 0


@pytest.mark.parametrize(
    ("country", "profit", "losses", "tax"),
    [
        ("CN", 3_000_000_00, 0, 150_000_00),  # at the limit: 5 % of all of it
        ("CN", 3_000_001_00, 0, 750_000_25),  # a yuan above: 25 % of all of it
        ("CN", 400_000_00, 100_000_00, 15_000_00),  # losses come off first
        ("CN", 100_000_00, 100_000_00, 0),
        ("CN", -50_000_00, 0, 0),
        ("GB", 50_000_00, 0, 9_500_00),
        ("GB", 100_000_00, 0, 22_750_00),  # 25 % less 3/200 of what lacks to 250,000
        ("GB", 250_000_00, 0, 62_500_00),
        ("US", 100_000_00, 0, 21_000_00),
    ],
)
def test_tax_on_profit(country, profit, losses, tax):
    assert corporation_tax(country, profit, losses) == tax


def test_surcharges_are_halved():
    """7, 3 and 2 per cent, halved."""
    assert surcharges(10_000_00) == (350_00, 250_00)


@pytest.mark.parametrize(
    ("country", "end", "day"),
    [
        ("CN", date(2025, 3, 31), date(2025, 4, 15)),
        ("GB", date(2025, 3, 31), date(2025, 5, 7)),
        ("US", date(2025, 12, 31), date(2026, 1, 20)),
    ],
)
def test_turnover_tax_is_paid_in_time(country, end, day):
    assert payment_day(firm(1, country=country, industry="trade"), end) == day


def test_the_spring_festival_moves_the_slow_month():
    """2023: on 22 January; 2024: on 10 February. Together the two months stay as they are."""
    made = firm(1, country="CN", industry="trade")
    assert NEW_YEAR[2023].month == 1
    assert season(made, date(2023, 1, 1)) < season(made, date(2024, 1, 1))
    assert season(made, date(2023, 2, 1)) > season(made, date(2024, 2, 1))
    for year in NEW_YEAR:
        assert season(made, date(year, 1, 1)) + season(made, date(year, 2, 1)) == pytest.approx(0.95 + 0.65)


@given(st.lists(st.lists(st.integers(0, 50_000), min_size=3, max_size=3), min_size=2, max_size=20), st.floats(0, 60))
def test_output_is_there_before_it_is_sold(wanted, days):
    """Goods come out on the last day of a month: what is sold in a month must have been there on its first."""
    held, made = output(wanted, days)
    for sold, lot in zip(wanted, made, strict=True):
        assert all(there >= gone for there, gone in zip(held, sold, strict=True))
        held = [there - gone + more for there, gone, more in zip(held, sold, lot, strict=True)]


@pytest.mark.parametrize("seed", [1, 3, 5])
def test_small_scale_taxpayers_are_exempt_below_the_limit_of_a_quarter(seed):
    made, entries = lived((seed, "catering", "CN"))
    assert made.taxpayer == "small_scale"
    exempt = {entry.day for entry in entries.entries if entry.kind == "vat_closing"}
    for month in (3, 6, 9, 12):
        end = date(made.year_ends[0].year, month, 30 if month in {6, 9} else 31)
        sold = sum(
            -amount
            for entry in entries.entries
            if entry.day.year == end.year and (entry.day.month - 1) // 3 == (month - 1) // 3
            for account, amount in entry.postings
            if account == "sales" and entry.kind != "closing"
        )
        assert (end in exempt) == (0 < sold <= EXEMPT_QUARTER)
