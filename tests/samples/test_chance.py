"""Layouts drawn by chance: each another one, the same each time, and all that the record says is on them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from extract.errors import WronglyCalled
from samples.chance import bank_choices
from samples.chance.data import write_data
from samples.chance.words import kinds_known, words
from samples.chance.writing import KINDS, write
from samples.population.splits import Split


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chance") / "papers"
    assert write(folder, layouts=12, seed=3, split="develop") == 12 * len(KINDS)
    return folder


def _truths(folder: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.truth.json"))]


def test_every_figure_stands_where_the_truth_says(papers: Path) -> None:
    checked = 0
    for truth, path in zip(_truths(papers), sorted(papers.glob("*.truth.json")), strict=True):
        for entry in truth["figures"][::17]:  # type: ignore[index]
            with pypdfium2.PdfDocument(papers / path.name.removesuffix(".truth.json") / entry["document"]) as document:
                page = document[entry["page"] - 1]
                height = page.get_height()
                x0, top, x1, bottom = entry["box"]
                text = page.get_textpage().get_text_bounded(x0 - 1, height - bottom - 1, x1 + 1, height - top + 1)
            assert "".join(entry["printed"].split()) in "".join(text.split())
            checked += 1
    assert checked > 20


def test_amounts_add_up_to_the_balances(papers: Path) -> None:
    for truth in _truths(papers):
        rows: dict[tuple[str, int], dict[str, Decimal]] = {}
        for entry in truth["figures"]:  # type: ignore[attr-defined]
            if entry["record"] == "bank_statement" and entry["field"] in ("amount", "balance"):
                rows.setdefault((entry["paper"], entry["item"]), {})[entry["field"]] = Decimal(entry["value"])
        for (paper, item), row in rows.items():
            before = rows.get((paper, item - 1))
            if before and "balance" in before and "balance" in row:
                assert before["balance"] + row["amount"] == row["balance"]


def test_the_same_seed_draws_the_same_layouts(papers: Path, tmp_path: Path) -> None:
    write(tmp_path / "again", layouts=12, seed=3, split="develop")
    first = {path.relative_to(papers): path.read_bytes() for path in papers.rglob("*.pdf")}
    assert first == {path.relative_to(tmp_path / "again"): path.read_bytes() for path in (tmp_path / "again").rglob("*.pdf")}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["bank", "statement"])
def test_sides_share_no_wording(kind: str, language: str) -> None:
    for role, several in words(kind)[language].items():
        assert len(several) >= 3, role
        assert not set(several[0::2]) & set(several[1::2]), role


@pytest.mark.parametrize("kind", [kind for kind in kinds_known() if kind not in ("bank", "statement", "invoice")])
def test_sides_share_no_wording_of_forms(kind: str) -> None:
    for roles in words(kind).values():
        for role, several in roles.items():
            assert len(several) >= 2, role
            assert not set(several[0::2]) & set(several[1::2]) - {""}, role


def test_sides_share_no_english_wording_of_invoices() -> None:
    for role, several in words("invoice")["en"].items():
        assert len(several) >= 3, role
        assert not set(several[0::2]) & set(several[1::2]), role


def test_totals_of_an_invoice_add_up(papers: Path) -> None:
    checked = 0
    for truth in _truths(papers):
        sums: dict[str, dict[str, Decimal]] = {}
        for entry in truth["figures"]:  # type: ignore[attr-defined]
            if entry["record"] == "invoice" and entry["field"] in ("net", "tax", "total"):
                sums.setdefault(entry["paper"], {})[entry["field"]] = Decimal(entry["value"])
        for found in sums.values():
            if len(found) == 3:
                assert found["net"] + found["tax"] == found["total"]
                checked += 1
    assert checked > 3


def test_draws_differ() -> None:
    orders: set[tuple[str, ...]] = {
        bank_choices.ordered(Random(seed), "two", "each", language) for seed in range(40) for language in ("zh", "en")
    }
    assert len(orders) > 40
    assert all(order.count("date") == 1 and order.count("balance") == 1 for order in orders)


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("x", "utf-8")
    side: Split = "test"
    with pytest.raises(WronglyCalled, match="not empty"):
        write(tmp_path, layouts=1, seed=1, split=side)


def test_scans_carry_their_figures_and_their_way(tmp_path: Path) -> None:
    write(tmp_path / "scans", layouts=2, seed=5, split="develop", kinds=("invoice",), press="scan")
    for truth in _truths(tmp_path / "scans"):
        assert truth["files"]
        assert all(file["press"] == "scan" and file["degradation"].startswith("scan_") for file in truth["files"])  # type: ignore[attr-defined]
        assert all(entry["page"] and entry["box"] for entry in truth["figures"])  # type: ignore[attr-defined]


def test_lists_as_data_carry_each_figure_in_its_cell(tmp_path: Path) -> None:
    write_data(tmp_path / "lists", layouts=2, seed=5, split="develop")
    truths = _truths(tmp_path / "lists")
    drawn = {entry["record"] for truth in truths for entry in truth["figures"]}  # type: ignore[attr-defined]
    assert {"invoice_register", "payroll_return", "trial_balance"} <= drawn
    assert drawn & {"balance_sheet", "income_statement", "cash_flow"}
    assert all(entry["cell"] or entry["path"] for truth in truths for entry in truth["figures"])  # type: ignore[attr-defined]
