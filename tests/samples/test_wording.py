"""The lines that layouts print, and their damage."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from extract.concepts import chart
from samples.wording import damaged, printed_lines


def test_lines_carry_their_surroundings() -> None:
    lines = list(printed_lines("develop", cases=2, seed=4))
    assert {line.statement for line in lines} >= {"balance_sheet", "income_statement"}
    assert all(line.concept is None or line.concept in chart() for line in lines)
    cash = [line for line in lines if line.concept == "cash" and line.statement == "balance_sheet"]
    assert cash and all(line.following for line in cash)
    assert any(line.headings for line in cash)


def test_both_sides_have_other_layouts() -> None:
    ours = {line.layout for line in printed_lines("develop", cases=2, seed=4)}
    theirs = {line.layout for line in printed_lines("test", cases=2, seed=4)}
    assert ours and theirs and not ours & theirs


@given(st.text(min_size=3, max_size=30), st.integers(0, 5), st.integers(0, 9))
def test_damage_is_bounded_and_repeatable(label: str, times: int, seed: int) -> None:
    hurt = damaged(label, Random(seed), times)
    assert abs(len(hurt) - len(label)) <= times
    assert hurt == damaged(label, Random(seed), times)
    assert damaged(label, Random(seed), 0) == label
