"""Counting of figures read on a page: by value, as often as printed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from api.bench.ocr import Tally, count, cpu_seconds


def test_a_value_counts_as_often_as_it_is_printed() -> None:
    tally = Tally()
    words = [("1,234.50", 0.999), ("1234.50", 0.97), ("1,234.50", 0.5), ("7", 0.9), ("Stocks 80.00", 0.9), ("90.00", 0.4)]
    count(tally, words, Counter({Decimal("1234.5"): 2, Decimal(80): 1, Decimal(55): 1}))
    assert (tally.figures, tally.exact, tally.doubted) == (4, 3, 2)
    assert sorted(tally.judged) == [(0.4, False), (0.5, False), (0.9, True), (0.97, True), (0.999, True)]


def test_processor_time_only_grows() -> None:
    before = cpu_seconds()
    sum(range(200_000))
    assert cpu_seconds() >= before > 0
