"""How fast the population of made-up firms is written, as figures and as papers, and how like firms its firms are."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from os import sched_getaffinity
from pathlib import Path

from samples.population.assemble import assembled
from samples.population.parameters import version
from samples.population.plan import Wanted, checked, plan
from samples.population.realism import Observed, Realism, Row, observed
from samples.population.writing import write

DESCRIPTION = "made-up firms a core-minute, as figures and as papers; memory; and their ratios beside the specification's parameters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """One run.   memory: the largest worker, MiB   size: written, MiB"""

    what: str
    cases: int
    workers: int
    seconds: float
    memory: float
    size: float

    @property
    def a_core_minute(self) -> float:
        return self.cases / (self.seconds * self.workers / 60)


def run(arguments: Sequence[str]) -> int:
    """Runs the benchmark and prints its tables.   arguments: as on the command line"""
    options = _options(arguments)
    speeds: list[Speed] = []
    # The same work on one core and on all of them is the rival: what the parallel run must beat.
    cores = len(sched_getaffinity(0))
    for what, cases, papers in (("figures", options.cases, False), ("papers", options.papers, True)):
        if not cases:
            continue
        if cores > 1:
            speeds.append(_measured(what, max(1, cases // 4), 1, options, papers=papers))
        speeds.append(_measured(what, cases, cores, options, papers=papers))
    realism = _realism(options, cores)
    if options.as_json:
        rows = [asdict(row) for row in realism.rows()]
        runs = [{**asdict(speed), "a_core_minute": speed.a_core_minute} for speed in speeds]
        print(
            json.dumps(
                {"benchmark": "sample", "population": version(), "split": options.split or "both", "runs": runs, "realism": rows}, indent=1
            )
        )
    else:
        _print(speeds, realism.rows(), options)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tieout bench sample", description=DESCRIPTION)
    parser.add_argument("--cases", type=int, default=200, help="firms as figures (default 200; 0: none)")
    parser.add_argument("--papers", type=int, default=10, help="loan files as papers (default 10; 0: none)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=("develop", "test"), default=None, help="only cases of this side; else both")
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--quiet", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--verbose", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(list(arguments))


def _measured(what: str, cases: int, workers: int, options: argparse.Namespace, *, papers: bool) -> Speed:
    folder = Path(tempfile.mkdtemp(prefix="tieout-bench-"))
    try:
        started = time.perf_counter()
        done = write(Wanted(cases=cases, seed=options.seed, split=options.split), folder / "out", papers=papers, workers=workers)
        seconds = time.perf_counter() - started
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    memory = max(one.memory for one in done)
    return Speed(what=what, cases=cases, workers=workers, seconds=seconds, memory=memory, size=size)


def _realism(options: argparse.Namespace, cores: int) -> Realism:
    wanted = checked(Wanted(cases=max(options.cases, 1), seed=options.seed, split=options.split))
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("forkserver")) as pool:
        return Realism(list(pool.map(partial(_observed, wanted), range(1, wanted.cases + 1), chunksize=8)))


def _observed(wanted: Wanted, number: int) -> Observed:
    return observed(assembled(plan(wanted, number)))


def _print(speeds: Sequence[Speed], rows: Sequence[Row], options: argparse.Namespace) -> None:
    print(f"population {version()}, split: {options.split or 'both'}, seed {options.seed}")
    print(f"{'as':<10} {'cases':>6} {'workers':>8} {'seconds':>9} {'a core-minute':>14} {'MiB a worker':>13} {'MiB written':>12}")
    for speed in speeds:
        pace = f"{speed.seconds:>9.1f} {speed.a_core_minute:>14.1f}"
        print(f"{speed.what:<10} {speed.cases:>6} {speed.workers:>8} {pace} {speed.memory:>13.0f} {speed.size:>12.1f}")
    print(f"\n{'what':<58} {'specified':<34} {'found':<48} {'n':>8}")
    for row in rows:
        print(f"{row.what:<58} {row.specified:<34} {row.found:<48} {row.n:>8}")
    sys.stdout.flush()
