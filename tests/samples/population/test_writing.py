"""Writing a population: the same under any clock, hash seed and core count, whole cases only, a clear word when it cannot be done."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract.errors import WronglyCalled
from samples.population.plan import Wanted
from samples.population.writing import write

_SCRIPT = """
import sys
from pathlib import Path
from samples.population.plan import Wanted
from samples.population.writing import write
if __name__ == "__main__":
    write(Wanted(cases=3, seed=11), Path(sys.argv[1]), papers=False, workers=int(sys.argv[2]))
"""


def _elsewhere(out: Path, workers: int, **environment: str) -> dict[str, bytes]:
    script = out.parent / f"{out.name}.py"
    script.write_text(_SCRIPT, "utf-8")
    subprocess.run([sys.executable, script, out, str(workers)], check=True, env={**os.environ, **environment}, timeout=120)
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_the_same_seed_gives_the_same_truth_under_another_clock_hash_seed_and_core_count(tmp_path: Path) -> None:
    one = _elsewhere(tmp_path / "one", 1, TZ="UTC", PYTHONHASHSEED="1")
    other = _elsewhere(tmp_path / "other", 2, TZ="Asia/Shanghai", PYTHONHASHSEED="987")
    assert sorted(one) == ["case-0001.truth.json", "case-0002.truth.json", "case-0003.truth.json"]
    assert one == other


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    out = tmp_path_factory.mktemp("figures") / "out"
    write(Wanted(cases=6, seed=21, share=0.5), out, papers=False, workers=1)
    return [json.loads(path.read_bytes()) for path in sorted(out.iterdir())]


def test_a_truth_says_what_the_case_is(figures: list[dict[str, Any]]) -> None:
    for case in figures:
        assert case["class"] == ("fabricated" if case["fabrications"] else "honest")
        assert case["split"] in {"develop", "test"}
        assert case["population"]
        assert {event["code"] for event in case["fabrications"]} >= {one["kind"] for one in case["planted"]}
    assert {case["class"] for case in figures} == {"honest", "fabricated"}


def test_every_planted_figure_says_paper_and_row_old_and_new(figures: list[dict[str, Any]]) -> None:
    planted = [one for case in figures for one in case["planted"]]
    assert planted
    for case in figures:
        papers = {paper["id"] for paper in case["papers"]}
        for one in case["planted"]:
            assert one["paper"] in papers
            assert one["old"] != one["new"]


def test_bank_rows_of_a_bank_s_own_print_chain(figures: list[dict[str, Any]]) -> None:
    for case in figures:
        for paper in case["papers"]:
            if paper["record"] != "bank_statement" or paper["altered"]:
                continue
            cents = [round(float(amount) * 100) for amount in paper["rows"]["amount"]]
            balance = round(float(paper["opening"]) * 100)
            for amount, after in zip(cents, paper["rows"]["balance"], strict=True):
                balance += amount
                assert balance == round(float(after) * 100)
            assert balance == round(float(paper["closing"]) * 100)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(WronglyCalled, match="not empty"):
        write(Wanted(cases=1, seed=1), tmp_path, papers=False)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(WronglyCalled, match="cannot be written"):
        write(Wanted(cases=1, seed=1), tmp_path / "file" / "out", papers=False)


def test_a_full_disk_leaves_no_half_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_bytes
    written = 0

    def full(self: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written == 2:
            real(self, data[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    out = tmp_path / "out"
    with pytest.raises(WronglyCalled, match="No space left"):
        write(Wanted(cases=3, seed=2), out, papers=False, workers=1)
    assert [path.name for path in out.iterdir()] == ["case-0001.truth.json"]


def test_progress_counts_every_case(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(Wanted(cases=2, seed=5), tmp_path / "out", papers=False, workers=1, progress=lambda done, cases: told.append((done, cases)))
    assert told == [(1, 2), (2, 2)]


def test_a_missing_program_is_named_before_anything_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(WronglyCalled, match=r"soffice.*setup\.sh"):
        write(Wanted(cases=1, seed=1), tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_only_a_kind_is_in_every_case(tmp_path: Path) -> None:
    done = write(Wanted(cases=2, seed=8, only=("F11", "N03")), tmp_path / "out", papers=False, workers=1)
    assert all("F11" in one.kinds and "N03" in one.mess for one in done)


def test_a_worker_that_is_killed_is_told_with_a_way_out(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(
        """
import os, signal, sys
from pathlib import Path
from extract.errors import WronglyCalled
from samples.population import writing
from samples.population.plan import Wanted

def stop(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    writing._case = stop
    try:
        writing.write(Wanted(cases=2, seed=1), Path(sys.argv[1]), papers=False, workers=2)
    except WronglyCalled as error:
        print(error)
else:
    writing._case = stop
""",
        "utf-8",
    )
    done = subprocess.run([sys.executable, script, tmp_path / "out"], capture_output=True, text=True, timeout=120, check=True)
    assert "fewer --workers" in done.stdout
