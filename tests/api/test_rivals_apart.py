"""Rivals that run by themselves: asked file by file, and a bad one costs no more than its own answers."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from api.bench import rivals_apart
from api.bench.rivals_apart import MODULES, Apart, absent

_FAKE = """import sys
for line in sys.stdin:
    path = line.strip()
    if path.endswith("dies.pdf"):
        raise SystemExit(1)
    print('{"failed": "ValueError"}' if path.endswith("bad.pdf") else '[["2025-03-01", "-12.50"], ["no day", "1"], ["2025-03-02", "x"]]', flush=True)
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that passes for monopoly-core's, which runs a module of ours in place of the one that asks it."""
    program = tmp_path / "fake.py"
    program.write_text(_FAKE, "utf-8")
    interpreter = tmp_path / "monopoly-core" / "bin" / "python"
    interpreter.parent.mkdir(parents=True)
    interpreter.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}"\n', "utf-8")
    interpreter.chmod(0o755)
    monkeypatch.setattr(rivals_apart, "FOLDER", tmp_path)


@pytest.mark.usefixtures("fake")
def test_bank_lines_that_make_no_sense_are_left_out() -> None:
    with Apart() as apart:
        assert apart.bank_lines(Path("a.pdf")) == [(date(2025, 3, 1), Decimal("12.50"))]


@pytest.mark.usefixtures("fake")
def test_failures_are_counted_and_the_next_file_has_its_turn() -> None:
    with Apart() as apart:
        assert apart.bank_lines(Path("bad.pdf")) == []
        assert apart.bank_lines(Path("dies.pdf")) == []
        assert len(apart.bank_lines(Path("a.pdf"))) == 1
        assert apart.failures == {("monopoly-core", "ValueError"): 1, ("monopoly-core", "no answer"): 1}


@pytest.mark.usefixtures("fake")
def test_a_rival_that_is_not_there_is_named() -> None:
    assert "img2table" in absent() and "openbooks" in absent() and "monopoly-core" not in absent()
    with Apart() as apart:
        assert apart.tables(Path("a.pdf"), [date(2025, 12, 31)]) == []
    assert all((Path(rivals_apart.__file__).parent / "apart" / f"{module}.py").exists() for module in MODULES.values())
