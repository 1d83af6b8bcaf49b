"""How the papers of made-up firms are read: per press, language and kind of paper, beside other ways to read the same files."""

from __future__ import annotations

import argparse
import json
import queue
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from api.bench.outcome import Kept, Outcome
from api.bench.population_file import outcome_of
from api.bench.population_table import Measured, print_tables
from api.bench.population_truth import Listed, listed
from api.bench.rivals_apart import WHY_NEVER, Apart, absent
from api.bench.rivals_pictures import not_installed
from api.bench.speed import Speed, speeds
from extract.ocr.engine import Recogniser

#: How often a run says how far it is.
_SECONDS = 20.0


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
            for outcome in _outcomes(left, recogniser, options):
                kept.add(outcome)
                measured.add(outcome)
            if options.timed:
                timed = speeds(files, recogniser, each=options.timed, at_once=2)
        except KeyboardInterrupt:
            _say(f"interrupted: {len(kept.outcomes)} of {len(files)} files are in the tables")
    if not measured.groups:
        return 2
    if options.as_json:
        whole = {"benchmark": "reading", "class": "population", "split": options.split, **measured.as_json()}
        print(json.dumps({**whole, "timed": [one.as_json() for one in timed], "not_installed": list(_absent())}, indent=1))
    else:
        print_tables(measured)
        _print_speeds(timed)
        if missing := _absent():
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


def _outcomes(files: Sequence[Listed], recogniser: Recogniser, options: argparse.Namespace) -> Iterator[Outcome]:
    """What comes of each file, --jobs at a time, as each is done."""
    started = said = time.monotonic()
    aparts: queue.SimpleQueue[Apart] = queue.SimpleQueue()
    every = [Apart() for _ in range(options.jobs)]
    for apart in every:
        aparts.put(apart)

    def one_file(one: Listed) -> Outcome:
        apart = aparts.get()
        try:
            return outcome_of(one, recogniser, apart, options)
        finally:
            aparts.put(apart)

    threads = ThreadPoolExecutor(options.jobs)
    try:
        waiting: list[Future[Outcome]] = [threads.submit(one_file, one) for one in files]
        for number, future in enumerate(as_completed(waiting), 1):
            yield future.result()
            if (now := time.monotonic()) - said >= _SECONDS:
                said = now
                _say(f"{number} of {len(files)} files, about {(now - started) / number * (len(files) - number) / 60:.0f} minutes left")
    finally:
        threads.shutdown(wait=True, cancel_futures=True)
        failures = sum((apart.failures for apart in every), Counter[tuple[str, str]]())
        for apart in every:
            apart.close()
        for (name, why), count in sorted(failures.items()):
            _say(f"{name} failed on {count} files: {why}")


def _absent() -> tuple[str, ...]:
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
