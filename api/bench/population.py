"""How the papers of made-up firms are read: per press, language and kind of paper, beside other ways to read the same files."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from api.bench.outcome import Kept
from api.bench.population_file import outcome_of
from api.bench.population_table import Measured, print_tables
from api.bench.population_truth import Listed, listed
from api.bench.rivals_apart import WHY_NEVER, absent
from api.bench.rivals_pictures import not_installed
from api.bench.running import outcomes
from api.bench.speed import Speed, speeds
from extract.ocr.engine import Recogniser


def measure(options: argparse.Namespace, data: Path | None) -> int:
    """Reads the files of `data`, or of a population written for this run, and prints the tables.

    A run that is interrupted prints what it has; with --resume it goes on from there the next time. Returns 0, or 2 for nothing to read.
    Raises WronglyCalled for a file of outcomes that is another run's.
    """
    measured = Measured()
    timed: list[Speed] = []
    kept = Kept(options.resume, _run(options, data))
    done = kept.open()
    for outcome in done:
        measured.add(outcome)
    with _folder(options, data) as folder, Recogniser() as recogniser:
        files = list(_chosen(folder, options))
        left = [one for one in files if one.key not in kept.outcomes]
        if done:
            _say(f"{len(done)} files were read before, {len(left)} are left")
        try:
            if options.timed:  # before the rivals take memory of this process
                timed = speeds(files, recogniser, each=options.timed, at_once=2)
            calls = [partial(outcome_of, one, recogniser) for one in left]
            for outcome in outcomes(calls, options):
                kept.add(outcome)
                measured.add(outcome)
        except KeyboardInterrupt:
            _say(f"interrupted: {len(kept.outcomes)} of {len(files)} files are in the tables")
    if not measured.groups:
        return 2
    if options.as_json:
        whole = {"benchmark": "reading", "class": "population", "split": options.split, **measured.as_json()}
        print(json.dumps({**whole, "timed": [one.as_json() for one in timed], "not_installed": list(not_there())}, indent=1))
    else:
        print_tables(measured)
        _print_speeds(timed)
        if missing := not_there():
            print(f"\nnot installed, so not measured: {'; '.join(missing)}")
    return 0


def _run(options: argparse.Namespace, data: Path | None) -> dict[str, object]:
    """What must be the same for a run to go on."""
    made = {} if data is not None else {"split": options.split, "cases": options.cases, "seed": options.seed}
    return {"data": None if data is None else str(data.resolve()), "rivals": not options.no_rivals, **made}


@contextmanager
def _folder(options: argparse.Namespace, data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data
        return
    from samples.population.plan import Wanted
    from samples.population.writing import write

    with tempfile.TemporaryDirectory(prefix="tieout-") as made:
        _say(f"population: printing {options.cases} loan files of the split {options.split}, seed {options.seed}")
        write(Wanted(cases=options.cases, seed=options.seed, split=options.split), Path(made))
        yield Path(made)


def _chosen(folder: Path, options: argparse.Namespace) -> Iterator[Listed]:
    """The files of the presses and kinds that are asked for; of each press, language and kind the first --limit."""
    taken: Counter[tuple[str, str, str]] = Counter()
    for one in listed(folder, options.press or ()):
        if options.kind and not one.kinds & set(options.kind):
            continue
        groups = [(one.press, one.language, kind) for kind in one.kinds]
        if options.limit is not None and all(taken[group] >= options.limit for group in groups):
            continue
        taken.update(groups)
        yield one


def not_there() -> tuple[str, ...]:
    """Rivals that are not measured, with why where it is known."""
    return (*not_installed(), *(f"{name} ({WHY_NEVER[name]})" if name in WHY_NEVER else name for name in absent()))


def _print_speeds(timed: Sequence[Speed]) -> None:
    if not timed:
        return
    print(
        f"\n{'tieout on the first files':<28} {'at once':>7} {'files':>6} {'pages':>6} {'s/page':>8} {'CPU s/page':>11} {'peak memory':>12}"
    )
    for one in timed:
        print(
            f"{one.press:<28} {one.at_once:>7} {one.files:>6} {one.pages:>6} {one.wall / one.pages:>8.3f} {one.cpu / one.pages:>11.3f} "
            f"{one.peak:>8.0f} MiB"
        )


def _say(text: str) -> None:
    print(text, file=sys.stderr)
