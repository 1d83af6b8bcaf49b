"""Cells of one movement that wrap, put on one row; lines that are rows of their own stay so."""

from __future__ import annotations

from extract.banks.gathered import with_whole_rows
from extract.place import Box
from extract.tables.lines import Chunk, Row


def _row(number: int, top: float, *cells: tuple[str, float]) -> Row:
    return Row(1, number, tuple(Chunk(text, Box(x, top, x + 5.0 * len(text), top + 8.0)) for text, x in cells))


def test_a_day_above_the_amount_and_its_time_below_are_one_row() -> None:
    rows = [
        _row(0, 100, ("02/26", 10)), _row(1, 105, ("50.00", 200), ("150.00", 300)), _row(2, 110, ("17:22", 10)),
        _row(3, 130, ("02/27", 10)), _row(4, 135, ("25.00", 200), ("175.00", 300)), _row(5, 140, ("09:10", 10)),
    ]  # fmt: skip
    assert [row.chunks[0].text for row in with_whole_rows(rows, None)] == ["02/26 17:22", "02/27 09:10"]


def test_rows_at_even_distances_stay_as_they_are() -> None:
    rows = [_row(number, 100.0 + 14 * number, ("02/26", 10), ("50.00", 200), ("150.00", 300)) for number in range(4)]
    assert with_whole_rows(rows, None) is rows
