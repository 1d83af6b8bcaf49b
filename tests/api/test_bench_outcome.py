"""What came of a file is kept and taken up again; a run that was cut off goes on where it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.bench import population, reading
from api.bench.judging import Counts, Judged
from api.bench.outcome import Kept, Outcome, Part, Timed, taken, written
from api.bench.population_table import Measured
from extract.errors import WronglyCalled

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "files"
RIGHT = Judged("statement", True, True, False, 0.999, True, False)
DOUBTED = Judged("statement", True, True, True, 0.5, None, True)
SILENT = Judged("statement", True, False, False, 0.99, False, False)
MISSED = Judged("statement", False, False)


def outcome(key: str = "case-0001/a.pdf", press: str = "scan 200 dpi") -> Outcome:
    parts = (
        Part("statement", "tieout", (RIGHT, DOUBTED, SILENT, MISSED)),
        Part("bank_statement", "monopoly-core", (), Counts(3, 4, 5, 0, 0)),
    )
    return Outcome(key, press, "zh", parts, (Timed("tieout", 2, 1.5),))


def test_an_outcome_comes_back_as_it_was() -> None:
    assert taken(written(outcome())) == outcome()


def test_sums_are_of_every_press_and_of_all_scans() -> None:
    measured = Measured()
    measured.add(outcome())
    measured.add(outcome("case-0001/b.pdf", "scan 300 dpi"))
    sums = {(one["press"], one["language"]): one for one in measured.as_json()["sums"]}
    assert sums["scan, all", "both"]["figures"] == 8
    one = sums["scan 200 dpi", "zh"]
    assert (one["right"], one["right_doubtful"], one["silent_wrong"], one["missing"], one["labels"]) == (2, 1, 1, 1, 2)
    assert sum(group.tally()["figures"] for group in measured.covered.values()) == 2


def test_a_line_that_was_cut_off_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    kept = Kept(path, {"seed": 1})
    kept.open()
    kept.add(outcome())
    path.write_text(path.read_text("utf-8") + written(outcome("case-0002/b.pdf"))[:50], "utf-8")
    again = Kept(path, {"seed": 1})
    assert again.open() == (outcome(),)
    again.add(outcome("case-0002/b.pdf"))
    assert len(Kept(path, {"seed": 1}).open()) == 2


def test_outcomes_of_another_run_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    Kept(path, {"seed": 1}).open()
    with pytest.raises(WronglyCalled, match="another run"):
        Kept(path, {"seed": 2}).open()


def test_a_run_goes_on_where_it_was_cut_off(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "run.jsonl"
    arguments = ["--json", "--only", "population", "--data", str(SAMPLES), "--press", "digital", "--kind", "statement", "--no-rivals"]
    arguments += ["--timed", "0", "--resume", str(path)]
    assert reading.run([*arguments, "--limit", "1"]) == 0
    first = json.loads(capsys.readouterr().out)["results"]
    read = len(path.read_text("utf-8").splitlines()) - 1
    monkeypatch.setattr(population, "outcome_of", lambda *_: pytest.fail("read a second time"))
    assert reading.run([*arguments, "--limit", "1", "--jobs", "2"]) == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out)["results"] == first
    assert f"{read} files were read before, 0 are left" in captured.err


def test_time_and_memory_are_measured_alone_and_two_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--json", "--only", "population", "--data", str(SAMPLES), "--press", "digital", "--kind", "invoice", "--no-rivals"]
    assert reading.run([*arguments, "--timed", "2", "--limit", "1"]) == 0
    alone, together = json.loads(capsys.readouterr().out)["timed"]
    assert (alone["at_once"], together["at_once"]) == (1, 2)
    assert alone["peak_mib"] > 20 and alone["cpu_seconds_per_page"] > 0
