"""The command line as scripts rely on it: exit statuses, JSON alone on standard output, whole files or none."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from api.cli import output
from api.cli.exit import status_of
from api.cli.progress import Reading
from api.cli.speech import Speech, printable
from api.legible import legible
from api.passwords import Passwords
from extract.errors import WronglyCalled

SAMPLES = Path(__file__).parents[2] / "samples" / "files"
START = [sys.executable, "-c", "from api.cli.main import main; main()"]
COMMANDS = ["verify", "read", "rules", "sample", "serve", "bench"]


def tieout(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a shell starts it."""
    surroundings = {**os.environ, "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2]), **environment}
    command = [*START, *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, cwd=cwd, env=surroundings, check=False)


@pytest.fixture
def loan_file(tmp_path: Path, paper: Any) -> Path:
    """A folder with one statement whose current assets do not add up."""
    folder = tmp_path / "海岚食品 贷款材料"
    folder.mkdir()
    (folder / paper.name).write_bytes(paper.data)
    return folder


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The fabricated Chinese sample, verified once for all that look at it."""
    out = tmp_path_factory.mktemp("out") / "报告"
    return tieout("verify", SAMPLES / "fabricated-zh", "--out", out, "--json", "--fail-on", "high", "--language", "zh"), out


def test_verify_prints_json_and_nothing_else(verified: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, out = verified
    case = json.loads(done.stdout)
    assert done.returncode == 1, done.stderr
    assert any(finding["severity"] == "high" for finding in case["findings"])
    assert json.loads((out / "case.json").read_text(encoding="utf-8")) == case
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "data:image/" in page
    assert len(page) < 3_000_000
    assert sorted(path.name for path in out.iterdir()) == ["case.json", "report.html"]


def test_verify_json_has_every_field(verified: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    case = json.loads(verified[0].stdout)
    assert set(case) >= {"case", "score", "coverage", "findings", "ties", "support", "requests", "documents"}
    assert set(case["case"]) >= {"id", "name", "engine", "ruleset"}
    assert set(case["score"]) >= {"fabrication_probability", "grade", "calibrated_on", "reasons"}
    assert all(set(reason) >= {"code", "weight", "text"} for reason in case["score"]["reasons"])
    assert set(case["coverage"]) >= {"run", "not_run"}
    finding = {
        "id", "code", "severity", "verdict", "title", "explanation", "expected", "observed", "difference", "tolerance", "odds", "benefit", "amount",
        "innocent_explanations", "counterfactuals", "evidence",
    }  # fmt: skip
    assert all(set(one) >= finding for one in case["findings"])
    evidence = {"document", "sha256", "figure", "page", "box", "cell", "path", "label", "value"}
    assert all(set(piece) >= evidence for one in case["findings"] for piece in one["evidence"])
    assert all(set(one) >= {"id", "status", "reason", "figures", "difference", "tolerance"} for one in case["ties"])
    assert all(one["reason"] for one in case["ties"] if one["status"] == "not_run")
    assert all(set(one) >= {"text", "settles", "amount"} for one in case["requests"])
    run = sum(one["status"] != "not_run" for one in case["ties"])
    assert case["coverage"] == {"run": run, "not_run": len(case["ties"]) - run}


def test_evidence_points_to_figures_that_were_read(verified: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    case = json.loads(verified[0].stdout)
    read = set(_figure_ids(case["documents"]))
    assert read
    assert {piece["figure"] for one in case["findings"] for piece in one["evidence"]} <= read
    assert {figure for one in case["ties"] for figure in one["figures"]} <= read


def _figure_ids(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [value["id"]] if "printed" in value else [key for child in value.values() for key in _figure_ids(child)]
    return [key for child in value for key in _figure_ids(child)] if isinstance(value, list) else []


def test_verify_for_people(loan_file: Path, tmp_path: Path) -> None:
    done = tieout("verify", loan_file, "--out", tmp_path / "out", "--language", "zh")
    assert done.returncode == 0, done.stderr
    assert re.search(r"高 +\S.*[A-Z]{3}\d{3}.*资产负债表 2025\.pdf", done.stdout), done.stdout
    assert "评级" in done.stdout
    assert "report.html" in done.stdout
    english = tieout("verify", loan_file, "--language", "en", "-q")
    assert "Grade" in english.stdout
    assert english.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["verify", "no-such-folder"], "no such file or folder"),
        (["read", "没有.pdf"], "没有.pdf"),
        (["verify"], "PATH"),
        (["verify", "."], "no document"),
        (["verify", ".", "--fail-on", "severe"], "high, medium or low"),
        (["verify", ".", "--industry", "farming"], "trade, manufacturing, catering"),
        (["verify", ".", "--language", "fr"], "zh or en"),
        (["verify", ".", "--password", "secret"], "NAME=PASSWORD"),
        (["rules", "XXX999"], "XXX999"),
        (["bench", "no-such"], "no-such"),
        (["inspect", "x"], "inspect"),
        (["serve", "--host", "0.0.0.0"], "token"),
        (["serve", "--token", "short"], "guessed"),
    ],
)
def test_called_wrongly(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = tieout(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_an_output_folder_that_cannot_be_written_is_said_before_the_work(loan_file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = tieout("verify", loan_file, "--out", tmp_path / "file" / "out")
    assert done.returncode == 2
    assert "--out" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_readable_is_status_2_and_still_reported(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "empty.pdf").write_bytes(b"")
    for command in ("read", "verify"):
        done = tieout(command, tmp_path, "--json")
        assert done.returncode == 2, done.stderr
        documents = json.loads(done.stdout)["documents"]
        assert {document["status"] for document in documents} == {"refused"}
        assert all(document["warnings"][0]["text"] for document in documents)


def test_some_refused_is_status_3_and_the_rest_in_full(loan_file: Path) -> None:
    (loan_file / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    done = tieout("read", loan_file, "--json")
    assert done.returncode == 3, done.stderr
    documents = {document["name"]: document for document in json.loads(done.stdout)["documents"]}
    assert documents["坏.pdf"]["status"] == "refused"
    assert len(documents["资产负债表 2025.pdf"]["records"][0]["lines"]) == 6


def test_a_terminal_without_chinese_gets_json_all_the_same(loan_file: Path) -> None:
    done = tieout("read", loan_file, "--json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents"][0]["name"] == "资产负债表 2025.pdf"
    assert tieout("read", loan_file, LC_ALL="C", PYTHONIOENCODING="ascii").returncode == 0


def test_a_name_in_the_encoding_of_an_old_system_is_legible(loan_file: Path, paper: Any, tmp_path: Path) -> None:
    (loan_file / os.fsdecode("报表.pdf".encode("gb18030"))).write_bytes(paper.data + b"\n")
    done = tieout("verify", loan_file, "--json", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "报表.pdf" in [document["name"] for document in json.loads(done.stdout)["documents"]]
    assert "报表.pdf" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("报表", "报表"), ("\udcb1\udca8.pdf", "报.pdf"), ("a\ud83db", "a\ufffdb"), ("\udcff", "\ufffd"), ("", "")],
)
def test_text_can_always_be_written_down(text: str, shown: str) -> None:
    assert legible(text) == shown
    legible(text).encode("utf-8")


def test_ctrl_c_leaves_no_half_files(loan_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        [*START, "verify", str(SAMPLES / "fabricated-zh"), "--out", str(out)],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not out.exists() and process.poll() is None:
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    if process.returncode == 130:  # it was still at work
        assert list(out.iterdir()) == []


def test_files_appear_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output.write(tmp_path, {"case.json": "old", "report.html": "old"})
    real = os.fsync
    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(output.os, "fsync", full)
    with pytest.raises(WronglyCalled, match="No space left"):
        output.write(tmp_path, {"case.json": "new", "report.html": "new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"case.json": "old", "report.html": "old"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    done = tieout(command, "--help")
    assert done.returncode == 0
    assert "Example" in done.stdout
    assert f"tieout {command}" in done.stdout
    for option in ("--json", "-q", "-v"):
        assert option in done.stdout


def test_help_loads_no_heavy_room() -> None:
    script = "import sys; from api.cli import main; print([name for name in ('numpy', 'pdfplumber', 'onnxruntime', 'fastapi', 'sqlalchemy', 'PIL', 'pandas', 'spacy', 'verify.flow') if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stdout.strip() == "[]"


def test_commands_that_are_not_built_are_not_promised() -> None:
    listed = tieout("--help").stdout
    assert all(command in listed for command in COMMANDS)
    assert not any(f" {name} " in listed for name in ("inspect", "reconcile", "audit", "measure", "model", "worker"))


def test_rules_lists_and_shows_one() -> None:
    listed = json.loads(tieout("rules", "--json").stdout)
    assert "BAL001" in [rule["code"] for rule in listed["rules"]]
    page = json.loads(tieout("rules", "bal001", "--json").stdout)
    assert page["innocent_explanations"]
    for language, heading in (("zh", "可能的正常解释"), ("en", "Innocent explanations")):
        shown = tieout("rules", "BAL001", "--language", language)
        assert (shown.returncode, heading in shown.stdout) == (0, True)


def test_samples_are_made_from_a_seed(tmp_path: Path) -> None:
    done = tieout("sample", "--cases", "1", "--seed", "3", "--out", tmp_path / "s", "--json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert made["seed"] == 3
    assert all((tmp_path / "s" / case).is_dir() for case in made["cases"])
    assert tieout("sample", "--cases", "0", "--out", tmp_path / "t").returncode == 2


@pytest.mark.parametrize(
    ("statuses", "severities", "fail_on", "status"),
    [
        (["read"], [], None, 0),
        (["read"], ["high"], None, 0),  # whatever was found
        (["read"], ["high"], "high", 1),
        (["read"], ["medium"], "high", 0),
        (["read"], ["medium"], "low", 1),
        (["refused"], [], None, 2),
        (["refused"], ["high"], "high", 2),
        (["read", "refused"], [], "low", 3),
        (["partly_read"], [], None, 0),
        (["read", "refused"], ["low"], "low", 1),  # it was asked for
    ],
)
def test_statuses(statuses: list[str], severities: list[str], fail_on: str | None, status: int) -> None:
    assert status_of([{"status": one} for one in statuses], [{"severity": one} for one in severities], fail_on) == status


def test_an_encrypted_document_opens_with_its_password(tmp_path: Path, paper: Any) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        document.save(folder / "密.pdf", encryption=pikepdf.Encryption(user="s3cret-word", owner="x"))
    refused = tieout("read", folder, "--json")
    assert refused.returncode == 2
    assert "--password" in json.loads(refused.stdout)["documents"][0]["warnings"][0]["text"]
    for arguments, environment in ((["--password", "密.pdf=s3cret-word"], {}), ([], {"TIEOUT_PASSWORD": "s3cret-word"})):
        done = tieout("verify", folder, "--json", "--out", tmp_path / "out", *arguments, **environment)
        assert done.returncode == 0, done.stderr
        page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
        assert "data:image/" in page  # the pictures need it too
        assert "s3cret-word" not in page + done.stdout + done.stderr


def test_passwords_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEOUT_PASSWORD", "for all")
    known = Passwords.parsed(["a/流水.pdf=one=1", "b.pdf=two"])
    assert known.get("a/流水.pdf") == "one=1"
    assert known.get("deep/b.pdf") == "two"
    assert known.get("c.pdf") == "for all"
    monkeypatch.delenv("TIEOUT_PASSWORD")
    assert Passwords.parsed([]).get("c.pdf") is None


def test_names_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2Jb\r\u202ec报") == "a�[2Jb��c报"


def test_findings_so_far_are_told_once_when_only_scans_are_left(paper: Any) -> None:
    told: list[tuple[int, int]] = []
    with Reading(Speech("en"), lambda documents, left: told.append((len(documents), left))) as reading:
        reading.document(paper.document, 1, 3)
        reading.waiting(2)
        reading.waiting(2)
        reading.document(paper.document, 2, 3)
        reading.document(paper.document, 3, 3)
    assert told == [(1, 2)]


def test_nothing_is_told_so_far_when_every_document_is_a_scan() -> None:
    told: list[tuple[int, int]] = []
    with Reading(Speech("en"), lambda documents, left: told.append((len(documents), left))) as reading:
        reading.waiting(2)
    assert told == []


def test_it_is_installed_as_a_program() -> None:
    program = shutil.which("tieout", path=str(Path(sys.executable).parent))
    assert program is not None, "the console script is missing: pip install -e ."
    assert subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.startswith("tieout ")
