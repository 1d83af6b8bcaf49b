"""The benchmark of reading: it runs on the shipped samples, and says what it could not measure."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from api.bench import reading, truths
from api.bench.rivals import RIVALS, pdfplumber_tables

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "files"
PERIODS = (date(2025, 12, 31), date(2024, 12, 31))


def test_sample_truth_names_every_document() -> None:
    papers = list(truths.samples(SAMPLES))
    assert {paper.group for paper in papers} == {"samples statements", "samples bank_statements", "samples invoices"}
    assert all(paper.path.is_file() and paper.expected for paper in papers)


def test_it_runs_and_compares(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    digital = SAMPLES / "fabricated-zh" / "利润表2025.pdf"
    only = [paper for paper in truths.samples(SAMPLES) if paper.path == digital]
    monkeypatch.setattr(reading, "CLASSES", {"samples": lambda folder: iter(only)})
    assert reading.run(["--json", "--only", "samples"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert {"tieout", *RIVALS} <= {result["reader"] for result in results} <= {"tieout", "img2table", *RIVALS}
    for result in results:
        outcomes = result["right"] + result["wrong"] + result["doubtful"] + result["missing"]
        assert outcomes == result["figures"] == len(only[0].expected)


def test_a_missing_folder_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert reading.run(["--only", "uk_ixbrl", "--data", str(tmp_path)]) == 2
    assert "uk_ixbrl: not measured" in capsys.readouterr().err


def test_uk_truth(tmp_path: Path) -> None:
    """Figures that are not money, and those in a sentence or a note, are not expected; brackets are kept beside the tagged value."""
    lines = [
        {"label": "Creditors", "tag": "Creditors", "period": "2025-12-31", "dims": ["WithinOneYear"], "value": "70", "shown": "70"},
        {"label": "(unlabelled)", "tag": "CurrentAssets", "period": "2025-12-31", "dims": [], "value": "90", "shown": "90"},
        {"label": "(in running text)", "tag": "Debtors", "period": "2025-12-31", "dims": [], "value": "1", "shown": "1"},
        {"label": "Employees", "tag": "Employees", "period": "2025-12-31", "dims": [], "value": "3", "shown": "3", "unit": "pure"},
        {"label": "Trade debtors", "tag": "Debtors", "period": "2025-12-31", "dims": [], "value": "4", "shown": "4", "part": "other"},
    ]
    lines = [{"part": "balance_sheet", **line} for line in lines]
    lines[0]["printed"] = "(70)"
    row = {"file": "a.html", "rendered": "a.pdf", "periods": ["2025-12-31"], "lines": lines}
    (tmp_path / "truth.jsonl").write_text(json.dumps(row), "utf-8")
    paper, filed = truths.uk_ixbrl(tmp_path)
    assert (paper.path.name, filed.path.name) == ("a.pdf", "a.html")
    assert filed.expected == paper.expected
    creditors, total = paper.expected
    assert (creditors.value, creditors.printed_value) == (Decimal(70), Decimal(-70))
    assert (total.label, total.concept) == ("", "total_current_assets")


def test_a_rival_survives_what_is_no_pdf() -> None:
    assert pdfplumber_tables(b"no pdf", PERIODS) == []


def test_a_rival_leaves_the_note_column_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from api.bench import rivals

    figures = rivals.row_of(["Stocks", "4", "1,200", "(900)"], PERIODS)
    assert [(one.label, one.period, one.value) for one in figures] == [
        ("Stocks", PERIODS[0], Decimal(1200)),
        ("Stocks", PERIODS[1], Decimal(-900)),
    ]
