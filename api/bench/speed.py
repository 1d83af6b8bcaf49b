"""Seconds a page and peak memory: the same files read one after the other, then several at once through the same pool.

Processor time and memory are those of every process under this one: readers, recognisers, and the children that open documents.
Memory is the proportional share of each (PSS of /proc), so that what they share counts once. The peak is that of samples taken ten times a
second: a child that lives shorter may be overlooked. The time that watching takes is not counted.
"""

from __future__ import annotations

import os
import resource
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from api.bench.population_truth import Listed
from extract.flow import read
from extract.formats.contain import cpu_seconds
from extract.ocr.engine import Recogniser

_EVERY = 0.1
_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Speed:
    """at_once: files read at the same time   wall, cpu: seconds   peak: MiB"""

    press: str
    at_once: int
    files: int
    pages: int
    wall: float
    cpu: float
    peak: float

    def as_json(self) -> dict[str, object]:
        return {
            "press": self.press,
            "at_once": self.at_once,
            "files": self.files,
            "pages": self.pages,
            "seconds_per_page": round(self.wall / self.pages, 3),
            "cpu_seconds_per_page": round(self.cpu / self.pages, 3),
            "peak_mib": round(self.peak),
        }


def speeds(files: Sequence[Listed], recogniser: Recogniser, *, each: int, at_once: int) -> list[Speed]:
    """Of every press the first `each` files, one at a time and `at_once` together. Starting what is started once is no page's time."""
    found: list[Speed] = []
    for press in sorted({one.press for one in files}):
        chosen = [one.made().path for one in files if one.press == press][:each]
        if chosen:
            _read(chosen[0], recogniser)
            found.extend(_measured(press, chosen, recogniser, width) for width in (1, at_once) if width <= len(chosen))
    return found


def _read(path: Path, recogniser: Recogniser) -> int:
    return max(1, read(path.read_bytes(), path.name, recogniser=recogniser).pages)


def _measured(press: str, chosen: Sequence[Path], recogniser: Recogniser, width: int) -> Speed:
    with Watch() as watch, ThreadPoolExecutor(width) as threads:
        pages = sum(threads.map(lambda path: _read(path, recogniser), chosen))
    return Speed(press, width, len(chosen), pages, watch.wall, watch.cpu, watch.peak)


class Watch:
    """Watches time and memory while a block runs."""

    def __enter__(self) -> Watch:
        self.peak = self.wall = self.cpu = self._watching = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()
        self._started, self._used = time.perf_counter(), _cpu()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.wall = time.perf_counter() - self._started
        self._ended.set()
        self._thread.join()
        self.cpu = _cpu() - self._used - self._watching

    def _sample(self) -> None:
        while True:
            self.peak = max(self.peak, sum(_share(pid) for pid in _tree(os.getpid())))
            if self._ended.wait(_EVERY):
                self._watching = time.thread_time()
                return


def _cpu() -> float:
    """Processor seconds of this process, of those under it that live, and of the contained children, which no other process reaps."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    below = sum(_ticks(pid) for pid in _tree(os.getpid())[1:])
    return usage.ru_utime + usage.ru_stime + below / _TICKS + cpu_seconds()


def _tree(root: int) -> list[int]:
    """`root` and every process under it."""
    found = [root]
    for pid in found:
        for thread in _threads(pid):
            found.extend(int(child) for child in _text(pid, f"task/{thread}/children").split())
    return found


def _threads(pid: int) -> list[str]:
    try:
        return [entry.name for entry in (_PROC / str(pid) / "task").iterdir()]
    except OSError:
        return []


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on (proc(5)); nothing of a process that has ended."""
    return _text(pid, "stat").rpartition(")")[2].split()


def _ticks(pid: int) -> int:
    fields = _stat(pid)
    return sum(int(field) for field in fields[11:15]) if fields else 0


def _share(pid: int) -> float:
    """Its proportional share of memory, MiB."""
    for line in _text(pid, "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _text(pid: int, name: str) -> str:
    try:
        return (_PROC / str(pid) / name).read_text()
    except OSError:
        return ""
