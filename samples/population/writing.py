"""Writing a population: many cases at once on all cores, each whole or not there at all."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from extract.errors import WronglyCalled
from samples.handover.finishing import finished, missing_tools
from samples.population.answers import figures_only, truth
from samples.population.assemble import assembled
from samples.population.plan import Wanted, checked, plan

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Written:
    """One case that was written.   kinds: codes of its fabrications; mess: of its mess   memory: most that its process has held, MiB"""

    name: str
    split: str
    kinds: tuple[str, ...]
    mess: tuple[str, ...]
    memory: float = 0.0


def write(wanted: Wanted, out: Path, *, papers: bool = True, workers: int | None = None, progress: Progress | None = None) -> list[Written]:
    """Write the population into the new or empty folder `out`: a folder and <case>.truth.json for each case, in order of their numbers.

    papers    False: only the truth, with what every paper says in figures
    workers   processes; None: one for each core. The result does not depend on it.
    progress  called with how many cases are done and how many there will be

    Raises WronglyCalled for what `plan.checked` refuses, a folder that has something in it or cannot be written, a full disk, or a font
    or program that is not installed.
    """
    wanted = checked(wanted)
    prepare(out)
    if papers:
        missing_tools(wanted.split)
    count = min(workers or len(os.sched_getaffinity(0)), wanted.cases)
    if count <= 1:
        return list(_one_by_one(wanted, out, papers=papers, progress=progress))
    return _at_once(wanted, out, count, papers=papers, progress=progress)


def prepare(out: Path) -> None:
    """Make the folder.   Raises WronglyCalled when it has something in it or cannot be written."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise WronglyCalled(f"The folder {out} is not empty. Name a new folder, or empty this one.")
    except OSError as error:
        raise WronglyCalled(f"The folder {out} cannot be written ({error.strerror}). Name another one.") from error


def _one_by_one(wanted: Wanted, out: Path, *, papers: bool, progress: Progress | None) -> Iterator[Written]:
    for number in range(1, wanted.cases + 1):
        yield _case(wanted, number, out, papers)
        if progress:
            progress(number, wanted.cases)


def _at_once(wanted: Wanted, out: Path, count: int, *, papers: bool, progress: Progress | None) -> list[Written]:
    done: dict[int, Written] = {}
    numbers = iter(range(1, wanted.cases + 1))
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("forkserver"), initializer=_alone) as pool:
        running: dict[Future[Written], int] = {}
        try:
            while len(done) < wanted.cases:
                while len(running) < 2 * count and (number := next(numbers, None)) is not None:
                    running[pool.submit(_case, wanted, number, out, papers)] = number
                finished_ones, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished_ones:
                    done[running.pop(future)] = future.result()
                    if progress:
                        progress(len(done), wanted.cases)
        except BrokenProcessPool as error:
            raise WronglyCalled(
                f"A process that was writing to {out} was stopped from outside, most likely for want of memory. Try fewer --workers, "
                "in a new folder; what was finished before stays."
            ) from error
        except BaseException:
            # What runs is finished or fails for itself; nothing new starts.
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return [written for _, written in sorted(done.items())]


def _alone() -> None:
    """Each worker has one core: libraries that take every core for themselves make all of them slower."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"
    import cv2

    cv2.setNumThreads(1)
    # What is imported stays; a case makes many small values and few cycles, which the collector would look through again and again.
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def _case(wanted: Wanted, number: int, out: Path, papers: bool) -> Written:
    name = f"case-{number:0{max(4, len(str(wanted.cases)))}d}"
    case = assembled(plan(wanted, number))
    if papers:
        files = finished(case)
        put(name, {file.name: file.content for file in files}, truth(name, case, files), out)
    else:
        put(name, {}, figures_only(name, case), out)
    return Written(
        name=name,
        split=case.plan.split,
        kinds=tuple(event.code for event in case.fabrications),
        mess=tuple(event.code for event in case.mess),
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def put(case: str, contents: dict[str, bytes], answers: dict[str, Any], out: Path, *, indented: bool = False) -> None:
    """Write one case beside its place and move it there: what stands under its own name is whole, its truth with it.

    indented   the truth a value to a line, for people and for version control

    Raises WronglyCalled when there is no room.
    """
    folder, unfinished = out / case, out / f".{case}.unfinished"
    told, unfinished_told = out / f"{case}.truth.json", out / f".{case}.truth.unfinished"
    try:
        for name, content in contents.items():
            path = unfinished / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        option = orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if indented else 0)
        unfinished_told.write_bytes(orjson.dumps(answers, option=option))
        if contents:
            unfinished.replace(folder)
        unfinished_told.replace(told)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        told.unlink(missing_ok=True)
        raise WronglyCalled(
            f"The loan file {case} could not be written to {out} ({error.strerror}). Make room or name another folder; "
            "what was finished before stays."
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished_told.unlink(missing_ok=True)
