"""Rivals in environments of their own (`sh scripts/rivals.sh`), each kept warm and asked file by file."""

from __future__ import annotations

import json
import subprocess
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from api.bench.rivals import row_of
from api.bench.scoring import Found

_HERE = Path(__file__).resolve().parent
#: Where the environments are; one folder for each rival.
FOLDER = _HERE.parents[1] / ".rivals"
#: Rival -> the module that asks it.
MODULES: Mapping[str, str] = {"img2table": "img2table_rows", "monopoly-core": "monopoly_lines", "invoice2data": "invoice2data_fields"}
#: Rivals that cannot be asked, and why.
WHY_NEVER: Mapping[str, str] = {"openbooks": "in no package registry"}
_SECONDS = 120.0


def absent() -> tuple[str, ...]:
    """Which of these rivals are not there."""
    return (*(name for name in MODULES if not _python(name).exists()), *WHY_NEVER)


def _python(name: str) -> Path:
    return FOLDER / name / "bin" / "python"


@dataclass(slots=True)
class Apart:
    """The rivals' processes. A context manager; a rival that hangs is ended and started again for the next file.

    failures   (rival, what it raised) -> files
    """

    processes: dict[str, subprocess.Popen[str]] = field(default_factory=dict)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        for process in self.processes.values():
            process.kill()
            process.wait()
        self.processes.clear()

    def ask(self, name: str, path: Path) -> object:
        """What the rival says of that file; {"failed": why} when it raised, hung or died, None when it is not there."""
        if name not in self.processes:
            if not _python(name).exists():
                return None
            command = [str(_python(name)), str(_HERE / "apart" / f"{MODULES[name]}.py")]
            self.processes[name] = subprocess.Popen(  # noqa: S603  our own module, by the rival's interpreter
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=_HERE / "apart"
            )
        process = self.processes[name]
        assert process.stdin is not None and process.stdout is not None
        watch = threading.Timer(_SECONDS, process.kill)
        watch.start()
        try:
            process.stdin.write(f"{path.resolve()}\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            process.kill()
            process.wait()
            del self.processes[name]
            answer = {"failed": "no answer"}
        finally:
            watch.cancel()
        if isinstance(answer, dict):
            self.failures[name, str(answer.get("failed"))] += 1
        return answer

    def tables(self, path: Path, periods: Sequence[date]) -> list[Found]:
        """Figures of the tables that img2table finds, by the plain line parser of the other rivals."""
        answer = self.ask("img2table", path)
        rows = answer if isinstance(answer, list) else []
        return [found for row in rows for found in row_of([str(cell) for cell in row], periods)]

    def bank_lines(self, path: Path) -> list[tuple[date, Decimal]]:
        """Day and amount, without its sign, of the movements that monopoly-core finds."""
        answer = self.ask("monopoly-core", path)
        found: list[tuple[date, Decimal]] = []
        for line in answer if isinstance(answer, list) else []:
            try:
                found.append((date.fromisoformat(line[0]), abs(Decimal(line[1]))))
            except (ValueError, InvalidOperation, TypeError, IndexError):
                continue
        return found
