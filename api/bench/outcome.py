"""What came of one file, whoever read it: kept apart from the readers, so that a run that was cut off can go on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.bench.judging import Counts, Judged
from extract.errors import WronglyCalled


@dataclass(frozen=True, slots=True)
class Part:
    """What one reader made of the figures of one kind in a file.   counts: what is counted whole; None where nothing is"""

    kind: str
    reader: str
    figures: tuple[Judged, ...] = ()
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one reader took for a file, by the clock of the wall."""

    reader: str
    pages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file.   key: case and name"""

    key: str
    press: str
    language: str
    parts: tuple[Part, ...]
    timed: tuple[Timed, ...]


def written(outcome: Outcome) -> str:
    """As one line of JSON."""
    parts = [
        {
            "kind": part.kind,
            "reader": part.reader,
            "figures": [[one.found, one.right, one.doubtful, one.confidence, one.concept, one.inked] for one in part.figures],
            "counts": None if part.counts is None else _counted(part.counts),
        }
        for part in outcome.parts
    ]
    timed = [[one.reader, one.pages, round(one.seconds, 4)] for one in outcome.timed]
    return json.dumps(
        {"key": outcome.key, "press": outcome.press, "language": outcome.language, "parts": parts, "timed": timed}, ensure_ascii=False
    )


def _counted(counts: Counts) -> list[int]:
    return [counts.rows_right, counts.rows, counts.rows_read, counts.fields_right, counts.fields]


def taken(line: str) -> Outcome:
    """The outcome that `written` wrote.   Raises ValueError, KeyError or TypeError for a line that it did not write."""
    raw: dict[str, Any] = json.loads(line)
    parts = tuple(
        Part(
            part["kind"],
            part["reader"],
            tuple(Judged(part["kind"], *one) for one in part["figures"]),
            None if part["counts"] is None else Counts(*part["counts"]),
        )
        for part in raw["parts"]
    )
    return Outcome(raw["key"], raw["press"], raw["language"], parts, tuple(Timed(*one) for one in raw["timed"]))


@dataclass(slots=True)
class Kept:
    """Outcomes in a file, a line each, below a line that says of what run they are.

    path   None: nothing is kept
    run    what must be the same for the run to go on, such as seed and side
    """

    path: Path | None
    run: Mapping[str, object]
    outcomes: dict[str, Outcome] = field(default_factory=dict)

    def open(self) -> Sequence[Outcome]:
        """What an earlier run left; a last line that was cut off is done again.   Raises WronglyCalled for the file of another run."""
        if self.path is None:
            return ()
        lines = self.path.read_text("utf-8").splitlines() if self.path.is_file() else []
        if lines and _head(lines[0]) != dict(self.run):
            raise WronglyCalled(
                f"{self.path} holds the outcomes of another run ({lines[0][:200]}); give --resume a new file, or the options of that run."
            )
        self.outcomes = {one.key: one for one in _whole(lines[1:])}
        kept = [json.dumps({"run": dict(self.run)}), *(written(one) for one in self.outcomes.values())]
        self.path.write_text("".join(f"{line}\n" for line in kept), "utf-8")
        return tuple(self.outcomes.values())

    def add(self, outcome: Outcome) -> None:
        self.outcomes[outcome.key] = outcome
        if self.path is not None:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{written(outcome)}\n")


def _head(line: str) -> object:
    try:
        raw = json.loads(line)
    except ValueError:
        return None
    return raw.get("run") if isinstance(raw, dict) else None


def _whole(lines: Sequence[str]) -> Iterator[Outcome]:
    for line in lines:
        try:
            yield taken(line)
        except (ValueError, KeyError, TypeError):
            continue
