"""Labels to concepts: the label table alone, with near spellings, and with the trained component, on labels whole and damaged.

Lines of the statement layouts of one side, each place once, and captions of other papers, which should be given no concept.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, cast

from api.bench.labels_lines import Labelled, foreign, of_population
from extract.records import StatementKind
from extract.statements.label import by_table, match
from extract.statements.learned import component, guesses, text_of
from samples.population.splits import Split
from samples.wording import damaged

Answers = Callable[[Sequence[Labelled]], list[str | None]]


def _table(lines: Sequence[Labelled]) -> list[str | None]:
    return [by_table(cast(StatementKind, line.statement), line.label) for line in lines]


def _near(lines: Sequence[Labelled]) -> list[str | None]:
    return [_matched(line, learned=False) for line in lines]


def _alone(lines: Sequence[Labelled]) -> list[str | None]:
    return [concept for concept, _ in guesses(component(), [text_of(line.statement, line.section, line.label) for line in lines])]


def _shipped(lines: Sequence[Labelled]) -> list[str | None]:
    return [_matched(line, learned=True) for line in lines]


def _matched(line: Labelled, *, learned: bool) -> str | None:
    kind = cast(StatementKind, line.statement)
    english, section = line.language == "en", line.section or None
    return match(kind, line.label, section=section, uk_format=english, next_label=line.following, learned=learned).concept


READERS: dict[str, Answers] = {
    "label table": _table, "table, near spellings": _near, "component alone": _alone, "table, then component": _shipped,
}  # fmt: skip


def run(arguments: list[str]) -> int:
    """Prints, or with --json states, right, wrong and none for each reader, language and number of faults."""
    parser = argparse.ArgumentParser(prog="tieout bench labels", description=__doc__)
    parser.add_argument("--split", choices=["develop", "test"], default="test")
    parser.add_argument("--cases", type=int, default=60)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--json", dest="as_json", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    rows = measured(options.split, options.cases, options.seed)
    if options.as_json:
        print(json.dumps({"benchmark": "labels", "split": options.split, "rows": rows}, indent=1))
        return 0
    print(f"{'labels':<34}{'reader':<24}{'n':>6}{'right':>9}{'wrong':>9}{'none':>9}")
    for row in rows:
        shares = "".join(f"{100 * row[name] / row['n']:>8.1f}%" for name in ("right", "wrong", "none"))
        print(f"{row['labels']:<34}{row['reader']:<24}{row['n']:>6}{shares}")
    return 0


def measured(split: Split, cases: int, seed: int) -> list[dict[str, Any]]:
    """Counts for each kind of labels and each reader.   Of foreign captions, "right" is to give no concept."""
    known = [line for line in of_population(split, cases=cases, seed=seed) if line.concept is not None]
    groups: list[tuple[str, list[Labelled]]] = []
    for language in ("zh", "en"):
        lines = [line for line in known if line.language == language]
        for faults in (0, 1, 2, 3):
            source = random.Random(faults)  # noqa: S311
            hurt = [
                Labelled(one.language, one.statement, one.section, damaged(one.label, source, faults), one.concept, one.following)
                for one in lines
            ]
            groups.append((f"{language}, {faults or 'no'} fault{'s' * (faults != 1)}", hurt))
    groups.append(("captions of other papers", list(foreign(split))))
    return [_counted(name, lines, reader, answers) for name, lines in groups for reader, answers in READERS.items()]


def _counted(name: str, lines: Sequence[Labelled], reader: str, answers: Answers) -> dict[str, Any]:
    counts = Counter(_verdict(found, line.concept) for line, found in zip(lines, answers(lines), strict=True))
    return {"labels": name, "reader": reader, "n": len(lines), **{key: counts[key] for key in ("right", "wrong", "none")}}


def _verdict(found: str | None, concept: str | None) -> str:
    return "right" if found == concept else "none" if found is None else "wrong"
