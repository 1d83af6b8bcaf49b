"""The page on the population says what the code declares."""

from __future__ import annotations

import json

import pytest

from samples.firms.banks import BANKS
from samples.population import page, registry
from samples.population.answers import figures_only
from samples.population.assemble import assembled
from samples.population.plan import Wanted, fabrications, messes, plan

TEXT = page.PAGE.read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TEXT.splitlines() if line.startswith("|")]


def test_the_tables_are_those_of_the_code() -> None:
    assert page.page(TEXT) == TEXT, "docs/population.md is out of date: run python -m samples.population.page"


@pytest.mark.parametrize("code", [f"F{number:02d}" for number in range(1, 29)])
def test_each_fabrication_stands_there_with_its_side(code: str) -> None:
    [row] = [row for row in ROWS if row[0] == code]
    assert row[1] == fabrications()[code].split and len(row[2]) > 10


@pytest.mark.parametrize("code", sorted(messes()))
def test_each_mess_stands_there_with_what_it_is(code: str) -> None:
    [row] = [row for row in ROWS if row[0] == code]
    assert float(row[1].split(",")[0]) >= 0 and len(row[2]) > 10


@pytest.mark.parametrize(
    ("package", "attribute"),
    [
        ("samples.papers", "LAYOUT"),
        ("samples.press", "PRODUCER"),
        ("samples.press", "DEGRADATION"),
        ("samples.alteration", "TECHNIQUE"),
        ("samples.processing", "WAY"),
        ("samples.formats", "WRITER"),
    ],
)
def test_whatever_has_a_side_stands_in_its_column(package: str, attribute: str) -> None:
    columns = {"develop": 1, "test": 2}
    for one in registry.declared(package, attribute):
        assert any(f"`{one.name}`" in row[columns[one.split]].split(", ") for row in ROWS if len(row) == 3), one.name


def test_each_bank_stands_in_its_column() -> None:
    [row] = [row for row in ROWS if row[0] == "banks"]
    assert row[1:] == [", ".join(sorted(f"`{bank.id}`" for bank in BANKS if bank.split == side)) for side in ("develop", "test")]


def test_a_page_that_lost_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for its tables"):
        page.page("# A page")


def test_the_keys_of_a_truth_file_are_explained() -> None:
    told = figures_only("case-1", assembled(plan(Wanted(cases=1, seed=5), 1)))
    missing = [key for key in json.loads(json.dumps(told)) if f"`{key}`" not in TEXT]
    assert not missing
