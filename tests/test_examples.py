"""The commands that README.md shows are run as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
#: What would install packages, start a server or wait for one; the first two are what installed this very environment.
NOT_HERE = ("sh scripts/", "tieout serve", "python3 -m", "curl ")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
STATUS = (0, 3)


def shown() -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    lines = [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    return [line.partition("  #")[0].strip() for line in lines if line and not line.startswith("#")]


def test_there_are_examples() -> None:
    assert sum(line.startswith("tieout ") for line in shown()) >= 4


@pytest.mark.parametrize("line", [line for line in shown() if line.startswith("tieout ") and not line.startswith(NOT_HERE)])
def test_example_runs(line: str, tmp_path: Path) -> None:
    words = shlex.split(line)
    # The samples are named from the checkout; what an example writes goes to a folder of its own.
    words = [str(ROOT / word) if word.startswith("samples/") else word for word in words]
    command = [str(Path(sys.executable).with_name("tieout")), *words[1:]]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}, check=False)
    assert done.returncode in STATUS, f"{line}\n{done.stderr[-2000:]}"
    assert done.stdout.strip(), line


@pytest.mark.parametrize("line", [line for line in shown() if line.startswith("sh scripts/")])
def test_script_is_there(line: str) -> None:
    path = ROOT / shlex.split(line)[1]
    assert path.is_file()
    done = subprocess.run(["sh", "-n", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
